import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { enrol, expectDay, testService } from '../../../../test/days.ts';
import { todayIn } from '../../../platform/clock.ts';
import { confirmDay, type NewConfirmation } from '../confirmation/actions.ts';
import { periodAt } from './rules.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const today = todayIn();
const rhythm = { firstDay: Temporal.PlainDate.from('2026-01-05'), weeks: 2 };
/** The last period that is over, and the one before it. */
const last = periodAt(rhythm, periodAt(rhythm, today).startsOn.subtract({ days: 1 }));
const earlier = periodAt(rhythm, last.startsOn.subtract({ days: 1 }));
const at = `/payer-summaries/kela/${last.startsOn}`;

async function cast() {
  const office = await house.office();
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
  const otso = await office.person('client', { givenName: 'Otso', familyName: '=Laine' });
  const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Salo' });
  const raili = await office.person('coach', { givenName: 'Raili' });
  const leena = await office.person('manager', { givenName: 'Leena', familyName: 'Niemi' });
  await office.relate(aino, mika);
  await office.relate(otso, raili);
  const serviceId = await testService(office);
  const ainos = await enrol(office, aino, { serviceId });
  const otsos = await enrol(office, otso, { serviceId });
  const days = {
    aino1: await expectDay(office, aino, ainos, last.startsOn),
    aino2: await expectDay(office, aino, ainos, last.startsOn.add({ days: 1 })),
    otso1: await expectDay(office, otso, otsos, last.startsOn),
  };
  return { office, aino, otso, mika, raili, leena, ainos, days };
}

const confirm = (
  office: TestOffice,
  coach: TestPerson,
  dayId: string,
  change: Partial<NewConfirmation> = {},
) =>
  office.inOffice((tx) =>
    confirmDay(tx, coach.actor, {
      dayId,
      class: 'attended',
      minutes: 250,
      seenSequence: 0,
      suggested: 'counts',
      ...change,
    }),
  );

async function allConfirmed() {
  const all = await cast();
  const { office, mika, raili, days } = all;
  await confirm(office, mika, days.aino1);
  await confirm(office, mika, days.aino2, { class: 'own-illness' });
  await confirm(office, raili, days.otso1);
  return all;
}

const text = async (answer: Response | Promise<Response>) => (await answer).text();
/** Where the figures of a page lead. */
const linksIn = (page: string) =>
  [...page.matchAll(/href="(\/payer-summaries[^"]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );

describe('the list of periods', () => {
  test('tells a manager which period waits and which is ready', async () => {
    const { office, mika, raili, leena, days } = await cast();
    expect(await text(leena.get('/payer-summaries'))).toContain('3 päivää odottaa');
    await confirm(office, mika, days.aino1);
    await confirm(office, mika, days.aino2);
    await confirm(office, raili, days.otso1);
    const page = await text(leena.get('/payer-summaries'));
    expect(page).toContain('Valmis suljettavaksi');
    expect(linksIn(page)).toContain(at);
  });

  test('shows a coach only own clients’ days', async () => {
    const { mika } = await cast();
    expect(await text(mika.get('/payer-summaries'))).toContain('2 päivää odottaa');
  });
});

describe('the page of a period', () => {
  test('has what is missing with links to the days, and cannot be closed before', async () => {
    const { leena, days } = await cast();
    const page = await text(leena.get(at));
    expect(page).toContain('Nämä päivät odottavat vahvistusta');
    for (const dayId of Object.values(days)) expect(page).toContain(`/days/${dayId}`);
    expect(page).not.toContain('Sulje jakso');
    const answer = await leena.post(`${at}/closing`);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('3 päivää odottaa vielä vahvistusta.');
  });

  test('only days that have come wait for confirmation; one confirmed ahead is shown', async () => {
    const { office, leena, aino, mika, ainos } = await cast();
    const running = periodAt(rhythm, today.add({ days: 7 }));
    const page = () => text(leena.get(`/payer-summaries/kela/${running.startsOn}`));
    const later = await expectDay(office, aino, ainos, running.endsOn);
    expect(await page()).not.toContain(`/days/${later}`);
    await confirm(office, mika, later, { class: 'own-illness' });
    const confirmed = await page();
    expect(confirmed).toContain('Jakso on kesken');
    expect(linksIn(confirmed).some((href) => href.includes('kind=accepted'))).toBe(true);
  });

  test('every figure opens exactly the days behind it', async () => {
    const { aino, leena, days } = await allConfirmed();
    const page = await text(leena.get(at));
    const figure = linksIn(page).find(
      (href) => href.includes(`client=${aino.id}`) && href.includes('kind=accepted'),
    );
    const behind = await text(leena.get((figure ?? '').split('#')[0] ?? ''));
    expect(behind).toContain(`/days/${days.aino2}`);
    expect(behind).not.toContain(`/days/${days.aino1}`);
    expect(behind).not.toContain(`/days/${days.otso1}`);
    for (const href of linksIn(page)) expect([href, (await leena.get(href)).status]).toEqual([href, 200]);
    expect(page).toMatch(/<a href="[^"]*kind=attended#days" aria-label="Koskela Aino[^"]*"[^>]*>[^<]* h/);
  });

  test('a figure leads to what is on the page: nothing missing, nowhere to go', async () => {
    const { leena } = await allConfirmed();
    const page = await text(leena.get(at));
    for (const [, id] of page.matchAll(/href="#([a-z-]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  test('shows a coach own clients only, and lets them close only when all are theirs', async () => {
    const { office, otso, mika } = await allConfirmed();
    const page = await text(mika.get(at));
    expect(page).toContain('Koskela Aino');
    expect(page).not.toContain('Laine');
    expect((await mika.post(`${at}/closing`)).status).toBe(404);
    await office.relate(otso, mika, { kind: 'substitute', startsOn: today });
    expect((await mika.post(`${at}/closing`)).status).toBe(303);
    expect(await text(mika.get(at))).toContain('Suljettu. Mika S sulki jakson');
  });

  test('notes everybody shown in the access log, and taking out as taking out', async () => {
    const { office, aino, leena } = await allConfirmed();
    await leena.get(at);
    await leena.get(`${at}/csv`);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select act, purpose from access_log where person_id = ${aino.id} and actor_id = ${leena.id}
        order by at, act desc`),
    );
    expect(rows).toEqual([
      { act: 'read', purpose: 'payer' },
      { act: 'exported', purpose: 'payer' },
    ]);
  });

  test.each(['', '/print', '/sheets', '/csv'])('is not there for others: %s', async (page) => {
    const { office, aino } = await allConfirmed();
    const elsewhere = await house.office();
    const others: [string, TestPerson][] = [
      ['the client', aino],
      ['a provider', await office.person('provider')],
      ['an administrator', await office.person('administrator')],
    ];
    for (const [who, person] of others)
      expect([who, (await person.get(`${at}${page}`)).status]).toEqual([who, 404]);
    const boss = await elsewhere.person('manager');
    expect(await text(boss.get(`${at}${page}`))).not.toContain('Koskela');
  });

  test.each(['/payer-summaries/bank/2026-11-09', `/payer-summaries/kela/${last.startsOn.add({ days: 1 })}`])(
    'there is no period %s',
    async (address) => {
      const { leena } = await cast();
      expect((await leena.get(address)).status).toBe(404);
    },
  );
});

describe('closing and reopening', () => {
  test('a closed period shows what was told; a later correction is told in the next one, once', async () => {
    const { office, aino, mika, leena, ainos, days } = await allConfirmed();
    expect((await leena.post(`${at}/closing`)).headers.get('location')).toBe(`${at}?done=closed`);
    await confirm(office, mika, days.aino1, {
      class: 'interview',
      seenSequence: 1,
      reason: 'Haastattelu selvisi',
    });
    expect(await text(leena.get(at))).not.toContain('Haastattelu selvisi');
    // The running period shows it as waiting.
    const next = `/payer-summaries/kela/${periodAt(rhythm, today).startsOn}`;
    const waiting = await text(leena.get(next));
    expect(waiting).toContain('Haastattelu selvisi');
    expect(waiting).toContain('Läsnä, 4 h 10 min');
    // Closing another period of the payer tells it.
    await confirm(office, mika, await expectDay(office, aino, ainos, earlier.startsOn));
    const other = `/payer-summaries/kela/${earlier.startsOn}`;
    expect((await leena.post(`${other}/closing`)).status).toBe(303);
    expect(await text(leena.get(other))).toContain('Haastattelu selvisi');
    expect(await text(leena.get(next))).not.toContain('Haastattelu selvisi');
  });

  test('another pair of a swapped day waits in the next period as it will be told, and is told there', async () => {
    const { office, mika, leena, days } = await allConfirmed();
    const fridays = [last.startsOn.add({ days: 4 }), last.startsOn.add({ days: 11 })];
    const swap = (at: number, seenSequence: number) =>
      confirm(office, mika, days.aino1, {
        class: 'swapped',
        minutes: 0,
        swappedWith: fridays[at],
        seenSequence,
        reason: `Sovittu ${at}`,
      });
    await swap(0, 1);
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(sql`select id from days where class is null`),
    );
    await confirm(office, mika, rows[0]?.id ?? '');
    expect((await leena.post(`${at}/closing`)).status).toBe(303);
    expect(await swap(1, 2)).toMatchObject({ ok: true, changed: true });
    const next = `/payer-summaries/kela/${periodAt(rhythm, today).startsOn}`;
    const html = await text(leena.get(next));
    expect(html).toContain('Sovittu 1');
    // Which day it stands for now, and which one the payer was told of.
    expect(new Set(html.match(/→ [^<,]+/g))).toHaveProperty('size', 2);
  });

  test('only a manager reopens, and must say why', async () => {
    const { mika, leena } = await allConfirmed();
    await leena.post(`${at}/closing`);
    expect((await mika.post(`${at}/reopening`, { reason: 'x' })).status).toBe(404);
    const answer = await leena.post(`${at}/reopening`, { reason: '' });
    expect([answer.status, (await answer.text()).includes('Kirjoita syy.')]).toEqual([422, true]);
    expect((await leena.post(`${at}/reopening`, { reason: 'Väärä kuukausi' })).status).toBe(303);
    expect(await text(leena.get(`${at}?done=reopened`))).toContain('Jakso on avattu uudelleen.');
    expect((await leena.post(`${at}/reopening`, { reason: 'Taas' })).status).toBe(404);
  });

  test('who reopened and why stands on the page, also when the period is closed again', async () => {
    const { mika, leena } = await allConfirmed();
    await leena.post(`${at}/closing`);
    await leena.post(`${at}/reopening`, { reason: 'Väärä kuukausi' });
    const reopened = await text(leena.get(at));
    expect(reopened).toContain('avasi jakson uudelleen');
    expect(reopened).toContain('Väärä kuukausi');
    await leena.post(`${at}/closing`);
    expect(await text(leena.get(at))).toContain('Väärä kuukausi');
    // A reason may name a client: who may not close the whole period does not read it.
    expect(await text(mika.get(at))).not.toContain('Väärä kuukausi');
  });

  test('closing twice at once closes once, and the second is told', async () => {
    const { leena } = await allConfirmed();
    const answers = await Promise.all([leena.post(`${at}/closing`), leena.post(`${at}/closing`)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
  });
});

describe('taking out', () => {
  test('the table has every day and correction, and a name cannot be a formula', async () => {
    const { leena } = await allConfirmed();
    const answer = await leena.get(`${at}/csv`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows: string[][] = parse(await answer.text(), { bom: true, delimiter: ';' });
    expect(rows[0]).toEqual([
      'Asiakas',
      'Palvelu',
      'Päivä',
      'Luokka',
      'Minuutit',
      'Tunnit',
      'Vaihdettu päivään',
      'Korjaus',
    ]);
    expect(rows).toHaveLength(4);
    expect(rows).toContainEqual([
      "'=Laine Otso",
      'Nuorten työpaja',
      last.startsOn.toString(),
      'Läsnä',
      '250',
      '4,17',
      '',
      'ei',
    ]);
  });

  test('there is one sheet for each client with absences, with the data the form asks for', async () => {
    const { leena } = await allConfirmed();
    const page = await text(leena.get(`${at}/sheets`));
    expect(page.match(/<article/g)).toHaveLength(1);
    const ill = last.startsOn.add({ days: 1 });
    for (const words of ['Koskela Aino', 'Nuorten työpaja', 'Oma sairaus', 'Likijärvi', 'Leena Niemi'])
      expect(page).toContain(words);
    expect(page).toContain(`${ill.day}.${ill.month}.${ill.year}`);
    expect(page).not.toContain('Laine');
  });

  test('the printed summary says that it is a draft until the period is closed', async () => {
    const { leena } = await allConfirmed();
    for (const paper of ['print', 'sheets'])
      expect(await text(leena.get(`${at}/${paper}`))).toContain('Luonnos: jaksoa ei ole suljettu.');
    await leena.post(`${at}/closing`);
    for (const paper of ['print', 'sheets'])
      expect(await text(leena.get(`${at}/${paper}`))).not.toContain('Luonnos');
  });

  test('the printed summary leaves out no day, also not one that nobody has confirmed', async () => {
    const { leena } = await cast();
    const sums = (await text(leena.get(`${at}/print`))).split('</table>')[0];
    expect(sums).toContain('Vahvistamatta');
    expect(sums).toContain('Yhteensä');
  });
});

test('another rhythm of the office moves the open periods and leaves the closed ones', async () => {
  const { office, leena } = await allConfirmed();
  await leena.post(`${at}/closing`);
  await office.inOffice((tx) =>
    tx.execute(sql`insert into settings (key, value, valid_from, source)
      values ('days.period-weeks-kela', '4'::jsonb, '2020-02-01', 'Sopimus')`),
  );
  expect((await leena.get(at)).status).toBe(200);
  const page = await text(leena.get(at));
  expect(page).toContain('Suljettu.');
});

describe('telling the payer asks for a fresh proof of who one is', () => {
  const longAgo = (office: TestOffice, person: TestPerson) =>
    office.inOffice((tx) =>
      tx.execute(
        sql`update sessions set proved_at = now() - interval '11 minutes' where person_id = ${person.id}`,
      ),
    );
  const closedCount = (office: TestOffice) =>
    office.inOffice(async (tx) => {
      const { rows } = await tx.execute(sql`select 1 from payer_periods where reopened_at is null`);
      return rows.length;
    });

  test.each(['/print', '/sheets', '/csv'])('taking out %s', async (what) => {
    const { office, leena } = await allConfirmed();
    await longAgo(office, leena);
    const answer = await leena.get(`${at}${what}`);
    expect(answer.headers.get('location')).toBe(`/prove?back=${encodeURIComponent(`${at}${what}`)}`);
    expect((await leena.get(at)).status).toBe(200);
  });

  test('closing and reopening; nothing happens without it', async () => {
    const { office, leena } = await allConfirmed();
    await longAgo(office, leena);
    expect((await leena.post(`${at}/closing`)).headers.get('location')).toContain('/prove');
    expect(await closedCount(office)).toBe(0);
    await office.inOffice((tx) =>
      tx.execute(sql`update sessions set proved_at = now() where person_id = ${leena.id}`),
    );
    expect((await leena.post(`${at}/closing`)).headers.get('location')).toBe(`${at}?done=closed`);
    await longAgo(office, leena);
    const again = await leena.post(`${at}/reopening`, { reason: 'Väärä päivä' });
    expect(again.headers.get('location')).toContain('/prove');
    expect(await closedCount(office)).toBe(1);
  });
});
