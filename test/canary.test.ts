// Nothing that a person writes rests in clear outside its seal. Words made for this run are written through the real
// actions into every sealed field; then everything the house leaves behind is searched for them: every row of every
// table, the files and the write-ahead log of the database, the queue, the log, the stored files, mail and messages.
// A later feature adds its columns to the writings beside this file.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openFolder } from '../src/platform/files.ts';
import { sealed } from './byte-columns.ts';
import { dayWritings } from './canary-days.ts';
import { serviceWritings } from './canary-services.ts';
import { talkWritings } from './canary-talk.ts';
import { type Cast, groundWritings, type Writing } from './canary-writings.ts';
import { openTestHouse, type TestHouse } from './cast.ts';
import { asAdmin, tablesWith, workUntilQuiet } from './search.ts';

const writings = [...groundWritings, ...talkWritings, ...dayWritings, ...serviceWritings];
/** Filled by the work that follows a writing, and only in a demonstration, which shows what it would have sent. */
const filledByWork = ['outbox.message'];

const run = randomBytes(6).toString('hex');
/** Stands where nothing is sealed, to show that the search finds what is there. */
const control = `Kontrolli${run}`;
const canaryOf = (at: number) => `Kanaria${run}x${at}x`;

let house: TestHouse;
let demo: TestHouse;
let folder: string;
const logged: string[] = [];
const sent: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'likista-canary-'));
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const log = pino({ level: 'debug' }, sink);
  const files = openFolder(path.join(folder, 'files'));
  const send = async (message: object) => {
    sent.push(JSON.stringify(message));
    return { ok: true } as const;
  };
  house = await openTestHouse({}, { log, files, mail: { send, close: () => {} }, sms: { send } });
  demo = await openTestHouse({ demo: true }, { log, files });
});
afterAll(async () => {
  await house.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

async function castOf(at: TestHouse): Promise<Cast> {
  const office = await at.office();
  const client = await office.person('client', { givenName: control, phone: '040 123 4567', channel: 'sms' });
  const coach = await office.person('coach');
  const manager = await office.person('manager');
  await office.relate(client, coach);
  return { office, client, coach, manager };
}

/** Every file below `place` that holds one of the words. */
async function filesWith(place: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    // The server may remove a file while this looks.
    const body = await readFile(file).catch(() => Buffer.alloc(0));
    if (words.some((word) => body.includes(word))) found.push(path.relative(place, file));
  }
  return found;
}

/** Carries a writing out and sees that each of its columns was filled. Gives the words that the house made up. */
async function writeInto(at: TestHouse, writing: Writing, cast: Cast, canary: string): Promise<string[]> {
  const before = await filledRows(at.adminUrl, writing.columns);
  const made = await writing.write(cast, canary).catch((error: unknown) => {
    throw new Error(`${writing.field} could not be written`, { cause: error });
  });
  const after = await filledRows(at.adminUrl, writing.columns);
  for (const [place, column] of writing.columns.entries())
    expect(after[place], `${writing.field} fills ${column}`).toBeGreaterThan(before[place] ?? 0);
  return Array.isArray(made) ? made.filter((word) => typeof word === 'string') : [];
}

function filledRows(adminUrl: string, columns: readonly string[]): Promise<number[]> {
  return asAdmin(adminUrl, async (admin) => {
    const counts: number[] = [];
    for (const column of columns) {
      const [table = '', name = ''] = column.split('.');
      const { rows } = await admin.query<{ many: number }>(
        `select count(${admin.escapeIdentifier(name)})::int as many from ${admin.escapeIdentifier(table)}`,
      );
      counts.push(rows[0]?.many ?? 0);
    }
    return counts;
  });
}

test('every sealed column is written by a canary', () => {
  const written = new Set([...writings.flatMap((writing) => writing.columns), ...filledByWork]);
  expect([...written].sort()).toEqual([...sealed].sort());
});

test('what a person writes is found nowhere but behind its seal', async () => {
  const canaries = writings.map((_, at) => canaryOf(at));
  for (const at of [house, demo]) {
    const cast = await castOf(at);
    for (const [index, writing] of writings.entries())
      canaries.push(...(await writeInto(at, writing, cast, canaryOf(index))));
    expect(await tablesWith(at.adminUrl, canaries), 'rows before the work is done').toEqual([]);
    await workUntilQuiet(at);
    if (at === demo)
      for (const filled of await filledRows(at.adminUrl, filledByWork)) expect(filled).toBeGreaterThan(0);
    expect(await tablesWith(at.adminUrl, [control]), 'the search itself').toContain('public.persons');
    expect(await tablesWith(at.adminUrl, canaries), 'rows after the work is done').toEqual([]);
    await asAdmin(at.adminUrl, (admin) => admin.query('checkpoint'));
  }

  const server = path.dirname(inject('database').passwordFile);
  const controlled = await filesWith(server, [control]);
  expect(
    controlled.some((file) => file.includes('base/')),
    'the search of table files',
  ).toBe(true);
  expect(
    controlled.some((file) => file.includes('pg_wal/')),
    'the search of the write-ahead log',
  ).toBe(true);
  expect(await filesWith(server, canaries)).toEqual([]);

  expect((await readdir(path.join(folder, 'files'))).length, 'offices with stored files').toBe(2);
  expect(await filesWith(folder, canaries)).toEqual([]);
  const lines = logged.join('');
  expect(lines, 'the search of the log').toContain('"request"');
  for (const canary of canaries) expect(lines).not.toContain(canary);

  // A sign-in link has to stand in its own message; an address stands on what goes to it, and in nothing's words.
  const words = sent.map((message) => JSON.stringify({ ...JSON.parse(message), to: undefined }));
  const secret = writings.findIndex(({ field }) => field.startsWith('a sign-in link'));
  expect(words.filter((one) => one.includes(canaryOf(secret)))).toHaveLength(1);
  for (const canary of canaries.filter((one) => one !== canaryOf(secret)))
    expect(words.join('')).not.toContain(canary);
  expect(sent.join('')).not.toContain(control);
});
