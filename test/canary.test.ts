// Nothing that a person writes rests in clear outside its seal. Words made for this run are written through the real
// actions into every sealed field; then everything the house leaves behind is searched for them: every row of every
// table, the files and the write-ahead log of the database, the queue, the log, the stored files, mail and messages.
// A later feature adds its fields to `writings`.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import pino from 'pino';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { objectToDay } from '../src/features/coaching/days/absence-actions.ts';
import { confirmDay } from '../src/features/coaching/days/confirm-actions.ts';
import { answerObjection } from '../src/features/coaching/days/correction-objections.ts';
import { writeDiary, writePlan } from '../src/features/coaching/days/day-actions.ts';
import { askForHelp, tellAbsence } from '../src/features/coaching/days/door.ts';
import { dayById } from '../src/features/coaching/days/expected.ts';
import { addOwnWork } from '../src/features/coaching/days/own-work-actions.ts';
import { channelFor } from '../src/features/contact/messages/access.ts';
import { postInThread } from '../src/features/contact/messages/actions.ts';
import {
  joinChannel,
  openChannel,
  postInChannel,
  reportMessage,
} from '../src/features/contact/messages/channel-actions.ts';
import { keepFile } from '../src/features/ground/files/door.ts';
import { defineNotice, notify, sendSecret } from '../src/features/ground/notices/door.ts';
import { addNewcomer, changePerson } from '../src/features/ground/people/person-actions.ts';
import { blockPair } from '../src/features/ground/people/tie-actions.ts';
import { todayIn } from '../src/platform/clock.ts';
import { openFolder } from '../src/platform/files.ts';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from './cast.ts';
import { enrol, expectDay, testService } from './days.ts';

const call = defineNotice<Record<string, never>>({
  kind: 'test-canary',
  texts: { body: { fi: 'Asia: {link}', sv: 'Ärende: {link}', en: 'A matter: {link}' } },
  necessary: true,
  landsOn: () => '/',
});

type Cast = { office: TestOffice; client: TestPerson; coach: TestPerson; manager: TestPerson };
type Writing = { field: string; write(cast: Cast, canary: string): Promise<unknown> };

const writings: readonly Writing[] = [
  {
    field: 'the postal address of a person',
    write: ({ office, client, manager }, canary) =>
      office.inOffice((tx) => changePerson(tx, manager.actor, client.id, { postalAddress: `${canary} 1` })),
  },
  {
    field: 'the accessibility needs of a new person',
    write: ({ office, manager }, canary) =>
      office.inOffice((tx) =>
        addNewcomer(tx, manager.actor, {
          givenName: 'Eero',
          familyName: 'Niemi',
          role: 'client',
          unitId: null,
          startsOn: todayIn(),
          invite: false,
          accessibilityNeeds: canary,
        }),
      ),
  },
  {
    field: 'why two persons must not meet',
    write: async ({ office, client, manager }, canary) => {
      const other = await office.person('client');
      await office.inOffice((tx) =>
        blockPair(tx, manager.actor, { oneId: client.id, otherId: other.id, reason: canary }),
      );
    },
  },
  {
    field: 'a note about a call',
    write: async ({ office, manager }, canary) => {
      const listed = await office.person('client', { channel: 'phone', phone: '040 765 4321' });
      await office.inOffice((tx) => notify(tx, listed.id, call, {}));
      const page = await (await manager.get('/deliveries/calls')).text();
      const paths = [...page.matchAll(/href="(\/deliveries\/calls\/[0-9a-f-]{36})"/g)].map((m) => m[1] ?? '');
      const answer = await manager.post(paths.at(-1) ?? '', { outcome: 'not-reached', note: canary });
      expect(answer.status).toBe(303);
    },
  },
  {
    field: 'a sign-in link that waits to be sent',
    write: ({ office }, canary) =>
      office.inOffice(async (tx) => {
        const { id } = await office.person('client', { phone: '040 111 1111', channel: 'sms' });
        await sendSecret(tx, id, 'sign-in-link', `http://localhost:8080/l/${canary}`);
      }),
  },
  {
    field: 'the body and the name of a recording',
    write: ({ office, client }, canary) =>
      office.inOffice((tx) =>
        keepFile(tx, client.actor, {
          personId: client.id,
          bytes: Buffer.concat([Buffer.from('OggS\x00\x02\x00\x00\x00\x00\x00\x00'), Buffer.from(canary)]),
          name: `${canary}.ogg`,
          purpose: 'task-proof',
          allowed: ['audio'],
        }),
      ),
  },
  {
    field: 'what a picture tells beside the picture',
    write: async ({ office, client }, canary) => {
      const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#123456' } })
        .withExif({ IFD0: { Copyright: canary } })
        .jpeg()
        .toBuffer();
      await office.inOffice((tx) =>
        keepFile(tx, client.actor, {
          personId: client.id,
          bytes,
          name: 'kuva.jpg',
          purpose: 'task-proof',
          allowed: ['image'],
        }),
      );
    },
  },
  {
    field: 'a message to a coach',
    write: ({ office, client }, canary) =>
      office.inOffice((tx) => postInThread(tx, client.actor, client.id, { text: `Hei, ${canary}` })),
  },
  {
    field: 'a message in a group’s channel, and why it was reported',
    write: ({ office, client, coach }, canary) =>
      office.inOffice(async (tx) => {
        const channelId = await openChannel(tx, coach.actor, { title: 'Aamuryhmä', hours: [] });
        for (const person of [client, coach])
          await joinChannel(tx, coach.actor, { channelId, personId: person.id });
        const seat = await channelFor(tx, client.actor, channelId);
        const posted = await postInChannel(tx, client.actor, seat, { text: `Huomenta, ${canary}` });
        if (!posted.ok) throw new Error(posted.reason);
        const ids = { messageId: posted.messageId, conversationId: channelId };
        await reportMessage(tx, coach.actor, ids, { reason: 'other', words: `Katso ${canary}` });
      }),
  },
  {
    field: 'the plan, the diary and the own work of a day',
    write: async ({ office }, canary) => {
      const client = await office.person('client');
      const enrolmentId = await enrol(office, client, { serviceId: await testService(office) });
      const id = await expectDay(
        office,
        client,
        enrolmentId,
        todayIn().subtract({ days: todayIn().dayOfWeek + 6 }),
      );
      await office.inOffice(async (tx) => {
        const day = await dayById(tx, id);
        if (!day) throw new Error('the day is not there');
        await writePlan(tx, client.actor, day, { templates: [], words: canary });
        await writeDiary(tx, client.actor, day, { words: canary, mood: 3 });
        await addOwnWork(tx, client.actor, day, { what: canary, minutes: 30, proofWords: canary, files: [] });
      });
    },
  },
  {
    field: 'a call for help, an absence, the reason of a confirmation, an objection and its answer',
    write: async ({ office, coach }, canary) => {
      const client = await office.person('client');
      const enrolmentId = await enrol(office, client, { serviceId: await testService(office) });
      const monday = todayIn().subtract({ days: todayIn().dayOfWeek + 6 });
      const id = await expectDay(office, client, enrolmentId, monday);
      const awayId = await expectDay(office, client, enrolmentId, monday.add({ days: 1 }));
      await office.inOffice(async (tx) => {
        const [day, away] = [await dayById(tx, id), await dayById(tx, awayId)];
        if (!day || !away) throw new Error('no day');
        await askForHelp(tx, client.actor, { kind: 'call-me', words: canary, day: undefined });
        await tellAbsence(tx, client.actor, away, { class: 'own-illness', words: canary });
        const confirmed = await confirmDay(tx, coach.actor, {
          dayId: id,
          class: 'attended',
          minutes: 250,
          seenSequence: 0,
          suggested: 'counts',
          reason: canary,
        });
        expect(confirmed.ok).toBe(true);
        await objectToDay(tx, client.actor, day, canary);
        const { rows } = await tx.execute<{ id: string }>(
          sql`select id from objections where office_id = ${tx.officeId} and day_id = ${id}`,
        );
        await answerObjection(tx, coach.actor, day, rows[0]?.id ?? '', canary);
      });
    },
  },
];

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

/** Does the house's own work until nothing waits in its queue. */
async function workUntilQuiet(at: TestHouse) {
  await at.workJobs();
  await vi.waitFor(
    async () => {
      const waiting = await asAdmin(at.adminUrl, (admin) =>
        admin.query(`select name, state, start_after - now() as due from pgboss.job
          where state in ('created', 'retry', 'active') and start_after <= now() limit 5`),
      );
      expect(waiting.rows).toEqual([]);
    },
    { timeout: 20_000, interval: 200 },
  );
}

async function asAdmin<T>(adminUrl: string, act: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await act(admin);
  } finally {
    await admin.end();
  }
}

/** Every table that holds one of the words, as text or inside bytes. */
async function tablesWith(adminUrl: string, words: readonly string[]): Promise<string[]> {
  return asAdmin(adminUrl, async (admin) => {
    const tables = await admin.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name
      from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    const patterns = words.flatMap((word) => [`%${word}%`, `%${Buffer.from(word).toString('hex')}%`]);
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await admin.query(`select from ${name} t where t::text like any ($1) limit 1`, [
        patterns,
      ]);
      if (rowCount) found.push(name);
    }
    return found;
  });
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

test('what a person writes is found nowhere but behind its seal', { timeout: 120_000 }, async () => {
  const canaries = writings.map((_, at) => canaryOf(at));
  for (const at of [house, demo]) {
    const cast = await castOf(at);
    for (const [index, { field, write }] of writings.entries()) {
      await write(cast, canaryOf(index)).catch((error: unknown) => {
        throw new Error(`${field} could not be written`, { cause: error });
      });
    }
    expect(await tablesWith(at.adminUrl, canaries), 'rows before the work is done').toEqual([]);
    await workUntilQuiet(at);
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

  // A sign-in link has to stand in its own message, and in no other.
  const secret = canaries[writings.findIndex(({ field }) => field.startsWith('a sign-in link'))] ?? '';
  expect(sent.filter((message) => message.includes(secret))).toHaveLength(1);
  for (const canary of canaries.filter((one) => one !== secret)) expect(sent.join('')).not.toContain(canary);
  expect(sent.join('')).not.toContain(control);
});
