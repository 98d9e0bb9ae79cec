// Finding a town or village by what somebody typed: their own office's places first, then the towns of Finland. Pure.
import { distanceKm, type Point } from './distance.ts';
import { finnishPlaces } from './finnish-places.ts';

export type NamedPlace = Point & { name: string; swedishName: string | undefined };

/** The towns and villages of Finland, by name. */
export const townsOfFinland: readonly NamedPlace[] = finnishPlaces
  .split(';')
  .map((entry) => /^(.+?)(?:\/(.+))? (-?[\d.]+) (-?[\d.]+)$/.exec(entry.trim()))
  .filter((found) => found !== null)
  .map(([, name = '', swedishName, latitude, longitude]) => ({
    name,
    swedishName,
    latitude: Number(latitude),
    longitude: Number(longitude),
  }));

/**
 * The place that was meant: the same name in either language, else the only or shortest one that begins so; a letter's
 * marks and its case do not matter. Undefined when no place begins with what was typed.
 */
export function findPlace(typed: string, own: readonly NamedPlace[]): NamedPlace | undefined {
  const wanted = plain(typed);
  if (wanted.length < 2) return undefined;
  const all = [...own, ...townsOfFinland];
  const named = (place: NamedPlace) => [place.name, place.swedishName ?? ''].map(plain);
  const same = all.find((place) => named(place).includes(wanted));
  if (same) return same;
  return all
    .filter((place) => named(place).some((name) => name.startsWith(wanted)))
    .sort((a, b) => a.name.length - b.name.length)[0];
}

/** The names to offer: the office's own places and the towns nearest to them, at most `most`, each name once. */
export function namesNear(own: readonly NamedPlace[], most: number): string[] {
  const centre = own[0];
  const near = centre
    ? [...townsOfFinland].sort((a, b) => distanceKm(centre, a) - distanceKm(centre, b))
    : townsOfFinland;
  return [...new Set([...own, ...near].map((place) => place.name))].slice(0, most);
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
