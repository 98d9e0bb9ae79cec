import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../../test/cast.ts';
import { lastCode, openBrowser, secretsFor, wrongCode } from '../../../../../test/sign-in-browser.ts';
import { now, setClock } from '../../../../platform/clock.ts';
import { endAllSessions, makePersonalLink } from '../door.ts';
import type { NewLink } from './links.ts';

let house: TestHouse;
let demo: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ sms: { url: 'http://127.0.0.1:9/', key: 'test' } });
  demo = await openTestHouse({ demo: true });
});
afterAll(async () => {
  await house.close();
  await demo.close();
});

const phone = () => `+35840${Math.floor(Math.random() * 1e7)}`.padEnd(13, '1');

async function clientWithLink(change: Partial<NewLink> = {}) {
  const office = await house.office();
  const aino = await office.person('client', { phone: phone() });
  return { office, aino, link: await linkFor(office, aino, change) };
}

const linkFor = (office: TestOffice, person: TestPerson, change: Partial<NewLink> = {}) =>
  office.inOffice((tx) =>
    makePersonalLink(tx, person.id, { landsOn: '/me', expiresAt: now().add({ hours: 2 }), ...change }),
  );

/** Opens a link on a strange browser and answers with the code. */
async function signIn(
  office: TestOffice,
  person: { id: string },
  link: string,
  browser = openBrowser(house),
) {
  await browser.post(`${link}/code`);
  const answer = await browser.post(`/${office.slug}/sign-in/code`, {
    code: await lastCode(office, person.id),
  });
  return { browser, answer };
}

test('a client signs in on a new phone with the link and a code, and lands on the page of the link', async () => {
  const { office, aino, link } = await clientWithLink();
  const browser = openBrowser(house);
  expect(await (await browser.get(link)).text()).toContain('Lähetä koodi');
  const asked = await browser.post(`${link}/code`);
  expect(asked.headers.get('location')).toBe(`/${office.slug}/sign-in/code`);
  expect(await (await browser.get(`/${office.slug}/sign-in/code`)).text()).toContain('tekstiviestinä');
  const { answer } = await signIn(office, aino, link, browser);
  expect(answer.headers.get('location')).toBe('/me');
  expect((await browser.get('/me/sessions')).status).toBe(200);
});

test('on a phone that is known the next link goes on without a code, and opening it alone changes nothing', async () => {
  const { office, aino, link } = await clientWithLink();
  const { browser } = await signIn(office, aino, link);
  await browser.post('/sign-out');
  const next = await linkFor(office, aino);
  const page = await (await browser.get(next)).text();
  expect(page).toContain('Jatka');
  expect(page).toContain('data-island="auto-submit"');
  expect(browser.jar.has('likista')).toBe(false);
  const answer = await browser.post(next);
  expect(answer.headers.get('location')).toBe('/me');
  expect(browser.jar.has('likista')).toBe(true);
});

test('a link opened on somebody else’s phone does not open without a code', async () => {
  const { office, aino, link } = await clientWithLink();
  await signIn(office, aino, link);
  const other = openBrowser(house);
  const answer = await other.post(link);
  expect(answer.headers.get('location')).toBe(link);
  expect(other.jar.has('likista')).toBe(false);
});

test('a code works only in the browser that asked for it', async () => {
  const { office, aino, link } = await clientWithLink();
  const asker = openBrowser(house);
  const other = openBrowser(house);
  await asker.post(`${link}/code`);
  const code = await lastCode(office, aino.id);
  await other.post(`/${office.slug}/sign-in/code`, { code });
  expect(other.jar.has('likista')).toBe(false);
  await asker.post(`/${office.slug}/sign-in/code`, { code });
  expect(asker.jar.has('likista')).toBe(true);
});

test('a wrong code is told in words and the fifth wrong one ends the code, also for the right digits', async () => {
  const { office, aino, link } = await clientWithLink();
  const browser = openBrowser(house);
  await browser.post(`${link}/code`);
  const code = await lastCode(office, aino.id);
  for (let attempt = 1; attempt <= 4; attempt++) {
    const answer = await browser.post(`/${office.slug}/sign-in/code`, { code: wrongCode(code) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Koodi ei ole oikea');
  }
  expect((await browser.post(`/${office.slug}/sign-in/code`, { code: wrongCode(code) })).status).toBe(303);
  expect((await browser.post(`/${office.slug}/sign-in/code`, { code })).status).toBe(303);
  expect(browser.jar.has('likista')).toBe(false);
});

test('tries sent at the same time are counted one by one', async () => {
  const { office, aino, link } = await clientWithLink();
  const browser = openBrowser(house);
  await browser.post(`${link}/code`);
  const code = await lastCode(office, aino.id);
  const tries = Array.from({ length: 12 }, () =>
    browser.post(`/${office.slug}/sign-in/code`, { code: wrongCode(code) }),
  );
  await Promise.all(tries);
  await browser.post(`/${office.slug}/sign-in/code`, { code });
  expect(browser.jar.has('likista')).toBe(false);
});

test('one code sent twice at the same time opens one session', async () => {
  const { office, aino, link } = await clientWithLink();
  const browser = openBrowser(house);
  await browser.post(`${link}/code`);
  const code = await lastCode(office, aino.id);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => browser.post(`/${office.slug}/sign-in/code`, { code })),
  );
  const signedIn = answers.filter((answer) => answer.headers.get('location') === '/me');
  expect(signedIn).toHaveLength(1);
});

test('a code is too old after ten minutes, and a link after its time', async () => {
  const { office, aino, link } = await clientWithLink();
  const browser = openBrowser(house);
  await browser.post(`${link}/code`);
  const code = await lastCode(office, aino.id);
  const started = now();
  const restore = setClock(() => started.add({ minutes: 11 }));
  try {
    await browser.post(`/${office.slug}/sign-in/code`, { code });
    expect(browser.jar.has('likista')).toBe(false);
  } finally {
    restore();
  }
  const later = setClock(() => started.add({ hours: 3 }));
  try {
    expect((await browser.get(link)).status).toBe(404);
  } finally {
    later();
  }
});

test('a sign-in link opens one sign-in only', async () => {
  const { office, aino, link } = await clientWithLink({ once: true });
  const { browser } = await signIn(office, aino, link);
  await browser.post('/sign-out');
  expect((await browser.get(link)).status).toBe(404);
  await browser.post(link);
  expect(browser.jar.has('likista')).toBe(false);
});

test('who is signed in already goes straight to the page of their own link', async () => {
  const { office, aino, link } = await clientWithLink({ once: true });
  const { browser } = await signIn(office, aino, link);
  expect((await browser.get(link)).headers.get('location')).toBe('/me');
});

test('a link leads only to a page of our own', async () => {
  const office = await house.office();
  const aino = await office.person('client', { phone: phone() });
  for (const astray of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
  ]) {
    const link = await linkFor(office, aino, { landsOn: astray });
    const { answer } = await signIn(office, aino, link);
    expect(answer.headers.get('location')).toBe('/');
  }
});

test('a link of another office opens nothing here', async () => {
  const { office, aino, link } = await clientWithLink();
  const neighbour = await house.office();
  const elsewhere = link.replace(`/${office.slug}/`, `/${neighbour.slug}/`);
  const browser = openBrowser(house);
  expect((await browser.get(elsewhere)).status).toBe(404);
  await browser.post(`${elsewhere}/code`);
  expect(await secretsFor(office, aino.id)).toEqual([]);
});

test('a deactivated person’s links, codes and sessions end at once', async () => {
  const { office, aino, link } = await clientWithLink();
  const { browser } = await signIn(office, aino, link);
  const waiting = openBrowser(house);
  await waiting.post(`${link}/code`);
  const code = await lastCode(office, aino.id);
  await office.inOffice((tx) => endAllSessions(tx, aino.id));
  expect((await browser.get('/me/sessions')).headers.get('location')).toMatch(/\/sign-in/);
  await waiting.post(`/${office.slug}/sign-in/code`, { code });
  expect(waiting.jar.has('likista')).toBe(false);
  expect((await waiting.get(link)).status).toBe(404);
});

test('staff need a code also on a known browser, and are led to make a passkey', async () => {
  const office = await house.office();
  const mika = await office.person('coach', { phone: phone() });
  const link = await linkFor(office, mika);
  const { browser, answer } = await signIn(office, mika, link);
  expect(answer.headers.get('location')).toBe('/me/passkeys/new?back=%2Fme');
  await browser.post('/sign-out');
  const next = await linkFor(office, mika);
  expect(await (await browser.get(next)).text()).toContain('Lähetä koodi');
  await browser.post(next);
  expect(browser.jar.has('likista')).toBe(false);
});

test('a person whom no message reaches is told so in words', async () => {
  const office = await house.office();
  const aino = await office.person('client', { phone: null, email: null });
  const answer = await openBrowser(house).post(`${await linkFor(office, aino)}/code`);
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('Emme voi lähettää koodia');
});

test('a demonstration link opens at once in the demonstration and nowhere else', async () => {
  const office = await demo.office();
  const mika = await office.person('coach');
  const link = await linkFor(office, mika, { demonstration: true });
  const browser = openBrowser(demo);
  expect(await (await browser.get(link)).text()).toContain('esittelyn linkki');
  expect((await browser.post(link)).headers.get('location')).toBe('/me');
  expect(browser.jar.has('likista')).toBe(true);

  const real = await clientWithLink({ demonstration: true });
  const stranger = openBrowser(house);
  expect((await stranger.get(real.link)).status).toBe(404);
  await stranger.post(real.link);
  expect(stranger.jar.has('likista')).toBe(false);
});

test('an empty form is refused in words and by its status, also to a browser that takes compressed pages', async () => {
  const office = await house.office();
  const answer = await openBrowser(house).post(`/${office.slug}/sign-in`, {}, { 'accept-encoding': 'br' });
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.status).toBe(422);
});
