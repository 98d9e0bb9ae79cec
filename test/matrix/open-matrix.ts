// The house with its routes, everybody who may come to them, and whose each address is.
import { randomUUID } from 'node:crypto';
import type { Assets } from '../../src/platform/assets.ts';
import { setClock } from '../../src/platform/clock.ts';
import { openTestHouse, type TestHouse } from '../cast.ts';
import { openIdentityProvider } from '../identity-provider.ts';
import { type Come, morning, openPlace } from './actors.ts';
import { openDryApp, type Route } from './dry-app.ts';
import { makeEverything } from './made.ts';
import { narrower, type Subject, subjectsOf } from './subjects.ts';

export type Matrix = Awaited<ReturnType<typeof openMatrix>>;

export const nameOf = (route: Route) => `${route.method} ${route.path}`;
export const parametersOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

/**
 * Opens it all, in a house of its own or in one that a browser sees. Call in `beforeAll`, and `close()` in `afterAll`.
 */
export async function openMatrix(seen?: { house: TestHouse; assets: Assets }) {
  const restoreClock = setClock(() => morning);
  const house = seen?.house ?? (await openTestHouse());
  const idp = await openIdentityProvider({ mika: {} });
  const place = await openPlace(house);
  const subjects = subjectsOf(place, await makeEverything(place, idp.issuer));
  const app = openDryApp(house, seen?.assets);
  const subjectOf = (route: Route): Subject | undefined => subjects[nameOf(route)] ?? subjects[route.path];
  return {
    house,
    app,
    actors: place.actors,
    /** Ids of people of another office. */
    strangers: place.strangers,
    subjects,
    subjectOf,
    /** The address with its parameters filled: of the subject, or of something made up. */
    addressOf(route: Route, which: 'subject' | 'made-up'): string {
      const subject = subjectOf(route);
      const fill = (_: string, name: string) =>
        which === 'subject' ? (subject?.params[name] ?? '') : (subject?.madeUp?.[name] ?? randomUUID());
      return `${route.path.replace(/:(\w+)/g, fill)}${subject?.query ?? ''}`;
    },
    /** Whether the declared policy and the subject's own rule let somebody in. */
    mayCome(route: Route, come: Come): boolean {
      const rule = narrower[nameOf(route)] ?? subjectOf(route)?.may ?? (() => true);
      return policyLets(route, come) && rule(come);
    },
    async close() {
      restoreClock();
      await idp.close();
      if (!seen) await house.close();
    },
  };
}

function policyLets({ policy }: Route, come: Come): boolean {
  if (policy.kind === 'open') return true;
  return come.signedIn && (!policy.roles || come.roles.some((role) => policy.roles?.includes(role)));
}

/** Pages open to all are asked for at the office's public address; for others the session says which office. */
export const placeOf = (route: Route, come: Come) =>
  route.policy.kind === 'open' || !come.signedIn ? `/${come.slug}` : '';

/** Does the work with a few hands at once. */
export async function each<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = [...things];
  const hand = async () => {
    for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(thing);
  };
  await Promise.all(Array.from({ length: 6 }, hand));
}
