// The hours of the demonstration's day. It is going on whenever somebody looks, so its hours follow the hour of the
// start: half past one hour after the morning, yet never over midnight.
import { nowIn } from '../platform/clock.ts';

const halfHour = 30;
// From the common morning to the end of the closing round.
const dayMinutes = 315;
const sinceMorning = 100;

/** The minute of the day, from midnight, at which today's programme began. */
export function morningMinute(now = nowIn()): number {
  const minute = now.hour * 60 + now.minute;
  const wanted = Math.floor((minute - sinceMorning) / halfHour) * halfHour;
  return Math.max(0, Math.min(24 * 60 - dayMinutes - 15, wanted));
}

/** A wall-clock time so many minutes after midnight. */
export const wallClock = (minute: number): Temporal.PlainTime =>
  Temporal.PlainTime.from('00:00').add({ minutes: minute });

/** The instant of a minute of a day. */
export function momentOf(day: Temporal.PlainDate, minute: number): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: wallClock(minute) }).toInstant();
}
