import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../test/cast.ts';
import { groupWith, setBlock } from '../../../../test/group.ts';
import { todayIn } from '../../../platform/clock.ts';
import { refusedConstraint } from '../../../platform/errors.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const page = async (answer: Response | Promise<Response>) => (await answer).text();
const today = () => todayIn();

describe('who comes into a group', () => {
  test('a coach makes a group, adds a client by a nickname, and the client sees it from inside', async () => {
    const office = await house.office();
    const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Lahtinen' });
    const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
    await office.relate(aino, mika);
    const made = await mika.post('/groups', {
      name: 'Aamuryhmä',
      seats: '8',
      doors: 'open-door',
      channelDays: '9–15',
    });
    expect(made.status).toBe(303);
    const href = made.headers.get('location') ?? '';
    const added = await mika.post(`${href}/members`, {
      client: aino.id,
      nickname: 'Kuutti',
      joinsOn: today().toString(),
    });
    expect(added.status).toBe(303);
    expect(await page(mika.get(href))).toContain('Kuutti');
    const inside = await page(aino.get(href));
    expect(inside).toContain('Aamuryhmä');
    expect(inside).toContain('Kuutti');
    expect(inside).not.toContain('Koskela');
    expect(inside).not.toContain('Lahtinen');
  });

  test('nobody else has a way to the group: colleague, other office, outsider, manager of another unit', async () => {
    const { office, groupId, aino, mika } = await groupWith(house);
    const elsewhere = await groupWith(house);
    const outsiders: [string, TestPerson][] = [
      ['a colleague', await office.person('coach')],
      ['another client', await office.person('client')],
      ['a provider', await office.person('provider')],
      ['an administrator', await office.person('administrator')],
      ['a partner', await office.person('partner')],
      ['a coach of another office', elsewhere.mika],
      ['a member of another group', elsewhere.aino],
    ];
    const paths = ['', '/edit', '/members/new', '/rules', '/programme/new', '/programme/copy', '/acceptance'];
    for (const [who, person] of outsiders) {
      for (const path of paths)
        expect((await person.get(`/groups/${groupId}${path}`)).status, `${who} ${path}`).toBe(404);
      for (const path of [
        '',
        '/end',
        '/members',
        '/coaches',
        '/waiting',
        '/rules',
        '/programme',
        '/nickname',
      ])
        expect((await person.post(`/groups/${groupId}${path}`, {})).status, `${who} ${path}`).toBe(404);
    }
    for (const path of ['/edit', '/members/new', '/rules', '/programme/new'])
      expect((await aino.get(`/groups/${groupId}${path}`)).status, path).toBe(404);
    expect((await mika.get(`/groups/${groupId}`)).status).toBe(200);
    expect((await aino.get(`/groups/${groupId}`)).status).toBe(200);
    const manager = await office.person('manager');
    expect((await manager.get(`/groups/${groupId}`)).status).toBe(200);
  });

  test('a member who has left sees nothing of the group any more, and a coach may add only own clients', async () => {
    const { office, groupId, aino, mika, membershipOf } = await groupWith(house);
    const membershipId = await membershipOf(aino);
    const yesterday = today().subtract({ days: 1 }).toString();
    await mika.post(`/groups/${groupId}/members/${membershipId}/leaving`, { leavesOn: yesterday });
    expect((await aino.get(`/groups/${groupId}`)).status).toBe(404);
    const channel = await office.inOffice((tx) =>
      tx.execute<{ channel_id: string }>(sql`select channel_id from groups where id = ${groupId}`),
    );
    expect((await aino.get(`/channels/${channel.rows[0]?.channel_id}`)).status).toBe(404);
    const stranger = await office.person('client');
    const added = await mika.post(`/groups/${groupId}/members`, {
      client: stranger.id,
      joinsOn: today().toString(),
    });
    expect(added.status).toBe(422);
  });

  test('a coach who is removed has no way in from that moment, also on the day they were added', async () => {
    const { office, groupId, mika } = await groupWith(house);
    const other = await office.person('coach');
    await mika.post(`/groups/${groupId}/coaches`, { coach: other.id });
    expect((await other.get(`/groups/${groupId}`)).status).toBe(200);
    expect((await mika.post(`/groups/${groupId}/coaches/${other.id}/removal`)).status).toBe(303);
    expect((await other.get(`/groups/${groupId}`)).status).toBe(404);
    await mika.post(`/groups/${groupId}/coaches`, { coach: other.id });
    expect((await other.get(`/groups/${groupId}`)).status).toBe(200);
  });

  test('the members a coach looks at stand in the access log', async () => {
    const { office, groupId, aino, mika } = await groupWith(house);
    await mika.get(`/groups/${groupId}`);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select 1 from access_log where person_id = ${aino.id} and actor_id = ${mika.id}
        and subject = 'group-membership' and act = 'read'`),
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('two who must never meet', () => {
  test('are never put into one group: a coach who knows one of them hears nothing of the reason', async () => {
    const { office, groupId, aino, mika } = await groupWith(house);
    const ville = await office.person('client', { givenName: 'Ville' });
    const other = await office.person('coach');
    await office.relate(ville, other);
    await setBlock(office, aino, ville);
    await mika.post(`/groups/${groupId}/coaches`, { coach: other.id });
    const refused = await other.post(`/groups/${groupId}/members`, {
      client: ville.id,
      joinsOn: today().toString(),
    });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('Kysy esihenkilöltäsi');
    expect(html).not.toContain('estopari');
  });

  test('a manager, who may know both, hears why', async () => {
    const { office, groupId, aino } = await groupWith(house);
    const ville = await office.person('client');
    const manager = await office.person('manager');
    await setBlock(office, aino, ville);
    const refused = await manager.post(`/groups/${groupId}/members`, {
      client: ville.id,
      joinsOn: today().toString(),
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('estopari');
  });

  test('may be in one group one after the other', async () => {
    const { office, groupId, aino, mika, membershipOf } = await groupWith(house);
    const ville = await office.person('client');
    await office.relate(ville, mika);
    await setBlock(office, aino, ville);
    const leaving = { leavesOn: today().add({ days: 7 }).toString() };
    await mika.post(`/groups/${groupId}/members/${await membershipOf(aino)}/leaving`, leaving);
    const join = (days: number) =>
      mika.post(`/groups/${groupId}/members`, {
        client: ville.id,
        joinsOn: today().add({ days }).toString(),
      });
    expect((await join(7)).status).toBe(422);
    expect((await join(8)).status).toBe(303);
    const longer = await mika.post(`/groups/${groupId}/members/${await membershipOf(aino)}/leaving`, {
      leavesOn: today().add({ days: 9 }).toString(),
    });
    expect(longer.status).toBe(422);
  });

  test('are kept apart by the database too, when two add one of them each at the same moment', async () => {
    const { office, groupId, aino, ville } = await groupWith(house, { members: [] });
    await setBlock(office, aino, ville);
    const add = (person: TestPerson) =>
      office.inOffice((tx) =>
        tx.execute(sql`insert into group_memberships (office_id, group_id, client_id, joins_on)
          values (${tx.officeId}, ${groupId}, ${person.id}, current_date)`),
      );
    const results = await Promise.allSettled([add(aino), add(ville)]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refusedConstraint(refused[0]?.reason)).toBe('blocked_pairs_apart');
  });

  test('a coach or a host is kept apart from a member in the same way, whichever comes first', async () => {
    const { office, groupId, aino, mika } = await groupWith(house);
    const ex = await office.person(['coach', 'provider']);
    await setBlock(office, aino, ex);
    const coach = await mika.post(`/groups/${groupId}/coaches`, { coach: ex.id });
    expect(coach.status).toBe(422);
    expect(await coach.text()).toContain('ei voi lisätä tähän ryhmään');
    const entry = {
      kind: 'live',
      title: 'Hengitys',
      weekday: '2',
      starts: '9',
      ends: '10',
      'ways[]': ['video'],
      validFrom: today().toString(),
    };
    expect((await mika.post(`/groups/${groupId}/programme`, { ...entry, host: ex.id })).status).toBe(422);
    const other = await office.person('client');
    await office.relate(other, mika);
    await mika.post(`/groups/${groupId}/programme`, { ...entry, host: mika.id });
    await setBlock(office, other, mika);
    const joined = await mika.post(`/groups/${groupId}/members`, {
      client: other.id,
      joinsOn: today().toString(),
    });
    expect(joined.status).toBe(422);
  });

  test('who are blocked while both are members do not see each other, and those who may know are told', async () => {
    const { office, groupId, aino, ville, mika, membershipOf } = await groupWith(house);
    expect(await page(aino.get(`/groups/${groupId}`))).toContain('Ville');
    await setBlock(office, aino, ville);
    expect(await page(aino.get(`/groups/${groupId}`))).not.toContain('Ville');
    expect(await page(mika.get(`/groups/${groupId}`))).toContain('eivät saa kohdata');
    const other = await office.person('coach');
    await mika.post(`/groups/${groupId}/coaches`, { coach: other.id });
    expect(await page(other.get(`/groups/${groupId}`))).not.toContain('eivät saa kohdata');
    const leaving = await mika.post(`/groups/${groupId}/members/${await membershipOf(ville)}/leaving`, {
      leavesOn: today().toString(),
    });
    expect(leaving.status).toBe(303);
  });
});

describe('seats and the line', () => {
  test('a full group takes nobody; the first in the line is offered the seat, and takes it', async () => {
    const { office, groupId, mika, membershipOf, aino } = await groupWith(house, { seats: 2 });
    const [noora, joni] = [
      await office.person('client', { givenName: 'Noora' }),
      await office.person('client'),
    ];
    await office.relate(noora, mika);
    await office.relate(joni, mika);
    const join = await mika.post(`/groups/${groupId}/members`, {
      client: noora.id,
      joinsOn: today().toString(),
    });
    expect(join.status).toBe(422);
    expect(await join.text()).toContain('Ryhmä on täynnä');
    await mika.post(`/groups/${groupId}/waiting`, { client: noora.id });
    await mika.post(`/groups/${groupId}/waiting`, { client: joni.id });
    const line = await office.inOffice((tx) =>
      tx.execute<{ id: string; client_id: string }>(
        sql`select id, client_id from waiting_list where group_id = ${groupId} order by asked_at`,
      ),
    );
    const [first, second] = line.rows;
    const until = today().add({ days: 3 }).toString();
    const offer = (id: string | undefined) => mika.post(`/groups/${groupId}/waiting/${id}/offer`, { until });
    expect(await page(offer(first?.id))).toContain('Vapaata paikkaa ei ole');
    await mika.post(`/groups/${groupId}/members/${await membershipOf(aino)}/leaving`, {
      leavesOn: today().subtract({ days: 1 }).toString(),
    });
    expect(await page(offer(second?.id))).toContain('jonon järjestyksessä');
    expect((await offer(first?.id)).status).toBe(303);
    expect(await page(offer(second?.id))).toContain('Vapaata paikkaa ei ole');
    expect((await joni.get(`/seat-offers/${first?.id}`)).status).toBe(404);
    expect(await page(noora.get('/groups'))).toContain('Sinulle tarjotaan paikkaa');
    expect((await noora.post(`/seat-offers/${first?.id}`, { answer: 'take' })).status).toBe(303);
    expect((await noora.get(`/groups/${groupId}`)).status).toBe(200);
    expect((await noora.post(`/seat-offers/${first?.id}`, { answer: 'take' })).status).toBe(422);
  });

  test('two coaches who add one client each to the last seat at once: one comes in', async () => {
    const { office, groupId, mika } = await groupWith(house, { seats: 3 });
    const clients = [await office.person('client'), await office.person('client')];
    for (const client of clients) await office.relate(client, mika);
    const answers = await Promise.all(
      clients.map((client) =>
        mika.post(`/groups/${groupId}/members`, { client: client.id, joinsOn: today().toString() }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
  });
});

describe('house rules', () => {
  test('are shown before entering, accepted once a version, and let the member into the talk', async () => {
    const { office, groupId, aino, mika } = await groupWith(house);
    await mika.post(`/groups/${groupId}/rules`, {
      fi: 'Kaikki ovat samanarvoisia.',
      sv: 'Alla är lika värda.',
    });
    const channelId = (
      await office.inOffice((tx) =>
        tx.execute<{ channel_id: string }>(sql`select channel_id from groups where id = ${groupId}`),
      )
    ).rows[0]?.channel_id;
    const entering = await aino.get(`/groups/${groupId}`);
    expect(entering.headers.get('location')).toBe(`/groups/${groupId}/acceptance`);
    expect(await page(aino.get(`/groups/${groupId}/acceptance`))).toContain('Kaikki ovat samanarvoisia.');
    expect((await aino.post(`/groups/${groupId}/acceptance`, { version: '1' })).status).toBe(303);
    expect((await aino.get(`/groups/${groupId}`)).status).toBe(200);
    expect((await aino.get(`/channels/${channelId}`)).status).toBe(200);
    await mika.post(`/groups/${groupId}/rules`, { fi: 'Uudet säännöt.' });
    expect((await aino.post(`/groups/${groupId}/acceptance`, { version: '1' })).status).toBe(303);
    expect((await aino.get(`/groups/${groupId}`)).status).toBe(303);
    await aino.post(`/groups/${groupId}/acceptance`, { version: '2' });
    expect((await aino.get(`/groups/${groupId}`)).status).toBe(200);
  });

  test('a member chooses a name; the others see that one', async () => {
    const { groupId, aino, ville } = await groupWith(house);
    await aino.post(`/groups/${groupId}/nickname`, { nickname: 'Pöllö' });
    expect(await page(ville.get(`/groups/${groupId}`))).toContain('Pöllö');
    expect((await aino.post(`/groups/${groupId}/nickname`, { nickname: 'a'.repeat(41) })).status).toBe(422);
  });
});
