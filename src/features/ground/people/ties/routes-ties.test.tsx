import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../../test/cast.ts';
import { accessesOf, smallOfficeIn } from '../../../../../test/small-office.ts';
import { todayIn } from '../../../../platform/clock.ts';
import { addUnit } from '../../offices/actions.ts';
import { blockedFrom, coachesOf, personById } from '../door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const smallOffice = () => smallOfficeIn(house);

describe('roles and coaches', () => {
  test('a role is given once for one time and ends on its last day', async () => {
    const { manager, client, office } = await smallOffice();
    const provider = { role: 'provider', 'starts-on': todayIn().toString() };
    expect((await manager.post(`/people/${client.id}/roles`, provider)).status).toBe(303);
    const twice = await manager.post(`/people/${client.id}/roles`, provider);
    expect(twice.status).toBe(422);
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(
        sql`select id from role_grants where person_id = ${client.id} and role = 'provider'`,
      ),
    );
    const path = `/people/${client.id}/roles/${rows[0]?.id}`;
    expect((await manager.get(path)).status).toBe(200);
    const early = await manager.post(path, { 'ends-on': '2020-01-01' });
    expect(early.status).toBe(422);
    expect((await manager.post(path, { 'ends-on': todayIn().toString() })).status).toBe(303);
    expect(
      (await manager.post(`/people/${client.id}/roles/${crypto.randomUUID()}`, { 'ends-on': '2027-01-01' }))
        .status,
    ).toBe(404);
  });

  test('the last administrator stays', async () => {
    const office = await house.office();
    const [first, second] = [await office.person('administrator'), await office.person('administrator')];
    const grantOf = async (person: TestPerson) => {
      const { rows } = await office.inOffice((tx) =>
        tx.execute<{ id: string }>(sql`select id from role_grants where person_id = ${person.id}`),
      );
      return `/people/${person.id}/roles/${rows[0]?.id}`;
    };
    const today = { 'ends-on': todayIn().toString() };
    expect((await first.post(await grantOf(second), today)).status).toBe(303);
    const last = await second.post(await grantOf(first), today);
    expect(last.status).toBe(422);
    expect(await last.text()).toContain('ainakin yksi pääkäyttäjä');
    expect((await second.post(`/people/${first.id}/deactivation`)).status).toBe(422);
    expect((await first.post(`/people/${first.id}/deactivation`)).status).toBe(422);
  });

  test('a new own coach ends the earlier one the day before; the substitute stays', async () => {
    const { office, manager, coach, other, client } = await smallOffice();
    const today = todayIn();
    const named = await manager.post(`/people/${client.id}/coaches`, {
      coach: other.id,
      kind: 'own-coach',
      'starts-on': today.toString(),
    });
    expect(named.status).toBe(303);
    const coaches = await office.inOffice((tx) => coachesOf(tx, client.id, today));
    expect(coaches).toEqual([{ coachId: other.id, kind: 'own-coach' }]);
    expect((await coach.get(`/people/${client.id}`)).status).toBe(404);
    expect((await other.get(`/people/${client.id}`)).status).toBe(200);
    const substitute = { coach: coach.id, kind: 'substitute', 'starts-on': today.toString() };
    expect((await manager.post(`/people/${client.id}/coaches`, substitute)).status).toBe(303);
    expect((await manager.post(`/people/${client.id}/coaches`, substitute)).status).toBe(422);
    expect((await coach.get(`/people/${client.id}`)).status).toBe(200);
    const client2 = { coach: client.id, kind: 'own-coach', 'starts-on': today.toString() };
    expect((await manager.post(`/people/${client.id}/coaches`, client2)).status).toBe(422);
  });

  test('a relation is ended on a day, and not by a coach', async () => {
    const { office, manager, coach, client } = await smallOffice();
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(sql`select id from relations where client_id = ${client.id}`),
    );
    const path = `/people/${client.id}/coaches/${rows[0]?.id}`;
    const yesterday = { 'ends-on': todayIn().subtract({ days: 1 }).toString() };
    expect((await coach.post(path, yesterday)).status).toBe(404);
    expect((await manager.post(path, yesterday)).status).toBe(303);
    expect((await coach.get(`/people/${client.id}`)).status).toBe(404);
  });
});

describe('people who must not meet', () => {
  test('are kept apart: no relation between them, and neither finds the other', async () => {
    const { office, manager, coach, other, client } = await smallOffice();
    const coached = await manager.post(`/people/${client.id}/blocked`, { other: coach.id });
    expect(coached.status).toBe(422);
    expect(await coached.text()).toContain('Päätä ensin valmennussuhde');
    const blocked = await manager.post(`/people/${client.id}/blocked`, {
      other: other.id,
      reason: 'Lähestymiskielto',
    });
    expect(blocked.status).toBe(303);
    expect(await office.inOffice((tx) => blockedFrom(tx, other.id))).toEqual(new Set([client.id]));
    expect(await (await manager.get(`/people/${other.id}/blocked`)).text()).toContain('Lähestymiskielto');
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ reason: string }>(sql`select encode(reason, 'escape') as reason from blocked_pairs`),
    );
    expect(rows[0]?.reason).not.toContain('kielto');
    const joined = await manager.post(`/people/${client.id}/coaches`, {
      coach: other.id,
      kind: 'substitute',
      'starts-on': todayIn().toString(),
    });
    expect(joined.status).toBe(422);
    // The reason is neutral: it does not say that there is a block.
    expect(await joined.text()).toContain('Näitä kahta ei voi yhdistää.');
    expect((await coach.get(`/people/${client.id}/blocked`)).status).toBe(404);
    expect((await manager.post(`/people/${client.id}/blocked`, { other: other.id })).status).toBe(422);
  });

  test('a manager who must not meet somebody does not find them; another manager does', async () => {
    const { office, manager, client } = await smallOffice();
    const second = await office.person('manager', { familyName: 'Kakkonen' });
    expect((await second.post(`/people/${client.id}/blocked`, { other: manager.id })).status).toBe(303);
    expect((await manager.get(`/people/${client.id}`)).status).toBe(404);
    expect(await (await manager.get('/people')).text()).not.toContain('Ketola');
    expect((await second.get(`/people/${client.id}`)).status).toBe(200);
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(sql`select id from blocked_pairs`),
    );
    const removal = `/people/${client.id}/blocked/${rows[0]?.id}/removal`;
    expect((await manager.post(removal)).status).toBe(404);
    expect((await second.post(removal)).status).toBe(303);
    expect((await manager.get(`/people/${client.id}`)).status).toBe(200);
  });
});

describe('a protected person', () => {
  test('has no unit, address or distance anywhere but on the guarded page of a manager', async () => {
    const { office, manager, coach, client } = await smallOffice();
    const unitId = await office.inOffice((tx) =>
      addUnit(tx, { name: { fi: 'Salainen paja', sv: 'Hemlig verkstad', en: 'Secret' }, kind: 'other' }),
    );
    await manager.post(`/people/${client.id}/roles`, {
      role: 'client',
      unit: unitId,
      'starts-on': todayIn().toString(),
    });
    await manager.post(`/people/${client.id}/whereabouts`, { address: 'Piilotie 1', distance: '17' });
    expect(await (await coach.get(`/people/${client.id}/whereabouts`)).text()).toContain('Piilotie 1');
    expect(await (await coach.get('/people/mine')).text()).toContain('Salainen paja');
    expect((await coach.post(`/people/${client.id}/protection`, { protected: 'yes' })).status).toBe(404);
    expect((await manager.post(`/people/${client.id}/protection`, { protected: 'yes' })).status).toBe(303);

    expect((await coach.get(`/people/${client.id}/whereabouts`)).status).toBe(404);
    for (const [person, path] of [
      [coach, '/people/mine'],
      [coach, `/people/${client.id}`],
      [manager, '/people?search=Ketola'],
      [manager, `/people/${client.id}`],
      [manager, `/people/${client.id}/details`],
    ] as const) {
      const page = await (await person.get(path)).text();
      expect(page, path).toContain('Noora');
      for (const secret of ['Piilotie', 'Salainen paja</t', '17 km'])
        expect(page, `${path} ${secret}`).not.toContain(secret);
    }
    expect(await (await manager.get(`/people?unit=${unitId}`)).text()).not.toContain('Ketola');
    const guarded = await (await manager.get(`/people/${client.id}/whereabouts`)).text();
    expect(guarded).toContain('Piilotie 1');
    expect(guarded).toContain('Salainen paja');
    expect(await accessesOf(office, client)).toContain('manager read whereabouts');
  });
});

describe('end and return', () => {
  test('a deactivated person is out at once and unseen by their coach, until they are let back', async () => {
    const { office, manager, coach, client } = await smallOffice();
    expect((await manager.post(`/people/${client.id}/deactivation`)).status).toBe(303);
    expect((await client.get('/me')).headers.get('location') ?? '').toMatch(/sign-in/);
    expect((await coach.get(`/people/${client.id}`)).status).toBe(404);
    expect(await (await manager.get('/people')).text()).not.toContain('Ketola');
    expect(await (await manager.get('/people?state=ended')).text()).toContain('Ketola');
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ name: string }>(sql`select name from events where name like 'person.%activated'`),
    );
    expect(rows.map((row) => row.name)).toEqual(['person.deactivated']);
    expect((await manager.post(`/people/${client.id}/reactivation`)).status).toBe(303);
    expect((await coach.get(`/people/${client.id}`)).status).toBe(200);
  });
});

describe('the language of the pages', () => {
  test('is kept in a cookie for a visitor and with the person when signed in', async () => {
    const office = await house.office();
    const client = await office.person('client');
    const visitor = await office.visitor().post('/language', { to: 'sv', back: `/${office.slug}/contact` });
    expect(visitor.status).toBe(303);
    expect(visitor.headers.get('location')).toBe(`/${office.slug}/contact`);
    const cookie = visitor.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await office.visitor().get('/contact', { cookie });
    expect(await page.text()).toContain('<html lang="sv">');
    expect(
      (await client.post('/language', { to: 'en', back: 'https://evil.example/' })).headers.get('location'),
    ).toBe('/');
    expect((await office.inOffice((tx) => personById(tx, client.id)))?.language).toBe('en');
    expect((await client.post('/language', { to: 'xx' })).status).toBe(303);
    expect((await office.inOffice((tx) => personById(tx, client.id)))?.language).toBe('en');
  });
});
