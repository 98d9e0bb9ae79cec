import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  baselineOf,
  layoutPath,
  lineLetters,
  linesOf,
  mostLines,
  pathWidth,
  stopRadius,
} from './path-layout.ts';

const label = fc.record({
  title: fc.string({ minLength: 1, maxLength: 120 }),
  note: fc.constant('Videolla'),
});

test('a path of three steps turns back on its second row', () => {
  const layout = layoutPath([
    { title: 'Soitto', note: 'Puhelimella' },
    { title: 'Alkukeskustelu', note: 'Videolla' },
    { title: 'Suunnitelma', note: 'Videolla' },
  ]);
  const [first, second, third] = layout.stops;
  expect([first?.y === second?.y, (first?.x ?? 0) < (second?.x ?? 0)]).toEqual([true, true]);
  expect([third?.x === second?.x, (third?.y ?? 0) > (second?.y ?? 0)]).toEqual([true, true]);
  expect(layout.way).toMatch(/^M98 22C.+C.+262 \d+$/);
});

test('a path without steps is not drawn', () => {
  expect(layoutPath([])).toEqual({ width: pathWidth, height: 0, way: '', stops: [] });
});

test('every stop and every line of words stays inside the drawing, and no words run over others', () => {
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 20 }), (labels) => {
      const { stops, width, height } = layoutPath(labels);
      expect(stops).toHaveLength(labels.length);
      const boxes = stops.map((stop) => ({
        left: stop.x - lineLetters * 4.3,
        right: stop.x + lineLetters * 4.3,
        top: stop.y - stopRadius,
        bottom: baselineOf(stop, stop.lines.length) + 4,
      }));
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(height);
      }
      for (const [at, one] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) {
          const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test('the way passes through the stops in the order in which they are walked', () => {
  fc.assert(
    fc.property(fc.array(label, { minLength: 2, maxLength: 20 }), (labels) => {
      const { stops, way } = layoutPath(labels);
      const ends = way
        .slice(1)
        .split('C')
        .map((piece) => piece.split(' ').slice(-2).map(Number));
      expect(ends).toEqual(stops.map((stop) => [stop.x, stop.y]));
    }),
  );
});

test('a title is divided into short lines that keep its words, and says when it goes on', () => {
  expect(linesOf('Ensimmäinen yhteydenotto')).toEqual(['Ensimmäinen', 'yhteydenotto']);
  expect(linesOf('Työllistymissuunnitelmakeskustelu')).toEqual(['Työllistymissuunni-', 'telmakeskustelu']);
  expect(linesOf('a '.repeat(60)).at(-1)).toMatch(/…$/);
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (title) => {
      const lines = linesOf(title);
      expect(lines.length).toBeLessThanOrEqual(mostLines);
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(lineLetters + 1);
      if (lines.length < mostLines) {
        expect(lines.join('').replace(/[\s-]/g, '')).toBe(title.replace(/[\s-]/g, ''));
      }
    }),
  );
});
