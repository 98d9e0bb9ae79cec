import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayClasses } from '../enrolments/door.ts';
import type { SummaryDay } from './queries.ts';
import { absenceSheets, dayKinds, kindOf, sumsByClient, sumsOf, sumsShown } from './sums.ts';

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

test('every class of day is counted as what the payer takes it for', () => {
  const kinds = [...dayClasses, null].map((dayClass) => [dayClass, kindOf({ class: dayClass })]);
  expect(Object.fromEntries(kinds)).toEqual({
    attended: 'attended',
    'not-arranged': 'not-arranged',
    swapped: 'swapped',
    'own-illness': 'accepted',
    'child-ill': 'accepted',
    interview: 'accepted',
    'public-duty': 'accepted',
    'other-absence': 'other',
    null: 'open',
  });
});

test('whatever days a period has, each is counted once, and clients add up to the whole', () => {
  const some = fc.record({
    clientId: fc.constantFrom('aino', 'otso', 'noora'),
    class: fc.constantFrom(...dayClasses, null),
    minutes: fc.integer({ min: 0, max: 720 }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 30 }), (facts) => {
      const [blank] = days([null]);
      const all = facts.map((one) => ({ ...blank, ...one }) as SummaryDay);
      const [whole, clients] = [sumsOf(all), sumsByClient(all)];
      expect(dayKinds.reduce((count, kind) => count + whole[kind], 0)).toBe(all.length);
      for (const figure of [...dayKinds, 'minutes'] as const)
        expect(clients.reduce((sum, client) => sum + client[figure], 0)).toBe(whole[figure]);
      const { rows, kinds } = sumsShown(all, 'Yhteensä');
      expect(rows.length).toBe(clients.length > 1 ? clients.length + 1 : clients.length);
      // No day hides in a column that is not shown.
      for (const kind of dayKinds) expect(kinds.includes(kind) || whole[kind] === 0).toBe(true);
    }),
  );
});
