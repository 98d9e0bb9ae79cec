import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { firstFree, freeOn, meetingWith } from '../../../../test/meeting.ts';
import { refusedConstraint } from '../../../platform/errors.ts';
import { keepGroupTimes } from './group-times.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const zone = 'Europe/Helsinki';
const entry = crypto.randomUUID();

function holdAt(coachId: string, at: string) {
  const startsAt = Temporal.Instant.from(at);
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  return { coachId, sourceId: entry, day, startsAt, endsAt: startsAt.add({ minutes: 30 }), place: null };
}

test('no time is offered while the coach leads a group, and it comes back when the group does not meet', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const at = await firstFree(aino);
  const week = `?week=${at.slice(0, 10)}`;
  const hold = holdAt(mika.id, at);
  const today = Temporal.Now.plainDateISO(zone);
  for (let run = 0; run < 2; run++) await office.inOffice((tx) => keepGroupTimes(tx, [entry], today, [hold]));
  expect(await freeOn(aino, week)).not.toContain(at);
  expect((await aino.post('/times', { coach: mika.id, at, mode: 'video' })).status).toBe(422);
  const { rows } = await office.inOffice((tx) =>
    tx.execute(sql`select 1 from coach_times where kind = 'group'`),
  );
  expect(rows).toHaveLength(1);
  await office.inOffice((tx) => keepGroupTimes(tx, [entry], today, []));
  expect(await freeOn(aino, week)).toContain(at);
});

test('the database itself refuses a booking in a group’s time, and a group’s time where a booking stands', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const at = await firstFree(aino);
  const hold = holdAt(mika.id, at);
  const today = Temporal.Now.plainDateISO(zone);
  await office.inOffice((tx) => keepGroupTimes(tx, [entry], today, [hold]));
  const write = () =>
    office.inOffice((tx) =>
      tx.execute(sql`insert into bookings (client_id, coach_id, day, starts, starts_at, ends_at, busy_until, mode)
        values (${aino.id}, ${mika.id}, ${hold.day.toString()}, '09:00', ${at}::timestamptz, ${at}::timestamptz
          + interval '20 minutes', ${at}::timestamptz + interval '20 minutes', 'phone')`),
    );
  const refused = await write().then(
    () => undefined,
    (error: unknown) => refusedConstraint(error),
  );
  expect(refused).toBe('booking_beside_no_group');
  await office.inOffice((tx) => keepGroupTimes(tx, [entry], today, []));
  await write();
  // The booking came first and stays; the group's time is held beside it for the list alone.
  await office.inOffice((tx) => keepGroupTimes(tx, [entry], today, [hold]));
  const { rows } = await office.inOffice((tx) =>
    tx.execute(sql`select kind, stands from coach_times order by kind`),
  );
  expect(rows).toEqual([
    { kind: 'booking', stands: true },
    { kind: 'group', stands: false },
  ]);
  // Once it is gone, the next night makes the group's time stand.
  await office.inOffice((tx) =>
    tx.execute(sql`update bookings set cancelled_at = now(), cancel_reason = 'other'`),
  );
  await office.inOffice((tx) => keepGroupTimes(tx, [entry], today, [hold]));
  const after = await office.inOffice((tx) => tx.execute(sql`select kind, stands from coach_times`));
  expect(after.rows).toEqual([{ kind: 'group', stands: true }]);
});
