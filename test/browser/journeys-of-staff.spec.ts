// The way of each role that works for the service through its day in a real browser; the coach's also with the
// keyboard alone.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { confirmDay } from '../../src/features/coaching/confirmation/actions.ts';
import { notePresence, sayHello } from '../../src/features/coaching/days/day-actions.ts';
import { addEntry, openSessionRoom, sessionsOn } from '../../src/features/contact/groups/door.ts';
import { addUnit } from '../../src/features/ground/offices/actions.ts';
import { setClock } from '../../src/platform/clock.ts';
import { at, type CoachingDay, coachingDay, dayRow, openCoachingDay } from '../coaching-day.ts';
import { confirmationsOf } from '../days.ts';
import { choose, press, tabTo } from './keyboard.ts';
import { arriveBy, complaintsOf, openStage, type Stage } from './stage.ts';

let stage: Stage;
let day: CoachingDay;
let time = at('14:10');
let putBack = () => {};

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  // Those who work for the service are signed out after half an hour without a look.
  time = at('13:50');
  putBack = setClock(() => time);
  day = await openCoachingDay(stage.house);
});
afterEach(() => putBack());

const name = { fi: 'Nuorten työpaja', sv: 'Ungdomsverkstaden', en: 'Youth workshop' };

/** Aino has said hello and been there the whole day; it is afternoon. */
async function livedDay(): Promise<string> {
  const row = await dayRow(day.office, day.aino);
  await day.office.inOffice(async (tx) => {
    await sayHello(tx, day.aino.id, row, 'page');
    await notePresence(tx, day.mika.actor, row, { way: 'phone', fromAt: at('08:00'), toAt: at('12:30') });
  });
  time = at('14:10');
  return row.id;
}

test('a coach comes from the board to a client, marks the contact and confirms the day', async () => {
  const dayId = await livedDay();
  const page = await stage.enter(day.mika);
  const complaints = complaintsOf(page);
  await page.goto(stage.at('/board'));
  const row = page.getByRole('row').filter({ hasText: 'Aino' });
  await row.locator('summary').click();
  await arriveBy(page, () => row.getByRole('button', { name: /^Tavoitin/ }).click());
  await page.getByRole('row').filter({ hasText: 'Aino' }).getByRole('link', { name: /Aino/ }).first().click();
  await page.getByText('Valmentaja tavoitti').waitFor();
  await page.getByRole('radio', { name: 'Läsnä' }).check();
  await page.getByLabel(/^Minuutit maksajalle/).fill('240');
  await page.getByRole('button', { name: 'Vahvista päivä' }).click();
  await page.getByText('Päivä on vahvistettu.').waitFor();
  expect((await confirmationsOf(day.office, dayId)).map((one) => [one.class, one.minutes])).toEqual([
    ['attended', 240],
  ]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a coach does the same with the keyboard alone, and confirms many days at once', async () => {
  const dayId = await livedDay();
  const page = await stage.enter(day.mika);
  await page.goto(stage.at('/board'));
  await press(page, page.locator('#main summary').filter({ hasText: 'Aino' }));
  await arriveBy(page, () => press(page, page.getByRole('button', { name: /^Tavoitin/ })));
  await press(page, page.locator('#main').getByRole('link', { name: /^Aino/ }));
  await page.getByText('Valmentaja tavoitti').waitFor();
  await choose(page, page.getByRole('radio', { name: 'Muu poissaolo' }));
  await choose(page, page.getByRole('radio', { name: 'Läsnä' }));
  await press(page, page.getByRole('button', { name: 'Vahvista päivä' }));
  await page.getByText('Päivä on vahvistettu.').waitFor();
  expect((await confirmationsOf(day.office, dayId)).map((one) => one.class)).toEqual(['attended']);

  const earlier = await dayRow(day.office, day.aino, coachingDay.subtract({ days: 1 }));
  await page.goto(stage.at('/confirmations'));
  const box = page.getByRole('checkbox', { name: /Aino.*23\.11\./ });
  if (!(await box.isChecked())) await choose(page, box);
  await tabTo(page, page.getByRole('combobox', { name: /Aino.*23\.11\./ }));
  await page.keyboard.type('Oma sairaus');
  await press(page, page.getByRole('button', { name: 'Vahvista valitut' }));
  await page.getByText('1 päivä vahvistettu').waitFor();
  expect((await confirmationsOf(day.office, earlier.id)).map((one) => one.class)).toEqual(['own-illness']);
  await page.context().close();
});

test('those who lead see the week, go through a payer’s period to the evidence, and close it', async () => {
  const manager = await day.office.person('manager', { givenName: 'Leena' });
  for (const date of ['26', '27', '28', '29']) {
    const row = await dayRow(day.office, day.aino, Temporal.PlainDate.from(`2026-10-${date}`));
    const confirmed = {
      class: 'attended' as const,
      minutes: 250,
      seenSequence: 0,
      suggested: 'counts' as const,
    };
    const answer = await day.office.inOffice((tx) =>
      confirmDay(tx, day.mika.actor, { ...confirmed, reason: 'Oli paikalla', dayId: row.id }),
    );
    if (!answer.ok) throw new Error(answer.reason);
  }
  const page = await stage.enter(manager);
  await page.goto(stage.at('/overview'));
  await page.getByRole('heading', { level: 1, name: 'Yleiskuva' }).waitFor();
  await page.getByRole('link', { name: 'Maksajat' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Maksajien yhteenvedot' }).waitFor();
  await page.goto(stage.at('/payer-summaries/kela/2026-10-26'));
  const figure = page.getByRole('link', { name: /läsnä.*: 4$/i }).first();
  await figure.waitFor().catch(async () => {
    throw new Error(`the period says: ${await page.locator('main').textContent()}`);
  });
  await arriveBy(page, () => figure.click());
  await page.getByRole('link', { name: /26\.10\./ }).click();
  await page.getByRole('heading', { level: 1, name: 'Maanantai 26. lokakuuta' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Sulje jakso' }).click();
  await page.getByText('Jakso on suljettu.').waitFor();
  await page.context().close();
});

test('an administrator adds a person, gives a second role and sets the hours of a unit', async () => {
  const administrator = await day.office.person('administrator', { givenName: 'Sari' });
  await day.office.inOffice((tx) => addUnit(tx, { name, kind: 'youth-workshop' }));
  const page = await stage.enter(administrator);
  await page.goto(stage.at('/people/new'));
  await page.getByLabel(/^Etunimi/).fill('Venla');
  await page.getByLabel(/^Sukunimi/).fill('Saari');
  await page
    .getByLabel(/^Sähköposti/)
    .first()
    .fill('venla@likijarvi.example');
  await page.getByRole('radio', { name: 'Sähköposti' }).check();
  await page.getByRole('radio', { name: 'Suomi', exact: true }).check();
  await page.getByLabel(/^Rooli/).selectOption({ label: 'Valmentaja' });
  await page.getByLabel(/^Alkaa/).fill('2026-11-24');
  await page.getByRole('button', { name: 'Lisää' }).click();
  await page.getByRole('heading', { level: 1, name: 'Venla Saari' }).waitFor();
  await page.getByRole('link', { name: 'Anna rooli' }).click();
  await page.getByLabel(/^Rooli/).selectOption({ label: 'Esihenkilö' });
  await page.getByLabel(/^Alkaa/).fill('2026-11-24');
  await arriveBy(page, () => page.getByRole('button', { name: 'Tallenna' }).click());
  await page.getByRole('heading', { level: 1, name: 'Venla Saari' }).waitFor();
  expect(await page.locator('#main').textContent()).toMatch(
    /Valmentaja[\s\S]*Esihenkilö|Esihenkilö[\s\S]*Valmentaja/,
  );

  await page.getByRole('link', { name: 'Toimisto' }).last().click();
  await page.getByRole('link', { name: 'Aukiolo' }).first().click();
  await page.getByRole('link', { name: 'Nuorten työpaja' }).click();
  await page.getByLabel(/^Maanantai/i).fill('9-15');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await page.getByText('Tallennettu.').waitFor();
  expect(await page.getByLabel(/^Maanantai/i).inputValue()).toBe('9.00–15.00');
  await page.context().close();
});

test('a wellbeing entrepreneur comes from the first page to the session that is theirs to hold', async () => {
  const provider = await day.office.person('provider', { givenName: 'Helmi' });
  const groupId = day.groupId;
  await day.office.inOffice(async (tx) => {
    await addEntry(tx, day.mika.actor, groupId, {
      weekday: 2,
      starts: Temporal.PlainTime.from('14:30'),
      ends: Temporal.PlainTime.from('15:00'),
      kind: 'live',
      title: { fi: 'Rentoutus', sv: 'Avslappning', en: 'Relaxation' },
      description: null,
      hostId: provider.id,
      ways: ['video', 'voice', 'text'],
      place: null,
      validFrom: coachingDay.subtract({ days: 30 }),
      validUntil: null,
    });
    const sessions = await sessionsOn(tx, { groupId }, coachingDay);
    time = at('14:15');
    const held = sessions.find((session) => session.hostId === provider.id);
    if (held) await openSessionRoom(tx, held.id);
  });
  const page = await stage.enter(provider);
  await page.goto(stage.at('/start'));
  await page.getByText('Rentoutus').first().waitFor();
  await page
    .getByRole('link', { name: /Avaa huone|Rentoutus/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Rentoutus' }).waitFor();
  expect(await page.getByRole('button', { name: 'Liity' }).isEnabled()).toBe(true);
  expect(await page.locator('body').textContent()).not.toContain('Koskela');
  await page.context().close();
});

test.each([
  ['project-manager', 'Näet palvelun ja toimiston perustiedot.'],
  ['partner', 'Saat tästä toimiston yhteystiedot.'],
] as const)(
  'a %s comes from the first page to the services, the contacts and their own data, and to no client',
  async (role, lead) => {
    const page = await stage.enter(await day.office.person(role, { givenName: 'Merja' }));
    await page.goto(stage.at('/'));
    await page.getByText(lead).waitFor();
    const main = page.getByRole('main');
    for (const [link, heading] of [
      ['Palvelut', 'Palvelut'],
      ['Yhteystiedot', 'Ota yhteyttä'],
      ['Omat tietosi', 'Merja'],
    ] as const) {
      await page.goto(stage.at('/start'));
      await main.getByRole('link', { name: link }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    await page.goto(stage.at(`/people/${day.aino.id}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain('Aino');
    await page.context().close();
  },
);

test('a data-protection officer sees who looked at a client, and is seen looking', async () => {
  const officer = await day.office.person('data-protection-officer', { givenName: 'Pirjo' });
  expect((await day.mika.get(`/people/${day.aino.id}`)).status).toBe(200);
  const page = await stage.enter(officer);
  await page.goto(stage.at('/start'));
  await page.getByRole('link', { name: 'Käyttöloki' }).click();
  await page.getByRole('button', { name: 'Hae' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel(/^Kenen tietoja/).fill('+358401234567');
  await page.getByLabel(/^Miksi haet/).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Hae' }).click();
  await page.getByRole('row').filter({ hasText: 'Mika Lehto' }).filter({ hasText: 'Aino' }).first().waitFor();
  expect(await (await day.aino.get('/me/access-log')).text()).toContain('Tietosuojavastaava');
  await page.context().close();
});
