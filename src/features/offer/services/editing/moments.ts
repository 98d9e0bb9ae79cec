// When something was saved, as colleagues say it: "24.11.2026 klo 9.30".
import { houseZone } from '../../../../platform/clock.ts';
import { figuresOfDay, type Language, sayTime } from '../../../../platform/language.ts';

export function sayMoment(language: Language, at: Temporal.Instant): string {
  const here = at.toZonedDateTimeISO(houseZone);
  return `${figuresOfDay(language, here.toPlainDate())} ${sayTime(language, here.toPlainTime())}`;
}

export function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(houseZone).toPlainDate();
}
