import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, testOrigin } from '../../test/cast.ts';

let house: TestHouse;
const token = 'a-token-of-at-least-24-characters';

beforeAll(async () => {
  house = await openTestHouse({ postsPerMinute: 3 });
});
afterAll(() => house.close());

const get = (path: string, headers: Record<string, string> = {}, from = house) =>
  from.app.request(`${testOrigin}${path}`, { headers });

test('a balancer is told to send people here once the jobs run, not before', async () => {
  expect((await get('/health/live')).status).toBe(200);
  const early = await get('/health/ready');
  expect(early.status).toBe(503);
  expect(await early.json()).toEqual({
    ready: false,
    database: true,
    migrated: true,
    jobs: false,
    saves: true,
  });
  await house.workJobs();
  const answer = await get('/health/ready');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    ready: true,
    database: true,
    migrated: true,
    jobs: true,
    saves: true,
  });
});

test('a process whose database has gone is alive but not ready, and says nothing of why', async () => {
  const broken = await openTestHouse();
  await broken.pool.end();
  expect((await get('/health/live', {}, broken)).status).toBe(200);
  const answer = await get('/health/ready', {}, broken);
  expect(answer.status).toBe(503);
  expect(Object.keys(await answer.json())).toEqual(['ready', 'database', 'migrated', 'jobs', 'saves']);
  Object.assign(broken.pool, { end: async () => {} });
  await broken.close();
});

test('figures are read with the token, by nobody else', async () => {
  const guarded = await openTestHouse({ metricsToken: token });
  expect((await get('/metrics', { authorization: `Bearer ${token}` }, guarded)).status).toBe(200);
  expect((await get('/metrics', { authorization: 'Bearer wrong' }, guarded)).status).toBe(404);
  expect((await get('/metrics', {}, guarded)).status).toBe(404);
  await guarded.close();
});

test('without a token figures are read on the machine itself, not through a proxy on it', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  await aino.get('/');
  const answer = await get('/metrics');
  expect(answer.status).toBe(200);
  const figures = await answer.text();
  expect(figures).toMatch(/^likista_jobs\{state="waiting"\} \d+$/m);
  expect(figures).toMatch(/^likista_jobs_oldest_waiting_seconds /m);
  expect(figures).toMatch(/^likista_live_streams 0$/m);
  expect(figures).not.toContain(aino.id);
  expect(figures).not.toContain(office.officeId);
  expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404);
});

test('search engines are led to the public services of each office, and asked to leave all else alone', async () => {
  const office = await house.office();
  const rules = await (await get('/robots.txt')).text();
  expect(rules).toContain('User-agent: *\nDisallow: /\n');
  for (const path of ['/fi/palvelut', '/sv/tjanster', '/en/services', '/selko/palvelut']) {
    expect(rules).toContain(`\nAllow: ${path}\nAllow: /*${path}\n`);
    expect(rules).toContain(`\nDisallow: /*${path}?\n`);
  }
  const map = `${house.config.baseUrl}/${office.slug}/sitemap.xml`;
  expect(rules).toContain(`\nSitemap: ${map}\n`);
  const answer = await get(new URL(map).pathname);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/xml; charset=utf-8',
  ]);
});

test('somebody who sends a fourth form within a minute is told to wait, in their language and with the time', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const statuses = [];
  for (let n = 0; n < 3; n++) statuses.push((await aino.post('/nowhere')).status);
  expect(statuses).toEqual([404, 404, 404]);
  const refused = await aino.post('/nowhere');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.text()).toContain('Yrityksiä tuli liian monta');
});

test('somebody led here by another site with a form gets a page that says what to do', async () => {
  const answer = await house.app.request(`${testOrigin}/sign-out`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example', 'accept-language': 'sv' },
  });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('Begäran kunde inte behandlas');
});
