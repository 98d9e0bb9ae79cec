import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../test/cast.ts';
import { mischief, runsFree } from '../../../../test/matrix/mischief.ts';
import { setClock, todayIn } from '../../../platform/clock.ts';
import { setSetting } from './actions.ts';
import { closedDaysBetween, defineSetting, openingOf, settingInForce, thisOffice, unitsOf } from './door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const pages = [
  '/office',
  '/office/units',
  '/office/units/new',
  '/office/hours',
  '/office/closed-days',
  '/office/closed-days/new',
];
const administratorsPages = ['/office/details', '/office/look', '/office/settings'];

describe('who may keep the office', () => {
  test('a manager and an administrator open its pages, nobody else does', async () => {
    const office = await house.office();
    const [administrator, manager] = [await office.person('administrator'), await office.person('manager')];
    for (const page of pages) {
      expect((await administrator.get(page)).status, page).toBe(200);
      expect((await manager.get(page)).status, page).toBe(200);
    }
    for (const page of administratorsPages) {
      expect((await administrator.get(page)).status, page).toBe(200);
      expect((await manager.get(page)).status, page).toBe(404);
    }
    for (const role of ['client', 'coach', 'provider', 'partner', 'data-protection-officer'] as const) {
      const person = await office.person(role);
      for (const page of [...pages, ...administratorsPages])
        expect((await person.get(page)).status, `${role} ${page}`).toBe(404);
    }
    expect((await office.visitor().get('/office')).headers.get('location')).toMatch(/\/sign-in/);
  });

  test('an administrator of another office does not find a unit or a closed day of this one', async () => {
    const [here, there] = [await house.office(), await house.office()];
    const administrator = await here.person('administrator');
    const stranger = await there.person('administrator');
    const unitId = await addUnit(here, administrator, 'Nuorten työpaja');
    await administrator.post('/office/closed-days', { day: '2027-03-01', 'name-fi': 'Koulutus' });
    const [closed] = await here.inOffice((tx) => closedDaysBetween(tx, day('2027-03-01'), day('2027-03-01')));
    expect(closed?.reason.sv).toBe('Koulutus');
    const id = (await closedId(here, '2027-03-01')) ?? '';
    for (const path of [
      `/office/units/${unitId}`,
      `/office/hours?unit=${unitId}`,
      `/office/closed-days/${id}`,
    ]) {
      expect((await administrator.get(path)).status, path).toBe(200);
      expect((await stranger.get(path)).status, path).toBe(404);
    }
    for (const path of [`/office/units/${unitId}/closing`, `/office/closed-days/${id}/opening`]) {
      expect((await stranger.post(path)).status, path).toBe(404);
    }
    expect(await here.inOffice(unitsOf)).toHaveLength(1);
    expect(await closedId(here, '2027-03-01')).toBe(id);
  });
});

describe('units', () => {
  test('an administrator adds a unit, renames it, closes it and opens it again', async () => {
    const office = await house.office();
    const administrator = await office.person('administrator');
    const id = await addUnit(office, administrator, 'Paja');
    const changed = await administrator.post(`/office/units/${id}`, {
      'name-fi': 'Nuorten työpaja',
      'name-sv': 'Ungdomsverkstaden',
      kind: 'youth-workshop',
      phone: '040 123 4567',
    });
    expect(changed.status).toBe(303);
    const [unit] = await office.inOffice(unitsOf);
    expect(unit?.name).toEqual({ fi: 'Nuorten työpaja', sv: 'Ungdomsverkstaden', en: 'Nuorten työpaja' });
    expect(unit?.contacts).toEqual({ phone: '+358401234567' });
    expect((await administrator.post(`/office/units/${id}/closing`)).status).toBe(303);
    expect(await office.inOffice(unitsOf)).toHaveLength(0);
    expect(await (await administrator.get('/office/units')).text()).toContain('Suljettu');
    expect((await administrator.post(`/office/units/${id}/reopening`)).status).toBe(303);
    expect(await office.inOffice(unitsOf)).toHaveLength(1);
  });

  test('a unit without a name is not added, and what was written stays in the form', async () => {
    const office = await house.office();
    const administrator = await office.person('administrator');
    const answer = await administrator.post('/office/units', {
      'name-fi': '',
      'name-sv': '"><script>alert(1)</script>',
      kind: 'other',
      email: 'not an address',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Kirjoita nimi suomeksi.');
    expect(page).toContain('&quot;>&lt;script>');
    expect(page).not.toContain('<script>alert(1)');
    expect(page).toContain('value="not an address"');
    expect(await office.inOffice(unitsOf)).toHaveLength(0);
  });
});

describe('opening hours', () => {
  test('a unit has the hours of the office until it has its own', async () => {
    const office = await house.office();
    const administrator = await office.person('administrator');
    const unitId = await addUnit(office, administrator, 'Paja');
    await administrator.post('/office/hours', { 'day-1': '8–16', 'day-5': '8-11.30, 12.15-14' });
    const monday = day('2026-11-30');
    const hours = (unit: string | null, on: Temporal.PlainDate) =>
      office.inOffice(async (tx) =>
        (await openingOf(tx, on, unit)).spans.map((s) => `${s.opens}-${s.closes}`).join(' '),
      );
    expect(await hours(unitId, monday)).toBe('08:00:00-16:00:00');
    expect(await hours(unitId, monday.add({ days: 4 }))).toBe('08:00:00-11:30:00 12:15:00-14:00:00');
    await administrator.post('/office/hours', { unit: unitId, 'day-2': '9-12' });
    expect(await hours(unitId, monday)).toBe('');
    expect(await hours(unitId, monday.add({ days: 1 }))).toBe('09:00:00-12:00:00');
    expect(await hours(null, monday)).toBe('08:00:00-16:00:00');
    await administrator.post('/office/hours', { unit: unitId });
    expect(await hours(unitId, monday)).toBe('08:00:00-16:00:00');
  });

  test('hours that cannot be read are asked again for that day only', async () => {
    const office = await house.office();
    const administrator = await office.person('administrator');
    const answer = await administrator.post('/office/hours', { 'day-1': '8-16', 'day-3': 'aamulla' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Aikaa ei voi lukea.');
    expect(page).toContain('value="aamulla"');
    expect(await office.inOffice(async (tx) => (await openingOf(tx, day('2026-11-30'), null)).spans)).toEqual(
      [],
    );
  });
});

describe('closed days', () => {
  test('the holidays of a year are filled in once, and can be taken away and changed', async () => {
    const office = await house.office();
    const manager = await office.person('manager');
    const first = await manager.post('/office/closed-days/holidays', { year: '2027' });
    expect(first.headers.get('location')).toBe('/office/closed-days?year=2027&filled=15');
    const again = await manager.post('/office/closed-days/holidays', { year: '2027' });
    expect(again.headers.get('location')).toBe('/office/closed-days?year=2027&filled=0');
    const id = (await closedId(office, '2027-12-24')) ?? '';
    const half = { day: '2027-12-24', 'name-fi': 'Jouluaatto', from: '12.00', until: '23.59' };
    expect((await manager.post(`/office/closed-days/${id}`, half)).status).toBe(303);
    await manager.post('/office/hours', { 'day-5': '8-15' });
    const eve = await office.inOffice((tx) => openingOf(tx, day('2027-12-24'), null));
    expect(eve.spans.map((span) => `${span.opens}-${span.closes}`)).toEqual(['08:00:00-12:00:00']);
    // A day closed for some hours is not a closed day to those who ask for whole ones.
    const whole = await office.inOffice((tx) => closedDaysBetween(tx, day('2027-12-20'), day('2027-12-31')));
    expect(whole.map((one) => one.day.toString())).toEqual(['2027-12-25', '2027-12-26']);
    const christmas = (await closedId(office, '2027-12-25')) ?? '';
    expect((await manager.post(`/office/closed-days/${christmas}/opening`)).status).toBe(303);
    expect(await closedId(office, '2027-12-25')).toBeUndefined();
  });

  test('one day cannot be closed twice, and half a pair of times is asked again', async () => {
    const office = await house.office();
    const manager = await office.person('manager');
    const training = { day: '2027-03-01', 'name-fi': 'Koulutus' };
    expect((await manager.post('/office/closed-days', training)).status).toBe(303);
    const twice = await manager.post('/office/closed-days', training);
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain('on jo suljettu');
    const half = await manager.post('/office/closed-days', { ...training, from: '12' });
    expect(half.status).toBe(422);
    expect(await half.text()).toContain('Anna molemmat ajat');
  });
});

describe('what the office says of itself', () => {
  test('an administrator changes names, languages and contacts, and the public pages show them', async () => {
    const office = await house.office();
    const administrator = await office.person('administrator');
    const saved = await administrator.post('/office/details', {
      'name-fi': 'Likijärven työllisyyspalvelut',
      'name-sv': 'Likijärvi sysselsättningstjänster',
      'languages[]': ['sv', 'fi'],
      phone: '08 123 456',
      email: 'Palvelut@Likijarvi.fi',
      address: 'Rantatie 1\n91000 Likijärvi',
      'data-protection': 'tietosuoja@likijarvi.fi',
    });
    expect(saved.status).toBe(303);
    expect((await office.inOffice(thisOffice)).languages).toEqual(['fi', 'sv']);
    const visitor = office.visitor();
    const contact = await (await visitor.get('/contact')).text();
    expect(contact).toContain('href="tel:+3588123456"');
    expect(contact).toContain('palvelut@likijarvi.fi');
    expect(contact).not.toContain('English');
    const privacy = await (await visitor.get('/privacy', { 'accept-language': 'sv' })).text();
    expect(privacy).toContain('Likijärvi sysselsättningstjänster');
    expect(privacy).toContain('tietosuoja@likijarvi.fi');
    expect((await visitor.get('/accessibility')).status).toBe(200);
  });

  test('a colour is tried before it is taken, and a pale one is refused with the reason', async () => {
    const office = await house.office();
    const administrator = await office.person('administrator');
    const tried = await administrator.get('/office/look?accent=%232c4a86');
    expect(await tried.text()).toContain('#2c4a86');
    expect((await office.inOffice(thisOffice)).accent).toBeNull();
    expect((await administrator.post('/office/look', { accent: '#2c4a86' })).status).toBe(303);
    expect((await office.inOffice(thisOffice)).accent).toBe('#2c4a86');
    const page = await (await administrator.get('/office/look?saved')).text();
    expect(page).toMatch(/--accent:#2c4a86/);
    const long = await administrator.post('/office/look', { accent: 'vihreä'.repeat(9) });
    expect(long.status).toBe(422);
    expect(await long.text()).toMatch(/role="alert"[\s\S]*vihreävihreä/);
    const pale = await administrator.post('/office/look', { accent: '#ffffaa' });
    expect(pale.status).toBe(422);
    expect(await pale.text()).toContain('vaalea');
    expect((await administrator.post('/office/look', { accent: '' })).status).toBe(303);
    expect((await office.inOffice(thisOffice)).accent).toBeNull();
  });
});

test('whatever stands in an address of the office’s pages, the answer is a page', async () => {
  const office = await house.office();
  const administrator = await office.person('administrator');
  for (const value of mischief) {
    for (const path of [
      'look?accent',
      'hours?unit',
      'closed-days?year',
      'closed-days?filled',
      'details?saved',
    ]) {
      const answer = await administrator.get(`/office/${path}=${encodeURIComponent(value.toWellFormed())}`);
      expect(answer.status, `${path} ${value}`).toBeLessThan(500);
      expect(await answer.text(), `${path} ${value}`).not.toMatch(runsFree);
    }
  }
});

describe('settings', () => {
  const silence = defineSetting({
    key: 'test.silent-after',
    title: { fi: 'Hiljaisuus', sv: 'Tystnad', en: 'Silence' },
    explanation: { fi: 'Minuuttien määrä', sv: 'Antalet minuter', en: 'The number of minutes' },
    schema: z.number().int().min(5).max(240),
    fallback: { value: 30, validFrom: day('2025-01-01'), source: 'house' },
    field: { kind: 'number', unit: { fi: 'min', sv: 'min.', en: 'minutes' } },
  });

  test('a value holds from its day on, and older days keep the older value', async () => {
    const office = await house.office();
    const administrator = await office.person('administrator');
    const set = (value: string, from: string, source = 'Kunnanhallitus 3.2.2026 § 14') =>
      administrator.post('/office/settings/test.silent-after', { value, 'valid-from': from, source });
    expect((await set('20', '2026-03-01')).status).toBe(303);
    expect((await set('45', '1.6.2026')).status).toBe(303);
    const on = (when: string) =>
      office.inOffice(async (tx) => (await settingInForce(tx, silence, day(when))).value);
    expect([await on('2026-02-28'), await on('2026-03-01'), await on('2026-07-01')]).toEqual([30, 20, 45]);
    // A mistake is put right by another row for the same day; both stay in the history.
    expect((await set('25', '2026-03-01')).status).toBe(303);
    expect(await on('2026-04-01')).toBe(25);
    const back = setClock(() => Temporal.Instant.from('2026-04-10T09:00:00Z'));
    try {
      const page = await (await administrator.get('/office/settings/test.silent-after')).text();
      expect(page.match(/20 min<|25 min<|45 min<|30 min</g)).toHaveLength(4);
      expect(page).toMatch(/25 min.*?voimassa nyt/s);
      expect(page).toContain('korvattu');
      expect(page).toContain('tulossa');
    } finally {
      back();
    }
  });

  test('a value outside the limits or without a source is asked again', async () => {
    const office = await house.office();
    const administrator = await office.person('administrator');
    const answer = await administrator.post('/office/settings/test.silent-after', {
      value: '1000',
      'valid-from': '2026-03-01',
      source: '',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Arvo ei käy');
    expect(page).toContain('mihin arvo perustuu');
    expect((await administrator.get('/office/settings/no.such')).status).toBe(404);
  });

  test('a stored value that no longer fits gives way to the default', async () => {
    const office = await house.office();
    await office.inOffice((tx) =>
      setSetting(tx, undefined, silence, { value: 9999, validFrom: todayIn(), source: 'x' }),
    );
    expect(await office.inOffice(async (tx) => (await settingInForce(tx, silence, todayIn())).value)).toBe(
      30,
    );
  });
});

function day(text: string) {
  return Temporal.PlainDate.from(text);
}

async function addUnit(
  office: TestOffice,
  administrator: Awaited<ReturnType<TestOffice['person']>>,
  name: string,
): Promise<string> {
  expect((await administrator.post('/office/units', { 'name-fi': name, kind: 'other' })).status).toBe(303);
  const [unit] = await office.inOffice(unitsOf);
  return unit?.id ?? '';
}

async function closedId(office: TestOffice, when: string): Promise<string | undefined> {
  const { closedDaysOfYear } = await import('./queries.ts');
  const days = await office.inOffice((tx) => closedDaysOfYear(tx, day(when).year));
  return days.find((one) => one.day.toString() === when)?.id;
}
