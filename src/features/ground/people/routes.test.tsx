import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { accessesOf, idOf, smallOfficeIn } from '../../../../test/small-office.ts';
import { todayIn } from '../../../platform/clock.ts';
import { addUnit } from '../offices/actions.ts';
import { grantRole } from './actions.ts';
import { mayKnowOf, personById } from './door.ts';

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

const smallOffice = () => smallOfficeIn(house);

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
