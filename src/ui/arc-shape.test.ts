import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arcPiece, arcShape, pointAt } from './arc-shape.ts';

const sizes = fc.constantFrom('large', 'row', 'tiny');
const days = fc
  .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 900 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('time runs from left to right: a later minute never stands further left', () => {
  fc.assert(
    fc.property(sizes, days, fc.nat(2000), fc.nat(2000), (size, { start, end }, one, other) => {
      const shape = arcShape(size, start, end);
      const [earlier, later] = one < other ? [one, other] : [other, one];
      expect(pointAt(shape, earlier).x).toBeLessThanOrEqual(pointAt(shape, later).x);
    }),
  );
});

test('the day begins and ends on the horizon, at the two sides of the picture', () => {
  fc.assert(
    fc.property(sizes, days, (size, { start, end }) => {
      const shape = arcShape(size, start, end);
      const [first, last] = [pointAt(shape, start), pointAt(shape, end)];
      expect([first.x, last.x]).toEqual([shape.left, shape.right]);
      expect(first.y).toBeCloseTo(shape.ground, 6);
      expect(last.y).toBeCloseTo(shape.ground, 6);
    }),
  );
});

test('half of the day stands at the middle and at the top', () => {
  const shape = arcShape('large', 540, 900);
  expect(pointAt(shape, 720)).toEqual({ x: 180, y: 16 });
});

test('an hour takes the same width in the morning and at noon', () => {
  const shape = arcShape('large', 540, 900);
  const width = (from: number) => pointAt(shape, from + 60).x - pointAt(shape, from).x;
  expect(width(540)).toBeCloseTo(width(690), 6);
});

test('a minute outside the day stands at the nearer end, inside the picture', () => {
  const shape = arcShape('row', 540, 900);
  expect(pointAt(shape, 100)).toEqual(pointAt(shape, 540));
  expect(pointAt(shape, 1200)).toEqual(pointAt(shape, 900));
});

test('a piece outside the day is not drawn, and one that crosses its end is cut', () => {
  const shape = arcShape('large', 540, 900);
  expect(arcPiece(shape, 400, 500)).toBe('');
  expect(arcPiece(shape, 600, 600)).toBe('');
  expect(arcPiece(shape, 850, 1000)).toBe(arcPiece(shape, 850, 900));
});

test('pieces side by side leave a gap between them, and even a short piece is seen', () => {
  const shape = arcShape('large', 540, 900);
  const numbers = (path: string) => path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const endOfFirst = numbers(arcPiece(shape, 600, 700, 6)).at(-2) ?? 0;
  const startOfSecond = numbers(arcPiece(shape, 700, 800, 6))[0] ?? 0;
  expect(startOfSecond - endOfFirst).toBeGreaterThan(9);
  const [left = 0, , , , , , , right = 0] = numbers(arcPiece(shape, 600, 602, 6));
  expect(right).toBeGreaterThan(left);
});

test('every piece is made of finite numbers', () => {
  fc.assert(
    fc.property(
      sizes,
      days,
      fc.nat(2000),
      fc.nat(2000),
      fc.nat(10),
      (size, { start, end }, from, to, gap) => {
        expect(arcPiece(arcShape(size, start, end), from, to, gap)).not.toMatch(/NaN|Infinity/);
      },
    ),
  );
});
