import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, testOrigin } from '../../../../../test/cast.ts';
import { openPasskeyDevice, type PasskeyDevice } from '../../../../../test/passkey-device.ts';
import { type Browser, lastCode, openBrowser } from '../../../../../test/sign-in-browser.ts';
import { now, setClock } from '../../../../platform/clock.ts';
import { makePersonalLink } from '../door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ sms: { url: 'http://127.0.0.1:9/', key: 'test' } });
});
afterAll(() => house.close());

async function linkOf(office: TestOffice, personId: string) {
  return office.inOffice((tx) =>
    makePersonalLink(tx, personId, { landsOn: '/board', expiresAt: now().add({ hours: 2 }) }),
  );
}

/** A coach signed in with a code, with a passkey made on the device. */
async function coachWithPasskey() {
  const office = await house.office();
  const mika = await office.person('coach', { givenName: 'Mika', phone: '+358401234567' });
  const browser = openBrowser(house);
  await browser.post(`${await linkOf(office, mika.id)}/code`);
  await browser.post(`/${office.slug}/sign-in/code`, { code: await lastCode(office, mika.id) });
  const device = openPasskeyDevice(testOrigin);
  const made = await register(browser, device);
  expect(made.status).toBe(200);
  return { office, mika, browser, device };
}

async function register(browser: Browser, device: PasskeyDevice, from?: string) {
  const options = await (await browser.postJson('/me/passkeys/options')).json();
  return browser.postJson('/me/passkeys', { response: device.register(options, from), name: 'Työpuhelin' });
}

const question = async (office: TestOffice, browser: Browser) =>
  (await browser.postJson(`/${office.slug}/sign-in/passkey/options`)).json();

test('a coach signs in with a passkey, without a link and on any browser', async () => {
  const { office, device } = await coachWithPasskey();
  const browser = openBrowser(house);
  const response = device.sign(await question(office, browser));
  const answer = await browser.postJson(`/${office.slug}/sign-in/passkey`, { response, back: '/board' });
  expect(await answer.json()).toEqual({ to: '/board' });
  expect(await (await browser.get('/me/passkeys')).text()).toContain('Työpuhelin');
});

test('staff who have a passkey cannot get in with a link and a code', async () => {
  const { office, mika } = await coachWithPasskey();
  const link = await linkOf(office, mika.id);
  const browser = openBrowser(house);
  expect(await (await browser.get(link)).text()).toContain('Kirjaudu pääsyavaimella');
  await browser.post(`${link}/code`);
  await browser.post(link);
  expect(browser.jar.size).toBe(0);
});

test('one answer of a passkey opens one session, also when it is sent many times at once', async () => {
  const { office, device } = await coachWithPasskey();
  const browser = openBrowser(house);
  const response = device.sign(await question(office, browser));
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      openBrowser(house).postJson(`/${office.slug}/sign-in/passkey`, { response, back: '/' }),
    ),
  );
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
});

test('an answer from another origin, without a check of the user, or with an old counter is refused', async () => {
  const { office, device } = await coachWithPasskey();
  const browser = openBrowser(house);
  const send = async (change: Parameters<PasskeyDevice['sign']>[1]) =>
    browser.postJson(`/${office.slug}/sign-in/passkey`, {
      response: device.sign(await question(office, browser), change),
      back: '/',
    });
  expect((await send({ from: 'https://likista.evil.example' })).status).toBe(400);
  expect((await send({ verified: false })).status).toBe(400);
  expect((await send({})).status).toBe(200);
  device.setCounter(1);
  expect((await send({})).status).toBe(400);
});

test('a question is good for five minutes', async () => {
  const { office, device } = await coachWithPasskey();
  const browser = openBrowser(house);
  const response = device.sign(await question(office, browser));
  const started = now();
  const restore = setClock(() => started.add({ minutes: 6 }));
  try {
    expect((await browser.postJson(`/${office.slug}/sign-in/passkey`, { response })).status).toBe(400);
  } finally {
    restore();
  }
});

test('a passkey of one office opens nothing in another', async () => {
  const { device } = await coachWithPasskey();
  const neighbour = await house.office();
  const browser = openBrowser(house);
  const response = device.sign(await question(neighbour, browser));
  expect((await browser.postJson(`/${neighbour.slug}/sign-in/passkey`, { response })).status).toBe(400);
});

test('a question for one person does not take the passkey of another', async () => {
  const { office, device } = await coachWithPasskey();
  const other = await office.person('client');
  const browser = openBrowser(house);
  browser.jar.set('likista', other.cookie.split('=')[1] ?? '');
  const options = await (await browser.postJson('/prove/passkey/options')).json();
  const answer = await browser.postJson('/prove/passkey', { response: device.sign(options), back: '/' });
  expect(answer.status).toBe(400);
});

test('proving oneself with a passkey opens sensitive pages and changes the session’s token', async () => {
  const { browser, device } = await coachWithPasskey();
  const started = now();
  const restore = setClock(() => started.add({ minutes: 11 }));
  try {
    expect((await browser.get('/me/passkeys/new')).headers.get('location')).toContain('/prove');
    const before = browser.jar.get('likista');
    const options = await (await browser.postJson('/prove/passkey/options')).json();
    const answer = await browser.postJson('/prove/passkey', {
      response: device.sign(options),
      back: '/me/passkeys/new',
    });
    expect(await answer.json()).toEqual({ to: '/me/passkeys/new' });
    expect(browser.jar.get('likista')).not.toBe(before);
    expect((await browser.get('/me/passkeys/new')).status).toBe(200);
    const old = openBrowser(house);
    old.jar.set('likista', before ?? '');
    expect((await old.get('/me/passkeys')).headers.get('location')).toContain('/sign-in');
  } finally {
    restore();
  }
});

test('a passkey is made only at our own address', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const browser = openBrowser(house);
  browser.jar.set('likista', aino.cookie.split('=')[1] ?? '');
  const device = openPasskeyDevice(testOrigin);
  expect((await register(browser, device, 'https://evil.example')).status).toBe(400);
  expect((await register(browser, device)).status).toBe(200);
});

test('a person renames and removes their own passkey, and sees nobody else’s', async () => {
  const { office, browser, mika } = await coachWithPasskey();
  const id = /\/me\/passkeys\/([0-9a-f-]{36})/.exec(await (await browser.get('/me/passkeys')).text())?.[1];
  const other = await office.person('coach');
  expect((await other.get(`/me/passkeys/${id}`)).status).toBe(404);
  expect((await other.post(`/me/passkeys/${id}`, { name: 'x' })).status).toBe(404);
  expect((await other.post(`/me/passkeys/${id}/removal`)).status).toBe(404);
  const neighbour = await (await house.office()).person('coach');
  expect((await neighbour.get(`/me/passkeys/${id}`)).status).toBe(404);

  expect((await browser.post(`/me/passkeys/${id}`, { name: '' })).status).toBe(422);
  expect((await browser.post(`/me/passkeys/${id}`, { name: 'Kannettava' })).status).toBe(303);
  expect(await (await browser.get('/me/passkeys')).text()).toContain('Kannettava');
  expect((await browser.post(`/me/passkeys/${id}/removal`)).status).toBe(303);
  expect(await (await mika.get('/me/passkeys')).text()).not.toContain('Kannettava');
});
