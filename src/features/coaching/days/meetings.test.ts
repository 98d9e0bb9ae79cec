import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { at, type CoachingDay, coachingDay, dayRow, openCoachingDay } from '../../../../test/coaching-day.ts';
import { setClock } from '../../../platform/clock.ts';
import {
  addHours,
  bookingById,
  bookTime,
  changeMode,
  type Mode,
  type Outcome,
  tellOutcome,
} from '../../contact/bookings/door.ts';
import { monthOf } from '../months/month.ts';
import { notePresence } from './day-actions.ts';
import { factsOf } from './evidence.ts';
import { keepMeeting } from './meetings.ts';
import { reactions } from './reactions.ts';
import { suggestDay } from './rules.ts';

let house: TestHouse;
let day: CoachingDay;
let putBack = () => {};

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  putBack = setClock(() => at('14:05'));
  day = await openCoachingDay(house);
  const { office, mika } = day;
  await office.inOffice((tx) =>
    addHours(tx, mika.actor, {
      coachId: mika.id,
      weekday: coachingDay.dayOfWeek,
      starts: Temporal.PlainTime.from('14:30'),
      ends: Temporal.PlainTime.from('15:30'),
      modes: ['video', 'phone', 'in-person'],
      place: 'Huone 2',
    }),
  );
});
afterEach(() => putBack());

const rule = {
  minimumMinutes: 240,
  liveWeight: { video: 1, voice: 1, text: 1, 'on-site': 1, phone: 0 },
  ownWorkWeight: { proved: 1, unproved: 1 },
  ownWorkCapMinutes: 100,
  diaryMinutes: 15,
  contactMinutes: 10,
  contactCapMinutes: 20,
};

/** Books half past two for Aino. */
async function book(mode: Mode): Promise<string> {
  const wish = { clientId: day.aino.id, coachId: day.mika.id, startsAt: at('14:30'), mode };
  const booked = await day.office.inOffice((tx) => bookTime(tx, day.mika.actor, wish));
  if (!booked.ok) throw new Error(booked.reason);
  return booked.bookingId;
}

/** The coach tells what came of it, and the news is heard twice, as when a worker dies between effect and mark. */
async function tell(bookingId: string, outcome: Outcome): Promise<void> {
  setClock(() => at('15:10'));
  await day.office.inOffice(async (tx) => {
    const booking = await bookingById(tx, bookingId);
    expect(booking && (await tellOutcome(tx, day.mika.actor, booking, outcome))).toBe(true);
  });
  const { rows } = await day.office.inOffice((tx) =>
    tx.execute<{
      name: string;
    }>(sql`select name from events where name in ('booking.happened', 'booking.missed')
      order by position desc limit 1`),
  );
  const heard = reactions.filter((one) => one.event === rows[0]?.name);
  expect(heard.length).toBeGreaterThan(0);
  for (const reaction of [...heard, ...heard])
    await day.office.inOffice((tx) =>
      reaction.run(tx, { id: crypto.randomUUID(), actorId: null, payload: { bookingId } as never }),
    );
}

const spans = async () => {
  const row = await dayRow(day.office, day.aino);
  const facts = await day.office.inOffice((tx) => factsOf(tx, row.id));
  return facts?.live.map(({ way, from, to }) => `${way} ${Math.round(from - 870)}–${Math.round(to - 870)}`);
};

/** Aino was measured in the booking's call room from one minute of the meeting to another. */
async function measured(bookingId: string, from: number, to: number): Promise<void> {
  const instant = (minute: number) => at('14:30').add({ minutes: minute }).toString();
  await day.office.inOffice(async (tx) => {
    const booking = await bookingById(tx, bookingId);
    await tx.execute(sql`
      with v as (insert into room_visits (room_id, person_id, way, arrived_at, seen_at)
        values (${booking?.roomId}, ${day.aino.id}, 'video', ${instant(from)}, ${instant(to)}) returning *)
      insert into room_ways (visit_id, room_id, person_id, way, from_at, seen_at, ended)
        select v.id, v.room_id, v.person_id, 'video', v.arrived_at, v.seen_at, true from v`);
  });
}

describe('a meeting of which the coach told that it happened', () => {
  test('is evidence in the way it took place, without the minutes that the client was late', async () => {
    const bookingId = await book('in-person');
    await tell(bookingId, { happened: true, actualMode: 'in-person', lateMinutes: 5 });
    expect(await spans()).toEqual(['on-site 5–30']);
  });

  test('told again, the latest word holds and nothing counts twice; not after all, it counts for nothing', async () => {
    const bookingId = await book('phone');
    await tell(bookingId, { happened: true, actualMode: 'phone', lateMinutes: 0 });
    await tell(bookingId, { happened: true, actualMode: 'in-person', lateMinutes: 0 });
    expect(await spans()).toEqual(['on-site 0–30']);
    await tell(bookingId, { happened: false, reason: 'technology' });
    expect(await spans()).toEqual([]);
  });

  test('is seen in the sums of the month by its real way', async () => {
    const bookingId = await book('video');
    await tell(bookingId, { happened: true, actualMode: 'phone', lateMinutes: 0 });
    const month = await day.office.inOffice((tx) => monthOf(tx, day.aino.id, coachingDay.toPlainYearMonth()));
    expect(month.sums.ways).toMatchObject({ phone: 30, video: 0 });
    expect(await (await day.aino.get('/my-days?month=2026-11')).text()).toContain('30 min');
  });

  test('speaks for no day when nobody expects the client', async () => {
    const ville = await day.office.person('client', { givenName: 'Ville' });
    const told = {
      sourceId: crypto.randomUUID(),
      clientId: ville.id,
      way: 'phone' as const,
      fromAt: at('14:30'),
      toAt: at('15:00'),
      roomId: null,
      toldBy: day.mika.id,
    };
    await day.office.inOffice((tx) => keepMeeting(tx, told));
    const { rows } = await day.office.inOffice((tx) => tx.execute(sql`select 1 from day_presences`));
    expect(rows).toEqual([]);
  });
});

test('a mark that weighs less beside a told meeting takes nothing away from the day', async () => {
  const bookingId = await book('in-person');
  await tell(bookingId, { happened: true, actualMode: 'in-person', lateMinutes: 0 });
  const row = await dayRow(day.office, day.aino);
  const counted = async () => {
    const facts = await day.office.inOffice((tx) => factsOf(tx, row.id));
    return facts && suggestDay({ ...rule, liveWeight: { ...rule.liveWeight, phone: 0.5 } }, facts.evidence);
  };
  const before = await counted();
  await day.office.inOffice((tx) =>
    notePresence(tx, day.mika.actor, row, { way: 'phone', fromAt: at('14:40'), toAt: at('15:10') }),
  );
  expect(before?.countedMinutes).toBe(30);
  expect((await counted())?.countedMinutes).toBe(35);
});

describe('a call of which the minutes were measured', () => {
  test('counts by them alone, whatever the booked time was', async () => {
    const bookingId = await book('video');
    await measured(bookingId, 3, 21);
    await tell(bookingId, { happened: true, actualMode: 'video', lateMinutes: 0 });
    expect(await spans()).toEqual(['video 3–21']);
  });

  test('that went on by phone is one meeting: measured until then, told from there on', async () => {
    const bookingId = await book('video');
    await measured(bookingId, 0, 8);
    setClock(() => at('14:38'));
    await day.office.inOffice(async (tx) => {
      const booking = await bookingById(tx, bookingId);
      if (!booking) throw new Error('no booking');
      await changeMode(tx, day.mika.actor, booking, 'phone');
    });
    await tell(bookingId, { happened: true, actualMode: 'phone', lateMinutes: 0 });
    expect(await spans()).toEqual(['video 0–8', 'phone 8–30']);
  });
});

test('a meeting whose way weighs nothing by the rule is a contact with the coach, and never both', () => {
  const evidence = { ownWork: [], diary: false, coachContacts: 0 };
  const span = { from: 600, to: 630 };
  expect(
    suggestDay(rule, { ...evidence, live: [{ ...span, way: 'phone' }], meetings: ['phone'] }).countedMinutes,
  ).toBe(10);
  expect(
    suggestDay(rule, { ...evidence, live: [{ ...span, way: 'video' }], meetings: ['video'] }).countedMinutes,
  ).toBe(30);
});
