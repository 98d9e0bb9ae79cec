import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';
import {
  type IdentityProvider,
  identityClient,
  openIdentityProvider,
} from '../../../../../test/identity-provider.ts';
import { now, setClock } from '../../../../platform/clock.ts';

let house: TestHouse;
let idp: IdentityProvider;
beforeAll(async () => {
  house = await openTestHouse();
  idp = await openIdentityProvider({ mika: {} });
});
afterAll(async () => {
  await house.close();
  await idp.close();
});

const written = () => ({
  nameFi: 'Likijärven tunnistus',
  nameSv: 'Likijärvis inloggning',
  nameEn: 'Likijärvi sign-in',
  issuer: idp.issuer,
  ...identityClient,
  scopes: 'openid email',
  claimSubject: 'sub',
  claimEmail: 'email',
  active: 'yes',
});
const list = '/office/sign-in-providers';

test('an administrator adds a provider, which then stands on the sign-in page; its secret is never shown', async () => {
  const office = await house.office();
  const admin = await office.person('administrator');
  const saved = await admin.post(`${list}/new`, written());
  const page = await (await admin.get(saved.headers.get('location') ?? '')).text();
  expect(page).toContain(`/${office.slug}/sign-in/oidc/callback`);
  expect(page).not.toContain(identityClient.clientSecret);
  expect(await (await office.visitor().get('/sign-in')).text()).toContain('Kirjaudu: Likijärven tunnistus');
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ row: string }>(
      sql`select p::text as row from oidc_providers p where office_id = ${tx.officeId}`,
    ),
  );
  const hex = Buffer.from(identityClient.clientSecret).toString('hex');
  expect(rows[0]?.row).not.toContain(hex);
});

test('changing a provider keeps its secret, and taking it out of use takes it off the sign-in page', async () => {
  const office = await house.office();
  const admin = await office.person('administrator');
  const at = (await admin.post(`${list}/new`, written())).headers.get('location') ?? '';
  const { active: _, clientSecret: __, ...change } = written();
  expect((await admin.post(at, change)).status).toBe(303);
  expect(await (await office.visitor().get('/sign-in')).text()).not.toContain('Likijärven tunnistus');
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ kept: boolean }>(sql`select client_secret is not null as kept from oidc_providers
      where office_id = ${tx.officeId}`),
  );
  expect(rows).toEqual([{ kept: true }]);
});

test('a wrong address, a silent one and a second copy are refused in words', async () => {
  const admin = await (await house.office()).person('administrator');
  const post = async (change: Record<string, string>) => {
    const answer = await admin.post(`${list}/new`, { ...written(), ...change });
    return { status: answer.status, text: await answer.text() };
  };
  expect((await post({ issuer: 'https://169.254.169.254/' })).text).toContain('julkinen palvelun osoite');
  expect((await post({ issuer: 'http://127.0.0.1:9/' })).text).toContain('ei löytynyt tunnistuspalvelua');
  expect((await post({ scopes: 'email' })).status).toBe(422);
  expect((await post({})).status).toBe(303);
  expect((await post({})).text).toContain('on jo palvelu');
});

test('only an administrator who has just proved who they are reaches the providers', async () => {
  const office = await house.office();
  const admin = await office.person('administrator');
  const at = (await admin.post(`${list}/new`, written())).headers.get('location') ?? '';
  const neighbour = await (await house.office()).person('administrator');
  expect((await neighbour.get(at)).status).toBe(404);
  expect((await neighbour.post(at, written())).status).toBe(404);
  for (const role of ['client', 'coach', 'manager'] as const) {
    const other = await office.person(role);
    for (const path of [list, `${list}/new`, at]) expect((await other.get(path)).status).toBe(404);
    expect((await other.post(`${list}/new`, written())).status).toBe(404);
  }
  const started = now();
  const restore = setClock(() => started.add({ minutes: 11 }));
  try {
    expect((await admin.get(list)).headers.get('location')).toContain('/prove');
    expect((await admin.post(at, written())).headers.get('location')).toContain('/prove');
  } finally {
    restore();
  }
});
