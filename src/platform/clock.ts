// The only place that reads the clock. Tests and the demonstration may set another source; nothing else may
// ask the machine what time it is, so that a day's rules can be tried on any day.

// The database keeps microseconds; a finer instant would differ from itself once it has been written and read.
let source: () => Temporal.Instant = () =>
  Temporal.Now.instant().round({ smallestUnit: 'microsecond', roundingMode: 'floor' });

/** The present instant. */
export function now(): Temporal.Instant {
  return source();
}

/** The zone of the house; an office elsewhere has its own (IANA name). */
export const houseZone = 'Europe/Helsinki';

/** The present wall-clock time in `zone`. */
export function nowIn(zone = houseZone): Temporal.ZonedDateTime {
  return now().toZonedDateTimeISO(zone);
}

/** The calendar day it is now in `zone`. */
export function todayIn(zone = houseZone): Temporal.PlainDate {
  return nowIn(zone).toPlainDate();
}

/** Replaces the source of time; returns a function that puts the old one back. For tests and demonstrations. */
export function setClock(next: () => Temporal.Instant): () => void {
  const previous = source;
  source = next;
  return () => {
    source = previous;
  };
}

/** Monotonic milliseconds, for measuring how long something took; never a time of day. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
