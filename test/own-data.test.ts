// Whatever somebody writes is in their own copy of their data, and in nobody else's. The writings are those
// of the canary test, so a new sealed column is asked about here as well.
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatherOwnData } from '../src/features/home/profile/own-data.ts';
import { fieldWords } from '../src/features/home/profile/texts-data.ts';
import { dayWritings } from './canary-days.ts';
import { talkWritings } from './canary-talk.ts';
import { groundWritings } from './canary-writings.ts';
import { openTestHouse, type TestHouse, type TestOffice } from './cast.ts';

/** Secrets of the house, what is gone in a minute, and what is about somebody else too: in nobody's copy. */
const nobodys = [
  'why two persons must not meet',
  'a sign-in link that waits to be sent',
  'what a picture tells beside the picture',
  'the address somebody had before',
  'a file of clients that waits to be read',
  'the client secret of an identity provider',
  'the ID token with which somebody came',
  'the secret address of a calendar',
  'why a payer’s period was opened again',
];

const writings = [...groundWritings, ...talkWritings, ...dayWritings];
const run = randomBytes(5).toString('hex');
const canaryOf = (at: number) => `Oma${run}x${at}x`;

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function castOf() {
  const office = await house.office();
  const client = await office.person('client', { phone: '040 123 4567', channel: 'sms' });
  const coach = await office.person('coach');
  const manager = await office.person('manager');
  await office.relate(client, coach);
  return { office, client, coach, manager };
}

/** The copies of everybody in the office, by person. */
async function copiesIn(office: TestOffice): Promise<Map<string, string>> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from persons where office_id = ${tx.officeId}`),
  );
  const copies = new Map<string, string>();
  for (const { id } of rows)
    copies.set(id, JSON.stringify(await office.inOffice((tx) => gatherOwnData(tx, id))));
  return copies;
}

test('what somebody has written is in their own copy, and in no other', async () => {
  const cast = await castOf();
  const elsewhere = await castOf();
  for (const [at, writing] of writings.entries()) await writing.write(cast, canaryOf(at));
  const copies = await copiesIn(cast.office);
  for (const [at, { field }] of writings.entries()) {
    const holders = [...copies].filter(([, copy]) => copy.includes(canaryOf(at)));
    // A thread is the client's and what is reported is told by the one who reports: one or two persons.
    if (nobodys.includes(field)) expect(holders.length, field).toBe(0);
    else expect([1, 2], field).toContain(holders.length);
  }
  for (const copy of (await copiesIn(elsewhere.office)).values()) expect(copy).not.toContain(`Oma${run}`);
});

test('the client reads their own copy as a page in plain words, opens their file, and nobody reads it for them', async () => {
  const cast = await castOf();
  const { client, coach, manager } = cast;
  for (const writing of [...groundWritings, ...talkWritings]) await writing.write(cast, canaryOf(0));
  const page = await (await client.get('/me/data')).text();
  expect(page).toContain(canaryOf(0));
  expect(page).toContain('Viestit valmentajan kanssa');
  const href = /href="(\/office-[^"]*\/f\/[^"]+)"/.exec(page)?.[1];
  expect(href).toBeDefined();
  expect((await client.get(href ?? '')).status).toBe(200);
  const copy = await (await client.get('/me/data.json')).json();
  const unnamed = [...fieldsOf(copy)].filter((field) => fieldWords(field) === field);
  expect(unnamed).toEqual(['office', 'madeAt']);
  for (const other of [coach, manager])
    expect(await (await other.get('/me/data.json')).text()).not.toContain(client.id);
});

function fieldsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) fieldsOf(one, found);
  else if (typeof value === 'object' && value !== null)
    for (const [field, one] of Object.entries(value)) {
      // The log has a readable page of its own.
      if (field === 'accessLog') continue;
      found.add(field);
      fieldsOf(one, found);
    }
  return found;
}
