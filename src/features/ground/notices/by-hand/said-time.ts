// "ti 24.11. klo 9.30": an instant as staff read it in a list.
import { houseZone } from '../../../../platform/clock.ts';
import { type Language, sayDay, sayTime } from '../../../../platform/language.ts';

/** An instant on the wall clock of the house, in words. */
export function sayInstant(language: Language, at: Temporal.Instant): string {
  const here = at.toZonedDateTimeISO(houseZone);
  return `${sayDay(language, here.toPlainDate(), 'short')} ${sayTime(language, here.toPlainTime())}`;
}
