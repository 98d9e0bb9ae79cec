import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayValue, emailValue, normalPhone, readDay, timeValue, webValue } from './form-values.ts';

describe('phone numbers are kept in one form', () => {
  test.each([
    ['040 123 4567', '+358401234567'],
    ['040-1234567', '+358401234567'],
    ['(08) 123 456', '+3588123456'],
    ['+358 (0)40 123 4567', '+358401234567'],
    ['00358401234567', '+358401234567'],
    ['+46 70 123 45 67', '+46701234567'],
  ])('%s', (typed, kept) => expect(normalPhone(typed)).toBe(kept));

  test.each(['', 'soita', '12', '040 1', '+0401234567', '+3584012345678901', '040 123 4567 tai 050'])(
    '%j is not a number',
    (typed) => expect(normalPhone(typed)).toBeUndefined(),
  );

  test('a number in its kept form stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+ -()') }), (typed) => {
        const kept = normalPhone(typed);
        if (kept !== undefined) expect(normalPhone(kept)).toBe(kept);
      }),
    );
  });
});

describe('days', () => {
  test.each([
    ['2026-11-24', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['4. 1. 2027', '2027-01-04'],
    ['24/11/2026', '2026-11-24'],
    ['29.2.2028', '2028-02-29'],
  ])('%s', (typed, day) => expect(readDay(typed)?.toString()).toBe(day));

  test.each([
    '',
    '29.2.2027',
    '2026-13-01',
    '31.4.2026',
    '0000-01-01',
    '+010000-01-01',
    '24.11.26',
    '1899-12-31',
  ])('%j is not a day of ours', (typed) => expect(readDay(typed)).toBeUndefined());

  test('whatever is typed, the answer is a day or a text in words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const parsed = dayValue().safeParse(typed);
        if (!parsed.success) expect(JSON.parse(parsed.error.issues[0]?.message ?? '').fi).toBeTruthy();
      }),
    );
  });
});

test('times, e-mail and web addresses are checked', () => {
  expect(timeValue().parse('9.30').toString()).toBe('09:30:00');
  expect(timeValue().safeParse('24.00').success).toBe(false);
  expect(emailValue().parse('Aino@Example.FI')).toBe('aino@example.fi');
  expect(emailValue().parse('')).toBeUndefined();
  expect(emailValue().safeParse('aino@').success).toBe(false);
  expect(webValue().parse('https://likijarvi.fi')).toBe('https://likijarvi.fi');
  expect(webValue().safeParse(`java${'script'}:alert(1)`).success).toBe(false);
});
