// The hours of the demonstration's day. It is going on whenever somebody looks, so its hours follow the hour of the
// start, and there is something to join at once: at every minute, but never over midnight.
import { instantsOf, type SessionKind, type Way } from '../features/contact/groups/programme/rules.ts';
import { nowIn } from '../platform/clock.ts';
import type { Text } from '../platform/language.ts';
import { wallClock } from './clock-time.ts';

/** A piece of the day: minutes after the morning, kind, words. */
export type Piece = {
  from: number;
  to: number;
  kind: SessionKind;
  title: Text;
  ways: readonly Way[];
  host?: string;
};

/** The minute of the day, from midnight, at which the programme begins, and its pieces. */
export type Hours = { morning: number; pieces: readonly Piece[] };

const anyWay: readonly Way[] = ['video', 'voice', 'text'];
const words = {
  morning: { fi: 'Yhteinen aamu', sv: 'Gemensam morgon', en: 'Morning together' },
  own: { fi: 'Omat tehtävät', sv: 'Egna uppgifter', en: 'Own tasks' },
  together: { fi: 'Yhteinen työhetki', sv: 'Arbetsstund tillsammans', en: 'Working together' },
  onwards: { fi: 'Omat tehtävät jatkuvat', sv: 'Egna uppgifter fortsätter', en: 'Own tasks go on' },
  midday: { fi: 'Keskipäivän kuulumiset', sv: 'Mitt på dagen', en: 'Midday contact' },
  theme: { fi: 'Hyvän olon hetki', sv: 'En stund för välmående', en: 'A moment of wellbeing' },
  round: { fi: 'Päivän lopetus', sv: 'Dagens avslutning', en: 'Closing of the day' },
  workshop: { fi: 'Verstaalla tai kotona', sv: 'I verkstaden eller hemma', en: 'At the workshop or at home' },
} as const;

const morning: Piece = { from: 0, to: 30, kind: 'live', title: words.morning, ways: anyWay };
const own: Piece = { from: 30, to: 90, kind: 'own-work', title: words.own, ways: ['on-site', 'text'] };
export const together: Piece = { from: 90, to: 150, kind: 'live', title: words.together, ways: anyWay };
const theme: Piece = { from: 210, to: 270, kind: 'live', title: words.theme, ways: anyWay, host: 'kaarna' };
const round: Piece = { from: 285, to: 315, kind: 'live', title: words.round, ways: anyWay };
const rest: readonly Piece[] = [
  { from: 150, to: 180, kind: 'own-work', title: words.onwards, ways: ['on-site', 'text'] },
  { from: 180, to: 195, kind: 'contact-point', title: words.midday, ways: ['phone', 'text'] },
  theme,
  round,
];

const dayPieces: readonly Piece[] = [morning, own, together, ...rest];
// After midnight there has been no time for own tasks yet.
const nightPieces: readonly Piece[] = [
  morning,
  { ...together, from: own.from, to: own.to },
  { ...own, from: together.from, to: together.to },
  ...rest,
];
export const shortDayPieces: readonly Piece[] = [
  { from: 0, to: 45, kind: 'live', title: words.morning, ways: anyWay },
  { from: 45, to: 240, kind: 'own-work', title: words.workshop, ways: ['on-site', 'text'] },
];

const lastMorning = 24 * 60 - round.to;
/** The door of a session is open this long before it. */
const doorMinutes = 15;

/**
 * The hours of a day that goes on at `now`: everybody is working together, with some of the day behind them. Late in
 * the evening the day is further on, so that it is over by midnight; in the first hours of the night it has just begun.
 */
export function hoursNow(now = nowIn()): Hours {
  const found =
    morningWith(now, together, { begun: 10, left: 20, step: 30 }) ??
    morningWith(now, theme, { begun: 10, left: 20, step: 30 }) ??
    morningWith(now, round, { begun: 0, left: doorMinutes, step: 15 });
  if (found !== undefined) return { morning: found, pieces: dayPieces };
  if (now.hour >= 12) return { morning: lastMorning, pieces: dayPieces };
  const soon = now.hour * 60 + now.minute >= together.from - doorMinutes;
  return { morning: 0, pieces: soon ? dayPieces : nightPieces };
}

/** The hours of a day that begins at midnight. */
export const nightHours: Hours = { morning: 0, pieces: nightPieces };

type Wanted = { begun: number; left: number; step: number };

/** The earliest morning with which the piece has gone on for so many minutes and more than so many are left. */
function morningWith(
  now: Temporal.ZonedDateTime,
  piece: Piece,
  { begun, left, step }: Wanted,
): number | undefined {
  const at = now.toInstant();
  for (let minute = 0; minute <= lastMorning; minute += step) {
    const [starts, ends] = [wallClock(minute + piece.from), wallClock(minute + piece.to)];
    const { startsAt, endsAt } = instantsOf(now.toPlainDate(), starts, ends, now.timeZoneId);
    const isOn =
      Temporal.Instant.compare(startsAt.add({ minutes: begun }), at) <= 0 &&
      Temporal.Instant.compare(at, endsAt.subtract({ minutes: left })) < 0;
    if (isOn) return minute;
  }
  return undefined;
}
