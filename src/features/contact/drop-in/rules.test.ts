import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedWait, mayNotReach, openingAt } from './rules.ts';

const zone = 'Europe/Helsinki';
const time = (text: string) => Temporal.PlainTime.from(text);
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`).toInstant();
const hours = (weekday: number, starts: string, ends: string) => ({
  weekday,
  starts: time(starts),
  ends: time(ends),
});
// Tuesday and Thursday.
const week = [hours(2, '09:00', '11:00'), hours(2, '12:00', '15:00'), hours(4, '09:00', '11:00')];
const opening = (now: string, closed: string[] = [], own = week) => {
  const found = openingAt(own, new Set(closed), at(now), zone);
  const said = (instant: Temporal.Instant | undefined) =>
    instant?.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
  return found.state === 'open'
    ? `open until ${said(found.closesAt)}`
    : `closed until ${said(found.opensAt)}`;
};

describe('when it is open', () => {
  test.each([
    ['2026-11-24T08:59', 'closed until 2026-11-24T09:00'],
    ['2026-11-24T09:00', 'open until 2026-11-24T11:00'],
    ['2026-11-24T11:00', 'closed until 2026-11-24T12:00'],
    ['2026-11-24T15:00', 'closed until 2026-11-26T09:00'],
    ['2026-11-26T11:00', 'closed until 2026-12-01T09:00'],
  ])('at %s it is %s', (now, said) => {
    expect(opening(now)).toBe(said);
  });

  test('a closed day has no hours, and hours that touch are one', () => {
    expect(opening('2026-11-24T09:30', ['2026-11-24'])).toBe('closed until 2026-11-26T09:00');
    const touching = [hours(2, '11:00', '12:00'), hours(2, '09:00', '11:00')];
    expect(opening('2026-11-24T09:30', [], touching)).toBe('open until 2026-11-24T12:00');
    expect(opening('2026-11-24T09:30', [], [])).toBe('closed until undefined');
  });

  test('on the days when the clock changes the hours stand on the wall', () => {
    const sunday = [hours(7, '02:30', '05:00')];
    expect(opening('2026-03-29T02:45', [], sunday)).toBe('open until 2026-03-29T05:00');
    expect(opening('2026-10-25T04:30', [], sunday)).toBe('open until 2026-10-25T05:00');
  });
});

const queue = { ahead: 0, served: 0, coaches: 1, recentMinutes: [] as number[], usualMinutes: 10 };

describe('how long one waits', () => {
  test.each([
    ['nobody is there', {}, 0],
    ['one is being served', { served: 1 }, 5],
    ['three wait and one is served', { ahead: 3, served: 1 }, 35],
    ['two coaches share them', { ahead: 3, served: 2, coaches: 2 }, 20],
    ['a second coach is free', { served: 1, coaches: 2 }, 0],
    ['the latest took five minutes each', { ahead: 2, served: 1, recentMinutes: [5, 4, 6] }, 15],
    ['one long talk among short ones', { ahead: 2, served: 1, recentMinutes: [5, 4, 6, 90, 5] }, 15],
  ])('%s', (_, about, minutes) => {
    expect(expectedWait({ ...queue, ...about })).toBe(minutes);
  });

  test('more people never make it shorter, more coaches never longer; whole fives of minutes', () => {
    const some = fc.record({
      ahead: fc.nat(50),
      served: fc.nat(6),
      coaches: fc.nat(6),
      recentMinutes: fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 20 }),
      usualMinutes: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(some, (one) => {
        const minutes = expectedWait(one);
        expect(minutes % 5).toBe(0);
        expect(minutes).toBeGreaterThanOrEqual(0);
        expect(expectedWait({ ...one, ahead: one.ahead + 1 })).toBeGreaterThanOrEqual(minutes);
        expect(expectedWait({ ...one, coaches: Math.max(1, one.coaches) + 1 })).toBeLessThanOrEqual(minutes);
      }),
      { numRuns: 1000 },
    );
  });

  test('who may not be reached before the hours end is told', () => {
    const closesAt = at('2026-11-24T15:00');
    expect(mayNotReach(20, closesAt, at('2026-11-24T14:45'))).toBe(true);
    expect(mayNotReach(10, closesAt, at('2026-11-24T14:45'))).toBe(false);
  });
});
