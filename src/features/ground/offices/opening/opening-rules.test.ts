import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Closure, openNow, openSpans, readSpans, type Span, writeSpans } from './opening-rules.ts';

const time = (text: string) => Temporal.PlainTime.from(text);
const span = (opens: string, closes: string): Span => ({ opens: time(opens), closes: time(closes) });

describe('hours are read as people write them', () => {
  test.each([
    ['8-16', '8.00–16.00'],
    ['8–15.45', '8.00–15.45'],
    ['klo 8.00 – 11.30, 12:15—15', '8.00–11.30, 12.15–15.00'],
    ['kl. 9-12 och 13-15', '9.00–12.00, 13.00–15.00'],
    ['13-15; 9-12', '9.00–12.00, 13.00–15.00'],
    ['18-24', '18.00–23.59'],
    ['', ''],
    ['  suljettu ', ''],
    ['Stängt', ''],
    ['-', ''],
  ])('%j', (written, kept) => {
    const read = readSpans(written);
    expect(read.ok && writeSpans(read.spans)).toBe(kept);
  });

  test.each([
    ['aamusta iltaan', 'not-understood'],
    ['25-26', 'not-understood'],
    ['8.75-9', 'not-understood'],
    ['8', 'not-understood'],
    ['16-8', 'order'],
    ['8-8', 'order'],
    ['8-12, 11-15', 'overlap'],
    ['1-2,3-4,5-6,7-8,9-10', 'too-many'],
  ])('%j is not taken (%s)', (written, reason) => {
    expect(readSpans(written)).toEqual({ ok: false, reason });
  });

  test('what has been read and written back reads the same', () => {
    const minute = fc.integer({ min: 0, max: 23 * 60 + 59 });
    fc.assert(
      fc.property(fc.uniqueArray(minute, { minLength: 2, maxLength: 8 }), (minutes) => {
        const sorted = [...minutes].sort((a, b) => a - b).slice(0, minutes.length & ~1);
        const spans: Span[] = [];
        for (let at = 0; at < sorted.length; at += 2)
          spans.push({ opens: of(sorted[at]), closes: of(sorted[at + 1]) });
        const read = readSpans(writeSpans(spans));
        expect(read.ok && writeSpans(read.spans)).toBe(writeSpans(spans));
      }),
    );
  });

  test('nothing that can be typed breaks the reading', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readSpans(text).ok === 'boolean'));
  });
});

const of = (minute = 0) => Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });

describe('closures are taken away from the hours', () => {
  const hours = [span('08:00', '11:30'), span('12:15', '16:00')];
  test.each<[string, Closure[], string]>([
    ['nothing is closed', [], '8.00–11.30, 12.15–16.00'],
    ['the whole day', ['whole-day'], ''],
    ['an afternoon', [{ from: time('14:00'), until: time('18:00') }], '8.00–11.30, 12.15–14.00'],
    [
      'the middle of a span',
      [{ from: time('09:00'), until: time('10:00') }],
      '8.00–9.00, 10.00–11.30, 12.15–16.00',
    ],
    ['over the pause', [{ from: time('11:00'), until: time('13:00') }], '8.00–11.00, 13.00–16.00'],
    ['outside the hours', [{ from: time('18:00'), until: time('20:00') }], '8.00–11.30, 12.15–16.00'],
  ])('%s', (_, closures, left) => {
    expect(writeSpans(openSpans(hours, closures))).toBe(left);
  });

  test('nothing left is ever outside the hours or inside a closure', () => {
    const pair = fc
      .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1439 }))
      .filter(([a, b]) => a < b);
    fc.assert(
      fc.property(
        pair,
        fc.array(pair, { maxLength: 4 }),
        fc.integer({ min: 0, max: 1439 }),
        (open, closed, at) => {
          const left = openSpans(
            [{ opens: of(open[0]), closes: of(open[1]) }],
            closed.map(([from, until]) => ({ from: of(from), until: of(until) })),
          );
          const isIn = (from: number, until: number) => from <= at && at < until;
          const expected = isIn(...open) && !closed.some((one) => isIn(...one));
          expect(openNow(left, of(at)).state === 'open').toBe(expected);
        },
      ),
    );
  });
});

describe('what is said of a place now', () => {
  const spans = [span('08:00', '11:30'), span('12:15', '15:00'), span('15:00', '16:00')];
  test.each([
    ['07:59', { state: 'opens', at: '08:00:00' }],
    ['08:00', { state: 'open', until: '11:30:00' }],
    ['11:30', { state: 'opens', at: '12:15:00' }],
    ['14:00', { state: 'open', until: '16:00:00' }],
    ['16:00', { state: 'closed' }],
  ])('at %s', (at, expected) => {
    expect(JSON.parse(JSON.stringify(openNow(spans, time(at))))).toEqual(expected);
  });
});
