import { expect, test } from 'vitest';
import { ownPlaces, townOf } from './own-places.ts';
import { findPlace, type NamedPlace, namesNear, townsOfFinland } from './place-names.ts';

const likijarvi: NamedPlace = {
  name: 'Likijärvi',
  swedishName: undefined,
  latitude: 65.37,
  longitude: 27.01,
};

test('the towns of Finland are all read, and each is in Finland', () => {
  expect(townsOfFinland.length).toBeGreaterThan(400);
  for (const { name, latitude, longitude } of townsOfFinland) {
    expect(name).not.toBe('');
    expect(latitude).toBeGreaterThan(59.5);
    expect(latitude).toBeLessThan(70.2);
    expect(longitude).toBeGreaterThan(19);
    expect(longitude).toBeLessThan(31.7);
  }
});

test.each([
  ['Oulu', 'Oulu'],
  ['oulu ', 'Oulu'],
  ['Uleåborg', 'Oulu'],
  ['pudasjarvi', 'Pudasjärvi'],
  ['Pudas', 'Pudasjärvi'],
  ['helsinki', 'Helsinki'],
  ['Helsingfors', 'Helsinki'],
  ['likijärvi', 'Likijärvi'],
  ['S:t Michel', 'Mikkeli'],
])('somebody who writes "%s" means %s', (typed, meant) => {
  expect(findPlace(typed, [likijarvi])?.name).toBe(meant);
});

test.each(['', 'x', 'Ei-missään', '<script>', '日本'])('"%s" is no place that we know', (typed) => {
  expect(findPlace(typed, [likijarvi])).toBeUndefined();
});

test('the towns near the services are offered first', () => {
  const names = namesNear([likijarvi], 5);
  expect(names.slice(0, 2)).toEqual(['Likijärvi', 'Pudasjärvi']);
  expect(new Set(names).size).toBe(5);
  expect(namesNear([], 3)).toHaveLength(3);
});

test('a place is known by its town and by its own name, once its whereabouts are known', () => {
  const place = (name: string, address: string, latitude: number | null) => ({
    name,
    address,
    latitude,
    longitude: latitude === null ? null : 27,
  });
  const { towns, sites } = ownPlaces([
    {
      places: [
        place('Paja', 'Asematie 7, 99999 Likijärvi', 65.3),
        place('Saha', 'Sahantie 1, 99999 Likijärvi', 65.4),
      ],
    },
    { places: [place('Kylätalo', 'Kylätie 40, 99998 Hirvaskylä', null)] },
  ]);
  expect(towns.map((one) => one.name)).toEqual(['Likijärvi']);
  expect(sites.map((one) => one.name)).toEqual(['Paja', 'Saha']);
  expect(townOf('Rantatie 4')).toBeUndefined();
});
