// Hours and weekdays as people say them.
import { type Language, localeOf, sayWeekday, shortTime } from '../../../platform/language.ts';
import type { Span } from './opening-rules.ts';

/** The name of a weekday as a heading, with a capital: 1 is Monday, 7 Sunday (ISO 8601). */
export function weekdayName(language: Language, weekday: number): string {
  const name = sayWeekday(language, weekday);
  return name.charAt(0).toLocaleUpperCase(localeOf(language)) + name.slice(1);
}

/** "8.00–11.30, 12.15–15.00" in the figures of the language; empty when there are no spans. */
export function saySpans(language: Language, spans: readonly Span[]): string {
  return spans
    .map((span) => `${shortTime(language, span.opens)}–${shortTime(language, span.closes)}`)
    .join(', ');
}
