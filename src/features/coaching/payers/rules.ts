// The periods in which payers are told of days. Pure.

/** Both days included. */
export type Period = { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate };

/** Periods of whole weeks; `firstDay` is the first day of one of them, whichever. */
export type Rhythm = { firstDay: Temporal.PlainDate; weeks: number };

/** The period in which `day` stands. */
export function periodAt(rhythm: Rhythm, day: Temporal.PlainDate): Period {
  const length = 7 * rhythm.weeks;
  const since = rhythm.firstDay.until(day).days;
  const startsOn = rhythm.firstDay.add({ days: Math.floor(since / length) * length });
  return { startsOn, endsOn: startsOn.add({ days: length - 1 }) };
}

/**
 * The period in which `day` stands, beside those that have been closed: a closed one is as it was closed, and an open
 * one gives way to the closed ones around it, so that a changed rhythm never tells a day twice.
 */
export function periodBeside(rhythm: Rhythm, closed: readonly Period[], day: Temporal.PlainDate): Period {
  const told = closed.find((one) => contains(one, day));
  if (told) return told;
  const whole = periodAt(rhythm, day);
  const ends = closed.map((one) => one.endsOn).filter((end) => isBefore(end, day));
  const starts = closed.map((one) => one.startsOn).filter((start) => isBefore(day, start));
  const startsOn = latest([whole.startsOn, ...ends.map((end) => end.add({ days: 1 }))]);
  const endsOn = earliest([whole.endsOn, ...starts.map((start) => start.subtract({ days: 1 }))]);
  return { startsOn, endsOn };
}

/** The periods from the one of `from` to the one of `to`, the latest first. */
export function periodsBetween(
  rhythm: Rhythm,
  closed: readonly Period[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Period[] {
  const periods: Period[] = [];
  let day = to;
  while (!isBefore(day, from)) {
    const period = periodBeside(rhythm, closed, day);
    periods.push(period);
    day = period.startsOn.subtract({ days: 1 });
  }
  return periods;
}

export function contains(period: Period, day: Temporal.PlainDate): boolean {
  return !isBefore(day, period.startsOn) && !isBefore(period.endsOn, day);
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;
const latest = (days: readonly Temporal.PlainDate[]) => days.reduce((a, b) => (isBefore(a, b) ? b : a));
const earliest = (days: readonly Temporal.PlainDate[]) => days.reduce((a, b) => (isBefore(a, b) ? a : b));
