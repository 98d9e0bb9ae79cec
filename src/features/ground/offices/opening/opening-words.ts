// Hours and weekdays as people say them.
import { type Language, localeOf, sayWeekday, shortTime } from '../../../../platform/language.ts';
import type { WeekHours } from '../queries.ts';
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

/** The days of a week in runs of like hours: "Maanantai–perjantai 9.00–15.00". No spans means closed. */
export function sayWeek(language: Language, week: WeekHours): { days: string; hours: string }[] {
  const runs: { first: number; last: number; hours: string }[] = [];
  for (let day = 1; day <= 7; day++) {
    const hours = saySpans(language, week.get(day) ?? []);
    const run = runs.at(-1);
    if (run && run.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  return runs.map(({ first, last, hours }) => ({
    days:
      first === last
        ? weekdayName(language, first)
        : `${weekdayName(language, first)}–${sayWeekday(language, last)}`,
    hours,
  }));
}
