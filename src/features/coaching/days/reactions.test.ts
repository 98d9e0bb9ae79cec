import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../test/cast.ts';
import { at, type CoachingDay, coachingDay, dayRow, openCoachingDay } from '../../../../test/coaching-day.ts';
import { setClock } from '../../../platform/clock.ts';
import { openSessionRoom, sessionsOn } from '../../contact/groups/door.ts';
import { postToThread } from '../../contact/messages/door.ts';
import { closedDays } from '../../ground/offices/tables.ts';
import { dayOf } from '../enrolments/expected.ts';
import { reactions as enrolmentReactions } from '../enrolments/reactions.ts';
import { sayHello } from './day-actions.ts';
import { factsOf } from './evidence.ts';
import { reactions as dayReactions } from './reactions.ts';

const reactions = [...enrolmentReactions, ...dayReactions];

let house: TestHouse;
let day: CoachingDay;
let putBack = () => {};

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  putBack = setClock(() => at('08:55'));
  day = await openCoachingDay(house);
});
afterEach(() => putBack());

/** Runs a reaction twice, as a worker that died between effect and mark does. */
async function reactTwice(
  name: string,
  payload: Record<string, string | number | null>,
  actorId: string | null = null,
): Promise<void> {
  const reaction = reactions.find((one) => one.name === name);
  if (!reaction) throw new Error(name);
  for (let run = 0; run < 2; run++) {
    await day.office.inOffice((tx) =>
      reaction.run(tx, { id: crypto.randomUUID(), actorId, payload: payload as never }),
    );
  }
}

const room = () =>
  day.office.inOffice(async (tx) => {
    const [session] = await sessionsOn(tx, { groupId: day.groupId }, coachingDay);
    return (await openSessionRoom(tx, session?.id ?? '')) ?? '';
  });

const hellos = async () => {
  const row = await dayRow(day.office, day.aino);
  return day.office.inOffice(async (tx) => (await factsOf(tx, row.id))?.hellos.map((hello) => hello.way));
};

/** A message in Aino's thread, written at this time. Gives what its event tells. */
async function written(by: TestPerson, time: string, added = { days: 0 }) {
  const postedAt = at(time).toZonedDateTimeISO('Europe/Helsinki').add(added).toInstant().toString();
  return day.office.inOffice(async (tx) => {
    const messageId = await postToThread(tx, by.actor, day.aino.id, 'Huomenta');
    await tx.execute(sql`update messages set posted_at = ${postedAt}::timestamptz where id = ${messageId}`);
    return { messageId, conversationId: crypto.randomUUID(), clientId: day.aino.id };
  });
}

test.each(['greetWhoJoined', 'greetWhoWaits'])('coming to a room is a hello, once (%s)', async (name) => {
  const roomId = await room();
  await reactTwice(name, { roomId, personId: day.aino.id, visitId: crypto.randomUUID() });
  expect(await hellos()).toEqual(['room']);
});

test('whoever writes to the coach or the group is heard, once; a coach who writes greets nobody’s day', async () => {
  await reactTwice('greetWhoWrote', await written(day.mika, '08:50'), day.mika.id);
  expect(await hellos()).toEqual([]);
  await day.office.inOffice((tx) =>
    tx.execute(sql`update days set silent_since = now() where client_id = ${day.aino.id}`),
  );
  await reactTwice('greetWhoWrote', await written(day.aino, '08:50'), day.aino.id);
  expect(await hellos()).toEqual(['page']);
  expect((await dayRow(day.office, day.aino)).silenceEndedAt).not.toBeNull();
});

test('what was written the evening before, and is heard of after midnight, is no hello of today', async () => {
  await reactTwice('greetWhoWrote', await written(day.aino, '23:59', { days: -1 }), day.aino.id);
  expect(await hellos()).toEqual([]);
});

test('a coach who comes to the room greets nobody’s day', async () => {
  const roomId = await room();
  await reactTwice('greetWhoJoined', { roomId, personId: day.mika.id, visitId: crypto.randomUUID() });
  expect(await hellos()).toEqual([]);
  expect(await day.office.inOffice((tx) => dayOf(tx, day.mika.id, coachingDay))).toBeUndefined();
});

test('when the office closes a day, untouched days of it go and others stay; opened again they are back', async () => {
  const [tomorrow, next] = [coachingDay.add({ days: 1 }), coachingDay.add({ days: 2 })];
  const close = (on: Temporal.PlainDate) =>
    day.office.inOffice((tx) =>
      tx
        .insert(closedDays)
        .values({ day: on, reason: { fi: 'Kiinni', sv: 'Stängt', en: 'Closed' }, source: 'office' }),
    );
  const there = (on: Temporal.PlainDate) =>
    day.office.inOffice(async (tx) => (await dayOf(tx, day.aino.id, on)) !== undefined);
  await day.office.inOffice(async (tx) => {
    const touched = await dayOf(tx, day.aino.id, next);
    if (touched) await sayHello(tx, day.mika.id, touched, 'phone');
  });
  await close(tomorrow);
  await close(next);
  await reactTwice('keepDaysToOpenDays', { year: 2026 });
  expect([await there(tomorrow), await there(next)]).toEqual([false, true]);
  await day.office.inOffice((tx) => tx.delete(closedDays));
  await reactTwice('keepDaysToOpenDays', { year: 2026 });
  expect([await there(tomorrow), await there(next)]).toEqual([true, true]);
});
