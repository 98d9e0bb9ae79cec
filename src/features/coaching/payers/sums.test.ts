import { expect, test } from 'vitest';
import type { SummaryDay } from './queries.ts';
import { absenceSheets } from './sums.ts';

const monday = Temporal.PlainDate.from('2026-11-02');
const name = { fi: 'Työpaja', sv: 'Verkstad', en: 'Workshop' };

/** Days of one client from Monday on: a letter a weekday, Monday to Thursday of one week and then of the next. */
function days(classes: readonly SummaryDay['class'][]): SummaryDay[] {
  return classes.map((dayClass, at) => ({
    dayId: `day-${at}`,
    clientId: 'aino',
    clientName: 'Koskela Aino',
    serviceId: 'workshop',
    serviceName: name,
    day: monday.add({ days: (at % 4) + Math.floor(at / 4) * 7 }),
    class: dayClass,
    minutes: 0,
    swappedWith: undefined,
  }));
}

test('days without the service are told apart from absences, and attended or swapped ones not at all', () => {
  const [sheet] = absenceSheets(days(['attended', 'child-ill', 'not-arranged', 'swapped']));
  expect(sheet?.absences.map((day) => day.class)).toEqual(['child-ill']);
  expect(sheet?.notArranged.map((day) => day.dayId)).toEqual(['day-2']);
  expect(absenceSheets(days(['attended', 'swapped', null]))).toEqual([]);
});

test.each([
  ['three days in a row', ['own-illness', 'own-illness', 'own-illness', 'attended'], false],
  ['four days in a row', ['own-illness', 'own-illness', 'own-illness', 'own-illness'], true],
  [
    'two days and two more after a day back',
    ['own-illness', 'own-illness', 'attended', 'own-illness', 'own-illness'],
    true,
  ],
  [
    'Thursday and Monday, the weekend between',
    ['attended', 'attended', 'attended', 'own-illness', 'own-illness'],
    true,
  ],
  ['a child ill for four days', ['child-ill', 'child-ill', 'child-ill', 'child-ill'], false],
] as const)('after %s a certificate is asked for or not', (_, classes, expected) => {
  expect(absenceSheets(days(classes), 3)[0]?.certificate).toBe(expected);
});
