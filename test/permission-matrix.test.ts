// Every route as the router has it, tried by everybody who may come. Whom the declared policy and the subject's own rule
// let in gets in; everybody else gets exactly the answer of something that is not there, or the way to sign in.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setClock } from '../src/platform/clock.ts';
import { openTestHouse, type TestHouse } from './cast.ts';
import { type IdentityProvider, openIdentityProvider } from './identity-provider.ts';
import { type Come, morning, openPlace, type Place } from './matrix/actors.ts';
import { type DryApp, openDryApp, type Route, routesOf } from './matrix/dry-app.ts';
import { makeEverything } from './matrix/made.ts';
import { narrower, otherWelcomes, type Subject, subjectsOf } from './matrix/subjects.ts';

let house: TestHouse;
let idp: IdentityProvider;
let place: Place;
let app: DryApp;
let subjects: Record<string, Subject>;
let restoreClock = () => {};

beforeAll(async () => {
  restoreClock = setClock(() => morning);
  house = await openTestHouse();
  idp = await openIdentityProvider({ mika: {} });
  place = await openPlace(house);
  subjects = subjectsOf(place, await makeEverything(place, idp.issuer));
  app = openDryApp(house);
}, 120_000);
afterAll(async () => {
  restoreClock();
  await idp.close();
  await house.close();
});

const nameOf = (route: Route) => `${route.method} ${route.path}`;
const parametersOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
const subjectOf = (route: Route): Subject | undefined => subjects[nameOf(route)] ?? subjects[route.path];

/** The address with its parameters filled: of the subject, or of something made up. */
function addressOf(route: Route, which: 'subject' | 'made-up'): string {
  const subject = subjectOf(route);
  const fill = (_: string, name: string) =>
    which === 'subject' ? (subject?.params[name] ?? '') : (subject?.madeUp?.[name] ?? randomUUID());
  return `${route.path.replace(/:(\w+)/g, fill)}${subject?.query ?? ''}`;
}

/** Pages open to all are asked for at the office's public address; for others the session says which office. */
const placeOf = (route: Route, come: Come) =>
  route.policy.kind === 'open' || !come.signedIn ? `/${come.slug}` : '';

function formOf(route: Route): FormData | undefined {
  if (route.method === 'GET') return undefined;
  const form = new FormData();
  form.append('_key', randomUUID());
  for (const [name, value] of Object.entries(subjectOf(route)?.fields ?? {})) form.append(name, value);
  return form;
}

/** Whether the declared policy lets somebody to the door at all. */
function policyLets({ policy }: Route, come: Come): boolean {
  if (policy.kind === 'open') return true;
  return come.signedIn && (!policy.roles || come.roles.some((role) => policy.roles?.includes(role)));
}

function mayCome(route: Route, come: Come): boolean {
  const rule = narrower[nameOf(route)] ?? subjectOf(route)?.may ?? (() => true);
  return policyLets(route, come) && rule(come);
}

/** A page without what differs each time: where to come back to, ids, keys and nonces. */
function plain(body: string): string {
  return body
    .replace(/value="[^"]*"/g, 'VALUE')
    .replace(/back=[^"&]*/g, 'BACK')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/nonce="[^"]*"/g, 'NONCE');
}

type Answer = { status: number; location: string; body: string };

async function ask(come: Come, route: Route, address: string): Promise<Answer> {
  const response = await app.ask(come, `${placeOf(route, come)}${address}`, formOf(route));
  const location = response.headers.get('location') ?? '';
  const stream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (stream) await response.body?.cancel();
  return { status: response.status, location, body: stream ? '' : await response.text() };
}

const missing = new Map<string, Promise<string>>();
/** What this person is shown where there is nothing; the menu marks the part of the house. */
function missingPageOf(come: Come, route: Route, address: string): Promise<string> {
  const at = `${placeOf(route, come)}/${address.split('/')[1] ?? ''}/nothing-is-here`;
  const known = missing.get(come.name + at) ?? app.ask(come, at).then(async (one) => plain(await one.text()));
  missing.set(come.name + at, known);
  return known;
}

const toSignIn = (answer: Answer) =>
  answer.status === 303 && /^(\/office-[0-9a-f]{8})?\/sign-in(\?|$)/.test(answer.location);

/** What is wrong with the answer to somebody who may not come; undefined when nothing is. */
async function wrongRefusal(come: Come, route: Route, address: string, answer: Answer) {
  if (!come.signedIn && route.policy.kind === 'signed-in')
    return toSignIn(answer) ? undefined : `${answer.status} ${answer.location} instead of the way to sign in`;
  return (await isNothing(come, route, address, answer)) ? undefined : `${answer.status} ${answer.location}`;
}

/** Whether the answer is that of something which is not there, to the last letter. */
async function isNothing(come: Come, route: Route, address: string, answer: Answer): Promise<boolean> {
  const { leadsBack } = subjectOf(route) ?? {};
  if (leadsBack && route.method === 'POST' && answer.status === 303)
    return (
      address.startsWith(`${answer.location.replace(/^\/office-[0-9a-f]{8}/, '')}/`) ||
      answer.location.endsWith(address)
    );
  if (answer.status !== 404) return false;
  const page = plain(answer.body);
  if (page === (await missingPageOf(come, route, address))) return true;
  // A page that opens its own transactions is drawn without the menu; then so is the one of something made up.
  const madeUp = await ask(come, route, addressOf(route, 'made-up'));
  return parametersOf(route.path).length > 0 && madeUp.status === 404 && page === plain(madeUp.body);
}

function wrongWelcome(route: Route, answer: Answer): string | undefined {
  const said = `${answer.status} ${answer.location}`;
  if (answer.status === otherWelcomes[nameOf(route)]) return undefined;
  if (answer.status >= 500) return said;
  if (toSignIn(answer) && route.policy.kind === 'signed-in') return `${said}: sent to sign in`;
  if (answer.status === 303 && answer.location.startsWith('/prove?')) return `${said}: asked to prove`;
  if (route.method === 'GET') return [200, 303].includes(answer.status) ? undefined : said;
  return [401, 403, 404].includes(answer.status) ? said : undefined;
}

/** Does the work with a few hands at once. */
async function each<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = [...things];
  const hand = async () => {
    for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(thing);
  };
  await Promise.all(Array.from({ length: 6 }, hand));
}

test('a route without a declared policy is refused, by name', () => {
  const bare = [...house.app.routes, { method: 'GET', path: '/forgotten', handler: () => undefined }];
  expect(() => routesOf(bare)).toThrow('routes without a declared policy: GET /forgotten');
  expect(app.routes.length).toBeGreaterThan(150);
});

test('every address with a parameter has a subject, and every subject is a route', () => {
  const withParameters = app.routes.filter((route) => parametersOf(route.path).length > 0);
  const without = withParameters.filter((route) => {
    const subject = subjectOf(route);
    return !parametersOf(route.path).every((name) => subject?.params[name]);
  });
  expect(without.map(nameOf), 'routes whose subject is not named in test/matrix/subjects.ts').toEqual([]);
  const known = new Set(app.routes.flatMap((route) => [route.path, nameOf(route)]));
  expect(Object.keys({ ...subjects, ...narrower }).filter((key) => !known.has(key))).toEqual([]);
});

test('everybody is let in where they belong, and nowhere else', { timeout: 240_000 }, async () => {
  const cells = app.routes.flatMap((route) => place.actors.map((come) => ({ route, come })));
  const wrong: string[] = [];
  const letIn = new Set<string>();
  await each(cells, async ({ route, come }) => {
    const address = addressOf(route, 'subject');
    const answer = await ask(come, route, address);
    const may = mayCome(route, come);
    const problem = may ? wrongWelcome(route, answer) : await wrongRefusal(come, route, address, answer);
    if (problem) wrong.push(`${nameOf(route)}: ${come.name} ${may ? 'may' : 'may not'}: ${problem}`);
    else if (may) letIn.add(nameOf(route));
  });
  expect({ wrong: wrong.sort(), bugs: app.bugs }).toEqual({ wrong: [], bugs: [] });
  const closed = app.routes.filter((route) => !letIn.has(nameOf(route))).map(nameOf);
  expect(closed.sort(), 'routes that let nobody in').toEqual(Object.keys(narrower).sort());
});

test('whoever may come finds nothing at a made-up address', { timeout: 60_000 }, async () => {
  const wrong: string[] = [];
  await each(
    app.routes.filter((route) => parametersOf(route.path).length > 0),
    async (route) => {
      const come = place.actors.find((one) => mayCome(route, one));
      if (!come) return;
      const address = addressOf(route, 'made-up');
      const answer = await ask(come, route, address);
      const problem = !(await isNothing(come, route, address, answer));
      if (problem) wrong.push(`${nameOf(route)}: ${come.name}: ${answer.status} ${answer.location}`);
    },
  );
  expect(wrong.sort()).toEqual([]);
});
