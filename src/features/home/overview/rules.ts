// Which days a number of the overview counts. Pure.

import type { WeekDay } from '../../coaching/confirmation/door.ts';
import type { Way } from '../../coaching/days/door.ts';

export const kinds = ['expected', 'confirmed', 'open', 'silent', 'way', 'technology'] as const;
export type Kind = (typeof kinds)[number];

/** What is shown below: a kind of rows, of one day, one coach or one way when told. */
export type Show = {
  kind: Kind;
  day?: string | undefined;
  /** A coach's id, or `none` for clients without a coach. */
  coach?: string | undefined;
  way?: Way | undefined;
};

export const isKind = (value: string | undefined): value is Kind =>
  (kinds as readonly (string | undefined)[]).includes(value);

export const ways: readonly Way[] = ['video', 'voice', 'text', 'phone', 'on-site'];

export function isInShow(
  day: Pick<WeekDay, 'class' | 'waits' | 'silentSince' | 'day' | 'coach'>,
  minutes: ReadonlyMap<Way, number> | undefined,
  show: Show,
): boolean {
  if (show.day !== undefined && day.day.toString() !== show.day) return false;
  if (show.coach !== undefined && (day.coach?.id ?? 'none') !== show.coach) return false;
  switch (show.kind) {
    case 'expected':
      return true;
    case 'confirmed':
      return day.class !== null;
    case 'open':
      return day.waits;
    case 'silent':
      return day.silentSince !== null;
    case 'way':
      return show.way === undefined ? minutes !== undefined : (minutes?.get(show.way) ?? 0) > 0;
    case 'technology':
      return false;
  }
}

/** Minutes by way of all days together, whole. */
export function minutesByWay(days: Iterable<ReadonlyMap<Way, number>>): Map<Way, number> {
  const sums = new Map<Way, number>();
  for (const minutes of days)
    for (const [way, amount] of minutes) sums.set(way, (sums.get(way) ?? 0) + amount);
  return new Map([...sums].map(([way, amount]) => [way, Math.round(amount)]));
}
