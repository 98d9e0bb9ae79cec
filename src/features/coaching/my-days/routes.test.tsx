import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../test/cast.ts';
import {
  at,
  type CoachingDay,
  coachingDay,
  dayRow,
  enrolIn,
  openCoachingDay,
} from '../../../../test/coaching-day.ts';
import { setClock } from '../../../platform/clock.ts';
import { confirmDay } from '../confirmation/actions.ts';
import { objectionsOf } from '../confirmation/objections.ts';
import { type DayFacts, factsOf } from '../days/evidence.ts';
import { handleHelp, openHelpOf } from '../days/help-actions.ts';
import { ownWorksOfDay } from '../days/own-work-actions.ts';
import { wordsOf } from '../days/words.ts';

let house: TestHouse;
let day: CoachingDay;
let time = at('09:40');
let putBack = () => {};
const base = `/my-days/${coachingDay}`;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  time = at('09:40');
  putBack = setClock(() => time);
  day = await openCoachingDay(house);
});
afterEach(() => putBack());

const facts = async (who: TestPerson = day.aino): Promise<DayFacts> => {
  const row = await dayRow(day.office, who);
  const found = await day.office.inOffice((tx) => factsOf(tx, row.id));
  if (!found) throw new Error('no facts');
  return found;
};
const confirmed = async (
  change: { class?: 'attended' | 'other-absence'; seen?: number; reason?: string } = {},
) => {
  const row = await dayRow(day.office, day.aino);
  const dayClass = change.class ?? 'attended';
  return day.office.inOffice((tx) =>
    confirmDay(tx, day.mika.actor, {
      dayId: row.id,
      class: dayClass,
      minutes: dayClass === 'attended' ? 240 : 0,
      seenSequence: change.seen ?? 0,
      suggested: 'counts',
      reason: change.reason,
    }),
  );
};
const eventCount = (name: string) =>
  day.office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ count: number }>(
      sql`select count(*)::int as count from events where name = ${name}`,
    );
    return rows[0]?.count;
  });

describe('own work', () => {
  test('what was done, its minutes and its proofs are kept, shown and can be taken off', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const added = await day.aino.post(`${base}/own-work`, {
      what: 'Kirjoitin hakemuksen',
      minutes: '90',
      proof: 'Lähetin sen kauppaan.',
      picture: new File([new Uint8Array(picture)], 'kuva.jpg', { type: 'image/jpeg' }),
      recording: new File([], ''),
    });
    expect(added.status).toBe(303);
    expect((await facts()).ownWorks.map((work) => [work.minutes, work.proofs])).toEqual([[90, 2]]);
    const page = await (await day.aino.get(`${base}/own-work`)).text();
    expect(page).toContain('Kirjoitin hakemuksen');
    expect(page).toContain('alt="Kuva tehtävästä: Kirjoitin hakemuksen"');
    const src = /<img src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await day.office.visitor().get(src.replace(`/${day.office.slug}`, ''))).status).toBe(200);

    const [work] = (await facts()).ownWorks;
    expect((await day.aino.post(`${base}/own-work/${work?.id}/removal`)).status).toBe(303);
    expect((await facts()).ownWorks).toEqual([]);
    expect((await day.aino.post(`${base}/own-work/${work?.id}/removal`)).status).toBe(404);
  });

  test('the words rest sealed in the database', async () => {
    await day.aino.post(`${base}/own-work`, { what: 'Salainen asia', minutes: '10' });
    await day.office.inOffice(async (tx) => {
      const { rows } = await tx.execute<{ words: Buffer }>(sql`select words from own_works`);
      expect(rows[0]?.words.includes('Salainen')).toBe(false);
      const [work] = await ownWorksOfDay(tx, day.aino.actor, await dayRow(day.office, day.aino));
      expect(work?.what).toBe('Salainen asia');
    });
  });

  test('a form sent twice has one effect', async () => {
    const form = { _key: randomUUID(), what: 'Luin', minutes: '20' };
    const [one, two] = await Promise.all([
      day.aino.post(`${base}/own-work`, form),
      day.aino.post(`${base}/own-work`, form),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect((await facts()).ownWorks).toHaveLength(1);
    expect(await eventCount('own-work.added')).toBe(1);
  });

  test('what is missing is said beside its field and nothing typed is lost', async () => {
    const refused = await day.aino.post(`${base}/own-work`, {
      what: '',
      minutes: 'kaksi',
      proof: 'Tein jotain',
    });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Kirjoita lyhyesti, mitä teit.');
    expect(page).toContain('Kirjoita minuutit lukuna väliltä 1–720.');
    expect(page).toContain('Tein jotain');
  });

  test('a file that is no picture is refused, and then nothing is kept', async () => {
    const refused = await day.aino.post(`${base}/own-work`, {
      what: 'Luin',
      minutes: '20',
      picture: new File(['MZ this is a program'], 'kuva.jpg', { type: 'image/jpeg' }),
    });
    expect(refused.status).toBe(422);
    expect((await facts()).ownWorks).toEqual([]);
  });

  test('yesterday can be completed for two days, a confirmed day not any more', async () => {
    time = at('09:00', coachingDay.add({ days: 2 }));
    expect((await day.aino.post(`${base}/own-work`, { what: 'Luin', minutes: '20' })).status).toBe(303);
    await confirmed();
    const late = await day.aino.post(`${base}/own-work`, { what: 'Luin lisää', minutes: '20' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Päivää ei voi enää täydentää');
    time = at('09:00', coachingDay.add({ days: 3 }));
    expect((await facts()).ownWorks).toHaveLength(1);
  });
});

describe('plan, diary and hellos', () => {
  test('a plan is picked or written, and the latest one stands', async () => {
    expect((await day.aino.post(`${base}/plan`, {})).status).toBe(422);
    await day.aino.post(`${base}/plan`, { 'templates[]': ['study', 'home'], words: 'Käyn kirjastossa' });
    time = at('10:00');
    await day.aino.post(`${base}/plan`, { 'templates[]': ['study'] });
    expect((await facts()).plan?.templates).toEqual(['study']);
    expect((await day.aino.post(`${base}/plan`, { 'templates[]': ['other-thing'] })).status).toBe(422);
  });

  test('one tap tells how the day was, and keeps what was written before', async () => {
    expect((await day.aino.post(`${base}/diary`, {})).status).toBe(422);
    await day.aino.post(`${base}/diary`, { mood: '2', words: 'Väsytti' });
    time = at('10:00');
    await day.aino.post(`${base}/diary`, { mood: '4' });
    const row = await dayRow(day.office, day.aino);
    expect((await facts()).diary?.mood).toBe(4);
    expect((await day.office.inOffice((tx) => wordsOf(tx, row))).diary).toBe('Väsytti');
  });

  test('a hello is for today only, and a midday tap counts as contact', async () => {
    await day.aino.post(`${base}/hello`);
    await day.aino.post(`${base}/midday`);
    await day.aino.post(`${base}/midday`);
    const { hellos, evidence } = await facts();
    expect(hellos.map((hello) => hello.way).sort()).toEqual(['midday', 'page']);
    expect(evidence.coachContacts).toBe(1);
    expect((await day.aino.post(`/my-days/${coachingDay.add({ days: 1 })}/hello`)).status).toBe(404);
    expect((await day.aino.post(`/my-days/${coachingDay.subtract({ days: 1 })}/hello`)).status).toBe(404);
  });
});

describe('absence', () => {
  test('each reason says beforehand what it does to money and papers', async () => {
    const page = await (await day.aino.get(`${base}/absence`)).text();
    expect(page).toContain('Työttömyysetuutesi ei muutu. Kulukorvausta tältä päivältä ei tule.');
    expect(page).toContain('Todistusta tarvitset vasta, jos olet sairaana yli 3 päivää.');
    expect(page).toContain('Enintään 4 päivää kerralla.');
    expect(page).toContain('Tältä päivältä ei voi saada työttömyysetuutta eikä kulukorvausta.');
  });

  test('it is told, told otherwise, and taken back; one stands at a time', async () => {
    await day.aino.post(`${base}/absence`, { class: 'own-illness', words: 'Kuumetta' });
    await day.aino.post(`${base}/absence`, { class: 'interview' });
    expect((await facts()).absence?.class).toBe('interview');
    await day.aino.post(`${base}/absence/withdrawal`);
    expect((await facts()).absence).toBeUndefined();
    expect((await day.aino.post(`${base}/absence`, { class: 'attended' })).status).toBe(422);
  });

  test('tomorrow’s absence may be told, yesterday’s and a confirmed day’s not', async () => {
    const tomorrow = coachingDay.add({ days: 1 });
    expect((await day.aino.post(`/my-days/${tomorrow}/absence`, { class: 'interview' })).status).toBe(303);
    await confirmed();
    expect((await day.aino.post(`${base}/absence`, { class: 'own-illness' })).status).toBe(404);
    time = at('09:00', coachingDay.add({ days: 2 }));
    expect((await day.aino.post(`/my-days/${tomorrow}/absence/withdrawal`)).status).toBe(404);
  });
});

describe('help', () => {
  test('a call is asked for once, its state is shown, and whoever asks is not silent', async () => {
    await day.aino.post('/help/call', { kind: 'technology', words: 'Ääni ei kuulu' });
    await day.aino.post('/help/call', { kind: 'technology' });
    const open = await day.office.inOffice((tx) => openHelpOf(tx, [day.aino.id]));
    expect(open.map((one) => [one.kind, one.words])).toEqual([['technology', 'Ääni ei kuulu']]);
    expect(await (await day.aino.get('/help/call')).text()).toContain('lähetetty klo 9.40');
    expect((await facts()).hellos).toHaveLength(1);
    time = at('09:55');
    await day.office.inOffice((tx) => handleHelp(tx, day.mika.actor, open[0]?.id ?? '', 'not-reached'));
    expect(await (await day.aino.get('/help/call')).text()).toContain('Soitimme klo 9.55');
  });

  test('a coach who will come back to it later is not said to have answered', async () => {
    await day.aino.post('/help/call', { kind: 'call-me' });
    const [open] = await day.office.inOffice((tx) => openHelpOf(tx, [day.aino.id]));
    time = at('09:55');
    await day.office.inOffice((tx) => handleHelp(tx, day.mika.actor, open?.id ?? '', 'later'));
    const page = await (await day.aino.get('/help/call')).text();
    expect(page).toContain('Valmentaja näki soittopyyntösi klo 9.55');
    expect(page).not.toContain('on vastattu');
  });

  test('without a number one is asked for', async () => {
    const numberless = await day.office.person('client', { givenName: 'Onni' });
    const refused = await numberless.post('/help/call', { kind: 'call-me' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Kirjoita numero, johon soitamme.');
    expect((await numberless.post('/help/call', { kind: 'call-me', phone: '040 765 4321' })).status).toBe(
      303,
    );
    const [open] = await day.office.inOffice((tx) => openHelpOf(tx, [numberless.id]));
    expect(open?.words).toBe('+358407654321');
  });
});

describe('a confirmed day', () => {
  test('the client reads what it means and can say once that it is not right', async () => {
    expect(await (await day.aino.get(base)).text()).toContain('Vielä ei ole mitään laskettavaa.');
    await confirmed({ class: 'other-absence' });
    const page = await (await day.aino.get(base)).text();
    // Nothing can be written into it any more, so nothing is asked for.
    expect(page).toContain('Päivältä ei ole mitään laskettavaa. Päivään tarvittiin 4 h.');
    expect(page).toContain('Valmentaja Mika vahvisti: Muu poissaolo');
    // Nothing is asked for on a day that is decided.
    expect(page).toContain('Päivältä ei ole mitään laskettavaa.');
    expect(page).toContain('Sovittu hyvinvointialueen kanssa 1.9.2026');
    expect((await day.aino.post(`${base}/objection`, { words: '' })).status).toBe(422);
    await day.aino.post(`${base}/objection`, { words: 'Olin mukana puhelimella.' });
    await day.aino.post(`${base}/objection`, { words: 'Toistan tämän.' });
    const row = await dayRow(day.office, day.aino);
    const objections = await day.office.inOffice((tx) => objectionsOf(tx, row));
    expect(objections.map((one) => [one.words, one.standing])).toEqual([['Olin mukana puhelimella.', true]]);
    expect(await eventCount('day.objected')).toBe(1);
    const sent = await (await day.aino.get(base)).text();
    expect(sent).not.toContain('Tämä ei pidä paikkaansa');
    // What was sent does not stand under a heading of own tasks when there are none and none can be added.
    expect(sent).not.toContain('Omat tehtävät</h2>');

    // A correction is a new decision: about it, one more message may be sent.
    await confirmed({ class: 'attended', seen: 1, reason: 'Oli puhelimella mukana' });
    const corrected = await (await day.aino.get(base)).text();
    expect(corrected).toContain('Tämä ei pidä paikkaansa');
    // The coach was told that the client can read why.
    expect(corrected).toContain('Perustelu: Oli puhelimella mukana');
  });

  test('there is nothing to object to before anybody has confirmed', async () => {
    expect((await day.aino.post(`${base}/objection`, { words: 'Ei ole totta' })).status).toBe(404);
  });

  test('the month adds up days, money and ways', async () => {
    await day.aino.post(`${base}/own-work`, { what: 'Luin', minutes: '45' });
    await day.aino.post(`${base}/own-work`, { what: 'Kirjoitin', minutes: '60' });
    await confirmed();
    const page = await (await day.aino.get('/my-days?month=2026-11')).text();
    expect(page).toContain('Marraskuu 2026');
    expect(page).toContain('4 h · 9 €');
    expect(page).toContain('1 h 45 min');
    expect((await day.aino.get('/my-days?month=nonsense')).status).toBe(200);
  });
});

describe('whose day it is', () => {
  const paths = ['', '/plan', '/own-work', '/diary', '/absence'];

  test('a client has no way to another client’s day: the address names only one’s own', async () => {
    const onni = await day.office.person('client', { givenName: 'Onni' });
    for (const path of paths) expect((await onni.get(`${base}${path}`)).status).toBe(404);
    await day.aino.post(`${base}/own-work`, { what: 'Luin', minutes: '20' });
    await enrolIn(day, onni);
    for (const path of paths) expect((await onni.get(`${base}${path}`)).status).toBe(200);
    const [work] = (await facts()).ownWorks;
    expect((await onni.post(`${base}/own-work/${work?.id}/removal`)).status).toBe(404);
    expect((await facts()).ownWorks).toHaveLength(1);
    expect(await (await onni.get(`${base}/own-work`)).text()).not.toContain('Luin');
  });

  test('staff, visitors and people of another office stay outside', async () => {
    const elsewhere = await openCoachingDay(house);
    await day.aino.post(`${base}/own-work`, { what: 'Luin kirjaa', minutes: '20' });
    for (const path of paths) {
      expect((await day.mika.get(`${base}${path}`)).status).toBe(404);
      expect((await day.office.visitor().get(`${base}${path}`)).status).toBe(303);
      expect(await (await elsewhere.aino.get(`${base}${path}`)).text()).not.toContain('Luin kirjaa');
    }
    expect((await day.mika.get('/my-days')).status).toBe(404);
    expect((await day.mika.get('/help/call')).status).toBe(404);
  });

  test('a day that nobody expects does not exist', async () => {
    const friday = coachingDay.add({ days: 3 });
    expect((await day.aino.get(`/my-days/${friday}`)).status).toBe(404);
    expect((await day.aino.post(`/my-days/${friday}/own-work`, { what: 'Luin', minutes: '20' })).status).toBe(
      404,
    );
    expect((await day.aino.get('/my-days/today')).status).toBe(404);
  });
});
