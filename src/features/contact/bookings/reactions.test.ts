import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../test/cast.ts';
import { firstFree, freeOn, meetingWith } from '../../../../test/meeting.ts';
import { now, setClock } from '../../../platform/clock.ts';
import type { HappenedEvent } from '../../../platform/events.ts';
import { bookingJobs } from './jobs.ts';
import { reactions } from './reactions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const hrefOf = (answer: Response) => answer.headers.get('location') ?? '';

/** Runs every reaction twice for every recorded event, as a worker that died in between would. */
async function reactTwice(office: TestOffice) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string; name: string; payload: never; actor_id: string }>(
      sql`select id, name, payload, actor_id from events order by position`,
    ),
  );
  for (const row of rows) {
    const event: HappenedEvent<never> = { id: row.id, actorId: row.actor_id, payload: row.payload };
    for (const reaction of reactions.filter((one) => one.event === row.name))
      for (const _ of [1, 2]) await office.inOffice((tx) => reaction.run(tx, event));
  }
}

async function told(office: TestOffice): Promise<string[]> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ kind: string; person_id: string }>(sql`select kind, person_id from notices order by id`),
  );
  return rows.map((row) => `${row.kind} ${row.person_id}`);
}

async function jobsOf(office: TestOffice, name: string): Promise<never[]> {
  const behind = new Client({ connectionString: house.adminUrl });
  await behind.connect();
  const { rows } = await behind.query(
    `select data from pgboss.job where name = $1 and data->>'officeId' = $2 order by start_after`,
    [name, office.officeId],
  );
  await behind.end();
  return rows.map((row) => row.data as never);
}

async function work(job: string, payload: never) {
  const handler = bookingJobs.find((one) => one.job === job);
  const context = { inOffice: house.inOffice, offices: async () => [], log: undefined, jobId: 'test' };
  await handler?.run(context as never, payload);
}

test('the one who did not do it is told once, and the client is reminded once and only of the time that holds', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const at = await firstFree(aino);
  const href = hrefOf(await aino.post('/times', { coach: mika.id, at, mode: 'video' }));
  const other = (await freeOn(aino, `?week=${at.slice(0, 10)}`)).at(-1) ?? '';
  await reactTwice(office);
  expect(await told(office)).toEqual([`booking-made ${mika.id}`]);
  await mika.post(`${href}/move`, { at: other });
  await mika.post(`${href}/mode`, { mode: 'phone' });
  await reactTwice(office);
  const after = await told(office);
  expect(after).toEqual([
    `booking-made ${mika.id}`,
    `booking-moved ${aino.id}`,
    `booking-mode-changed ${aino.id}`,
  ]);
  for (const payload of await jobsOf(office, 'booking-nears'))
    for (const _ of [1, 2]) await work('booking-nears', payload);
  expect(await told(office)).toEqual([...after, `booking-nears ${aino.id}`]);
  await mika.post(`${href}/cancellation`, { reason: 'coach-cannot' });
  await reactTwice(office);
  expect((await told(office)).at(-1)).toBe(`booking-cancelled ${aino.id}`);
});

test('a freed time is kept for the first in line, hidden from others, and goes on when it is not taken', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const at = await firstFree(aino);
  const week = `?week=${at.slice(0, 10)}`;
  const href = hrefOf(await aino.post('/times', { coach: mika.id, at, mode: 'video' }));
  const [ville, noora, olli] = [
    await office.person('client', { givenName: 'Ville' }),
    await office.person('client', { givenName: 'Noora' }),
    await office.person('client', { givenName: 'Olli' }),
  ];
  for (const client of [ville, noora, olli]) await office.relate(client, mika);
  expect((await ville.post('/times/wishes', { coach: mika.id })).status).toBe(303);
  expect((await noora.post('/times/wishes', { coach: mika.id })).status).toBe(303);
  await aino.post(`${href}/cancellation`, { reason: 'not-needed' });
  await reactTwice(office);
  expect((await told(office)).filter((one) => one.startsWith('booking-time-freed'))).toEqual([
    `booking-time-freed ${ville.id}`,
  ]);
  expect(await (await ville.get('/times')).text()).toContain('Aika vapautui sinulle');
  expect(await freeOn(olli, week)).not.toContain(at);
  expect((await olli.post('/times', { coach: mika.id, at, mode: 'video' })).status).toBe(422);
  const [lapse] = await jobsOf(office, 'booking-offer-lapses');
  const later = now().add({ hours: 13 });
  const putBack = setClock(() => later);
  try {
    for (const _ of [1, 2]) await work('booking-offer-lapses', lapse as never);
    await reactTwice(office);
    expect((await told(office)).filter((one) => one.startsWith('booking-time-freed')).at(-1)).toBe(
      `booking-time-freed ${noora.id}`,
    );
  } finally {
    putBack();
  }
  const { rows } = await office.inOffice((tx) =>
    tx.execute(sql`select client_id from time_wishes where offer_until > ${later.toString()}::timestamptz`),
  );
  expect(rows).toEqual([{ client_id: noora.id }]);
});
