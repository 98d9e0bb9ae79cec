// Every route as the router has it, tried by everybody who may come. Whom the declared policy and the
// subject's own rule let in gets in; everybody else gets exactly the answer of something that is not there,
// or the way to sign in.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app/routes.tsx';
import { startSession } from '../src/features/ground/sign-in/door.ts';
import { noAssets } from '../src/platform/assets.ts';
import { sessionCookie } from '../src/platform/session.ts';
import { openTestHouse, testOrigin } from './cast.ts';
import type { Come } from './matrix/actors.ts';
import { type Route, routesOf } from './matrix/dry-app.ts';
import { wrongHeaders } from './matrix/headers.ts';
import { each, type Matrix, nameOf, openMatrix, parametersOf, placeOf } from './matrix/open-matrix.ts';
import { narrower, otherWelcomes } from './matrix/subjects.ts';

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix.close());

function formOf(route: Route): FormData | undefined {
  if (route.method === 'GET') return undefined;
  const form = new FormData();
  form.append('_key', randomUUID());
  for (const [name, value] of Object.entries(matrix.subjectOf(route)?.fields ?? {})) form.append(name, value);
  return form;
}

/** A page without what differs each time: where to come back to, ids, keys and nonces. */
function plain(body: string): string {
  return body
    .replace(/value="[^"]*"/g, 'VALUE')
    .replace(/back=[^"&]*/g, 'BACK')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/nonce="[^"]*"/g, 'NONCE');
}

const headersAmiss = new Set<string>();
const statuses = new Set<number>();

type Answer = { status: number; location: string; body: string };

async function ask(come: Come, route: Route, address: string): Promise<Answer> {
  const response = await matrix.app.ask(come, `${placeOf(route, come)}${address}`, formOf(route));
  statuses.add(response.status);
  for (const one of wrongHeaders(route, come, response)) headersAmiss.add(`${nameOf(route)}: ${one}`);
  const location = response.headers.get('location') ?? '';
  const stream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (stream) await response.body?.cancel();
  return { status: response.status, location, body: stream ? '' : await response.text() };
}

const missing = new Map<string, Promise<string>>();
/** What this person is shown where there is nothing; the menu marks the part of the house. */
function missingPageOf(come: Come, route: Route, address: string): Promise<string> {
  const at = `${placeOf(route, come)}/${address.split('/')[1] ?? ''}/nothing-is-here`;
  const known =
    missing.get(come.name + at) ?? matrix.app.ask(come, at).then(async (one) => plain(await one.text()));
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
  const { leadsBack } = matrix.subjectOf(route) ?? {};
  if (leadsBack && route.method === 'POST' && answer.status === 303)
    return (
      address.startsWith(`${answer.location.replace(/^\/office-[0-9a-f]{8}/, '')}/`) ||
      answer.location.endsWith(address)
    );
  if (answer.status !== 404) return false;
  const page = plain(answer.body);
  if (page === (await missingPageOf(come, route, address))) return true;
  // A page that opens its own transactions is drawn without the menu; then so is the one of something made up.
  const madeUp = await ask(come, route, matrix.addressOf(route, 'made-up'));
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

test('a route without a declared policy is refused, by name', () => {
  const bare = [...matrix.house.app.routes, { method: 'GET', path: '/forgotten', handler: () => undefined }];
  expect(() => routesOf(bare)).toThrow('routes without a declared policy: GET /forgotten');
  expect(matrix.app.routes.length).toBeGreaterThan(150);
});

test('every address with a parameter has a subject, and every subject is a route', () => {
  const withParameters = matrix.app.routes.filter((route) => parametersOf(route.path).length > 0);
  const without = withParameters.filter((route) => {
    const subject = matrix.subjectOf(route);
    return !parametersOf(route.path).every((name) => subject?.params[name]);
  });
  expect(without.map(nameOf), 'routes whose subject is not named in test/matrix/subjects.ts').toEqual([]);
  const known = new Set(matrix.app.routes.flatMap((route) => [route.path, nameOf(route)]));
  expect(Object.keys({ ...matrix.subjects, ...narrower }).filter((key) => !known.has(key))).toEqual([]);
});

test('everybody is let in where they belong, and nowhere else', { timeout: 600_000 }, async () => {
  const cells = matrix.app.routes.flatMap((route) => matrix.actors.map((come) => ({ route, come })));
  const wrong: string[] = [];
  const letIn = new Set<string>();
  await each(cells, async ({ route, come }) => {
    const address = matrix.addressOf(route, 'subject');
    const answer = await ask(come, route, address);
    const may = matrix.mayCome(route, come);
    const problem = may ? wrongWelcome(route, answer) : await wrongRefusal(come, route, address, answer);
    if (problem) wrong.push(`${nameOf(route)}: ${come.name} ${may ? 'may' : 'may not'}: ${problem}`);
    else if (may) letIn.add(nameOf(route));
  });
  expect({ wrong: wrong.sort(), bugs: matrix.app.bugs }).toEqual({ wrong: [], bugs: [] });
  const closed = matrix.app.routes.filter((route) => !letIn.has(nameOf(route))).map(nameOf);
  expect(closed.sort(), 'routes that let nobody in').toEqual(Object.keys(narrower).sort());
});

test('whoever may come finds nothing at a made-up address', async () => {
  const wrong: string[] = [];
  await each(
    matrix.app.routes.filter((route) => parametersOf(route.path).length > 0),
    async (route) => {
      const come = matrix.actors.find((one) => matrix.mayCome(route, one));
      if (!come) return;
      const address = matrix.addressOf(route, 'made-up');
      const answer = await ask(come, route, address);
      const problem = !(await isNothing(come, route, address, answer));
      if (problem) wrong.push(`${nameOf(route)}: ${come.name}: ${answer.status} ${answer.location}`);
    },
  );
  expect(wrong.sort()).toEqual([]);
});

test('every answer of those tells the browser what it may run, frame, keep and tell others', () => {
  expect([...headersAmiss].sort()).toEqual([]);
  expect([200, 303, 404, 422].filter((status) => !statuses.has(status))).toEqual([]);
});

test('behind TLS every answer keeps browsers to TLS, and only there', async () => {
  const { house } = matrix;
  const { slug } = await house.office();
  const config = { ...house.config, baseUrl: 'https://likista.example' };
  const behindTls = createApp({ ...house, assets: noAssets, outside: { ...house.outside, config } });
  const told = async (app: Pick<typeof behindTls, 'request'>) => {
    const headers = { origin: testOrigin, 'sec-fetch-site': 'same-origin' };
    const body = new URLSearchParams({ _key: randomUUID(), address: '' });
    const answers = [
      await app.request(`${testOrigin}/${slug}/sign-in`),
      await app.request(`${testOrigin}/${slug}/today`),
      await app.request(`${testOrigin}/${slug}/nothing-is-here`),
      await app.request(`${testOrigin}/${slug}/sign-in`, { method: 'POST', headers, body }),
    ];
    return answers.map((one) => [one.status, one.headers.get('strict-transport-security')]);
  };
  const alike = (value: string | null) => [200, 303, 404, 422].map((status) => [status, value]);
  expect(await told(behindTls)).toEqual(alike('max-age=63072000; includeSubDomains'));
  expect(await told(house.app)).toEqual(alike(null));
});

test('what stands only in the demonstration is there for its visitors', async () => {
  const demo = await openTestHouse({ demo: true });
  const office = await demo.office();
  const client = await office.person('client');
  expect((await office.visitor().get('/outbox')).status).toBe(200);
  const person = { personId: client.id, staff: false };
  const { token } = await office.inOffice((tx) =>
    startSession(tx, person, { way: 'demonstration', device: 'test' }),
  );
  const cookie = `${sessionCookie}=${office.officeId}.${token}`;
  expect((await client.post('/prove/demonstration', {}, { cookie })).status).toBe(303);
  expect((await client.post('/prove/demonstration')).status).toBe(404);
  await demo.close();
});
