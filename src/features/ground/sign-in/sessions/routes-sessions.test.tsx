import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../../test/cast.ts';
import { type Browser, lastCode, openBrowser, wrongCode } from '../../../../../test/sign-in-browser.ts';
import { now, setClock } from '../../../../platform/clock.ts';
import { endAllSessions, makePersonalLink } from '../door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({
    sms: { url: 'http://127.0.0.1:9/', key: 'test' },
    mail: { url: 'smtp://127.0.0.1:9', from: 'likista@example.fi' },
  });
});
afterAll(() => house.close());

/** Signs a client in on a browser of their own. */
async function signIn(
  office: TestOffice,
  personId: string,
  userAgent?: string,
  fields = {},
): Promise<Browser> {
  const link = await office.inOffice((tx) =>
    makePersonalLink(tx, personId, { landsOn: '/me', expiresAt: now().add({ hours: 2 }) }),
  );
  const browser = openBrowser(house, userAgent);
  await browser.post(`${link}/code`);
  await browser.post(`/${office.slug}/sign-in/code`, { code: await lastCode(office, personId), ...fields });
  expect(browser.jar.has('likista')).toBe(true);
  return browser;
}

const isSignedIn = async (browser: Browser) => (await browser.get('/me/sessions')).status === 200;

async function aClient() {
  const office = await house.office();
  return {
    office,
    aino: await office.person('client', { phone: '+358401234567', email: 'aino@example.fi' }),
  };
}

const laptop = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36';
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1';

test('a person sees where they are signed in, in words they know', async () => {
  const { office, aino } = await aClient();
  await signIn(office, aino.id, laptop);
  const page = await (await (await signIn(office, aino.id, phone)).get('/me/sessions')).text();
  expect(page).toContain('Chrome, Windows');
  expect(page).toContain('Safari, iPhone');
  expect(page).toContain('tämä laite');
});

test('a device that is signed out is out at once and needs a code to come back', async () => {
  const { office, aino } = await aClient();
  const lost = await signIn(office, aino.id, phone);
  const own = await signIn(office, aino.id, laptop);
  const page = await (await own.get('/me/sessions')).text();
  const sessions = [...page.matchAll(/\/me\/sessions\/([0-9a-f-]{36})\/end/g)].map((match) => match[1]);
  for (const id of sessions) expect((await own.post(`/me/sessions/${id}/end`)).status).toBe(303);
  expect(await isSignedIn(lost)).toBe(false);
  expect(await isSignedIn(own)).toBe(true);
  const link = await office.inOffice((tx) =>
    makePersonalLink(tx, aino.id, { landsOn: '/me', expiresAt: now().add({ hours: 2 }) }),
  );
  expect(await (await lost.get(link)).text()).toContain('Lähetä koodi');
});

test('signing out the others leaves only this session, and ends the links that were sent', async () => {
  const { office, aino } = await aClient();
  const link = await office.inOffice((tx) =>
    makePersonalLink(tx, aino.id, { landsOn: '/me', expiresAt: now().add({ hours: 2 }) }),
  );
  const others = [await signIn(office, aino.id, phone), await signIn(office, aino.id, phone)];
  const own = await signIn(office, aino.id, laptop);
  expect((await own.post('/me/sessions/end-others')).status).toBe(303);
  for (const other of others) expect(await isSignedIn(other)).toBe(false);
  expect(await isSignedIn(own)).toBe(true);
  expect((await openBrowser(house).get(link)).status).toBe(404);
});

test('nobody ends the session of another person, here or in another office', async () => {
  const { office, aino } = await aClient();
  const coach = await office.person('coach');
  const neighbour = await (await house.office()).person('client');
  for (const other of [coach, neighbour])
    expect((await other.post(`/me/sessions/${aino.sessionId}/end`)).status).toBe(404);
  expect((await aino.get('/me/sessions')).status).toBe(200);
});

test('a new device is told to the person, by another way than the code when there is one', async () => {
  const { office, aino } = await aClient();
  await signIn(office, aino.id, phone);
  await signIn(office, aino.id, laptop);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ channel: string }>(sql`select d.channel from notices n
      join deliveries d on d.office_id = n.office_id and d.id = n.delivery_id
      where n.office_id = ${tx.officeId} and n.person_id = ${aino.id} and n.kind = 'new-device'`),
  );
  // The cast signs Aino in once before, so both browsers are new; the code went by text message each time.
  expect(rows.map((row) => row.channel)).toEqual(['email', 'email']);
});

test('on a shared computer nothing is remembered and the session ends with a pause', async () => {
  const { office, aino } = await aClient();
  const browser = await signIn(office, aino.id, laptop, { shared: 'yes' });
  expect(browser.jar.has('likista-device')).toBe(false);
  const started = now();
  const restore = setClock(() => started.add({ minutes: 31 }));
  try {
    expect(await isSignedIn(browser)).toBe(false);
  } finally {
    restore();
  }
});

test('staff are signed out after 30 idle minutes and after eight hours; a client after 30 days', async () => {
  const { office, aino } = await aClient();
  const mika = await office.person('coach');
  const started = now();
  const at = async (hours: number, who: { get(path: string): Promise<Response> | Response }) => {
    const restore = setClock(() => started.add({ seconds: Math.round(hours * 3600) }));
    try {
      return (await who.get('/me/sessions')).status;
    } finally {
      restore();
    }
  };
  for (let hours = 0.4; hours < 7.9; hours += 0.4) expect(await at(hours, mika)).toBe(200);
  expect(await at(8.01, mika)).toBe(303);
  const idle = await office.person('coach');
  expect(await at(0.6, idle)).toBe(303);
  expect(await at(29 * 24, aino)).toBe(200);
  expect(await at(30 * 24 + 1, aino)).toBe(303);
});

test('a role that ended today counts no more in the next request, and a deactivated person is out', async () => {
  const { office, aino } = await aClient();
  await office.inOffice((tx) =>
    tx.execute(
      sql`update persons set deactivated_at = now() where office_id = ${tx.officeId} and id = ${aino.id}`,
    ),
  );
  expect((await aino.get('/me/sessions')).status).toBe(303);
  const mika = await office.person('coach');
  await office.inOffice((tx) =>
    tx.execute(sql`update role_grants set ends_on = starts_on
      where office_id = ${tx.officeId} and person_id = ${mika.id}`),
  );
  expect((await mika.get('/me/sessions')).status).toBe(303);
});

test('a client proves who they are with a code before a sensitive act, and five wrong ones end the code', async () => {
  const { office, aino } = await aClient();
  const browser = await signIn(office, aino.id);
  const started = now();
  const restore = setClock(() => started.add({ minutes: 15 }));
  try {
    expect((await browser.get('/me/passkeys/new')).headers.get('location')).toContain('/prove');
    expect((await browser.post('/prove', { back: '/me/passkeys/new' })).headers.get('location')).toBe(
      '/prove/code',
    );
    const code = await lastCode(office, aino.id);
    expect((await browser.post('/prove/code', { code: wrongCode(code) })).status).toBe(422);
    const before = browser.jar.get('likista');
    const answer = await browser.post('/prove/code', { code });
    expect(answer.headers.get('location')).toBe('/me/passkeys/new');
    expect(browser.jar.get('likista')).not.toBe(before);
    expect((await browser.get('/me/passkeys/new')).status).toBe(200);

    await browser.post('/prove', { back: 'https://evil.example/' });
    const next = await lastCode(office, aino.id);
    for (let attempt = 0; attempt < 5; attempt++)
      await browser.post('/prove/code', { code: wrongCode(next) });
    expect((await browser.post('/prove/code', { code: next })).headers.get('location')).toBe('/prove/code');
  } finally {
    restore();
  }
});

test('a code for proving does not sign anybody in, and a sign-in code proves nothing', async () => {
  const { office, aino } = await aClient();
  const browser = await signIn(office, aino.id);
  await browser.post('/prove', { back: '/' });
  const code = await lastCode(office, aino.id);
  const stranger = openBrowser(house);
  stranger.jar.set('likista-try', browser.jar.get('likista-try') ?? '');
  await stranger.post(`/${office.slug}/sign-in/code`, { code });
  expect(stranger.jar.has('likista')).toBe(false);
});

test('a session that came by a link on a known browser has proved nothing yet', async () => {
  const { office, aino } = await aClient();
  const browser = await signIn(office, aino.id);
  await browser.post('/sign-out');
  const link = await office.inOffice((tx) =>
    makePersonalLink(tx, aino.id, { landsOn: '/me', expiresAt: now().add({ hours: 2 }) }),
  );
  await browser.post(link);
  expect(await isSignedIn(browser)).toBe(true);
  expect((await browser.get('/me/passkeys/new')).headers.get('location')).toContain('/prove');
});

test('signing out ends the session in the house, not only in the browser', async () => {
  const { office, aino } = await aClient();
  const browser = await signIn(office, aino.id);
  const kept = browser.jar.get('likista') ?? '';
  const answer = await browser.post('/sign-out');
  expect(answer.headers.get('clear-site-data')).toContain('cache');
  browser.jar.set('likista', kept);
  expect(await isSignedIn(browser)).toBe(false);
});

test('ending everything of a person ends it for that person only', async () => {
  const { office, aino } = await aClient();
  const eero = await office.person('client', { givenName: 'Eero' });
  await office.inOffice((tx) => endAllSessions(tx, aino.id));
  expect((await aino.get('/me/sessions')).status).toBe(303);
  expect((await eero.get('/me/sessions')).status).toBe(200);
});
