// Whoever starts the demonstration, at whatever minute, finds something to join.
import { expect, test } from 'vitest';
import { instantsOf } from '../features/contact/groups/programme/rules.ts';
import { wallClock } from './clock-time.ts';
import { hoursNow } from './day-hours.ts';

const zone = 'Europe/Helsinki';

/** Minutes until the nearest live session that is not over, 0 when it goes on; and how long the day goes on still. */
function waitAt(now: Temporal.ZonedDateTime): { wait: number; left: number } {
  const { morning, pieces } = hoursNow(now);
  const waits = [Number.POSITIVE_INFINITY];
  let left = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const [starts, ends] = [wallClock(morning + piece.from), wallClock(morning + piece.to)];
    const { startsAt, endsAt } = instantsOf(now.toPlainDate(), starts, ends, zone);
    const until = (instant: Temporal.Instant) => now.toInstant().until(instant).total('minutes');
    left = Math.max(left, until(endsAt));
    if (piece.kind === 'live' && until(endsAt) > 0) waits.push(Math.max(0, until(startsAt)));
  }
  return { wait: Math.min(...waits), left };
}

// An ordinary day, the day that lacks an hour, the day that has one twice, the last of a year.
test.each(['2026-11-24', '2026-03-29', '2026-10-25', '2026-12-31'])(
  'at every minute of %s something is going on that can be joined, or its door is open',
  (day) => {
    const midnight = Temporal.PlainDate.from(day).toZonedDateTime(zone);
    const end = midnight.add({ days: 1 });
    for (let now = midnight; Temporal.ZonedDateTime.compare(now, end) < 0; now = now.add({ minutes: 1 })) {
      const { wait, left } = waitAt(now);
      const soon = now.hour === 1 ? 15 : 0;
      expect(wait, `minutes to wait at ${now}`).toBeLessThanOrEqual(soon);
      expect(left, `minutes left of the day at ${now}`).toBeGreaterThan(0);
    }
  },
);

test('the day is well on its way: an hour and a half by day, further on late in the evening', () => {
  const morningAt = (time: string) =>
    hoursNow(Temporal.ZonedDateTime.from(`2026-11-24T${time}[Europe/Helsinki]`)).morning / 60;
  expect([morningAt('10:05'), morningAt('20:39'), morningAt('20:40')]).toEqual([8, 18.5, 17]);
  expect([morningAt('22:45'), morningAt('23:50'), morningAt('00:20')]).toEqual([18, 18.75, 0]);
});
