import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../test/cast.ts';
import { onPort, openStream } from '../../test/live-stream.ts';
import { now, setClock } from '../platform/clock.ts';
import { defineEvent, recordEvent } from '../platform/events.ts';
import type { TopicCheck } from '../platform/live/rights.ts';
import { signTopic } from '../platform/live.ts';
import { liveRights } from './topics.ts';

const happened = defineEvent<{ thing: string }>('test.happened');
let house: TestHouse;
let web: Awaited<ReturnType<typeof onPort>>;
const open: { close(): void }[] = [];

beforeAll(async () => {
  house = await openTestHouse();
  web = await onPort(house.app.fetch);
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
  house.live.checkBy(liveRights);
});
afterAll(async () => {
  await house.close();
  await web.close();
});

const own = (person: TestPerson) => `person:${person.id}`;
const record = (office: TestOffice, ...topics: string[]) =>
  office.inOffice((tx) => recordEvent(tx, happened({ thing: 'a secret word' }), { topics }));

async function listen(
  person: TestPerson,
  topics: readonly string[],
  more: Record<string, string> = {},
  query = '',
) {
  const tokens = topics.map((topic) => house.live.token(person.actor, topic)).join(',');
  const stream = await openStream(`${web.url}/live?topics=${tokens}${query}`, {
    cookie: person.cookie,
    ...more,
  });
  open.push(stream);
  if (stream.status === 200) expect((await stream.next())?.event).toBe('ready');
  return stream;
}

test('a person with a page open hears which topic changed, and nothing else about it', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const stream = await listen(aino, [own(aino)], {}, '&age=0');
  await record(office, own(aino));
  expect(await stream.next()).toEqual({
    event: 'message',
    id: expect.stringMatching(/^\d+$/),
    data: own(aino),
  });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  expect(stream.headers.get('cache-control')).toBe('no-store');
  expect(stream.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(JSON.stringify(stream.heard)).not.toContain('secret');
});

test('a person who was signed out is led to sign in and holds no stream', async () => {
  const answer = await fetch(`${web.url}/live?topics=x`, { redirect: 'manual' });
  expect(answer.status).toBe(303);
});

test('a person hears nothing of a topic whose token was made for another session, or made up', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const veera = await office.person('client');
  const other = house.live.token(veera.actor, own(veera));
  const forged = signTopic(Buffer.alloc(32), aino.sessionId, own(veera));
  const tokens = [other, forged, `${own(veera)}.`, 'x', house.live.token(aino.actor, own(aino))].join(',');
  const stream = await openStream(`${web.url}/live?topics=${tokens}&age=0`, { cookie: aino.cookie });
  open.push(stream);
  await stream.next();
  await record(office, own(veera));
  await record(office, own(aino));
  expect((await stream.next())?.data).toBe(own(aino));
});

test('a person hears nothing of another person even with a token of their own session', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const veera = await office.person('client');
  const stream = await listen(aino, [own(veera), own(aino), 'unknown:1', 'constructor:1'], {}, '&age=0');
  await record(office, own(veera), 'unknown:1', 'constructor:1');
  await record(office, own(aino));
  expect((await stream.next())?.data).toBe(own(aino));
});

test('the same topic in another office is not heard', async () => {
  const office = await house.office();
  const elsewhere = await house.office();
  const aino = await office.person('client');
  const stream = await listen(aino, [own(aino)], {}, '&age=0');
  await record(elsewhere, own(aino));
  await record(office, own(aino), 'second:1');
  await stream.next();
  expect(stream.heard).toHaveLength(2);
});

// A client's file may be heard of by those who coach the client now.
const file: TopicCheck = async (tx, personIds, id) => {
  const { rows } = await tx.execute<{ coach_id: string }>(sql`select coach_id from relations
    where office_id = ${tx.officeId} and client_id = ${id} and ends_on is null`);
  const coaches = new Set(rows.map((row) => row.coach_id));
  return new Set(personIds.filter((personId) => coaches.has(personId)));
};

test('a coach whose work with a client has ended hears nothing more of the client, another coach does', async () => {
  house.live.checkBy({ ...liveRights, topics: { ...liveRights.topics, file } });
  const office = await house.office();
  const aino = await office.person('client');
  const [mika, sanna] = [await office.person('coach'), await office.person('coach')];
  await office.relate(aino, mika);
  await office.relate(aino, sanna, { kind: 'substitute' });
  const topic = `file:${aino.id}`;
  const ofMika = await listen(mika, [topic, own(mika)], {}, '&age=0');
  const ofSanna = await listen(sanna, [topic], {}, '&age=0');
  await record(office, topic);
  expect((await ofMika.next())?.data).toBe(topic);
  expect((await ofSanna.next())?.data).toBe(topic);

  await office.inOffice((tx) =>
    tx.execute(sql`update relations set ends_on = current_date - 1 where coach_id = ${mika.id}`),
  );
  await record(office, topic);
  await record(office, own(mika));
  expect((await ofSanna.next())?.data).toBe(topic);
  expect((await ofMika.next())?.data).toBe(own(mika));
});

test('a person whose session was ended elsewhere hears nothing more, and the stream ends', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const stream = await listen(aino, [own(aino)], {}, '&age=0');
  await office.inOffice((tx) =>
    tx.execute(sql`update sessions set ended_at = clock_timestamp() where id = ${aino.sessionId}`),
  );
  await record(office, own(aino));
  expect(await stream.next()).toBeUndefined();
  expect(stream.heard).toHaveLength(1);
});

test('however many listen to one topic, their rights are asked about in one question', async () => {
  let questions = 0;
  let asked = 0;
  const board: TopicCheck = async (_, personIds) => {
    questions += 1;
    asked = personIds.length;
    return new Set(personIds);
  };
  house.live.checkBy({ ...liveRights, topics: { board } });
  const office = await house.office();
  const people = [await office.person('coach'), await office.person('coach')];
  const streams = [];
  for (let n = 0; n < 10; n++)
    streams.push(await listen(people[n % 2] as TestPerson, ['board:1'], {}, '&age=0'));
  await record(office, 'board:1');
  for (const stream of streams) expect((await stream.next())?.data).toBe('board:1');
  expect([questions, asked]).toEqual([1, 2]);
});

test('a person who was away is told what they missed, also what was committed late', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const topics = [own(aino), `${own(aino)}:late`];
  house.live.checkBy({ ...liveRights, topics: { person: async (_, ids) => new Set(ids) } });
  const before = await listen(aino, topics, {}, '&age=0');
  let commit = () => {};
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let recorded = () => {};
  const wasRecorded = new Promise<void>((resolve) => {
    recorded = resolve;
  });
  const late = office.inOffice(async (tx) => {
    await recordEvent(tx, happened({ thing: 'late' }), { topics: [`${own(aino)}:late`] });
    recorded();
    await mayCommit;
  });
  await wasRecorded;
  await record(office, own(aino));
  const heard = await before.next();
  expect(heard?.data).toBe(own(aino));
  before.close();
  commit();
  await late;

  const after = await listen(aino, topics, { 'last-event-id': heard?.id ?? '' });
  expect((await after.next())?.data.split(' ')).toContain(`${own(aino)}:late`);
});

test('news that comes between asking for a page and listening is told, the own act that led to the page is not', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  await record(office, own(aino));
  const late = await listen(aino, [own(aino)], {}, '&age=3600');
  expect((await late.next())?.data).toBe(own(aino));

  const veera = await office.person('client');
  await office.inOffice((tx) =>
    recordEvent(tx, happened({ thing: 'x' }), { actorId: veera.id, topics: [own(veera)] }),
  );
  const fresh = await listen(veera, [own(veera)], {}, '&age=0');
  await record(office, own(veera));
  await fresh.next();
  expect(fresh.heard).toHaveLength(2);
});

test('a person who cannot hold a stream gets the same news by asking', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const token = house.live.token(aino.actor, own(aino));
  const first = await (await aino.get(`/live/changes?topics=${token}&age=0`)).json();
  await record(office, own(aino));
  const next = await (await aino.get(`/live/changes?topics=${token}&after=${first.after}`)).json();
  expect(next).toEqual({ after: expect.any(Number), topics: [own(aino)] });
  expect(next.after).toBeGreaterThan(first.after);
  expect((await office.visitor().get(`/live/changes?topics=${token}`)).status).toBe(303);
});

test('the seventh stream of one session ends the first, which is told to ask instead', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const streams = [];
  for (let n = 0; n < 7; n++) streams.push(await listen(aino, [own(aino)], {}, '&age=0'));
  expect((await streams[0]?.next())?.event).toBe('enough');
  expect(await streams[0]?.next()).toBeUndefined();
  await record(office, own(aino));
  for (const stream of streams.slice(1)) expect((await stream.next())?.data).toBe(own(aino));
});

test('more topics in one event than a notification can carry are heard all the same', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const stream = await listen(aino, [own(aino)], {}, '&age=0');
  await record(office, ...Array.from({ length: 400 }, () => `person:${crypto.randomUUID()}`), own(aino));
  expect((await stream.next())?.data).toBe(own(aino));
});

test('after the database has cut the connection, listeners hear what came meanwhile', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const stream = await listen(aino, [own(aino)], {}, '&age=0');
  const admin = new pg.Client({ connectionString: house.adminUrl });
  await admin.connect();
  await admin.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where application_name = 'likista live' and datname = current_database()`);
  await record(office, own(aino));
  await admin.end();
  expect((await stream.next())?.data).toBe(own(aino));
});

test('a page that renews itself does not keep the session of somebody who has left alive', async () => {
  const office = await house.office();
  const mika = await office.person('coach');
  const start = now();
  try {
    for (let minutes = 0; minutes <= 25; minutes += 5) {
      setClock(() => start.add({ minutes }));
      expect((await mika.get('/live/changes')).status).toBe(200);
      await mika.get('/', { 'x-live': '1' });
    }
    setClock(() => start.add({ minutes: 31 }));
    expect((await mika.get('/live/changes')).status).toBe(303);
  } finally {
    setClock(() => Temporal.Now.instant());
  }
});
