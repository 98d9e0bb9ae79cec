// The real application, with one difference: each transaction is rolled back when its work is done. A thousand attempts
// then leave everything as it was, signing out and deactivating included.
import { createApp } from '../../src/app/routes.tsx';
import { writeAccess } from '../../src/platform/access-log.ts';
import { type Assets, noAssets } from '../../src/platform/assets.ts';
import type { InOffice } from '../../src/platform/tenancy.ts';
import { type Policy, policyOf } from '../../src/platform/web.ts';
import { type TestHouse, testOrigin } from '../cast.ts';
import type { Come } from './actors.ts';

const quiet = { info: () => {}, warn: () => {}, debug: () => {} };

/** Thrown when the work is done, to take it back. */
class TakenBack extends Error {}

export type Route = { method: 'GET' | 'POST'; path: string; policy: Policy };
export type DryApp = ReturnType<typeof openDryApp>;

/** Every browser here also holds the pass of the guest in the room: it opens nothing to whoever lacks the link. */
export const guestPass = 'pass-of-the-guest-1234';

/** Opens it beside the house's own application. Limits count outside transactions, so here they let everybody through. */
export function openDryApp(house: TestHouse, assets: Assets = noAssets) {
  const inOffice: InOffice = async (officeId, work) => {
    const done: { result?: unknown } = {};
    try {
      return await house.inOffice(officeId, async (tx) => {
        done.result = await work(tx);
        if (tx.accesses.length > 0) await writeAccess(tx);
        throw new TakenBack();
      });
    } catch (error) {
      if (error instanceof TakenBack) return done.result as never;
      throw error;
    }
  };
  const bugs: string[] = [];
  const log = { ...quiet, error: (told: object) => void bugs.push(JSON.stringify(told)) };
  const app = createApp({ ...house, inOffice, assets, outside: { ...house.outside, log } });
  return {
    /** What the application said of its own errors. */
    bugs,
    routes: routesOf(app.routes),
    /** A request as the browser of `come` would send it. A body makes it a POST. */
    ask: async (come: Come, path: string, body?: FormData | URLSearchParams | string, type?: string) =>
      app.request(`${testOrigin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'accept-language': 'fi',
          cookie: [come.cookie, `likista-guest=${guestPass}`].filter(Boolean).join('; '),
          ...(body === undefined ? {} : { origin: testOrigin, 'sec-fetch-site': 'same-origin' }),
          ...(type ? { 'content-type': type } : {}),
        },
        ...(body === undefined ? {} : { body }),
      }),
  };
}

type Registered = { method: string; path: string; handler: object };

/** Every route with its declared policy. Throws with the names of those that declare none. */
export function routesOf(registered: readonly Registered[]): Route[] {
  const found = new Map<string, { method: string; path: string; policy: Policy | undefined }>();
  // What runs before every route, and the page that is not there.
  for (const { method, path, handler } of registered.filter((one) => !/^\/?\*$/.test(one.path))) {
    const name = `${method} ${path}`;
    const policy = policyOf(handler) ?? found.get(name)?.policy;
    found.set(name, { method, path, policy });
  }
  const bare = [...found].filter(([, one]) => !one.policy).map(([name]) => name);
  if (bare.length > 0) throw new Error(`routes without a declared policy: ${bare.join(', ')}`);
  const odd = [...found.values()].filter((one) => one.method !== 'GET' && one.method !== 'POST');
  if (odd.length > 0) throw new Error(`neither read nor sent: ${odd.map((one) => one.path).join(', ')}`);
  return [...found.values()] as Route[];
}
