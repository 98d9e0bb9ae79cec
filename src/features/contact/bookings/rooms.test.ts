import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { arrive, arriveByScript, news, rooms } from '../../../../test/call-room.ts';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { groupWith, setBlock } from '../../../../test/group.ts';
import { firstFree, meetingWith, poolWith } from '../../../../test/meeting.ts';
import { setClock, todayIn } from '../../../platform/clock.ts';
import { inRoom } from '../calls/door.ts';
import { reactions } from './reactions.ts';

let house: TestHouse;
let restoreClock = () => {};
beforeAll(async () => {
  house = await openTestHouse();
});
afterEach(() => restoreClock());
afterAll(() => house.close());

/** Moves the clock to this instant. Everybody signed in stays so. */
async function moveTo(office: TestOffice, at: string) {
  const clock = Temporal.Instant.from(at);
  restoreClock();
  restoreClock = setClock(() => clock);
  await office.inOffice((tx) =>
    tx.execute(sql`update sessions set seen_at = ${at}::timestamptz, proved_at = ${at}::timestamptz,
      expires_at = ${clock.add({ hours: 8 }).toString()}::timestamptz`),
  );
}

async function roomOfBooking(office: TestOffice, href: string): Promise<string> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ room_id: string }>(sql`select room_id from bookings where id = ${href.split('/').at(-1)}`),
  );
  return rows[0]?.room_id ?? '';
}

/** Ville's video meeting with `given`, whom he meets through the pool alone; `spare` is in the pool too. */
async function poolMeeting() {
  const made = await poolWith(house);
  const { office, aino, mika, raili, sanna, pool, query } = made;
  const at = await firstFree(aino, query);
  const ville = await office.person('client', { givenName: 'Ville' });
  await office.relate(ville, mika);
  // Mika is given his own client, so Ville comes to another.
  const hrefs: string[] = [];
  for (const client of [aino, ville]) {
    const booked = await client.post(`/times/pools/${pool}/booking`, { at, mode: 'video' });
    hrefs.push(booked.headers.get('location') ?? '');
  }
  const roomId = await roomOfBooking(office, hrefs[1] ?? '');
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ coach_id: string }>(sql`select coach_id from bookings where room_id = ${roomId}`),
  );
  const [given, spare] = rows[0]?.coach_id === raili.id ? [raili, sanna] : [sanna, raili];
  expect(rows[0]?.coach_id).toBe(given.id);
  return { ...made, at, ville, hrefs, roomId, given, spare };
}

type Meeting = Awaited<ReturnType<typeof meeting>>;

/** Aino's video meeting with Mika, next week. */
async function meeting() {
  const made = await meetingWith(house, ['video']);
  const { office, aino, mika } = made;
  const leena = await office.person('manager');
  const at = await firstFree(aino, '?mode=video');
  const booked = await aino.post('/times', { coach: mika.id, at, mode: 'video' });
  const href = booked.headers.get('location') ?? '';
  const endRelation = async (endsOn: Temporal.PlainDate) => {
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(sql`select id from relations where client_id = ${aino.id}`),
    );
    const path = `/people/${aino.id}/coaches/${rows[0]?.id}`;
    expect((await leena.post(path, { 'ends-on': endsOn.toString() })).status).toBe(303);
  };
  return { ...made, at, href, roomId: await roomOfBooking(office, href), endRelation };
}

const hears = async (office: TestOffice, person: TestPerson, roomId: string) =>
  (await office.inOffice((tx) => inRoom(tx, [person.id], roomId))).has(person.id);

/** What somebody without the room gets at each of its ways; `visit` is another's, `own` their own from before. */
async function expectNoRoom(person: TestPerson, roomId: string, { visit = '', own = '' }) {
  const asked: [string, Response | Promise<Response>][] = [
    ['arrival', person.get(`/rooms/${roomId}`)],
    ['first lines', person.get(`/rooms/${roomId}/first-lines`)],
    ['visits', person.post(`/rooms/${roomId}/visits`, { way: 'voice' })],
  ];
  for (const act of ['lock', 'admissions', 'spotlight', 'closing'])
    asked.push([act, person.post(`/rooms/${roomId}/${act}`, { on: 'yes', back: '/' })]);
  for (const act of visit ? ['admission', 'removal', 'muting', 'notes'] : [])
    asked.push([act, person.post(rooms(roomId, visit, act), { text: 'Hei', back: '/' })]);
  if (own) {
    asked.push(['own page', person.get(`/rooms/${roomId}/visits/${own}`)]);
    asked.push(['news', person.get(rooms(roomId, own, 'news'))]);
    for (const act of ['life', 'line', 'way', 'messages'])
      asked.push([act, person.post(rooms(roomId, own, act), { text: 'Hei', on: 'yes', way: 'voice' })]);
  }
  for (const [way, answer] of asked) expect((await answer).status, way).toBe(404);
}

describe('the room of a booked time', () => {
  test('is there for its coach, and not there once the relation has ended by its date', async () => {
    const { office, aino, mika, at, roomId, endRelation } = await meeting();
    expect((await mika.get(`/rooms/${roomId}`)).status).toBe(200);
    await endRelation(todayIn());
    // Until the last day is over the right is there.
    expect((await mika.get(`/rooms/${roomId}`)).status).toBe(200);
    await moveTo(office, at);
    const visit = await arrive(aino, roomId);
    expect(await hears(office, aino, roomId)).toBe(true);
    expect(await hears(office, mika, roomId)).toBe(false);
    await expectNoRoom(mika, roomId, { visit });
    expect((await aino.get(`/rooms/${roomId}/visits/${visit}`)).status).toBe(200);
  });

  test('is not there for a coach who is in it from the act that ends the relation, nor for one kept apart', async () => {
    const { office, aino, mika, at, roomId, endRelation } = await meeting();
    await moveTo(office, at);
    const [visit, own] = [await arrive(aino, roomId), await arrive(mika, roomId)];
    expect((await mika.post(rooms(roomId, own, 'life'))).status).toBe(303);
    await endRelation(todayIn().subtract({ days: 1 }));
    await expectNoRoom(mika, roomId, { visit, own });
    expect(await hears(office, mika, roomId)).toBe(false);

    const other = await meeting();
    expect(await hears(other.office, other.mika, other.roomId)).toBe(true);
    await setBlock(other.office, other.mika, other.aino);
    await expectNoRoom(other.mika, other.roomId, {});
  });

  test('carries nothing to or from the page of a coach from the moment their right ends', async () => {
    const ends = {
      relation: ({ endRelation }: Meeting) => endRelation(todayIn().subtract({ days: 1 })),
      role: ({ office, mika }: Meeting) =>
        office.inOffice((tx) =>
          tx.execute(sql`update role_grants set ends_on = ${todayIn().subtract({ days: 1 }).toString()}::date
            where person_id = ${mika.id} and role = 'coach'`),
        ),
    };
    for (const end of Object.values(ends)) {
      const made = await meeting();
      const { office, aino, mika, at, roomId } = made;
      await moveTo(office, at);
      const [hers, his] = [await arriveByScript(aino, roomId), await arriveByScript(mika, roomId)];
      const say = (person: TestPerson, own: string, to: string, sequence: number) =>
        person.post(rooms(roomId, own, 'signals'), {
          line: '1',
          signals: JSON.stringify([{ sequence, to, toLine: 1, body: `word ${sequence}` }]),
        });
      const heard = async (person: TestPerson, own: string) =>
        (
          (await (await person.get(rooms(roomId, own, 'signals?line=1&after=0'))).json()) as {
            body: string;
          }[]
        ).map((one) => one.body);
      const seenByAino = async () => (await news(aino, roomId, hers)).people.map((one) => one.visit);
      await say(aino, hers, his, 1);
      expect((await say(mika, his, hers, 2)).status).toBe(204);
      expect([await heard(aino, hers), await heard(mika, his)]).toEqual([['word 2'], ['word 1']]);
      expect(await seenByAino()).toEqual([hers, his]);

      await end(made);
      // Whoever has no role at all any more is not signed in either.
      const refused = [303, 404];
      expect(refused).toContain((await say(mika, his, hers, 3)).status);
      for (const way of ['signals?line=1&after=0', 'next-signals?line=1&after=0&hold=0', 'news?messages=0'])
        expect(refused, way).toContain((await mika.get(rooms(roomId, his, way))).status);
      // What her page still says to the one it has known goes nowhere, and she hears nothing more from there.
      expect((await say(aino, hers, his, 4)).status).toBe(204);
      expect(await heard(aino, hers)).toEqual(['word 2']);
      expect(await seenByAino()).toEqual([hers]);
      const kept = await office.inOffice((tx) =>
        tx.execute<{ body: string }>(
          sql`select body from room_signals where room_id = ${roomId} order by position`,
        ),
      );
      expect(kept.rows.map((row) => row.body)).toEqual(['word 1', 'word 2']);
    }
  });

  test('is there for whoever has the time through a pool, until they leave the pool', async () => {
    const { office, mika, leena, pool, hrefs, roomId, given, spare } = await poolMeeting();
    expect((await given.get(`/rooms/${roomId}`)).status).toBe(200);
    expect(await hears(office, given, roomId)).toBe(true);
    expect((await spare.get(`/rooms/${roomId}`)).status).toBe(404);

    const names = { 'name-fi': 'Kuka tahansa', 'name-sv': 'Vem som helst', 'name-en': 'Anybody' };
    const left = { ...names, 'coaches[]': [mika.id, spare.id] };
    expect((await leena.post(`/times/pools/${pool}`, left)).status).toBe(303);
    await expectNoRoom(given, roomId, {});
    // Aino's time was of the same pool, but Mika has it as her coach too.
    const own = await roomOfBooking(office, hrefs[0] ?? '');
    expect((await mika.get(`/rooms/${own}`)).status).toBe(200);
  });

  test('is not there for a coach of a pool from when the client is protected, also in the middle of the meeting', async () => {
    const { office, ville, leena, at, roomId, given } = await poolMeeting();
    const protect = async (on: 'yes' | 'no') => {
      expect((await leena.post(`/people/${ville.id}/protection`, { protected: on })).status).toBe(303);
      const payload = { personId: ville.id } as never;
      for (const reaction of reactions.filter((one) => one.event === 'person.protection-changed'))
        for (const id of ['once', 'twice'])
          await office.inOffice((tx) => reaction.run(tx, { id, actorId: null, payload }));
    };
    await moveTo(office, at);
    const [visit, own] = [await arrive(ville, roomId), await arrive(given, roomId)];
    await protect('yes');
    await expectNoRoom(given, roomId, { visit, own });
    expect((await news(ville, roomId, visit)).people.map((one) => one.visit)).toEqual([visit]);
    // Whoever becomes the client's own coach meets them again, for as long as they are that.
    await office.relate(ville, given, { endsOn: todayIn() });
    expect((await given.get(`/rooms/${roomId}`)).status).toBe(200);
    await office.inOffice((tx) => tx.execute(sql`delete from relations where coach_id = ${given.id}`));
    await expectNoRoom(given, roomId, {});
    await protect('no');
    expect((await given.get(`/rooms/${roomId}`)).status).toBe(200);
  });
});

test('a coach taken off a group and a member who left it have no room of its meetings any more', async () => {
  // The group begins on that day too, whatever day it is when this is run.
  restoreClock = setClock(() => Temporal.Instant.from('2026-11-24T06:30:00Z'));
  const { office, groupId, mika, aino, ville, membershipOf } = await groupWith(house);
  const raili = await office.person('coach', { givenName: 'Raili' });
  await office.inOffice((tx) =>
    tx.execute(sql`insert into group_coaches (group_id, coach_id, starts_on)
      values (${groupId}, ${raili.id}, '2026-11-01')`),
  );
  const entry = { kind: 'live', title: 'Aamu', weekday: '2', starts: '09:00', ends: '09:30' };
  const ways = { 'ways[]': ['video', 'voice', 'text'], validFrom: '2026-11-01' };
  expect((await mika.post(`/groups/${groupId}/programme`, { ...entry, ...ways })).status).toBe(303);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ room_id: string }>(sql`select room_id from group_sessions
      where group_id = ${groupId} and room_id is not null`),
  );
  const roomId = rows[0]?.room_id ?? '';
  await moveTo(office, '2026-11-24T07:00:00Z');
  for (const person of [raili, aino, ville]) expect((await person.get(`/rooms/${roomId}`)).status).toBe(200);
  const [visit, own] = [await arrive(ville, roomId), await arrive(raili, roomId)];
  expect((await mika.post(`/groups/${groupId}/coaches/${raili.id}/removal`)).status).toBe(303);
  await expectNoRoom(raili, roomId, { visit, own });
  const leaving = `/groups/${groupId}/members/${await membershipOf(aino)}/leaving`;
  expect((await mika.post(leaving, { leavesOn: '2026-11-23' })).status).toBe(303);
  await expectNoRoom(aino, roomId, { visit });
  expect((await ville.get(`/rooms/${roomId}/visits/${visit}`)).status).toBe(200);
});
