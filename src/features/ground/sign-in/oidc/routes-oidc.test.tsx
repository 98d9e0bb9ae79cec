import { sql } from 'drizzle-orm';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, testOrigin } from '../../../../../test/cast.ts';
import {
  type IdentityProvider,
  identityClient,
  openIdentityProvider,
} from '../../../../../test/identity-provider.ts';
import { type Browser, openBrowser } from '../../../../../test/sign-in-browser.ts';
import { keepIdentityCode } from './oidc-match.ts';
import { saveProvider } from './oidc-providers.ts';

let house: TestHouse;
let idp: IdentityProvider;
const code = '131052-308T';
beforeAll(async () => {
  house = await openTestHouse();
  idp = await openIdentityProvider({
    mika: { email: 'mika@likijarvi.example', email_verified: true },
    false: { email: 'mika@likijarvi.example', email_verified: false },
    thief: { email: 'mika@likijarvi.example', email_verified: true },
    aino: { identity_code: code },
    kaisa: {
      phone_number: '+358 40 765 4321',
      phone_number_verified: true,
      given_name: 'Kaisa-Leena',
      family_name: 'Salo',
    },
    stranger: { email: 'nobody@example.fi', email_verified: true },
  });
});
afterAll(async () => {
  await house.close();
  await idp.close();
});

/** An office with the provider in use, and a coach who was invited with an e-mail address. */
async function officeWithProvider(change: { claims?: object; issuer?: string } = {}) {
  const office = await house.office();
  const admin = await office.person('administrator');
  const mika = await office.person('coach', { givenName: 'Mika', email: 'Mika@likijarvi.example' });
  const providerId = await office.inOffice((tx) =>
    saveProvider(tx, admin.actor, undefined, {
      name: { fi: 'Likijärven tunnistus', sv: 'Likijärvis inloggning', en: 'Likijärvi sign-in' },
      issuer: change.issuer ?? idp.issuer,
      ...identityClient,
      claims: { subject: 'sub', email: 'email', ...change.claims },
      scopes: 'openid email',
      emailsVerified: false,
      active: true,
    }),
  );
  await idp.register({
    callback: `${testOrigin}/${office.slug}/sign-in/oidc/callback`,
    afterLogout: `${testOrigin}/${office.slug}/sign-in`,
  });
  return { office, admin, mika, providerId, start: `/${office.slug}/sign-in/oidc/${providerId}` };
}

async function goThrough(browser: Browser, start: string, who: string, jar?: Map<string, string>) {
  const begun = await browser.get(`${start}?back=/board`);
  return idp.visit(begun.headers.get('location') ?? '', who, jar);
}

const isSignedIn = async (browser: Browser) => (await browser.get('/me/sessions')).status === 200;
const come = (browser: Browser, back: URL) => browser.get(back.pathname + back.search);

test('a coach who was invited signs in through the provider by a verified e-mail address', async () => {
  const { office, start } = await officeWithProvider();
  const browser = openBrowser(house);
  expect(await (await browser.get(`/${office.slug}/sign-in`)).text()).toContain(
    'Kirjaudu: Likijärven tunnistus',
  );
  const answer = await come(browser, await goThrough(browser, start, 'mika'));
  expect(answer.headers.get('location')).toBe('/board');
  expect(await isSignedIn(browser)).toBe(true);
  expect(browser.jar.has('likista-oidc')).toBe(false);
});

test('the authorization request carries PKCE, state and nonce, and none of them twice', async () => {
  const { start } = await officeWithProvider();
  const ask = async () =>
    new URL((await openBrowser(house).get(start)).headers.get('location') ?? '').searchParams;
  const [one, other] = [await ask(), await ask()];
  expect(one.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(one.get(name)?.length).toBeGreaterThan(20);
    expect(one.get(name)).not.toBe(other.get(name));
  }
});

test('an unverified address, or another account with the same address, does not become the coach', async () => {
  const { start } = await officeWithProvider();
  const unverified = openBrowser(house);
  expect((await come(unverified, await goThrough(unverified, start, 'false'))).status).toBe(403);
  const mika = openBrowser(house);
  await come(mika, await goThrough(mika, start, 'mika'));
  const thief = openBrowser(house);
  expect((await come(thief, await goThrough(thief, start, 'thief'))).status).toBe(403);
  expect(await isSignedIn(thief)).toBe(false);
});

test('somebody the office does not know gets a kind page, and nothing about them is stored', async () => {
  const { office, start } = await officeWithProvider();
  const browser = openBrowser(house);
  const answer = await come(browser, await goThrough(browser, start, 'stranger'));
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('Emme löytäneet sinua');
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ count: string }>(sql`select count(*) from persons where office_id = ${tx.officeId}`),
  );
  expect(Number(rows[0]?.count)).toBe(2);
});

test('a client is found by the personal identity code, which is stored nowhere', async () => {
  const { office, admin, start } = await officeWithProvider({ claims: { identityCode: 'identity_code' } });
  const aino = await office.person('client');
  await office.inOffice((tx) => keepIdentityCode(tx, admin.actor, aino.id, code));
  const browser = openBrowser(house);
  await come(browser, await goThrough(browser, start, 'aino'));
  expect(await isSignedIn(browser)).toBe(true);
  // Every table of the office, row by row, as text: the code and its token are in none of them.
  const found = await office.inOffice(async (tx) => {
    const { rows: tables } = await tx.execute<{ name: string }>(
      sql`select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'office_id'`,
    );
    const hits: string[] = [];
    for (const { name } of tables) {
      const { rows } = await tx.execute<{ hit: boolean }>(
        sql`select coalesce(bool_or(position(${code} in xml::text) > 0), false) as hit
          from query_to_xml(${`select * from public."${name}"`}, true, false, '') as xml`,
      );
      if (rows[0]?.hit) hits.push(name);
    }
    const { rows: tokens } = await tx.execute(sql`select 1 from oidc_sessions
      where office_id = ${tx.officeId} and id_token is not null`);
    return { hits, tokens: tokens.length };
  });
  expect(found).toEqual({ hits: [], tokens: 0 });
});

test('a client is found by a verified phone number, and has the names of the register where they are asked for', async () => {
  const namesOf = async (claims: object) => {
    const { office, start } = await officeWithProvider({ claims });
    const kaisa = await office.person('client', {
      givenName: 'Kaisa',
      familyName: 'Niemi',
      phone: '+358407654321',
    });
    const browser = openBrowser(house);
    await come(browser, await goThrough(browser, start, 'kaisa'));
    expect(await isSignedIn(browser)).toBe(true);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select given_name, family_name from persons where id = ${kaisa.id}`),
    );
    return rows;
  };
  const phone = 'phone_number';
  expect(await namesOf({ phone })).toEqual([{ given_name: 'Kaisa', family_name: 'Niemi' }]);
  expect(await namesOf({ phone, givenName: 'given_name', familyName: 'family_name' })).toEqual([
    { given_name: 'Kaisa-Leena', family_name: 'Salo' },
  ]);
});

test('a wrong nonce is refused', async () => {
  const { start } = await officeWithProvider();
  const browser = openBrowser(house);
  const begun = new URL((await browser.get(start)).headers.get('location') ?? '');
  begun.searchParams.set('nonce', 'a-nonce-that-was-not-asked-for');
  const answer = await come(browser, await idp.visit(begun.toString(), 'mika'));
  expect(answer.status).toBe(400);
  expect(await isSignedIn(browser)).toBe(false);
});

test('a wrong or missing state is refused, and so is an answer in another browser', async () => {
  const { start } = await officeWithProvider();
  for (const spoil of [
    (url: URL) => url.searchParams.set('state', 'another'),
    (url: URL) => url.searchParams.delete('state'),
  ]) {
    const browser = openBrowser(house);
    const back = await goThrough(browser, start, 'mika');
    spoil(back);
    expect((await come(browser, back)).status).toBe(400);
    expect(await isSignedIn(browser)).toBe(false);
  }
  const back = await goThrough(openBrowser(house), start, 'mika');
  const other = openBrowser(house);
  await other.get(start);
  expect((await come(other, back)).status).toBe(400);
});

test('a replayed answer opens no second session, in a race neither', async () => {
  const { start } = await officeWithProvider();
  const browser = openBrowser(house);
  const back = await goThrough(browser, start, 'mika');
  const kept = browser.jar.get('likista-oidc') ?? '';
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => {
      const copy = openBrowser(house);
      copy.jar.set('likista-oidc', kept);
      return come(copy, back);
    }),
  );
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  const late = openBrowser(house);
  late.jar.set('likista-oidc', kept);
  expect((await come(late, back)).status).toBe(400);
});

test('another issuer is refused: in the answer, and in the provider’s own description', async () => {
  const { start } = await officeWithProvider();
  const browser = openBrowser(house);
  const back = await goThrough(browser, start, 'mika');
  back.searchParams.set('iss', 'https://other.example.fi');
  expect((await come(browser, back)).status).toBe(400);
  const wrong = await officeWithProvider({ issuer: idp.issuer.replace('127.0.0.1', 'localhost') });
  expect((await openBrowser(house).get(wrong.start)).status).toBe(503);
});

test('an attempt that was changed or sealed for another office is not read', async () => {
  const { start } = await officeWithProvider();
  const browser = openBrowser(house);
  const back = await goThrough(browser, start, 'mika');
  const kept = browser.jar.get('likista-oidc') ?? '';
  browser.jar.set(
    'likista-oidc',
    kept.replace(/.$/, kept.endsWith('A') ? 'B' : 'A').replace(/^..../, 'AAAA'),
  );
  expect((await come(browser, back)).status).toBe(400);
  const neighbour = await officeWithProvider();
  const there = openBrowser(house);
  there.jar.set('likista-oidc', kept);
  const elsewhere = await there.get(`/${neighbour.office.slug}/sign-in/oidc/callback${back.search}`);
  expect(elsewhere.status).toBe(400);
});

test('a provider of another office, or one not in use, is not there', async () => {
  const { office, admin, providerId } = await officeWithProvider();
  const neighbour = await house.office();
  expect((await openBrowser(house).get(`/${neighbour.slug}/sign-in/oidc/${providerId}`)).status).toBe(404);
  await office.inOffice((tx) =>
    tx.execute(sql`update oidc_providers set active = false where office_id = ${tx.officeId}`),
  );
  expect((await openBrowser(house).get(`/${office.slug}/sign-in/oidc/${providerId}`)).status).toBe(404);
  expect(admin.id).toBeTruthy();
});

test('a deactivated coach whom the provider still knows does not get in', async () => {
  const { office, mika, start } = await officeWithProvider();
  const first = openBrowser(house);
  await come(first, await goThrough(first, start, 'mika'));
  await office.inOffice((tx) =>
    tx.execute(
      sql`update persons set deactivated_at = now() where office_id = ${tx.officeId} and id = ${mika.id}`,
    ),
  );
  expect(await isSignedIn(first)).toBe(false);
  const again = openBrowser(house);
  expect((await come(again, await goThrough(again, start, 'mika'))).status).toBe(403);
});

test('signing out leads on to sign out at the provider too', async () => {
  const { office, start } = await officeWithProvider();
  const browser = openBrowser(house);
  await come(browser, await goThrough(browser, start, 'mika'));
  const out = await browser.post('/sign-out');
  expect(out.headers.get('location')).toBe(`/${office.slug}/signed-out`);
  const page = await browser.get(out.headers.get('location') ?? '');
  const target = new URL(/url=(.*)$/.exec(page.headers.get('refresh') ?? '')?.[1] ?? '');
  expect(target.origin).toBe(idp.issuer);
  expect(target.searchParams.get('post_logout_redirect_uri')).toBe(`${testOrigin}/${office.slug}/sign-in`);
  expect(target.searchParams.get('id_token_hint')).toBeTruthy();
  expect(await page.text()).toContain('Likijärven tunnistus');
  const there = await fetch(target, { redirect: 'manual' });
  expect(there.status).toBe(200);
  // Opened again, the page no longer knows of the provider.
  expect((await browser.get(`/${office.slug}/signed-out`)).headers.get('refresh')).toBeNull();
});

test('the provider ends our sessions with a signed logout token, and nobody does with any other', async () => {
  const { office, mika, start, providerId } = await officeWithProvider();
  const path = `/${office.slug}/sign-in/oidc/${providerId}/back-channel-logout`;
  const browser = openBrowser(house);
  await come(browser, await goThrough(browser, start, 'mika'));
  const post = (token: string) =>
    house.app.request(`${testOrigin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: token }),
    });
  const forged = await new SignJWT({
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    sub: 'mika',
    jti: 'x',
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'test' })
    .setIssuer(idp.issuer)
    .setAudience(identityClient.clientId)
    .setIssuedAt()
    .sign((await generateKeyPair('RS256')).privateKey);
  for (const token of ['', 'x.y.z', forged]) expect((await post(token)).status).toBe(400);
  expect(await isSignedIn(browser)).toBe(true);

  const real = await idp.logoutToken('mika');
  expect((await post(real)).status).toBe(204);
  expect(await isSignedIn(browser)).toBe(false);
  expect((await mika.get('/me/sessions')).status).toBe(200);
});

test('with the provider away, signing out here succeeds and a logout token is asked for again', async () => {
  const { office, admin, mika, start, providerId } = await officeWithProvider();
  const browser = openBrowser(house);
  await come(browser, await goThrough(browser, start, 'mika'));
  // Changed, so that nothing kept of it is used; nobody answers at this address.
  await office.inOffice((tx) =>
    saveProvider(tx, admin.actor, providerId, {
      name: { fi: 'Likijärven tunnistus', sv: 'Likijärvis inloggning', en: 'Likijärvi sign-in' },
      issuer: 'http://127.0.0.1:9',
      ...identityClient,
      claims: { subject: 'sub' },
      scopes: 'openid',
      emailsVerified: false,
      active: true,
    }),
  );
  const path = `/${office.slug}/sign-in/oidc/${providerId}/back-channel-logout`;
  const told = await house.app.request(`${testOrigin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ logout_token: 'x.y.z' }),
  });
  expect([told.status, told.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await isSignedIn(browser)).toBe(true);
  const out = await browser.post('/sign-out');
  expect(out.status).toBe(303);
  expect(await isSignedIn(browser)).toBe(false);
  const page = await browser.get(out.headers.get('location') ?? '');
  expect([page.status, page.headers.get('refresh')]).toEqual([200, null]);
  expect((await mika.get('/me/sessions')).status).toBe(200);
});
