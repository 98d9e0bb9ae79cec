// The attacks on signing in that the threat model names, each sent to the real application.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, testOrigin } from '../../../../test/cast.ts';
import { lastCode, openBrowser, secretsFor } from '../../../../test/sign-in-browser.ts';
import { now } from '../../../platform/clock.ts';
import { makePersonalLink } from './door.ts';
import { sendLinks } from './requests.ts';

let house: TestHouse;
beforeAll(async () => {
  // One proxy of our own stands in front: only the last address it wrote is believed.
  house = await openTestHouse({ sms: { url: 'http://127.0.0.1:9/', key: 'test' }, trustedProxies: 1 });
});
afterAll(() => house.close());

const phone = '+358401234567';
const from = (address: string) => ({ 'x-forwarded-for': address });

async function aClient() {
  const office = await house.office();
  const aino = await office.person('client', { phone });
  const link = await office.inOffice((tx) =>
    makePersonalLink(tx, aino.id, { landsOn: '/me', expiresAt: now().add({ hours: 2 }) }),
  );
  return { office, aino, link };
}

/** Does the work that waits after requests for links, as the worker would. */
async function sendWaitingLinks(office: TestOffice): Promise<number> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from sign_in_requests where office_id = ${tx.officeId}`),
  );
  const context = { inOffice: house.inOffice, log: house.outside.log, jobId: '' };
  for (const row of rows)
    await sendLinks.run(context as never, { officeId: office.officeId, requestId: row.id });
  return rows.length;
}

test('session fixation: a session planted in the browser is replaced and ended at sign-in', async () => {
  const { office, aino, link } = await aClient();
  const attacker = await office.person('client', { givenName: 'Kalle' });
  const browser = openBrowser(house);
  browser.jar.set('likista', attacker.cookie.split('=')[1] ?? '');
  await browser.post(`${link}/code`);
  await browser.post(`/${office.slug}/sign-in/code`, { code: await lastCode(office, aino.id) });
  expect(browser.jar.get('likista')).not.toBe(attacker.cookie.split('=')[1]);
  expect((await attacker.get('/me/sessions')).status).toBe(303);
});

test('a device token planted in the browser before sign-in does not make the planter known', async () => {
  const { office, aino, link } = await aClient();
  const planted = 'AAAAAAAAAAAAAAAAAAAAAA';
  const browser = openBrowser(house);
  browser.jar.set('likista-device', planted);
  await browser.post(`${link}/code`);
  await browser.post(`/${office.slug}/sign-in/code`, { code: await lastCode(office, aino.id) });
  expect(browser.jar.get('likista-device')).not.toBe(planted);
  const planter = openBrowser(house);
  planter.jar.set('likista-device', planted);
  await planter.post(link);
  expect(planter.jar.has('likista')).toBe(false);
});

test('a try planted in the victim’s browser does not give the planter the victim’s code', async () => {
  const { office, aino, link } = await aClient();
  const planted = 'BBBBBBBBBBBBBBBBBBBBBB';
  const victim = openBrowser(house);
  victim.jar.set('likista-try', planted);
  await victim.post(`${link}/code`);
  const planter = openBrowser(house);
  planter.jar.set('likista-try', planted);
  await planter.post(`/${office.slug}/sign-in/code`, { code: await lastCode(office, aino.id) });
  expect(planter.jar.has('likista')).toBe(false);
});

test('cross-site request forgery: a POST from another site, or without an origin, does nothing', async () => {
  const { office, aino, link } = await aClient();
  const post = (headers: Record<string, string>) =>
    house.app.request(`${testOrigin}${link}/code`, { method: 'POST', headers });
  const attempts = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: testOrigin, 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', 'content-type': 'text/plain' },
    { origin: 'https://evil.example', 'content-type': '' },
  ];
  for (const headers of attempts) expect((await post(headers as Record<string, string>)).status).toBe(403);
  expect(await secretsFor(office, aino.id)).toEqual([]);
});

test('clickjacking: no page of signing in may be framed, and none is kept in a cache', async () => {
  const { office, link } = await aClient();
  for (const path of [
    link,
    `/${office.slug}/sign-in`,
    `/${office.slug}/sign-in/code`,
    `/${office.slug}/sign-in/sent`,
  ]) {
    const { headers } = await openBrowser(house).get(path);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  }
});

test('open redirect: the way back is always a path of our own', async () => {
  const { office, aino } = await aClient();
  for (const astray of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%5cevil',
    'javascript:alert(1)',
  ]) {
    const answer = await aino.get(`/sign-in?back=${encodeURIComponent(astray)}`);
    expect(answer.headers.get('location')).toMatch(/^\/(?![/\\])/);
    await openBrowser(house).post(
      `/${office.slug}/sign-in`,
      { address: phone, back: astray },
      from('192.0.2.7'),
    );
  }
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ lands_on: string }>(
      sql`select lands_on from sign_in_requests where office_id = ${tx.officeId}`,
    ),
  );
  for (const row of rows) expect(row.lands_on).toMatch(/^\/(?![/\\])/);
});

test('the cookies are out of reach of scripts and of other sites', async () => {
  const { office, aino, link } = await aClient();
  const asked = await openBrowser(house).post(`${link}/code`);
  expect(asked.headers.getSetCookie().join()).toMatch(/^likista-try=[\w-]{22};.*HttpOnly.*SameSite=Lax/i);
  const secure = await openTestHouse({
    baseUrl: 'https://likista.example.fi',
    sms: { url: 'http://127.0.0.1:9/', key: 'test' },
  });
  try {
    const other = await secure.office();
    const person = await other.person('client', { phone });
    const path = await other.inOffice((tx) =>
      makePersonalLink(tx, person.id, { landsOn: '/', expiresAt: now().add({ hours: 2 }) }),
    );
    const answer = await openBrowser(secure).post(
      `https://likista.example.fi${path}/code`,
      {},
      {
        origin: 'https://likista.example.fi',
      },
    );
    expect(answer.headers.getSetCookie().join()).toMatch(/^__Host-likista-try=[\w-]{22};.*Path=\/.*Secure/i);
  } finally {
    await secure.close();
  }
  expect(office.officeId).not.toBe(aino.id);
});

test('a session of one office is nobody in another, whatever the cookie, path or body says', async () => {
  const { aino } = await aClient();
  const neighbour = await house.office();
  const token = aino.cookie.split('.')[1] ?? '';
  const browser = openBrowser(house);
  browser.jar.set('likista', `${neighbour.officeId}.${token}`);
  expect((await browser.get('/me/sessions')).headers.get('location')).toContain('/sign-in');
  const page = await aino.get(`/../${neighbour.slug}/sign-in`);
  expect(await page.text()).not.toContain('Kirjaudu ulos');
});

test('nobody learns from the answer whether a person exists here', async () => {
  const { office, aino } = await aClient();
  const ask = (address: string) =>
    openBrowser(house).post(`/${office.slug}/sign-in`, { address }, from('192.0.2.8'));
  const answers = await Promise.all([
    ask(phone),
    ask('040 123 4567'),
    ask('+358409999999'),
    ask('nobody@example.fi'),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/${office.slug}/sign-in/sent`);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  // The same is written for everybody; only the job knows whom it concerned.
  expect(await sendWaitingLinks(office)).toBe(4);
  const links = await secretsFor(office, aino.id);
  expect(links).toHaveLength(2);
  expect(links[0]).toMatch(new RegExp(`^${house.config.baseUrl}/${office.slug}/l/[\\w-]{22}$`));
});

test('a link asked for twice by the same job is sent once', async () => {
  const { office, aino } = await aClient();
  await openBrowser(house).post(`/${office.slug}/sign-in`, { address: phone }, from('192.0.2.9'));
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from sign_in_requests where office_id = ${tx.officeId}`),
  );
  const context = { inOffice: house.inOffice, log: house.outside.log, jobId: '' };
  for (let round = 0; round < 2; round++)
    await sendLinks.run(context as never, { officeId: office.officeId, requestId: rows[0]?.id ?? '' });
  expect(await secretsFor(office, aino.id)).toHaveLength(1);
});

test('many tries from the addresses of one /64 are stopped, also behind forged addresses; others go on', async () => {
  const { office } = await aClient();
  const ask = (address: string) =>
    openBrowser(house).post(
      `/${office.slug}/sign-in`,
      { address: `${crypto.randomUUID()}@example.fi` },
      from(address),
    );
  const statuses: number[] = [];
  for (let at = 0; at < 70; at++)
    statuses.push((await ask(`198.51.100.${at}, 2001:db8:1:2:${at}::1`)).status);
  expect(statuses.filter((status) => status === 303)).toHaveLength(60);
  const last = await ask('203.0.113.9, 2001:db8:1:2:ffff::1');
  expect(last.status).toBe(429);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('2001:db8:1:3::1')).status).toBe(303);
});

test('others’ asking for links does not lock the person out of their own browser, nor flood them', async () => {
  const { office, aino, link } = await aClient();
  const own = openBrowser(house);
  await own.post(`${link}/code`);
  await own.post(`/${office.slug}/sign-in/code`, { code: await lastCode(office, aino.id) });
  await own.post('/sign-out');
  const before = (await secretsFor(office, aino.id)).length;
  for (let at = 0; at < 30; at++) {
    await openBrowser(house).post(`/${office.slug}/sign-in`, { address: phone }, from(`2001:db8:9:${at}::1`));
  }
  await sendWaitingLinks(office);
  const flood = (await secretsFor(office, aino.id)).length - before;
  expect(flood).toBe(20);
  await own.post(`/${office.slug}/sign-in`, { address: phone }, from('192.0.2.44'));
  await sendWaitingLinks(office);
  const links = await secretsFor(office, aino.id);
  expect(links.length - before).toBe(21);
  const path = new URL(links.at(-1) ?? '').pathname;
  expect((await own.post(path)).headers.get('location')).toBe('/');
  expect(own.jar.has('likista')).toBe(true);
});

test('guessing codes for one person is stopped however many codes are asked for', async () => {
  const { office, aino, link } = await aClient();
  let sent = 0;
  for (let round = 0; round < 12; round++) {
    const browser = openBrowser(house);
    if ((await browser.post(`${link}/code`, {}, from(`2001:db8:7:${round}::1`))).status === 303) sent++;
  }
  expect(sent).toBe(10);
  expect((await secretsFor(office, aino.id)).length).toBe(10);
});
