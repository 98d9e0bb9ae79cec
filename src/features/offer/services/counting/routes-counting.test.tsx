import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';
import { setClock, todayIn } from '../../../../platform/clock.ts';
import { addService, attendanceRuleOn, boundsOn } from '../door.ts';
import { standings } from './history.ts';

let house: TestHouse;
let restoreClock: () => void;
beforeAll(async () => {
  restoreClock = setClock(() => Temporal.Instant.from('2026-11-24T08:00:00Z'));
  house = await openTestHouse();
});
afterAll(async () => {
  restoreClock();
  await house.close();
});

async function openOffice() {
  const office = await house.office();
  const minna = await office.person('manager', { givenName: 'Minna' });
  const name = { fi: 'Kuntouttava', sv: 'Rehabiliterande', en: 'Rehabilitative' };
  const id = await office.inOffice((tx) =>
    addService(tx, minna.actor, { name, kind: 'rehabilitative-work' }),
  );
  return { office, minna, id, at: `/office/services/${id}` };
}

const bounds = {
  'weekdays-least': '1',
  'weekdays-most': '4',
  'hours-least': '4',
  'hours-most': '7,5',
  allowance: '9,50',
  'valid-from': '2026-12-01',
  source: 'Laki 189/2001, 13 §',
};
const rule = {
  minimum: '240',
  'weight-on-site': '100',
  'weight-video': '100',
  'weight-voice': '90',
  'weight-phone': '80',
  'weight-text': '100',
  proved: '100',
  unproved: '50',
  'own-work-cap': '180',
  diary: '15',
  contact: '10',
  'contact-cap': '30',
  'valid-from': '2026-11-24',
  agreement: 'Hyvinvointialue 1.11.2026',
};
const day = (iso: string) => Temporal.PlainDate.from(iso);
const bodyOf = async (response: Response | Promise<Response>) => (await response).text();

test('bounds hold from their day on with their source, and earlier days keep what they had', async () => {
  const { office, minna, id, at } = await openOffice();
  const set = await minna.post(`${at}/bounds`, bounds);
  expect(set.headers.get('location')).toBe(`${at}/bounds?saved`);
  await minna.post(`${at}/bounds`, { 'weekdays-most': '3', 'valid-from': '1.1.2027', source: 'Uusi laki' });
  await office.inOffice(async (tx) => {
    expect(await boundsOn(tx, id, day('2026-11-30'))).toBeUndefined();
    expect(await boundsOn(tx, id, day('2026-12-31'))).toMatchObject({
      bounds: {
        weekdays: { least: 1, most: 4 },
        dayMinutes: { least: 240, most: 450 },
        allowanceCents: 950,
      },
      source: 'Laki 189/2001, 13 §',
    });
    // What is left empty is no bound any more.
    expect((await boundsOn(tx, id, day('2027-01-01')))?.bounds).toEqual({ weekdays: { most: 3 } });
  });
  const page = await bodyOf(minna.get(`${at}/bounds`));
  expect(page).toContain('Jo sovittu jakso ei muutu itsestään');
  expect(page).toContain('1–4 päivää viikossa');
  expect(page).toContain('4–7,5 tuntia päivässä');
  expect(page).toContain('enintään 3 päivää viikossa');
  expect(page).toContain('Tulossa');
  expect(page).toContain('Minna');
});

const wrongBounds: [string, Record<string, string>, string, string][] = [
  ['eight days a week', { 'weekdays-most': '8' }, 'weekdays-most', 'Kirjoita päivien määrä, 1–7.'],
  ['half a day a week', { 'weekdays-least': '0,5' }, 'weekdays-least', 'Kirjoita päivien määrä, 1–7.'],
  ['a day of 25 hours', { 'hours-most': '25' }, 'hours-most', 'Kirjoita tunnit'],
  ['at least over at most', { 'hours-least': '8', 'hours-most': '4' }, 'hours-most', 'Vähintään ei voi olla'],
  ['money in words', { allowance: 'yhdeksän' }, 'allowance', 'Kirjoita eurot'],
  ['no source', { source: '' }, 'source', 'Kirjoita, mihin luvut perustuvat.'],
  ['no day', { 'valid-from': '' }, 'valid-from', 'Kirjoita päivä'],
];

describe('bounds that cannot be are refused in words at their field, with what was typed', () => {
  test.each(wrongBounds)('%s', async (_, change, field, words) => {
    const { office, minna, id, at } = await openOffice();
    const answer = await minna.post(`${at}/bounds`, { ...bounds, ...change });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(`href="#field-${field}"`);
    expect(page).toContain(words);
    // What is empty stays empty, and the other fields keep what they had.
    expect(page).toContain(`value="${change[field] || bounds['hours-most']}"`);
    expect(await office.inOffice((tx) => boundsOn(tx, id, day('2027-06-01')))).toBeUndefined();
  });
  test('nothing at all', async () => {
    const { minna, at } = await openOffice();
    const answer = await minna.post(`${at}/bounds`, { 'valid-from': '2026-12-01', source: 'Laki' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Täytä vähintään yksi raja.');
  });
});

test('a rule of counting is agreed with a source and shown with its standing', async () => {
  const { office, minna, id, at } = await openOffice();
  expect((await minna.post(`${at}/attendance-rule`, rule)).status).toBe(303);
  expect(await office.inOffice((tx) => attendanceRuleOn(tx, id, todayIn()))).toMatchObject({
    rule: {
      minimumMinutes: 240,
      liveWeight: { 'on-site': 1, video: 1, voice: 0.9, phone: 0.8, text: 1 },
      ownWorkWeight: { proved: 1, unproved: 0.5 },
      ownWorkCapMinutes: 180,
      diaryMinutes: 15,
      contactMinutes: 10,
      contactCapMinutes: 30,
    },
    agreement: 'Hyvinvointialue 1.11.2026',
  });
  const page = await bodyOf(minna.get(`${at}/attendance-rule`));
  expect(page).toContain('Päivä täyttyy, kun koossa on 4 h');
  expect(page).toContain('puhelimella 80 %');
  expect(page).toContain('Voimassa');
});

const wrongRules: [string, Record<string, string>, string][] = [
  ['a day of no minutes', { minimum: '0' }, 'Kirjoita minuutit kokonaislukuna, 1–1440.'],
  ['more than all of a minute', { 'weight-video': '101' }, 'Kirjoita prosentti, 0–100.'],
  ['a weight left out', { 'weight-text': '' }, 'Kirjoita prosentti, 0–100.'],
  ['a cap that is no number', { 'own-work-cap': 'paljon' }, 'Kirjoita minuutit kokonaislukuna, 0–1440.'],
  ['a proof that takes something away', { proved: '40' }, 'Näytettyä työtä ei voi laskea vähemmän'],
  ['nobody it was agreed with', { agreement: '' }, 'Kirjoita, kenen kanssa säännöstä on sovittu.'],
];

describe('a rule that cannot be is refused in words', () => {
  test.each(wrongRules)('%s', async (_, change, words) => {
    const { office, minna, id, at } = await openOffice();
    const answer = await minna.post(`${at}/attendance-rule`, { ...rule, ...change });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
    expect(await office.inOffice((tx) => attendanceRuleOn(tx, id, todayIn()))).toBeUndefined();
  });
});

test('only the manager and the administrator of this office set the numbers', async () => {
  const { office, at, minna, id } = await openOffice();
  const stranger = await (await house.office()).person('administrator');
  for (const other of [await office.person('coach'), await office.person('project-manager'), stranger]) {
    expect((await other.get(`${at}/bounds`)).status).toBe(404);
    expect((await other.post(`${at}/bounds`, bounds)).status).toBe(404);
    expect((await other.post(`${at}/attendance-rule`, rule)).status).toBe(404);
  }
  expect(await office.inOffice((tx) => boundsOn(tx, id, day('2027-06-01')))).toBeUndefined();
  const administrator = await office.person('administrator');
  expect((await administrator.post(`${at}/bounds`, bounds)).status).toBe(303);
  expect((await minna.get(`${at}/bounds`)).status).toBe(200);
});

test('at most one of a history is in force, and it is the one that a day is counted by', () => {
  const today = day('2026-11-24');
  const days = fc.array(
    fc.integer({ min: -5, max: 5 }).map((n) => today.add({ days: n })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(days, (some) => {
      const held = [...some]
        .sort((a, b) => Temporal.PlainDate.compare(b, a))
        .map((validFrom) => ({ validFrom }));
      const states = standings(held, today);
      const begun = held.findIndex((one) => Temporal.PlainDate.compare(one.validFrom, today) <= 0);
      expect(states.indexOf('inForce')).toBe(begun);
      expect(states.filter((state) => state === 'inForce').length).toBeLessThanOrEqual(1);
      for (const [at, state] of states.entries())
        expect(state === 'replaced').toBe(
          at > 0 && held[at - 1]?.validFrom.equals(held[at]?.validFrom ?? today),
        );
    }),
  );
});
