import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { todayIn } from '../../../platform/clock.ts';
import { addUnit } from '../offices/actions.ts';
import { grantRole } from './actions.ts';
import { blockedFrom, coachesOf, mayKnowOf, personById } from './door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const ninni = {
  'given-name': 'Ninni',
  'family-name': 'Salo',
  phone: '040 123 4567',
  channel: 'sms',
  language: 'fi',
  needs: 'Rauhallinen tahti',
  role: 'client',
  'starts-on': '2026-01-01',
};

/** An office with a manager, a coach with a client, and another coach without. */
async function smallOffice() {
  const office = await house.office();
  const manager = await office.person('manager', { givenName: 'Päivi', familyName: 'Karvonen' });
  const coach = await office.person('coach', { givenName: 'Mika', familyName: 'Heikkinen' });
  const other = await office.person('coach', { givenName: 'Raili', familyName: 'Pesonen' });
  const client = await office.person('client', { givenName: 'Noora', familyName: 'Ketola' });
  await office.relate(client, coach);
  return { office, manager, coach, other, client };
}

async function accessesOf(office: TestOffice, person: { id: string }) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ act: string; subject: string; actor_role: string }>(
      sql`select act, subject, actor_role from access_log where person_id = ${person.id} order by position`,
    ),
  );
  return rows.map((row) => `${row.actor_role} ${row.act} ${row.subject}`);
}

async function idOf(office: TestOffice, familyName: string): Promise<string> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from persons where family_name = ${familyName}`),
  );
  return rows[0]?.id ?? '';
}

describe('who sees whom', () => {
  test('a coach sees their own client and nobody else; a manager sees all; a client sees no list', async () => {
    const { office, manager, coach, other, client } = await smallOffice();
    const file = `/people/${client.id}`;
    expect((await coach.get(file)).status).toBe(200);
    expect((await manager.get(file)).status).toBe(200);
    for (const path of [file, `${file}/details`, `${file}/whereabouts`]) {
      expect((await other.get(path)).status, path).toBe(404);
    }
    const stranger = await office.person('client');
    for (const person of [
      client,
      stranger,
      await office.person('provider'),
      await office.person('partner'),
    ]) {
      expect((await person.get('/people')).status).toBe(404);
      expect((await person.get(file)).status).toBe(404);
    }
    const mine = await (await coach.get('/people/mine')).text();
    expect(mine).toContain('Ketola Noora');
    expect(await (await other.get('/people/mine')).text()).not.toContain('Ketola');
    expect(await (await manager.get('/people')).text()).toContain('Heikkinen Mika');
    expect((await coach.get('/people')).headers.get('location')).toBe('/people/mine');
    expect((await office.visitor().get(file)).headers.get('location')).toMatch(/sign-in/);
  });

  test('nobody of another office finds a person, whatever their role', async () => {
    const { client } = await smallOffice();
    const there = await house.office();
    for (const role of ['coach', 'manager', 'administrator'] as const) {
      const stranger = await there.person(role);
      for (const path of ['', '/details', '/whereabouts', '/blocked', '/roles/new', '/coaches/new']) {
        expect((await stranger.get(`/people/${client.id}${path}`)).status, `${role} ${path}`).toBe(404);
      }
      expect((await stranger.post(`/people/${client.id}/deactivation`)).status).toBe(404);
      expect(await there.inOffice((tx) => mayKnowOf(tx, stranger.actor, client.id))).toBe(false);
    }
  });

  test('the right of a coach ends with the relation, and with the role', async () => {
    const office = await house.office();
    const [coach, client] = [await office.person('coach'), await office.person('client')];
    const yesterday = todayIn().subtract({ days: 1 });
    await office.relate(client, coach, { endsOn: yesterday });
    expect((await coach.get(`/people/${client.id}`)).status).toBe(404);
    await office.relate(client, coach, { startsOn: todayIn(), endsOn: todayIn() });
    expect((await coach.get(`/people/${client.id}`)).status).toBe(200);
    await office.inOffice((tx) =>
      tx.execute(sql`update role_grants set ends_on = ${yesterday.toString()} where person_id = ${coach.id}`),
    );
    expect((await coach.get(`/people/${client.id}`)).status).not.toBe(200);
  });

  test('a manager of one unit reaches its people and no others', async () => {
    const office = await house.office();
    const unitId = await office.inOffice((tx) =>
      addUnit(tx, { name: { fi: 'Paja', sv: 'Verkstad', en: 'Workshop' }, kind: 'youth-workshop' }),
    );
    const lead = await office.person([]);
    const inside = await office.person('client', { familyName: 'Sisällä' });
    const outside = await office.person('client', { familyName: 'Ulkona' });
    const startsOn = todayIn();
    await office.inOffice(async (tx) => {
      await grantRole(tx, undefined, { personId: lead.id, role: 'manager', unitId, startsOn });
      await grantRole(tx, undefined, { personId: inside.id, role: 'client', unitId, startsOn });
    });
    expect((await lead.get(`/people/${inside.id}`)).status).toBe(200);
    expect((await lead.get(`/people/${outside.id}`)).status).toBe(404);
    const list = await (await lead.get('/people')).text();
    expect(list).toContain('Sisällä');
    expect(list).not.toContain('Ulkona');
    const elsewhere = await lead.post('/people', ninni);
    expect(elsewhere.status).toBe(422);
    expect(await elsewhere.text()).toContain('Valitse yksikkö, jota johdat.');
    expect((await lead.post('/people', { ...ninni, unit: unitId })).status).toBe(303);
  });

  test('each look at a file and each name on a list is in the access log', async () => {
    const { office, manager, coach, client } = await smallOffice();
    await coach.get(`/people/${client.id}`);
    await manager.get('/people?search=Ketola');
    await coach.get('/people/mine');
    expect(await accessesOf(office, client)).toEqual([
      'coach read person',
      'manager read person-list',
      'coach read person-list',
    ]);
  });
});

describe('the list', () => {
  test('is searched by name, number and address, limited by role and unit, and paged', async () => {
    const office = await house.office();
    const manager = await office.person('manager', { familyName: 'Johtaja' });
    await office.person('client', { givenName: 'Åsa', familyName: 'Öberg', phone: '+358401112223' });
    await office.person('coach', { givenName: 'Aino', familyName: 'Valmentaja', email: 'aino@likijarvi.fi' });
    const listed = async (query: string) => (await manager.get(`/people?${query}`)).text();
    expect(await listed('search=öber')).toContain('Öberg Åsa');
    expect(await listed('search=040%20111%202223')).toContain('Öberg Åsa');
    expect(await listed('search=0401112223')).toContain('Öberg Åsa');
    expect(await listed('search=aino@likij')).toContain('Valmentaja Aino');
    expect(await listed('role=coach')).not.toContain('Öberg');
    expect(await listed('search=%25')).toContain('Ketään ei löytynyt');
    for (const query of [
      'search=%00',
      'page=0',
      'page=999999',
      'unit=x',
      'role=x',
      'search=%ED%A0%80',
      'state=x',
    ])
      expect((await manager.get(`/people?${query}`)).status, query).toBe(200);
    for (let made = 0; made < 30; made++) await office.person('client', { familyName: `Sarja ${made}` });
    expect(await listed('search=Sarja')).not.toContain('page=2');
    await office.person('client', { familyName: 'Sarja 30' });
    expect(await listed('search=Sarja')).toContain('page=2');
  });
});

describe('adding and changing', () => {
  test('a manager adds a client whose needs are sealed, and the invitation is recorded', async () => {
    const office = await house.office();
    const manager = await office.person('manager');
    const added = await manager.post('/people', { ...ninni, invite: 'yes' });
    expect(added.status).toBe(303);
    const id = await idOf(office, 'Salo');
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ phone: string; needs: string }>(
        sql`select phone, encode(accessibility_needs, 'escape') as needs from persons where id = ${id}`,
      ),
    );
    expect(rows[0]?.phone).toBe('+358401234567');
    expect(rows[0]?.needs).not.toContain('Rauhallinen');
    expect(await (await manager.get(`/people/${id}`)).text()).toContain('Rauhallinen tahti');
    const events = await office.inOffice((tx) =>
      tx.execute<{ name: string }>(sql`select name from events where payload->>'personId' = ${id}`),
    );
    expect(events.rows.map((row) => row.name).sort()).toEqual([
      'person.added',
      'person.invited',
      'role.granted',
    ]);
    expect((await accessesOf(office, { id }))[0]).toBe('manager created person');
  });

  test('a channel without its contact is asked again, and somebody alike needs a second yes', async () => {
    const office = await house.office();
    const manager = await office.person('manager');
    const channel = await manager.post('/people', { ...ninni, phone: '' });
    expect(channel.status).toBe(422);
    expect(await channel.text()).toContain('tarvitaan puhelinnumero');
    expect((await manager.post('/people', ninni)).status).toBe(303);
    const again = await manager.post('/people', { ...ninni, 'family-name': 'Toinen' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Lisää silti');
    const anyway = await manager.post('/people', { ...ninni, 'family-name': 'Toinen', anyway: 'yes' });
    expect(anyway.status).toBe(303);
  });

  test('a coach changes the contacts and needs of their client, not the name', async () => {
    const { office, coach, other, client } = await smallOffice();
    const change = {
      'preferred-name': 'Nuppu',
      'family-name': 'Vaihdettu',
      phone: '0501234567',
      channel: 'phone',
      language: 'sv',
      needs: 'Tulkki',
    };
    expect((await other.post(`/people/${client.id}/details`, change)).status).toBe(404);
    expect((await coach.post(`/people/${client.id}/details`, change)).status).toBe(303);
    const person = await office.inOffice((tx) => personById(tx, client.id));
    expect(person).toMatchObject({
      familyName: 'Ketola',
      preferredName: 'Nuppu',
      channel: 'phone',
      language: 'sv',
    });
    expect(await accessesOf(office, client)).toContain('coach changed person');
  });

  test('a manager can neither change an administrator nor give a role of power', async () => {
    const office = await house.office();
    const manager = await office.person('manager');
    const administrator = await office.person('administrator');
    const coach = await office.person('coach');
    for (const path of ['details', 'roles', 'protection', 'deactivation', 'invitation', 'whereabouts']) {
      expect((await manager.post(`/people/${administrator.id}/${path}`)).status, path).toBe(404);
    }
    const power = { role: 'administrator', 'starts-on': '2026-01-01' };
    const refused = await manager.post(`/people/${coach.id}/roles`, power);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('antaa ja päättää pääkäyttäjä');
    expect((await manager.post('/people', { ...ninni, role: 'administrator' })).status).toBe(422);
    expect((await administrator.post(`/people/${coach.id}/roles`, power)).status).toBe(303);
    expect((await coach.get('/office/details')).status).toBe(200);
  });
});

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
