import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { easterOf, holidaysOf } from './holidays.ts';

// Easter Sundays as printed in almanacs; 1818, 2285 and 1943, 2038 are the earliest and the latest possible.
const easters: [number, string][] = [
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2029, '2029-04-01'],
  [2030, '2030-04-21'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
  [2285, '2285-03-22'],
];

test.each(easters)('Easter of %i is on %s', (year, day) => {
  expect(easterOf(year).toString()).toBe(day);
});

const years: Record<number, string> = {
  2026:
    '2026-01-01 2026-01-06 2026-04-03 2026-04-05 2026-04-06 2026-05-01 2026-05-14 2026-05-24 2026-06-19 ' +
    '2026-06-20 2026-10-31 2026-12-06 2026-12-24 2026-12-25 2026-12-26',
  2027:
    '2027-01-01 2027-01-06 2027-03-26 2027-03-28 2027-03-29 2027-05-01 2027-05-06 2027-05-16 2027-06-25 ' +
    '2027-06-26 2027-11-06 2027-12-06 2027-12-24 2027-12-25 2027-12-26',
  2028:
    '2028-01-01 2028-01-06 2028-04-14 2028-04-16 2028-04-17 2028-05-01 2028-05-25 2028-06-04 2028-06-23 ' +
    '2028-06-24 2028-11-04 2028-12-06 2028-12-24 2028-12-25 2028-12-26',
};

test.each(Object.entries(years))('the holidays and eves of %s are those of the almanac', (year, days) => {
  expect(
    holidaysOf(Number(year))
      .map((holiday) => holiday.day.toString())
      .join(' '),
  ).toBe(days);
});

describe('in every year', () => {
  const year = fc.integer({ min: 1950, max: 2400 });

  test('Easter is a Sunday between 22 March and 25 April and agrees with the rule of the full moon', () => {
    fc.assert(
      fc.property(year, (y) => {
        const easter = easterOf(y);
        expect(easter.dayOfWeek).toBe(7);
        expect(easter.toString() >= `${y}-03-22` && easter.toString() <= `${y}-04-25`).toBe(true);
        expect(easter.toString()).toBe(sundayAfterMoon(y).toString());
      }),
    );
  });

  test('there are thirteen holidays by law and two eves, none twice, in order, and Saturdays fall where they must', () => {
    fc.assert(
      fc.property(year, (y) => {
        const all = holidaysOf(y);
        const days = all.map((holiday) => holiday.day.toString());
        expect(all.filter((holiday) => holiday.byLaw)).toHaveLength(13);
        expect(all.filter((holiday) => !holiday.byLaw)).toHaveLength(2);
        expect([...days].sort()).toEqual(days);
        const named = (fi: string) => all.find((holiday) => holiday.name.fi === fi)?.day;
        for (const [name, from, to] of [
          ['Juhannuspäivä', `${y}-06-20`, `${y}-06-26`],
          ['Pyhäinpäivä', `${y}-10-31`, `${y}-11-06`],
        ] as const) {
          const day = named(name);
          expect(day?.dayOfWeek).toBe(6);
          expect(day && day.toString() >= from && day.toString() <= to).toBe(true);
        }
        expect(named('Helatorstai')?.dayOfWeek).toBe(4);
      }),
    );
  });
});

// The rule told another way: the church's moon by Lilius' table of epacts, then the Sunday after it.
function sundayAfterMoon(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100) + 1;
  const golden = (year % 19) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  const offset = 44 - epact < 21 ? 74 - epact : 44 - epact;
  const moon = Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: offset - 1 });
  return moon.add({ days: 7 - (moon.dayOfWeek % 7) });
}
