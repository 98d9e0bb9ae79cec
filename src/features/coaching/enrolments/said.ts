// Moments, hours and bounds as staff read them.
import { type Language, say, sayDay, sayTime, shortTime } from '../../../platform/language.ts';
import type { BoundBroken } from '../../offer/services/door.ts';
import { texts } from './texts.ts';

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

/** Words that stay on one line: a name with its initial ("Noora S."), a day with its weekday. */
export function keptTogether(words: string): string {
  return words.replace(/ (\p{Lu})$/u, ' $1.').replaceAll(' ', '\u00A0');
}

/** The same with a capital letter: a day or a time that begins a line. */
export function asSentence(said: string): string {
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** "4", "4,5": hours of a day as people write them. */
export function hoursOf(language: Language, minutes: number): string {
  const hours = String(Math.round((minutes / 60) * 100) / 100);
  return language === 'en' ? hours : hours.replace('.', ',');
}

/** The text that says what a bound allows, and its values but for the source. */
export function boundText({ what, least, most }: BoundBroken) {
  const isDays = what === 'weekdays';
  const range = least === undefined ? texts.atMost : most === undefined ? texts.atLeast : texts.fromTo;
  const rangeIn = (language: Language) => {
    const figure = (end: number | undefined) =>
      end === undefined ? '' : isDays ? String(end) : hoursOf(language, end);
    return say(language, range, { least: figure(least), most: figure(most) });
  };
  return { text: isDays ? texts.weekdaysBetween : texts.hoursBetween, rangeIn };
}
