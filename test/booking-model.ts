// A model of one coach's calendar: hours, exceptions and bookings at random, among them both nights on which the clock
// changes. Every free time is pressed in some order, as clients would; the rules must never let two of them meet.
import fc from 'fast-check';
import {
  type Asked,
  freeTimes,
  type HoursException,
  instantOf,
  type Taken,
  type WeeklyHours,
  weekAfterWeek,
} from '../src/features/contact/bookings/rules.ts';

export const zone = 'Europe/Helsinki';
const modes = ['video', 'phone'] as const;

/** The last Sundays of March and October, on which the clock changes, and other days of ten years. */
const dayArbitrary = fc.oneof(
  fc.integer({ min: 2026, max: 2035 }).map((year) => lastSunday(year, 3)),
  fc.integer({ min: 2026, max: 2035 }).map((year) => lastSunday(year, 10)),
  fc.integer({ min: 0, max: 3650 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days })),
);

function lastSunday(year: number, month: number): Temporal.PlainDate {
  const last = Temporal.PlainDate.from({ year, month, day: 31 });
  return last.subtract({ days: last.dayOfWeek % 7 });
}

const spanArbitrary = fc
  .tuple(fc.integer({ min: 0, max: 94 }), fc.integer({ min: 1, max: 48 }))
  .map(([quarter, long]) => ({
    starts: quarter * 15,
    ends: Math.min(quarter * 15 + long * 15, 23 * 60 + 45),
  }))
  .filter((span) => span.ends > span.starts);

const time = (minute: number) =>
  Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });

export const calendarArbitrary = fc
  .record({
    from: dayArbitrary,
    days: fc.integer({ min: 0, max: 4 }),
    spans: fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), spanArbitrary), { maxLength: 8 }),
    exceptions: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 9 }), spanArbitrary, fc.constantFrom('away', 'extra', 'all-day')),
      { maxLength: 4 },
    ),
    closed: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 2 }),
    minutes: fc.integer({ min: 15, max: 120 }),
    bufferMinutes: fc.integer({ min: 0, max: 60 }),
    noticeHours: fc.integer({ min: 0, max: 48 }),
    dailyMost: fc.integer({ min: 1, max: 12 }),
    presses: fc.array(fc.nat(), { maxLength: 5 }),
  })
  .map((made) => ({ ...made, asked: askedOf(made) }));

type Made = {
  from: Temporal.PlainDate;
  days: number;
  spans: readonly [number, { starts: number; ends: number }][];
  exceptions: readonly [number, { starts: number; ends: number }, string][];
  closed: readonly number[];
  minutes: number;
  bufferMinutes: number;
  noticeHours: number;
  dailyMost: number;
};

function askedOf(made: Made): Asked {
  const { from, minutes, bufferMinutes, noticeHours, dailyMost } = made;
  const hours = made.spans.map(
    ([weekday, span]): WeeklyHours => ({
      weekday,
      starts: time(span.starts),
      ends: time(span.ends),
      modes,
      place: null,
      validFrom: from,
      validUntil: null,
    }),
  );
  const exceptions = made.exceptions.map(
    ([day, span, kind]): HoursException => ({
      day: from.add({ days: day }),
      kind: kind === 'extra' ? 'extra' : 'away',
      starts: kind === 'all-day' ? null : time(span.starts),
      ends: kind === 'all-day' ? null : time(span.ends),
      modes,
      place: null,
    }),
  );
  return {
    hours,
    exceptions,
    closed: new Set(made.closed.map((day) => from.add({ days: day }).toString())),
    taken: [],
    terms: { minutes, bufferMinutes, noticeHours, aheadDays: 366, dailyMost },
    zone,
    from,
    to: from.add({ days: made.days }),
    now: from.toZonedDateTime(zone).toInstant(),
  };
}

type Case = ReturnType<typeof askedOf>;
const key = (at: Temporal.Instant) => at.toString();

/** Throws when a rule of the calendar does not hold. */
export function checkCalendar({ asked, presses }: { asked: Case; presses: readonly number[] }): void {
  const booked: Taken[] = [];
  let free = freeTimes(asked);
  checkOffer(asked, free, booked);
  for (const press of presses) {
    const chosen = free[press % Math.max(1, free.length)];
    if (!chosen) break;
    const busyUntil = chosen.endsAt.add({ minutes: asked.terms.bufferMinutes });
    booked.push({ who: 'coach', from: chosen.startsAt, until: busyUntil });
    const left = freeTimes({ ...asked, taken: booked });
    checkOffer({ ...asked, taken: booked }, left, booked);
    if (left.some((one) => one.startsAt.equals(chosen.startsAt))) throw new Error('a taken time is offered');
    checkNothingLost(asked, free, left, chosen.day, booked);
    free = left;
  }
  checkApart(booked.map((one) => ({ from: one.from, until: one.until })));
  // Cancelling everything gives back exactly what was there.
  const again = freeTimes({ ...asked, taken: [] }).map((one) => key(one.startsAt));
  if (
    again.join() !==
    freeTimes(asked)
      .map((one) => key(one.startsAt))
      .join()
  )
    throw new Error('a time was lost');
}

function checkOffer(asked: Asked, free: ReturnType<typeof freeTimes>, booked: readonly Taken[]): void {
  const soonest = asked.now.add({ hours: asked.terms.noticeHours });
  for (const one of free) {
    if (asked.closed.has(one.day.toString())) throw new Error('a closed day is offered');
    if (Temporal.Instant.compare(one.startsAt, soonest) < 0) throw new Error('too soon');
    const here = one.startsAt.toZonedDateTimeISO(asked.zone);
    if (!here.toPlainDate().equals(one.day) || !here.toPlainTime().equals(one.time))
      throw new Error('the wall clock says something else');
    if (one.startsAt.until(one.endsAt).total('minutes') !== asked.terms.minutes)
      throw new Error('another length');
    if (asked.exceptions.some((gone) => gone.kind === 'away' && !gone.starts && gone.day.equals(one.day)))
      throw new Error('the coach is away');
  }
  const pause = { minutes: asked.terms.bufferMinutes };
  checkApart([
    ...free.map((one) => ({ from: one.startsAt, until: one.endsAt.add(pause) })),
    ...booked.map(({ from, until }) => ({ from, until })),
  ]);
}

/** No two stretches meet; each ends before the next begins. */
function checkApart(stretches: { from: Temporal.Instant; until: Temporal.Instant }[]): void {
  const sorted = stretches.toSorted((a, b) => Temporal.Instant.compare(a.from, b.from));
  for (const [at, one] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next && Temporal.Instant.compare(next.from, one.until) < 0) throw new Error('two times meet');
  }
}

/** A booking takes only times that it meets; others stay, unless the day has as many as it may. */
function checkNothingLost(
  asked: Asked,
  before: ReturnType<typeof freeTimes>,
  after: ReturnType<typeof freeTimes>,
  day: Temporal.PlainDate,
  booked: readonly Taken[],
): void {
  const onDay = booked.filter((one) =>
    one.from.toZonedDateTimeISO(asked.zone).toPlainDate().equals(day),
  ).length;
  const full = onDay >= asked.terms.dailyMost;
  const left = new Set(after.map((one) => key(one.startsAt)));
  const pressed = booked.at(-1);
  for (const one of before) {
    if (full && one.day.equals(day)) continue;
    if (pressed && one.startsAt.equals(pressed.from)) continue;
    if (!left.has(key(one.startsAt))) throw new Error('a time was lost');
  }
}

/** Times that come back each week stand on the same wall-clock time; only one that the clock skips is missing. */
export function checkRecurrence({
  from,
  minute,
  weeks,
}: {
  from: Temporal.PlainDate;
  minute: number;
  weeks: number;
}) {
  const first = instantOf(from, minute, zone);
  if (!first) return;
  const times = weekAfterWeek(first, weeks, zone);
  // Only the hour from three to four of the last Sunday of March is skipped.
  const days = Array.from({ length: weeks }, (_, week) => from.add({ weeks: week }));
  const skipped = days.filter(
    (day) => minute >= 180 && minute < 240 && day.month === 3 && day.dayOfWeek === 7 && day.day > 24,
  );
  if (times.length !== weeks - skipped.length) throw new Error('a week was lost');
  for (const at of times)
    if (!at.toZonedDateTimeISO(zone).toPlainTime().equals(time(minute)))
      throw new Error('the wall clock moved');
}

/** Series of at most `most` weeks that begin on any day of ten years. */
export const recurrenceArbitrary = (most: number) =>
  fc.record({
    from: dayArbitrary,
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    // Mostly as long as anybody books, now and then as long as may be.
    weeks: fc.oneof(
      { weight: 19, arbitrary: fc.integer({ min: 1, max: Math.min(26, most) }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: most }) },
    ),
  });
