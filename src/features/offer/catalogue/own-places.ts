// The places of the office's own services as somebody may name them: by their town or village, or by their own name.
// Pure.
import type { ServiceContent } from '../services/door.ts';
import type { NamedPlace } from './place-names.ts';

/** Towns first, each once; then the places themselves. Those whose whereabouts are not known are left out. */
export function ownPlaces(contents: readonly Pick<ServiceContent, 'places'>[]): {
  towns: NamedPlace[];
  sites: NamedPlace[];
} {
  const towns = new Map<string, NamedPlace>();
  const sites = new Map<string, NamedPlace>();
  for (const { name, address, latitude, longitude } of contents.flatMap((content) => content.places)) {
    if (latitude === null || longitude === null) continue;
    const at = { swedishName: undefined, latitude, longitude };
    const town = townOf(address);
    if (town && !towns.has(town)) towns.set(town, { name: town, ...at });
    if (!sites.has(name)) sites.set(name, { name, ...at });
  }
  return { towns: [...towns.values()], sites: [...sites.values()] };
}

/** "Asematie 7, 99999 Likijärvi" → "Likijärvi"; undefined when the address names no town after its last comma. */
export function townOf(address: string): string | undefined {
  if (!address.includes(',')) return undefined;
  const last = address.split(',').at(-1) ?? '';
  const town = last.replace(/\d+/g, '').trim();
  return town === '' ? undefined : town;
}
