import { type Language, sayTime } from '../../../platform/language.ts';

/** "klo 9.30" on the office's wall clock. */
export function timeIn(language: Language, at: Temporal.Instant, zone: string): string {
  return sayTime(language, at.toZonedDateTimeISO(zone).toPlainTime());
}
