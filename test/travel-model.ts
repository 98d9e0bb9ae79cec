// A model of a coach who meets people at two places: whatever is booked in whatever order, they can always be there.
import fc from 'fast-check';
import { freeTimes, type Taken, usualTerms } from '../src/features/contact/bookings/rules.ts';

const zone = 'Europe/Helsinki';
const day = Temporal.PlainDate.from('2026-11-24');
const wall = (minute: number) =>
  Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });

export const travelArbitrary = fc.record({
  spans: fc.array(
    fc.record({
      starts: fc.integer({ min: 7 * 4, max: 16 * 4 }),
      quarters: fc.integer({ min: 2, max: 12 }),
      place: fc.constantFrom('Asematie 7', 'Rantakatu 2'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  minutes: fc.integer({ min: 15, max: 60 }),
  bufferMinutes: fc.integer({ min: 0, max: 20 }),
  travelMinutes: fc.integer({ min: 1, max: 90 }),
  presses: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
});

type Case = typeof travelArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Throws when somebody is expected at two places without the time to get from one to the other, or a time is lost. */
export function checkTravel(made: Case): void {
  const { minutes, bufferMinutes, travelMinutes } = made;
  const taken: Taken[] = [];
  const ask = () =>
    freeTimes({
      hours: made.spans.map(({ starts, quarters, place }) => ({
        weekday: day.dayOfWeek,
        starts: wall(starts * 15),
        ends: wall((starts + quarters) * 15),
        modes: ['in-person' as const],
        place,
        validFrom: day,
        validUntil: null,
      })),
      exceptions: [],
      closed: new Set(),
      taken,
      terms: { ...usualTerms, minutes, bufferMinutes, noticeHours: 0, dailyMost: 50 },
      zone,
      from: day,
      to: day,
      now: day.toZonedDateTime(zone).toInstant(),
      travel: () => travelMinutes,
    });
  const all = ask();
  for (const press of made.presses) {
    const free = ask();
    const chosen = free[press % Math.max(1, free.length)];
    if (!chosen) break;
    const until = chosen.endsAt.add({ minutes: bufferMinutes });
    taken.push({ who: 'coach', from: chosen.startsAt, until, ends: chosen.endsAt, place: chosen.place });
    checkReachable(taken, travelMinutes);
  }
  const left = new Set(ask().map((one) => one.startsAt.toString()));
  for (const one of all) {
    const met = taken.some((other) => meets(one, other, { bufferMinutes, travelMinutes }));
    if (met === left.has(one.startsAt.toString()))
      throw new Error(met ? 'cannot be there' : 'a time was lost');
  }
}

type Spot = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; place: string | null };

function meets(one: Spot, other: Taken, gap: { bufferMinutes: number; travelMinutes: number }): boolean {
  const apart = Math.max(gap.bufferMinutes, one.place === other.place ? 0 : gap.travelMinutes) * 60;
  const [from, ends] = [other.from, other.ends ?? other.until].map((at) => at.epochMilliseconds / 1000);
  const [starts, over] = [one.startsAt, one.endsAt].map((at) => at.epochMilliseconds / 1000);
  return (starts ?? 0) < (ends ?? 0) + apart && (from ?? 0) < (over ?? 0) + apart;
}

function checkReachable(taken: readonly Taken[], travelMinutes: number): void {
  const sorted = taken.toSorted((a, b) => Temporal.Instant.compare(a.from, b.from));
  for (const [at, one] of sorted.entries()) {
    const next = sorted[at + 1];
    if (!next || next.place === one.place) continue;
    if ((one.ends ?? one.until).until(next.from).total('minutes') < travelMinutes)
      throw new Error('nobody can be at two places');
  }
}
