import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { setClock } from '../../../platform/clock.ts';
import { closedDays } from '../../ground/offices/tables.ts';
import { addService, setAttendanceRule, setServiceBounds } from '../../offer/services/door.ts';
import { startEnrolment } from '../enrolments/actions.ts';
import { dayOf, enrolmentOn, ensureDay, expectedOn } from '../enrolments/expected.ts';
import { arcOf } from './arc-of-day.ts';
import { noteContact, notePresence, sayHello } from './day-actions.ts';
import { evidenceOf, ruleOn, suggestionOf } from './evidence.ts';
import { addOwnWork } from './own-work-actions.ts';
import { sayReasons } from './reasons.ts';

const day = Temporal.PlainDate.from('2026-11-24');
const at = (time: string) =>
  day.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: Temporal.PlainTime.from(time) }).toInstant();

let house: TestHouse;
let office: TestOffice;
let aino: TestPerson;
let mika: TestPerson;
let serviceId: string;
let putBack = () => {};

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
afterEach(() => putBack());

async function openDay(): Promise<void> {
  putBack = setClock(() => at('08:00'));
  office = await house.office();
  aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
  mika = await office.person('coach', { givenName: 'Mika' });
  await office.relate(aino, mika);
  serviceId = await office.inOffice(async (tx) => {
    const id = await addService(tx, undefined, {
      name: { fi: 'Nuorten työpaja', sv: 'Ungdomsverkstaden', en: 'Youth workshop' },
      kind: 'youth-workshop',
    });
    await setServiceBounds(tx, undefined, {
      serviceId: id,
      validFrom: day.subtract({ years: 1 }),
      bounds: {
        weekdays: { least: 1, most: 4 },
        dayMinutes: { least: 240, most: 480 },
        allowanceCents: 900,
      },
      source: 'Laki kuntouttavasta työtoiminnasta (189/2001)',
    });
    await setAttendanceRule(tx, undefined, {
      serviceId: id,
      validFrom: day.subtract({ years: 1 }),
      rule: {
        minimumMinutes: 240,
        liveWeight: { video: 1, voice: 1, text: 1, 'on-site': 1, phone: 1 },
        ownWorkWeight: { proved: 1, unproved: 0.5 },
        ownWorkCapMinutes: 150,
        diaryMinutes: 15,
        contactMinutes: 10,
        contactCapMinutes: 20,
      },
      agreement: 'Sovittu Pohjoisen hyvinvointialueen kanssa 1.9.2026',
    });
    return id;
  });
}

const enrol = (change: Partial<Parameters<typeof startEnrolment>[2]> = {}) =>
  office.inOffice((tx) =>
    startEnrolment(tx, mika.actor, {
      clientId: aino.id,
      serviceId,
      groupId: null,
      startsOn: day.subtract({ days: 30 }),
      endsOn: day.add({ days: 60 }),
      weekdays: [1, 2, 3, 4],
      dayMinutes: 240,
      payer: 'kela',
      benefit: 'expense-allowance',
      ...change,
    }),
  );

describe('who is expected', () => {
  test('a client is expected on agreed weekdays within the enrolment, and on no other day', async () => {
    await openDay();
    expect((await enrol()).ok).toBe(true);
    await office.inOffice(async (tx) => {
      const names = async (on: string) =>
        (await expectedOn(tx, { coachId: mika.id }, Temporal.PlainDate.from(on))).map((one) => one.shownName);
      expect(await names('2026-11-24')).toEqual(['Aino K']);
      // A Friday is not agreed; in March the enrolment has ended.
      expect(await names('2026-11-27')).toEqual([]);
      expect(await names('2027-03-02')).toEqual([]);
      expect(await ensureDay(tx, aino.id, Temporal.PlainDate.from('2026-11-27'))).toBeUndefined();
      const extra = await ensureDay(tx, aino.id, Temporal.PlainDate.from('2026-11-27'), { extra: true });
      expect(extra?.expectedMinutes).toBe(240);
      expect(await names('2026-11-27')).toEqual(['Aino K']);
    });
  });

  test('days stand ready ahead, and a closed day has none', async () => {
    await openDay();
    const closed = Temporal.PlainDate.from('2026-11-25');
    await office.inOffice((tx) =>
      tx
        .insert(closedDays)
        .values({ day: closed, reason: { fi: 'Kiinni', sv: 'Stängt', en: 'Closed' }, source: 'office' }),
    );
    await enrol();
    await office.inOffice(async (tx) => {
      expect(await dayOf(tx, aino.id, Temporal.PlainDate.from('2026-11-26'))).toBeDefined();
      expect(await dayOf(tx, aino.id, closed)).toBeUndefined();
      expect(await ensureDay(tx, aino.id, closed)).toBeUndefined();
      expect(await expectedOn(tx, { office: true }, closed)).toEqual([]);
    });
  });

  test('a coach sees nobody else’s clients, and nobody once the relation has ended', async () => {
    await openDay();
    await enrol();
    const other = await office.person('coach', { givenName: 'Satu' });
    await office.inOffice(async (tx) => {
      expect(await expectedOn(tx, { coachId: other.id }, day)).toEqual([]);
      expect(await expectedOn(tx, { coachId: mika.id }, day)).toHaveLength(1);
    });
    putBack();
    putBack = setClock(() => at('08:00').add({ hours: 24 * 400 }));
    await office.relate(aino, other, { startsOn: day, endsOn: day });
    await office.inOffice(async (tx) => expect(await expectedOn(tx, { coachId: other.id }, day)).toEqual([]));
  });
});

describe('what speaks for a day', () => {
  test('presence, own work and contacts are gathered and said in words that add up', async () => {
    await openDay();
    await enrol();
    await office.inOffice(async (tx) => {
      const today = await ensureDay(tx, aino.id, day);
      if (!today) throw new Error('no day');
      await sayHello(tx, aino.id, today, 'page');
      await sayHello(tx, aino.id, today, 'page');
      await notePresence(tx, mika.actor, today, { way: 'on-site', fromAt: at('09:01'), toAt: at('09:28') });
      await addOwnWork(tx, aino.actor, today, {
        what: 'Kirjoitin hakemuksen',
        minutes: 60,
        proofWords: 'Lähetin sen.',
        files: [],
      });
      await addOwnWork(tx, aino.actor, today, {
        what: 'Luin',
        minutes: 30,
        proofWords: undefined,
        files: [],
      });
      await noteContact(tx, mika.actor, today, { way: 'call', reached: true });
      await noteContact(tx, mika.actor, today, { way: 'call', reached: false });

      const facts = (await evidenceOf(tx, [today.id])).get(today.id);
      if (!facts) throw new Error('no facts');
      expect(facts.hellos.map((hello) => hello.way)).toEqual(['page']);
      expect(facts.ownWorks.map((work) => work.proofs).sort()).toEqual([0, 1]);
      expect(facts.evidence.coachContacts).toBe(1);

      const enrolment = await enrolmentOn(tx, aino.id, day);
      const rule = await ruleOn(tx, enrolment?.serviceId ?? '', day);
      expect(rule.agreement).toBe('Sovittu Pohjoisen hyvinvointialueen kanssa 1.9.2026');
      const suggested = suggestionOf(facts, rule);
      expect(suggested.suggestion.result).toBe('on-the-way');
      expect(sayReasons('fi', suggested)).toEqual([
        'Olit paikan päällä 9.01–9.28: 27 min.',
        'Omat tehtävät: 1 h 30 min, joista lasketaan 1 h 15 min.',
        'Yhteydenpito: 10 min.',
        'Yhteensä 1 h 52 min. Päivä lasketaan, kun koossa on 4 h.',
        'Vielä tarvitaan 2 h 8 min.',
      ]);
      expect(sayReasons('fi', suggested, { over: true }).slice(-2)).toEqual([
        'Yhteensä 1 h 52 min. Päivään tarvitaan 4 h.',
        'Siitä puuttuu 2 h 8 min.',
      ]);
      expect(sayReasons('en', suggested)[0]).toBe('You were on site 9:01–9:28: 27 min.');
    });
  });

  test('without an agreement the agreed minutes of the day are asked for, and that is said to staff', async () => {
    await openDay();
    await office.inOffice(async (tx) => {
      const bare = await addService(tx, undefined, {
        name: { fi: 'Avoin työpaja', sv: 'Öppna verkstaden', en: 'Open workshop' },
        kind: 'open-workshop',
      });
      const rule = await ruleOn(tx, bare, day, 300);
      expect([rule.rule.minimumMinutes, rule.agreement]).toEqual([300, undefined]);
    });
  });
});

describe('the arc', () => {
  const title = { fi: 'Aamu', sv: 'Morgon', en: 'Morning' };
  const session = (starts: string, ends: string, kind: 'live' | 'own-work' | 'meal') => ({
    startsAt: at(starts),
    endsAt: at(ends),
    kind,
    title,
    cancelled: false,
  });
  const sessions = [
    session('09:00', '09:30', 'live'),
    session('09:30', '12:00', 'own-work'),
    session('12:30', '13:30', 'live'),
    session('13:30', '14:00', 'meal'),
  ];
  const states = async (time: string, seen: boolean) => {
    await openDay();
    await enrol();
    return office.inOffice(async (tx) => {
      const today = await ensureDay(tx, aino.id, day);
      if (!today) throw new Error('no day');
      if (seen)
        await notePresence(tx, mika.actor, today, { way: 'on-site', fromAt: at('09:05'), toAt: at('09:30') });
      const facts = (await evidenceOf(tx, [today.id])).get(today.id);
      const arc = arcOf({ sessions, facts, day, at: at(time), zone: 'Europe/Helsinki' });
      return { now: arc.now, states: arc.segments.map((segment) => segment.state) };
    });
  };

  test('what was attended is filled, what goes on is marked, own work can still be written', async () => {
    expect(await states('12:45', true)).toEqual({
      now: 765,
      states: ['attended', 'coming', 'now', 'coming'],
    });
  });

  test('a live session without the client is missed, a meal never is', async () => {
    expect(await states('15:00', false)).toEqual({
      now: undefined,
      states: ['missed', 'coming', 'missed', 'coming'],
    });
  });

  test('without a programme the agreed minutes are drawn', () => {
    const arc = arcOf({ sessions: [], facts: undefined, day, at: at('10:00'), zone: 'Europe/Helsinki' });
    expect([arc.start, arc.end, arc.now, arc.segments[0]?.state]).toEqual([540, 780, 600, 'now']);
  });
});
