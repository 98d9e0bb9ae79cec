// Finnish public holidays by rule, for any year of the Gregorian calendar. Church holidays: Church Act 652/2023;
// Independence Day: Act 388/1937; May Day: Act 272/1944. The two eves are working days by law, but offices are
// closed on them by custom and agreement, so they are offered too and marked as the office's own choice.
import type { Text } from '../../../../platform/language.ts';
import { holidayTexts } from './texts-holidays.ts';

export type Holiday = { day: Temporal.PlainDate; name: Text; byLaw: boolean };

/** The holidays and eves of `year` in the order of the calendar. */
export function holidaysOf(year: number): Holiday[] {
  const easter = easterOf(year);
  const fixed = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const midsummer = firstSaturdayFrom(fixed(6, 20));
  const law = (day: Temporal.PlainDate, name: Text): Holiday => ({ day, name, byLaw: true });
  const custom = (day: Temporal.PlainDate, name: Text): Holiday => ({ day, name, byLaw: false });
  return [
    law(fixed(1, 1), holidayTexts.newYear),
    law(fixed(1, 6), holidayTexts.epiphany),
    law(easter.subtract({ days: 2 }), holidayTexts.goodFriday),
    law(easter, holidayTexts.easterSunday),
    law(easter.add({ days: 1 }), holidayTexts.easterMonday),
    law(fixed(5, 1), holidayTexts.mayDay),
    law(easter.add({ days: 39 }), holidayTexts.ascension),
    law(easter.add({ days: 49 }), holidayTexts.pentecost),
    custom(midsummer.subtract({ days: 1 }), holidayTexts.midsummerEve),
    law(midsummer, holidayTexts.midsummer),
    law(firstSaturdayFrom(fixed(10, 31)), holidayTexts.allSaints),
    law(fixed(12, 6), holidayTexts.independence),
    custom(fixed(12, 24), holidayTexts.christmasEve),
    law(fixed(12, 25), holidayTexts.christmas),
    law(fixed(12, 26), holidayTexts.boxingDay),
  ].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}

/**
 * Easter Sunday of a Gregorian year: the first Sunday after the church's full moon on or after 21 March
 * (the computus in the form of Meeus, Jones and Butcher).
 */
export function easterOf(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * lateMoon + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(count / 31), day: (count % 31) + 1 });
}

// Midsummer Day is the Saturday of 20–26 June, All Saints' Day that of 31 October – 6 November.
function firstSaturdayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: (6 - day.dayOfWeek + 7) % 7 });
}
