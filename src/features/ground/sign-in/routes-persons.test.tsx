import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../test/cast.ts';
import { openBrowser, secretsFor } from '../../../../test/sign-in-browser.ts';
import { now, setClock } from '../../../platform/clock.ts';
import { clearOldSignIns } from './cleaning.ts';
import { makePersonalLink } from './door.ts';
import { reactions } from './reactions.ts';
import { passkeys } from './tables.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ sms: { url: 'http://127.0.0.1:9/', key: 'test' } });
});
afterAll(() => house.close());

async function cast() {
  const office = await house.office();
  return {
    office,
    admin: await office.person('administrator', { givenName: 'Irma' }),
    mika: await office.person('coach', { givenName: 'Mika', phone: '+358401234567' }),
    aino: await office.person('client', { givenName: 'Aino', phone: '+358402345678' }),
  };
}

const react = (office: TestOffice, name: string, personId: string) =>
  office.inOffice(async (tx) => {
    const event = { id: crypto.randomUUID(), actorId: null, payload: { personId } };
    await reactions.find((one) => one.name === name)?.run(tx, event);
  });

test('an administrator signs a person out everywhere, and the act is in the access log', async () => {
  const { office, admin, aino } = await cast();
  const page = await (await admin.get(`/people/${aino.id}/sign-in`)).text();
  expect(page).toContain('Kirjautuneita laitteita');
  expect((await admin.post(`/people/${aino.id}/sign-in/end`)).status).toBe(303);
  expect((await aino.get('/me/sessions')).status).toBe(303);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ act: string }>(sql`select act from access_log where office_id = ${tx.officeId}
      and person_id = ${aino.id} and subject = 'sign-in' order by position`),
  );
  expect(rows.map((row) => row.act)).toEqual(['read', 'changed']);
});

test('nobody but an administrator of the office sees or changes how a person signs in', async () => {
  const { office, mika, aino } = await cast();
  await office.relate(aino, mika);
  const manager = await office.person('manager');
  const neighbour = await (await house.office()).person('administrator');
  for (const other of [mika, manager, neighbour, aino]) {
    expect((await other.get(`/people/${aino.id}/sign-in`)).status).toBe(404);
    for (const act of ['end', 'passkeys-removal', 'identity-code'])
      expect((await other.post(`/people/${aino.id}/sign-in/${act}`, { code: '131052-308T' })).status).toBe(
        404,
      );
  }
  expect((await aino.get('/me/sessions')).status).toBe(200);
});

test('an administrator proves who they are again before any of it', async () => {
  const { admin, aino } = await cast();
  const started = now();
  const restore = setClock(() => started.add({ minutes: 11 }));
  try {
    const answer = await admin.post(`/people/${aino.id}/sign-in/end`);
    expect(answer.headers.get('location')).toContain('/prove');
  } finally {
    restore();
  }
  expect((await aino.get('/me/sessions')).status).toBe(200);
});

test('a coach who lost the passkey gets in with a code after the administrator has removed it', async () => {
  const { office, admin, mika } = await cast();
  await office.inOffice((tx) =>
    tx.insert(passkeys).values({
      personId: mika.id,
      credentialId: 'lost',
      publicKey: Buffer.from('key'),
      counter: 0,
      name: 'Kadonnut',
      createdAt: now(),
    }),
  );
  const link = () =>
    office.inOffice((tx) =>
      makePersonalLink(tx, mika.id, { landsOn: '/', expiresAt: now().add({ hours: 1 }) }),
    );
  expect(await (await openBrowser(house).get(await link())).text()).toContain('pääsyavaimella');
  expect((await admin.post(`/people/${mika.id}/sign-in/passkeys-removal`)).status).toBe(303);
  expect(await (await openBrowser(house).get(await link())).text()).toContain('Lähetä koodi');
});

test('an identity code belongs to one person, is checked, and is never shown again', async () => {
  const { admin, aino, mika } = await cast();
  const at = (id: string) => `/people/${id}/sign-in/identity-code`;
  const wrong = await admin.post(at(aino.id), { code: '131052-308X' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).not.toContain('131052-308X');
  expect((await admin.post(at(aino.id), { code: '131052-308t' })).status).toBe(303);
  const taken = await admin.post(at(mika.id), { code: '131052-308T' });
  expect(taken.status).toBe(422);
  expect(await taken.text()).toContain('toisella henkilöllä');
  const page = await (await admin.get(`/people/${aino.id}/sign-in`)).text();
  expect(page).toContain('tiiviste on tallessa');
  expect(page).not.toContain('308T"');
});

test('an invited person gets one link, and a deactivated one loses everything', async () => {
  const { office, aino } = await cast();
  await react(office, 'sendInvitationLink', aino.id);
  const [link = ''] = await secretsFor(office, aino.id);
  const path = new URL(link).pathname;
  expect((await openBrowser(house).get(path)).status).toBe(200);
  for (let round = 0; round < 2; round++) await react(office, 'endSessionsOfDeactivatedPerson', aino.id);
  expect((await openBrowser(house).get(path)).status).toBe(404);
  expect((await aino.get('/me/sessions')).status).toBe(303);
});

test('somebody without a role today gets no invitation', async () => {
  const { office, aino } = await cast();
  await office.inOffice((tx) =>
    tx.execute(sql`update role_grants set ends_on = starts_on
      where office_id = ${tx.officeId} and person_id = ${aino.id}`),
  );
  await react(office, 'sendInvitationLink', aino.id);
  expect(await secretsFor(office, aino.id)).toEqual([]);
});

test('what has served its purpose is cleared, and what counts stays', async () => {
  const { office, aino } = await cast();
  const link = await office.inOffice((tx) =>
    makePersonalLink(tx, aino.id, { landsOn: '/me', expiresAt: now().add({ hours: 24 * 400 }) }),
  );
  await openBrowser(house).post(`${link}/code`);
  const started = now();
  const restore = setClock(() => started.add({ hours: 24 * 31 }));
  try {
    await office.inOffice(clearOldSignIns);
    const left = await office.inOffice(async (tx) => {
      const { rows } = await tx.execute(sql`select
        (select count(*)::int from sign_in_codes where office_id = ${tx.officeId}) as codes,
        (select count(*)::int from personal_links where office_id = ${tx.officeId}) as links,
        (select count(*)::int from sessions where office_id = ${tx.officeId}) as sessions`);
      return rows[0];
    });
    expect(left).toEqual({ codes: 0, links: 1, sessions: 3 });
  } finally {
    restore();
  }
});
