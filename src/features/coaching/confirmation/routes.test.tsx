import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { type DayToConfirm, dayToConfirm, monday, theDay } from '../../../../test/day-to-confirm.ts';
import { confirmationsOf, expectDay } from '../../../../test/days.ts';
import { todayIn } from '../../../platform/clock.ts';
import { noteContact, notePresence, sayHello, writeDiary } from '../days/day-actions.ts';
import { askForHelp } from '../days/help-actions.ts';
import { confirmDay } from './actions.ts';
import { objectToDay } from './objections.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const today = todayIn();
const cast = () => dayToConfirm(house);
const attended = { class: 'attended', minutes: '240', seen: '0' };

/** Everybody who must not see or touch the day of Aino, and why. */
async function outsiders({ office, aino }: DayToConfirm): Promise<[string, TestPerson][]> {
  const former = await office.person('coach');
  await office.relate(aino, former, {
    kind: 'substitute',
    startsOn: today.subtract({ days: 50 }),
    endsOn: today.subtract({ days: 1 }),
  });
  const elsewhere = await house.office();
  return [
    ['a coach whose relation has ended', former],
    ["another client's coach", await office.person('coach')],
    ['a provider', await office.person('provider')],
    ['the client herself', aino],
    ['an administrator', await office.person('administrator')],
    ['a manager of another office', await elsewhere.person('manager')],
    ['a coach of another office', await elsewhere.person('coach')],
  ];
}

describe('the page of a day', () => {
  test('shows the own coach every fact with its time, the reasons and the rule with its agreement', async () => {
    const { office, aino, mika, dayId } = await cast();
    const day = await theDay(office, dayId);
    const at = (time: string) =>
      monday.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: time }).toInstant();
    await office.inOffice(async (tx) => {
      await sayHello(tx, aino.id, day, 'page');
      await notePresence(tx, mika.actor, day, { way: 'on-site', fromAt: at('09:00'), toAt: at('13:10') });
      await writeDiary(tx, aino.actor, day, { words: 'Kävin kävelyllä', mood: 4 });
      await noteContact(tx, mika.actor, day, { way: 'call', reached: true });
    });
    const page = await text(mika.get(`/days/${dayId}`));
    for (const words of [
      '9.00–13.10',
      'Paikan päällä',
      '4 h 10 min',
      'Kävin kävelyllä',
      'Päivän tunnelma 4/5',
    ])
      expect(page).toContain(words);
    for (const words of [
      'Valmentaja tavoitti',
      'Päivä lasketaan',
      'vähintään 4 h päivässä',
      'Sopimus 12/2026',
    ])
      expect(page).toContain(words);
  });

  test('is not there for outsiders, who are told nothing', async () => {
    const all = await cast();
    for (const [who, person] of await outsiders(all)) {
      expect([who, (await person.get(`/days/${all.dayId}`)).status]).toEqual([who, 404]);
    }
    expect((await all.mika.get(`/days/${all.dayId}`)).status).toBe(200);
  });

  test('a substitute of today sees it, and a manager sees it without the words of the client', async () => {
    const { office, aino, dayId } = await cast();
    await office.inOffice(async (tx) =>
      writeDiary(tx, aino.actor, await theDay(office, dayId), { words: 'Kävin kävelyllä', mood: 4 }),
    );
    const raili = await office.person('coach');
    await office.relate(aino, raili, { kind: 'substitute', startsOn: today, endsOn: today });
    const leena = await office.person('manager');
    expect(await text(raili.get(`/days/${dayId}`))).toContain('Kävin kävelyllä');
    const page = await text(leena.get(`/days/${dayId}`));
    expect(page).toContain('Kirjoitti päiväkirjaan');
    expect(page).not.toContain('Kävin kävelyllä');
  });

  test('leaves a mark of the reader in the access log', async () => {
    const { office, aino, mika, dayId } = await cast();
    await mika.get(`/days/${dayId}`);
    expect(await accesses(office, aino)).toContainEqual({ actor_id: mika.id, act: 'read', subject: 'day' });
  });

  test('shows who confirmed, when and why, and what the client is told', async () => {
    const { mika, dayId } = await cast();
    await mika.post(`/days/${dayId}/confirmation`, attended);
    await mika.post(`/days/${dayId}/confirmation`, {
      ...attended,
      class: 'interview',
      seen: '1',
      reason: 'Haastattelukutsu löytyi',
    });
    const page = await text(mika.get(`/days/${dayId}`));
    expect(page).toContain('Haastattelukutsu löytyi');
    expect(page).toContain('ensimmäinen vahvistus');
    expect(page).toContain('Mika S');
    expect(page).toContain('Työttömyysetuutesi ei muutu.');
  });
});

describe('confirming a day', () => {
  test('keeps what the coach chose beside what the rule suggested', async () => {
    const { office, mika, dayId } = await cast();
    const answer = await mika.post(`/days/${dayId}/confirmation`, attended);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/days/${dayId}?done=confirmed`]);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select class, minutes, suggested from confirmations where day_id = ${dayId}`),
    );
    expect(rows).toEqual([{ class: 'attended', minutes: 240, suggested: 'nothing' }]);
  });

  test('sent twice has one effect and one answer', async () => {
    const { office, mika, dayId } = await cast();
    const twice = { ...attended, _key: crypto.randomUUID() };
    const answers = await Promise.all([
      mika.post(`/days/${dayId}/confirmation`, twice),
      mika.post(`/days/${dayId}/confirmation`, twice),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await confirmationsOf(office, dayId)).toHaveLength(1);
  });

  test.each([
    ['nothing chosen', { minutes: '240', seen: '0' }, 'Valitse, mitä päivä oli.'],
    ['minutes in words', { ...attended, minutes: 'neljä' }, 'Kirjoita minuutit lukuna'],
    ['a swap without its pair', { class: 'swapped', seen: '0' }, 'Kirjoita päivä, jona asiakas tulee'],
    ['no minutes', { ...attended, minutes: '' }, 'Kirjoita läsnäolopäivän minuutit.'],
  ])('%s is answered beside the field, and nothing is kept', async (_, fields, words) => {
    const { office, mika, dayId } = await cast();
    const answer = await mika.post(`/days/${dayId}/confirmation`, fields as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
    expect(await confirmationsOf(office, dayId)).toEqual([]);
  });

  test('after somebody else says what has changed, and shows what stands', async () => {
    const { office, mika, dayId, aino } = await cast();
    const raili = await office.person('coach', { givenName: 'Raili' });
    await office.relate(aino, raili, { kind: 'substitute' });
    await raili.post(`/days/${dayId}/confirmation`, { class: 'own-illness', seen: '0' });
    const answer = await mika.post(`/days/${dayId}/confirmation`, attended);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Joku muu ehti vahvistaa päivän.');
    expect(page).toContain('Oma sairaus. Vahvisti Raili');
  });

  test('is refused to outsiders', async () => {
    const all = await cast();
    for (const [who, person] of await outsiders(all)) {
      const answer = await person.post(`/days/${all.dayId}/confirmation`, attended);
      expect([who, answer.status]).toEqual([who, 404]);
    }
    expect(await confirmationsOf(all.office, all.dayId)).toEqual([]);
  });
});

describe('marks', () => {
  const marks: [string, (dayId: string) => string, Record<string, string>, string][] = [
    ['a call that reached', (id) => `/days/${id}/contacts`, { way: 'call', reached: 'yes' }, 'day_contacts'],
    ['a hello on site', (id) => `/days/${id}/hellos`, { way: 'on-site' }, 'day_hellos'],
    [
      'taking part',
      (id) => `/days/${id}/presences`,
      { way: 'phone', from: '09:00', to: '09:40' },
      'day_presences',
    ],
    ['an absence', (id) => `/days/${id}/absence`, { absence: 'own-illness' }, 'absences'],
  ];

  test.each(marks)(
    '%s is kept for the own coach and refused to outsiders',
    async (_, path, fields, table) => {
      const all = await cast();
      for (const [who, person] of await outsiders(all))
        expect([who, (await person.post(path(all.dayId), fields)).status]).toEqual([who, 404]);
      expect(await rowsIn(all.office, table, all.dayId)).toBe(0);
      expect((await all.mika.post(path(all.dayId), fields)).status).toBe(303);
      expect(await rowsIn(all.office, table, all.dayId)).toBe(1);
    },
  );

  test('a wrong span of time is answered beside the field', async () => {
    const { mika, dayId } = await cast();
    const answer = await mika.post(`/days/${dayId}/presences`, { way: 'phone', from: '09:40', to: '09:00' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Loppuajan pitää olla alkuajan jälkeen.');
  });

  test('taking part is taken back, once, and only from its own day', async () => {
    const { office, mika, aino, enrolmentId, dayId } = await cast();
    await mika.post(`/days/${dayId}/presences`, { way: 'phone', from: '09:00', to: '09:40' });
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(sql`select id from day_presences`),
    );
    const other = await expectDay(office, aino, enrolmentId, monday.add({ days: 1 }));
    const path = `presences/${rows[0]?.id}/withdrawal`;
    expect((await mika.post(`/days/${other}/${path}`)).status).toBe(404);
    expect((await mika.post(`/days/${dayId}/${path}`)).status).toBe(303);
    expect((await mika.post(`/days/${dayId}/${path}`)).status).toBe(404);
  });

  test('a way back leads to our own pages only', async () => {
    const { mika, dayId } = await cast();
    const mark = (back: string) => mika.post(`/days/${dayId}/contacts`, { way: 'call', reached: 'no', back });
    expect((await mark('/board?day=2026-11-24')).headers.get('location')).toBe('/board?day=2026-11-24');
    expect((await mark('https://example.com/')).headers.get('location')).toBe('/');
  });

  test('a call for help is answered by the own coach, once', async () => {
    const all = await cast();
    const { office, aino, mika } = all;
    await office.inOffice((tx) =>
      askForHelp(tx, aino.actor, { kind: 'technology', words: 'Kuva ei näy', day: undefined }),
    );
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(sql`select id from help_requests`),
    );
    const path = `/help/${rows[0]?.id}/answer`;
    for (const [who, person] of await outsiders(all))
      expect([who, (await person.post(path, { outcome: 'solved' })).status]).toEqual([who, 404]);
    expect((await mika.post(path, { outcome: 'solved' })).status).toBe(303);
    expect((await mika.post(path, { outcome: 'solved' })).status).toBe(404);
  });
});

describe("a client's message against a confirmation", () => {
  async function objected() {
    const all = await cast();
    const { office, aino, mika, dayId } = all;
    await office.inOffice(async (tx) => {
      await confirmDay(tx, mika.actor, {
        dayId,
        class: 'other-absence',
        minutes: 0,
        seenSequence: 0,
        suggested: 'nothing',
      });
      await objectToDay(tx, aino.actor, await theDay(office, dayId), 'Olin paikalla koko päivän');
    });
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(sql`select id from objections`),
    );
    return { ...all, path: `/days/${dayId}/objections/${rows[0]?.id}/answer` };
  }

  test('is read and answered by the own coach, and the answer is sealed', async () => {
    const { office, mika, dayId, path } = await objected();
    expect(await text(mika.get(`/days/${dayId}`))).toContain('Olin paikalla koko päivän');
    expect((await mika.post(path, { answer: '' })).status).toBe(422);
    expect((await mika.post(path, { answer: 'Korjasin päivän' })).status).toBe(303);
    expect(await text(mika.get(`/days/${dayId}`))).toContain('Korjasin päivän');
    expect((await mika.post(path, { answer: 'Uudelleen' })).status).toBe(404);
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ answer: Buffer }>(sql`select answer from objections`),
    );
    expect(rows[0]?.answer.includes('Korjasin')).toBe(false);
  });

  test('is told to the own coach on the board and among the days that wait, until it is answered', async () => {
    const { office, mika, dayId, path } = await objected();
    const raili = await office.person('coach');
    const pages = async (who: typeof mika) => [
      await text(who.get('/board')),
      await text(who.get('/confirmations')),
    ];
    const [board, list] = await pages(mika);
    expect(board).toContain('1 päivä: asiakas odottaa vastausta');
    expect(list).toContain(`/days/${dayId}#objections`);
    for (const page of await pages(raili)) expect(page).not.toContain('odottaa vastausta');
    await mika.post(path, { answer: 'Korjasin päivän' });
    for (const page of await pages(mika)) expect(page).not.toContain('odottaa vastausta');
  });

  test('is not answered by outsiders', async () => {
    const all = await objected();
    for (const [who, person] of await outsiders(all))
      expect([who, (await person.post(all.path, { answer: 'Ei' })).status]).toEqual([who, 404]);
  });
});

test('a coach of the group may mark a hello on the day itself, but neither opens nor confirms the day', async () => {
  const { office, aino, enrolmentId } = await cast();
  const raili = await office.person('coach');
  const dayId = await expectDay(office, aino, enrolmentId, today);
  const before = await expectDay(office, aino, enrolmentId, today.subtract({ days: 1 }));
  await office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into groups (name) values ('Aamuryhmä') returning id`,
    );
    const groupId = rows[0]?.id ?? '';
    await tx.execute(sql`insert into group_coaches (group_id, coach_id, starts_on) values
      (${groupId}, ${raili.id}, ${today.subtract({ days: 9 }).toString()}::date)`);
    await tx.execute(sql`insert into group_memberships (group_id, client_id, joins_on) values
      (${groupId}, ${aino.id}, ${today.subtract({ days: 9 }).toString()}::date)`);
  });
  expect((await raili.post(`/days/${dayId}/hellos`, { way: 'on-site' })).status).toBe(303);
  expect((await raili.post(`/days/${before}/hellos`, { way: 'on-site' })).status).toBe(404);
  expect((await raili.get(`/days/${dayId}`)).status).toBe(404);
  expect((await raili.post(`/days/${dayId}/confirmation`, attended)).status).toBe(404);
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();

const accesses = (office: TestOffice, client: TestPerson) =>
  office.inOffice(async (tx) => {
    const { rows } = await tx.execute(
      sql`select actor_id, act, subject from access_log where person_id = ${client.id}`,
    );
    return rows;
  });

const rowsIn = (office: TestOffice, table: string, dayId: string) =>
  office.inOffice(async (tx) => {
    const counts: Record<string, ReturnType<typeof sql>> = {
      day_contacts: sql`select count(*)::int as n from day_contacts where day_id = ${dayId}`,
      day_hellos: sql`select count(*)::int as n from day_hellos where day_id = ${dayId}`,
      day_presences: sql`select count(*)::int as n from day_presences where day_id = ${dayId}`,
      absences: sql`select count(*)::int as n from absences where day_id = ${dayId}`,
    };
    const query = counts[table];
    if (!query) throw new Error(table);
    const { rows } = await tx.execute<{ n: number }>(query);
    return rows[0]?.n;
  });
