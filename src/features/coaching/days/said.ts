// Instants as staff read them in lists, on the office's wall clock.
import { type Language, sayDay, sayTime, shortTime } from '../../../platform/language.ts';

/** "ti 24.11. klo 9.30". */
export function sayMoment(language: Language, at: Temporal.Instant, zone: string): string {
  const here = at.toZonedDateTimeISO(zone);
  return `${sayDay(language, here.toPlainDate(), 'short')} ${sayTime(language, here.toPlainTime())}`;
}

/** "9.30" on `day`, else "ke 25.11. klo 9.30". */
export function sayTimeOn(
  language: Language,
  at: Temporal.Instant,
  day: Temporal.PlainDate,
  zone: string,
): string {
  const here = at.toZonedDateTimeISO(zone);
  return here.toPlainDate().equals(day)
    ? shortTime(language, here.toPlainTime())
    : sayMoment(language, at, zone);
}

/** "9.30" of a minute from midnight, seconds left out. */
export function sayMinute(language: Language, minute: number): string {
  const whole = Math.min(Math.floor(minute + 1e-9), 24 * 60 - 1);
  return shortTime(language, new Temporal.PlainTime(Math.floor(whole / 60), whole % 60));
}

/** "4 h", "4 h 10 min", "35 min", the same in every language. */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
