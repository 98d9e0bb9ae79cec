import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { enrol, expectDay, testService } from '../../../../test/days.ts';
import { now, todayIn } from '../../../platform/clock.ts';
import { confirmDay } from '../../coaching/confirmation/actions.ts';
import { tellAbsence } from '../../coaching/days/absence-actions.ts';
import { sayHello } from '../../coaching/days/day-actions.ts';
import { askForHelp } from '../../coaching/days/help-actions.ts';
import { dayById } from '../../coaching/enrolments/expected.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const today = todayIn();
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** A coach with a group of her own; clients come with `client`. */
async function cast() {
  const office = await house.office();
  const mika = await office.person('coach', { givenName: 'Mika' });
  const serviceId = await testService(office);
  const groupId = await makeGroup(office, mika);
  const client = async (givenName: string, about: { own?: boolean; member?: boolean } = {}) => {
    const person = await office.person('client', {
      givenName,
      familyName: 'Testi',
      phone: '+358 40 123 4567',
    });
    if (about.own !== false) await office.relate(person, mika);
    if (about.member !== false) await join(office, groupId, person);
    const enrolmentId = await enrol(office, person, { serviceId, weekdays: everyDay });
    return { person, enrolmentId, dayId: await expectDay(office, person, enrolmentId, today) };
  };
  return { office, mika, groupId, client };
}

const makeGroup = (office: TestOffice, coach: TestPerson) =>
  office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into groups (name) values ('Aamuryhmä') returning id`,
    );
    const id = rows[0]?.id ?? '';
    await tx.execute(sql`insert into group_coaches (group_id, coach_id, starts_on)
      values (${id}, ${coach.id}, ${today.subtract({ days: 9 }).toString()}::date)`);
    return id;
  });

const join = (office: TestOffice, groupId: string, person: TestPerson) =>
  office.inOffice((tx) =>
    tx.execute(sql`insert into group_memberships (group_id, client_id, joins_on)
      values (${groupId}, ${person.id}, ${today.subtract({ days: 9 }).toString()}::date)`),
  );

/** A live session of the group from an hour ago to an hour ahead, with its room. */
const openSession = (office: TestOffice, groupId: string, coach: TestPerson) =>
  office.inOffice(async (tx) => {
    const [from, to] = [now().subtract({ minutes: 60 }), now().add({ minutes: 60 })].map(String);
    const title = JSON.stringify({ fi: 'Yhteinen aamu', sv: 'Gemensam morgon', en: 'Morning together' });
    const room = await tx.execute<{ id: string }>(sql`insert into rooms (kind, opens_at, closes_at, waiting)
      values ('group', ${from}::timestamptz, ${to}::timestamptz, 'everyone') returning id`);
    const roomId = room.rows[0]?.id ?? '';
    const entry = await tx.execute<{ id: string }>(sql`
      insert into programme_entries (group_id, weekday, starts, ends, kind, title, valid_from)
      values (${groupId}, ${today.dayOfWeek}, '09:00', '10:00', 'live', ${title}::jsonb, '2020-01-01') returning id`);
    await tx.execute(sql`
      insert into group_sessions (group_id, entry_id, day, starts_at, ends_at, kind, title, ways, room_id) values
      (${groupId}, ${entry.rows[0]?.id}, ${today.toString()}::date, ${from}::timestamptz, ${to}::timestamptz, 'live',
       ${title}::jsonb, '{video,voice,text}', ${roomId})`);
    await invite(tx, roomId, coach.id, 'host');
    return roomId;
  });

const invite = (
  tx: Parameters<Parameters<TestOffice['inOffice']>[0]>[0],
  roomId: string,
  personId: string,
  as: string,
) =>
  tx.execute(sql`insert into room_invitations (room_id, person_id, invited_as, shown_name)
    values (${roomId}, ${personId}, ${as}, 'x')`);

const visit = (office: TestOffice, roomId: string, person: TestPerson, way: string, admitted: boolean) =>
  office.inOffice(async (tx) => {
    await invite(tx, roomId, person.id, 'guest');
    await tx.execute(sql`insert into room_visits (room_id, person_id, way, arrived_at, seen_at, admitted_at, line)
      values (${roomId}, ${person.id}, ${way}, ${now().subtract({ minutes: 5 }).toString()}::timestamptz,
        ${now().toString()}::timestamptz,
        ${admitted ? now().subtract({ minutes: 5 }).toString() : null}::timestamptz, 1)`);
  });

const dayIn = (office: TestOffice, dayId: string) =>
  office.inOffice(async (tx) => {
    const day = await dayById(tx, dayId);
    if (!day) throw new Error('no day');
    return day;
  });

const text = async (answer: Response | Promise<Response>) => (await answer).text();

/** The rows of the board as their words, in order. */
function rowsOf(page: string): string[] {
  return [...page.matchAll(/<tr[^>]*data-row=[^>]*>(.*?)<\/tr>/gs)].map((match) =>
    (match[1] ?? '')
      .replaceAll(/<svg.*?<\/svg>/gs, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

describe('the morning board', () => {
  test('has everybody with how they take part and how they are, whoever needs somebody first', async () => {
    const { office, mika, groupId, client } = await cast();
    const roomId = await openSession(office, groupId, mika);
    const [aino, eetu, noora, samuel, tiina, otso, veera] = [
      await client('Aino'),
      await client('Eetu'),
      await client('Noora'),
      await client('Samuel'),
      await client('Tiina'),
      await client('Otso'),
      await client('Veera'),
    ];
    await visit(office, roomId, aino.person, 'video', true);
    await visit(office, roomId, eetu.person, 'text', false);
    await office.inOffice(async (tx) => {
      await tx.execute(sql`update days set silent_since = now() where id = ${noora.dayId}`);
      await askForHelp(tx, samuel.person.actor, {
        kind: 'technology',
        words: 'Kuva ei näy',
        day: await dayById(tx, samuel.dayId),
      });
    });
    const [tiinas, otsos] = [await dayIn(office, tiina.dayId), await dayIn(office, otso.dayId)];
    await office.inOffice(async (tx) => {
      await tellAbsence(tx, tiina.person.actor, tiinas, { class: 'interview', words: undefined });
      await sayHello(tx, mika.id, otsos, 'on-site');
      await confirmDay(tx, mika.actor, {
        dayId: veera.dayId,
        class: 'attended',
        minutes: 240,
        seenSequence: 0,
        suggested: 'counts',
      });
    });
    const page = await text(mika.get('/board'));
    const rows = rowsOf(page);
    expect(rows.map((row) => row.split(' ')[0])).toEqual([
      'Samuel',
      'Noora',
      'Eetu',
      'Aino',
      'Otso',
      'Tiina',
      'Veera',
    ]);
    expect(rows[0]).toContain('tekniikka ei toimi');
    expect(rows[0]).toContain('Kuva ei näy');
    expect(rows[1]).toContain('Hiljaa');
    expect(rows[2]).toContain('Odottaa oven takana');
    expect(rows[2]).toContain('Päästä sisään');
    expect(rows[3]).toMatch(/video .*Ryhmän huoneessa/);
    expect(rows[4]).toMatch(/paikalla .*Mukana/);
    expect(rows[5]).toContain('Poissa: työhaastattelu tai vastaava');
    expect(rows[6]).toContain('Vahvistettu: läsnä');
    expect(page).toContain('7 odotetaan: mukana 4, ei kuulunut 1, pyytää apua 1, poissa 1.');
    expect(page).toContain(`href="/rooms/${roomId}"`);
  });

  test('an own client’s unread messages stand in the row and open the thread; a colleague’s client’s do not', async () => {
    const { office, mika, client } = await cast();
    const [aino, otso] = [await client('Aino'), await client('Otso', { own: false })];
    const raili = await office.person('coach', { givenName: 'Raili' });
    await office.relate(otso.person, raili);
    for (const { person } of [aino, otso]) await person.post(`/messages/${person.id}`, { text: 'Hei' });
    const page = await text(mika.get('/board'));
    expect(page).toMatch(new RegExp(`href="/messages/${aino.person.id}#newest">1 uusi viesti`));
    expect(page).not.toContain(`/messages/${otso.person.id}`);
  });

  test('a figure leads to its rows', async () => {
    const { office, mika, client } = await cast();
    const [aino, noora] = [await client('Aino'), await client('Noora')];
    const day = await dayIn(office, aino.dayId);
    await office.inOffice(async (tx) => {
      await sayHello(tx, aino.person.id, day, 'page');
      await tx.execute(sql`update days set silent_since = now() where id = ${noora.dayId}`);
    });
    await openSession(office, await makeGroup(office, mika), mika);
    const page = await text(mika.get('/board'));
    const joined = page.match(/href="(\/board\?show=joined)"/)?.[1] ?? '';
    expect(rowsOf(await text(mika.get(joined))).map((row) => row.split(' ')[0])).toEqual(['Aino']);
  });

  test('a member of the group who is somebody else’s client shows without reasons, phone or day', async () => {
    const { office, mika, client } = await cast();
    const aino = await client('Aino', { own: false });
    const day = await dayIn(office, aino.dayId);
    await office.inOffice((tx) =>
      tellAbsence(tx, aino.person.actor, day, { class: 'own-illness', words: 'Kuume' }),
    );
    const page = await text(mika.get('/board'));
    expect(rowsOf(page)[0]).toContain('Poissa');
    for (const secret of ['sairaus', 'Kuume', 'tel:', `/days/${aino.dayId}"`, '/messages/'])
      expect(page.split('<main')[1]).not.toContain(secret);
  });

  test('a client whose relation has ended, or who is in no group of the coach, is not there', async () => {
    const { office, mika, client } = await cast();
    const former = await client('Former', { own: false, member: false });
    await office.relate(former.person, mika, {
      startsOn: today.subtract({ days: 50 }),
      endsOn: today.subtract({ days: 1 }),
    });
    await client('Other', { own: false, member: false });
    expect(rowsOf(await text(mika.get('/board')))).toEqual([]);
  });

  test('a substitute of today sees the client', async () => {
    const { office, client } = await cast();
    const aino = await client('Aino');
    const raili = await office.person('coach');
    await office.relate(aino.person, raili, { kind: 'substitute', startsOn: today, endsOn: today });
    expect(rowsOf(await text(raili.get('/board')))).toHaveLength(1);
  });

  test('where a protected client is, is not told', async () => {
    const { office, mika, client } = await cast();
    const aino = await client('Aino');
    const day = await dayIn(office, aino.dayId);
    await office.inOffice(async (tx) => {
      await tx.execute(sql`update persons set protected = true where id = ${aino.person.id}`);
      await sayHello(tx, mika.id, day, 'on-site');
    });
    expect(rowsOf(await text(mika.get('/board')))[0]).not.toContain('paikalla');
  });

  test('a manager sees the whole office, another office nobody of it', async () => {
    const { office, client } = await cast();
    await client('Aino');
    const leena = await office.person('manager');
    expect(rowsOf(await text(leena.get('/board')))).toHaveLength(1);
    const elsewhere = await (await house.office()).person('manager');
    expect(rowsOf(await text(elsewhere.get('/board')))).toEqual([]);
  });

  test.each(['client', 'provider', 'administrator', 'partner'] as const)(
    'is not there for a %s',
    async (role) => {
      const { office } = await cast();
      expect((await (await office.person(role)).get('/board')).status).toBe(404);
    },
  );

  test('another day shows how it went, without acts of the moment', async () => {
    const { office, mika, client } = await cast();
    const aino = await client('Aino');
    await expectDay(office, aino.person, aino.enrolmentId, today.subtract({ days: 1 }));
    const page = await text(mika.get(`/board?day=${today.subtract({ days: 1 })}`));
    expect(rowsOf(page)[0]).toContain('Ei merkkejä koko päivältä');
    expect(page.split('<main')[1]).not.toContain('tel:');
    expect((await mika.get('/board?day=yesterday')).status).toBe(404);
  });

  test('reading it is noted about each client, once an hour however often it renews itself', async () => {
    const { office, mika, client } = await cast();
    const aino = await client('Aino');
    for (let n = 0; n < 3; n++) await mika.get('/board');
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select act from access_log where person_id = ${aino.person.id} and subject = 'board'`),
    );
    expect(rows).toEqual([{ act: 'read' }]);
  });

  test('stays fresh by the hints of the coach’s own board and the rooms of the day, on the day itself only', async () => {
    const { office, mika, groupId, client } = await cast();
    await client('Aino');
    const roomId = await openSession(office, groupId, mika);
    const listened = (page: string) => page.match(/id="board" data-live="([^"]*)"/)?.[1] ?? '';
    const topics = listened(await text(mika.get('/board')));
    expect(topics).toContain(`board:${mika.id}.`);
    expect(topics).toContain(`room:${roomId}.`);
    expect(listened(await text(mika.get(`/board?day=${today.subtract({ days: 1 })}`)))).toBe('');
  });

  test('a client whom a coach promised to come back to stays among those who ask for help', async () => {
    const { office, mika, client } = await cast();
    const samuel = await client('Samuel');
    await office.inOffice(async (tx) =>
      askForHelp(tx, samuel.person.actor, {
        kind: 'technology',
        words: undefined,
        day: await dayById(tx, samuel.dayId),
      }),
    );
    const answer = async () => /\/help\/[^/]+\/answer/.exec(await text(mika.get('/board')))?.[0];
    const path = await answer();
    expect((await mika.post(path ?? '', { outcome: 'later', back: '/board' })).status).toBe(303);
    const [row] = rowsOf(await text(mika.get('/board')));
    expect(row).toContain('Pyysi apua');
    expect(row).toContain('Luvattu palata asiaan');
    expect((await mika.post(path ?? '', { outcome: 'solved', back: '/board' })).status).toBe(303);
    expect(await answer()).toBeUndefined();
  });

  test('whoever looks at the board sees that a colleague has rung, and whom they reached waits for nobody', async () => {
    const { office, mika, groupId, client } = await cast();
    // Whatever the hour, the day goes on.
    await openSession(office, groupId, mika);
    const noora = await client('Noora');
    const raili = await office.person('coach', { givenName: 'Raili' });
    await office.relate(noora.person, raili, { kind: 'substitute' });
    const rung = (reached: 'yes' | 'no') =>
      mika.post(`/days/${noora.dayId}/contacts`, { way: 'call', reached, back: '/board' });
    await rung('no');
    const [missed] = rowsOf(await text(raili.get('/board')));
    expect(missed).toContain('Ei ole vielä kuulunut');
    expect(missed).toContain('Mika ei tavoittanut klo');
    await rung('yes');
    const page = await text(raili.get('/board'));
    expect(rowsOf(page)[0]).toContain('Mika tavoitti klo');
    expect(rowsOf(page)[0]).not.toContain('Ei ole vielä kuulunut');
    expect(page).toMatch(/1 mukana|mukana 1, ei kuulunut 0/);
  });

  test('marks made from the board lead back to it', async () => {
    const { office, mika, groupId, client } = await cast();
    // Whatever the hour, the day goes on.
    await openSession(office, groupId, mika);
    const aino = await client('Aino');
    const answer = await mika.post(`/days/${aino.dayId}/hellos`, {
      way: 'phone',
      back: '/board?show=silent',
    });
    expect(answer.headers.get('location')).toBe('/board?show=silent');
    expect(rowsOf(await text(mika.get('/board')))[0]).toContain('Mukana');
  });
});
