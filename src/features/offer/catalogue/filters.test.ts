import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ServiceMode, ServiceNeed } from '../services/door.ts';
import { distanceKm } from './distance.ts';
import { fromHome, servicesFor, type Wish, wishFrom } from './filters.ts';

const text = { fi: 'a', sv: 'b', en: 'c' };
type Place = { name: string; address: string; latitude: number | null; longitude: number | null };
const placeAt = (latitude: number | null, longitude: number | null): Place => ({
  name: 'Paja',
  address: 'Asematie 7',
  latitude,
  longitude,
});
const service = (id: string, modes: ServiceMode[], needs: ServiceNeed[], places: Place[]) => ({
  id,
  content: { modes: modes.map((mode) => ({ mode, needs: text, instructions: text })), needs, places },
});

const oulu = { latitude: 65.01, longitude: 25.47 };
const pudasjarvi = { latitude: 65.38, longitude: 26.92 };
const all = [
  service('workshop', ['in-person'], ['rhythm', 'company'], [placeAt(65.37, 27.0)]),
  service('mixed', ['in-person', 'video'], ['rhythm'], [placeAt(65.63, 27.48), placeAt(65.02, 25.5)]),
  service('remote', ['video', 'phone', 'text'], ['job-search'], []),
  service('hybrid', ['hybrid'], ['health'], [placeAt(65.6, 27.4)]),
  service('unplaced', ['in-person'], ['digital'], [placeAt(null, null)]),
];
const nothing: Wish = { mode: undefined, need: undefined, from: undefined, within: undefined };
const idsFor = (wish: Partial<Wish>) =>
  servicesFor(all, { ...nothing, ...wish }).map((one) => one.service.id);

test.each<[string, Partial<Wish>, string[]]>([
  [
    'who asks for nothing sees all, in the order of the list',
    {},
    ['workshop', 'mixed', 'remote', 'hybrid', 'unplaced'],
  ],
  ['who wants video sees what has video', { mode: 'video' }, ['mixed', 'remote']],
  ['who wants rhythm sees what gives it', { need: 'rhythm' }, ['workshop', 'mixed']],
  ['who wants both sees what has both', { need: 'rhythm', mode: 'video' }, ['mixed']],
  ['who wants what nobody offers sees nothing', { need: 'language' }, []],
  [
    'who says where they are sees the nearest first, and what has no place last',
    { from: pudasjarvi },
    ['workshop', 'hybrid', 'mixed', 'remote', 'unplaced'],
  ],
  [
    'who will not travel far still sees what works from home',
    { from: pudasjarvi, within: 10 },
    ['workshop', 'mixed', 'remote'],
  ],
  [
    'who wants to come to a place sees only near places',
    { from: oulu, within: 10, mode: 'in-person' },
    ['mixed'],
  ],
  [
    'a distance without a place narrows nothing',
    { within: 10 },
    ['workshop', 'mixed', 'remote', 'hybrid', 'unplaced'],
  ],
])('%s', (_, wish, expected) => {
  // Without a place there is no distance: `wishFrom` reads none.
  const { within } = wishFrom((name) => (name === 'within' ? String(wish.within) : undefined), wish.from);
  expect(idsFor({ ...wish, within })).toEqual(expected);
});

test('what an address asks for is read only when it is one of the choices', () => {
  const asked: Record<string, string> = { mode: 'video', need: 'rhythm', within: '25' };
  expect(wishFrom((name) => asked[name], oulu)).toEqual({
    mode: 'video',
    need: 'rhythm',
    from: oulu,
    within: 25,
  });
  const odd: Record<string, string> = { mode: 'constructor', need: '', within: '-1' };
  expect(wishFrom((name) => odd[name], oulu)).toEqual({ ...nothing, from: oulu });
});

test('a service that is partly at a place does not work from home alone', () => {
  expect(fromHome({ modes: service('x', ['in-person', 'hybrid'], [], []).content.modes })).toBe(false);
  expect(fromHome({ modes: service('x', ['in-person', 'phone'], [], []).content.modes })).toBe(true);
});

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test('distances are those of maps', () => {
  const helsinki = { latitude: 60.17, longitude: 24.94 };
  expect(distanceKm(helsinki, oulu)).toBeCloseTo(539, -1);
  expect(distanceKm(oulu, pudasjarvi)).toBeCloseTo(79, -1);
});

test('a distance is the same both ways, nothing to oneself, and never shorter by a detour', () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      expect(distanceKm(a, a)).toBe(0);
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-3);
      expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016);
    }),
  );
});

test('a narrower wish never shows what a wider one hides', () => {
  const wish = fc.record({
    mode: fc.constantFrom<ServiceMode | undefined>(undefined, 'video', 'in-person', 'phone', 'hybrid'),
    need: fc.constantFrom<ServiceNeed | undefined>(undefined, 'rhythm', 'health', 'job-search'),
    from: fc.constantFrom(oulu, pudasjarvi),
    within: fc.constantFrom(undefined, 10 as const, 25 as const, 50 as const, 100 as const),
  });
  fc.assert(
    fc.property(wish, (asked) => {
      const narrow = new Set(idsFor(asked));
      for (const wider of [
        { ...asked, need: undefined },
        { ...asked, within: undefined },
      ]) {
        const wide = new Set(idsFor(wider));
        for (const id of narrow) expect(wide).toContain(id);
      }
    }),
  );
});
