// Pure: when drop-in hours are open, how long one waits, and what may be done with a place in the queue.

export const modes = ['phone', 'video', 'in-person'] as const;
export type Mode = (typeof modes)[number];

export const outcomes = ['served', 'no-answer', 'left', 'closed'] as const;
export type Outcome = (typeof outcomes)[number];

export type Hours = { weekday: number; starts: Temporal.PlainTime; ends: Temporal.PlainTime };

export type Opening =
  | { state: 'open'; closesAt: Temporal.Instant }
  | { state: 'closed'; opensAt: Temporal.Instant | undefined };

/** Next opening is looked for this many days ahead. */
const daysAhead = 21;

/** What to say of the hours at an instant. Hours are wall-clock time; on a closed day there are none. */
export function openingAt(
  hours: readonly Hours[],
  closed: ReadonlySet<string>,
  now: Temporal.Instant,
  zone: string,
): Opening {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  let opensAt: Temporal.Instant | undefined;
  for (let ahead = 0; ahead <= daysAhead && !opensAt; ahead++) {
    const day = today.add({ days: ahead });
    for (const { from, to } of spansOn(hours, closed, day, zone)) {
      if (Temporal.Instant.compare(to, now) <= 0) continue;
      if (Temporal.Instant.compare(from, now) <= 0) return { state: 'open', closesAt: to };
      opensAt ??= from;
    }
  }
  return { state: 'closed', opensAt };
}

// Hours that touch or overlap are one opening.
function spansOn(
  hours: readonly Hours[],
  closed: ReadonlySet<string>,
  day: Temporal.PlainDate,
  timeZone: string,
): { from: Temporal.Instant; to: Temporal.Instant }[] {
  if (closed.has(day.toString())) return [];
  const instant = (plainTime: Temporal.PlainTime) => day.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const spans: { from: Temporal.Instant; to: Temporal.Instant }[] = [];
  const ours = hours.filter((one) => one.weekday === day.dayOfWeek);
  for (const one of ours.sort((a, b) => Temporal.PlainTime.compare(a.starts, b.starts))) {
    const [from, to] = [instant(one.starts), instant(one.ends)];
    const last = spans.at(-1);
    if (last && Temporal.Instant.compare(from, last.to) <= 0)
      last.to = Temporal.Instant.compare(to, last.to) > 0 ? to : last.to;
    else if (Temporal.Instant.compare(from, to) < 0) spans.push({ from, to });
  }
  return spans;
}

export type Queue = {
  /** How many wait before one. */
  ahead: number;
  /** How many are being served now. */
  served: number;
  /** How many coaches serve; at least one is reckoned with. */
  coaches: number;
  /** How many minutes the latest took, in any order; empty at first. */
  recentMinutes: readonly number[];
  /** How long one takes while nothing else is known. */
  usualMinutes: number;
};

/**
 * The expected wait in minutes, in steps of five; 0 when it is one's turn at once. One takes as long as the latest took
 * in the middle (the median: one long talk does not frighten everybody), and those being served are half done.
 */
export function expectedWait({ ahead, served, coaches, recentMinutes, usualMinutes }: Queue): number {
  const servers = Math.max(1, coaches);
  if (ahead === 0 && served < servers) return 0;
  const each = recentMinutes.length >= 3 ? median(recentMinutes) : usualMinutes;
  const minutes = ((ahead + Math.min(served, servers) / 2) * each) / servers;
  return Math.max(5, Math.ceil(minutes / 5) * 5);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, at = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? at : (below + at) / 2;
}

/** Whether the turn may not come before the hours end. */
export const mayNotReach = (
  waitMinutes: number,
  closesAt: Temporal.Instant,
  now: Temporal.Instant,
): boolean => Temporal.Instant.compare(now.add({ minutes: waitMinutes }), closesAt) >= 0;

export type PlaceState = {
  calledAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  outcome: Outcome | null;
  callbackAskedAt: Temporal.Instant | null;
};

export const isWaiting = (place: PlaceState): boolean => place.calledAt === null && place.endedAt === null;
export const isCalled = (place: PlaceState): boolean => place.calledAt !== null && place.endedAt === null;
/** Whoever has been called may still go. */
export const mayLeave = (place: PlaceState): boolean => place.endedAt === null;
/** A call back is offered to whoever the hours ended before, and to whoever was called and not reached. */
export const mayAskCallback = (place: PlaceState): boolean =>
  (place.outcome === 'closed' || place.outcome === 'no-answer') && place.callbackAskedAt === null;
