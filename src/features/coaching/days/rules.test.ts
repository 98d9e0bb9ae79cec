import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyOf } from '../enrolments/day-classes.ts';
import { type AttendanceRule, type DayEvidence, type LiveSpan, minutesOfWays, suggestDay } from './rules.ts';

const rule: AttendanceRule = {
  minimumMinutes: 240,
  liveWeight: { video: 1, voice: 1, text: 1, 'on-site': 1, phone: 1 },
  ownWorkWeight: { proved: 1, unproved: 0.5 },
  ownWorkCapMinutes: 150,
  diaryMinutes: 15,
  contactMinutes: 10,
  contactCapMinutes: 20,
};
const nothing: DayEvidence = { live: [], ownWork: [], diary: false, coachContacts: 0 };

describe('a day by the rule of its service', () => {
  test.each<[string, DayEvidence, string, number]>([
    ['nothing at all', nothing, 'nothing', 0],
    ['the morning only', { ...nothing, live: [{ way: 'video', from: 540, to: 568 }] }, 'on-the-way', 28],
    ['four live hours', { ...nothing, live: [{ way: 'text', from: 540, to: 780 }] }, 'counts', 240],
    ['own work beyond its cap', { ...nothing, ownWork: [{ minutes: 400, proved: true }] }, 'on-the-way', 150],
    [
      'own work without proof counts half',
      { ...nothing, ownWork: [{ minutes: 60, proved: false }] },
      'on-the-way',
      30,
    ],
    [
      'two tabs at once count once',
      {
        ...nothing,
        live: [
          { way: 'video', from: 540, to: 600 },
          { way: 'text', from: 570, to: 600 },
        ],
      },
      'on-the-way',
      60,
    ],
    [
      'a whole mixed day',
      {
        live: [
          { way: 'voice', from: 540, to: 600 },
          { way: 'text', from: 750, to: 790 },
        ],
        ownWork: [{ minutes: 120, proved: true }],
        diary: true,
        coachContacts: 3,
      },
      'counts',
      60 + 40 + 120 + 15 + 20,
    ],
  ])('%s', (_, evidence, result, minutes) => {
    const suggestion = suggestDay(rule, evidence);
    expect([suggestion.result, suggestion.countedMinutes]).toEqual([result, minutes]);
  });
});

const weight = fc.double({ min: 0, max: 1, noNaN: true });
const anyRule: fc.Arbitrary<AttendanceRule> = fc.record({
  minimumMinutes: fc.integer({ min: 1, max: 480 }),
  liveWeight: fc.record({ video: weight, voice: weight, text: weight, 'on-site': weight, phone: weight }),
  ownWorkWeight: fc.record({ proved: weight, unproved: weight }),
  ownWorkCapMinutes: fc.integer({ min: 0, max: 480 }),
  diaryMinutes: fc.integer({ min: 0, max: 60 }),
  contactMinutes: fc.integer({ min: 0, max: 60 }),
  contactCapMinutes: fc.integer({ min: 0, max: 120 }),
});
const span: fc.Arbitrary<LiveSpan> = fc
  .record({
    way: fc.constantFrom(
      'video' as const,
      'voice' as const,
      'text' as const,
      'on-site' as const,
      'phone' as const,
    ),
    from: fc.integer({ min: 480, max: 960 }),
    length: fc.integer({ min: 1, max: 240 }),
  })
  .map(({ way, from, length }) => ({ way, from, to: from + length }));
const work = fc.record({ minutes: fc.integer({ min: 0, max: 480 }), proved: fc.boolean() });
const anyEvidence: fc.Arbitrary<DayEvidence> = fc.record({
  live: fc.array(span, { maxLength: 8 }),
  ownWork: fc.array(work, { maxLength: 5 }),
  diary: fc.boolean(),
  coachContacts: fc.integer({ min: 0, max: 6 }),
  meetings: fc.array(
    span.map(({ way }) => way),
    { maxLength: 3 },
  ),
});

describe('for any rule and any evidence', () => {
  test('more evidence never lowers the suggestion', () => {
    fc.assert(
      fc.property(anyRule, anyEvidence, anyEvidence, (r, some, more) => {
        const both: DayEvidence = {
          live: [...some.live, ...more.live],
          ownWork: [...some.ownWork, ...more.ownWork],
          diary: some.diary || more.diary,
          coachContacts: some.coachContacts + more.coachContacts,
          meetings: [...(some.meetings ?? []), ...(more.meetings ?? [])],
        };
        expect(suggestDay(r, both).countedMinutes).toBeGreaterThanOrEqual(suggestDay(r, some).countedMinutes);
      }),
    );
  });

  test('a proof that is added to own work never lowers the suggestion', () => {
    fc.assert(
      fc.property(anyRule, anyEvidence, (r, evidence) => {
        const proved = { ...evidence, ownWork: evidence.ownWork.map((one) => ({ ...one, proved: true })) };
        expect(suggestDay(r, proved).countedMinutes).toBeGreaterThanOrEqual(
          suggestDay(r, evidence).countedMinutes,
        );
      }),
    );
  });

  test('no live minute is counted twice', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (live) => {
        const covered = new Set(
          live.flatMap((s) => Array.from({ length: s.to - s.from }, (_, i) => s.from + i)),
        );
        expect(suggestDay(rule, { ...nothing, live }).countedMinutes).toBe(covered.size);
        expect(suggestDay(rule, { ...nothing, live: [...live, ...live] }).countedMinutes).toBe(covered.size);
      }),
    );
  });

  test('the minutes of all ways together are the minutes that somebody took part, each once', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (live) => {
        const covered = new Set(
          live.flatMap((s) => Array.from({ length: s.to - s.from }, (_, i) => s.from + i)),
        );
        const ways = Object.values(minutesOfWays(live));
        expect(ways.reduce((all, one) => all + one, 0)).toBe(covered.size);
        expect(minutesOfWays([...live].reverse())).toEqual(minutesOfWays(live));
      }),
    );
  });

  test('the order of the evidence does not matter', () => {
    fc.assert(
      fc.property(anyRule, anyEvidence, (r, evidence) => {
        const turned = {
          ...evidence,
          live: [...evidence.live].reverse(),
          ownWork: [...evidence.ownWork].reverse(),
        };
        expect(suggestDay(r, turned)).toEqual(suggestDay(r, evidence));
      }),
    );
  });

  test('the reasons add up to the minutes, and what is missing completes the minimum', () => {
    fc.assert(
      fc.property(anyRule, anyEvidence, (r, evidence) => {
        const s = suggestDay(r, evidence);
        expect(s.reasons.reduce((total, reason) => total + reason.minutes, 0)).toBe(s.countedMinutes);
        expect(Math.max(s.countedMinutes, r.minimumMinutes)).toBe(s.countedMinutes + s.missingMinutes);
        expect(s.result === 'counts').toBe(s.missingMinutes === 0);
      }),
    );
  });
});

test('only an attended day brings the allowance, and only other absence costs the benefit', () => {
  expect(moneyOf('attended')).toEqual({ benefit: true, allowance: true });
  expect(moneyOf('own-illness')).toEqual({ benefit: true, allowance: false });
  expect(moneyOf('not-arranged')).toEqual({ benefit: true, allowance: false });
  expect(moneyOf('other-absence')).toEqual({ benefit: false, allowance: false });
});
