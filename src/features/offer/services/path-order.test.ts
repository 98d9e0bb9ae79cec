import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PathStep } from './content.ts';
import { movedStep, withoutStep, withStep } from './path-order.ts';
import { freeSlug, slugOf } from './slugs.ts';
import { usualPath } from './texts-usual-path.ts';

const path = fc.uniqueArray(fc.constantFrom(...usualPath), { maxLength: 7 });
const place = fc.integer({ min: 0, max: 8 });
const kinds = (steps: readonly PathStep[]) => steps.map((step) => step.kind);

test('moving a step down and up again changes nothing, and no step is ever lost by moving', () => {
  fc.assert(
    fc.property(path, place, fc.constantFrom('up' as const, 'down' as const), (steps, at, to) => {
      const moved = movedStep(steps, at, to);
      expect([...kinds(moved)].sort()).toEqual([...kinds(steps)].sort());
      const there = to === 'up' ? at - 1 : at + 1;
      const back = to === 'up' ? 'down' : 'up';
      if (at < steps.length && there >= 0 && there < steps.length)
        expect(movedStep(moved, there, back)).toEqual(steps);
      else expect(moved).toEqual(steps);
    }),
  );
});

test('one step is written or taken out, and the others keep their order', () => {
  const [step] = usualPath;
  if (!step) throw new Error('the usual path has steps');
  const written: PathStep = { ...step, kind: 'other' };
  fc.assert(
    fc.property(path, place, (steps, at) => {
      const others = kinds(steps).filter((_, each) => each !== at);
      expect(kinds(withoutStep(steps, at))).toEqual(others);
      const after = withStep(steps, at, written);
      expect(after[Math.min(at, steps.length)]).toEqual(written);
      expect(kinds(after).filter((kind) => kind !== 'other')).toEqual(others);
    }),
  );
});

test('an address is made of plain letters whatever the name is, and is never taken twice', () => {
  expect(slugOf('Työpaja nuorille!')).toBe('tyopaja-nuorille');
  expect(slugOf('  ÅÄÖ — Öppen Verkstad  ')).toBe('aao-oppen-verkstad');
  expect(slugOf('שלום')).toBe('service');
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), fc.array(fc.string()), (name, others) => {
      const slug = slugOf(name);
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(60);
      const taken = new Set([...others.map(slugOf), slug]);
      const free = freeSlug(slug, taken);
      expect(taken.has(free)).toBe(false);
      expect(free).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});
