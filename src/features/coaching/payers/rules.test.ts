import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, type Period, periodAt, periodBeside, periodsBetween } from './rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const twoWeeks = { firstDay: day('2026-01-05'), weeks: 2 };
const said = (period: Period) => `${period.startsOn}/${period.endsOn}`;

describe('the period of a day', () => {
  test.each([
    ['2026-01-05', '2026-01-05/2026-01-18'],
    ['2026-01-18', '2026-01-05/2026-01-18'],
    ['2026-01-19', '2026-01-19/2026-02-01'],
    ['2026-01-04', '2025-12-22/2026-01-04'],
    ['2026-11-24', '2026-11-23/2026-12-06'],
  ])('%s stands in %s', (one, period) => {
    expect(said(periodAt(twoWeeks, day(one)))).toBe(period);
  });

  test('whatever the rhythm, every day stands in exactly one period', () => {
    const anyRhythm = fc.record({
      offset: fc.integer({ min: -900, max: 900 }),
      weeks: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(anyRhythm, fc.integer({ min: -900, max: 900 }), ({ offset, weeks }, at) => {
        const rhythm = { firstDay: day('2026-01-05').add({ days: offset }), weeks };
        const one = day('2026-01-05').add({ days: at });
        const period = periodAt(rhythm, one);
        expect(contains(period, one)).toBe(true);
        expect(said(periodAt(rhythm, period.endsOn))).toBe(said(period));
        expect(period.startsOn.until(period.endsOn).days).toBe(7 * weeks - 1);
        expect(
          periodAt(rhythm, period.endsOn.add({ days: 1 })).startsOn.equals(period.endsOn.add({ days: 1 })),
        ).toBe(true);
      }),
    );
  });
});

describe('beside periods that have been closed', () => {
  const closed = [{ startsOn: day('2026-01-05'), endsOn: day('2026-01-18') }];

  test('a closed period stays as it was closed when the rhythm changes', () => {
    const fourWeeks = { firstDay: day('2026-01-12'), weeks: 4 };
    expect(said(periodBeside(fourWeeks, closed, day('2026-01-12')))).toBe('2026-01-05/2026-01-18');
    expect(said(periodBeside(fourWeeks, closed, day('2026-01-19')))).toBe('2026-01-19/2026-02-08');
  });

  test('the list goes back without gaps, and no day is in two periods', () => {
    const list = periodsBetween(
      { firstDay: day('2026-01-12'), weeks: 3 },
      closed,
      day('2025-12-20'),
      day('2026-03-01'),
    );
    for (const [at, period] of list.entries()) {
      const later = list[at - 1];
      if (later) expect(later.startsOn.subtract({ days: 1 }).equals(period.endsOn)).toBe(true);
    }
    expect(list.map(said)).toContain('2026-01-05/2026-01-18');
  });
});
