import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../test/cast.ts';
import { at, type CoachingDay, coachingDay, dayRow, openCoachingDay } from '../../../../test/coaching-day.ts';
import { enrol, expectDay, testService, unitsOfManagers } from '../../../../test/days.ts';
import { setClock } from '../../../platform/clock.ts';
import { closedDays } from '../../ground/offices/tables.ts';
import { tellAbsence } from '../days/absence-actions.ts';
import { noteContact, sayHello } from '../days/day-actions.ts';
import { reactions } from './reactions.ts';
import { watchDay } from './silence.ts';

let house: TestHouse;
let day: CoachingDay;
let office: TestOffice;
let time = at('08:00');
let putBack = () => {};

beforeAll(async () => {
  const sent = async () => ({ ok: true }) as const;
  house = await openTestHouse({}, { sms: { send: sent } });
});
afterAll(() => house.close());
beforeEach(async () => {
  time = at('08:00');
  putBack = setClock(() => time);
  day = await openCoachingDay(house);
  office = day.office;
});
afterEach(() => putBack());

const watchAt = (clock: string) => {
  time = at(clock);
  return office.inOffice(watchDay);
};

const happened = (name: string) =>
  office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ id: string; payload: Record<string, string> }>(
      sql`select id, payload from events where name = ${name} order by position`,
    );
    return rows;
  });

const told = () =>
  office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ person_id: string; kind: string; ids: Record<string, string> }>(
      sql`select person_id, kind, ids from notices order by created_at, id`,
    );
    return rows;
  });

/** Runs a reaction for every event of its kind, as the worker may: more than once. */
async function react(name: string, times = 2): Promise<void> {
  const reaction = reactions.find((one) => one.name === name);
  if (!reaction) throw new Error(name);
  for (const event of await happened(reaction.event)) {
    for (let run = 0; run < times; run++) {
      await office.inOffice((tx) =>
        reaction.run(tx, { id: event.id, actorId: null, payload: event.payload as never }),
      );
    }
  }
}

describe('silence', () => {
  test('somebody of whom nothing is heard in half an hour is noticed once, and asked kindly once', async () => {
    await watchAt('09:29');
    expect(await happened('day.silent')).toHaveLength(0);
    await watchAt('09:30');
    await watchAt('09:31');
    const silent = await happened('day.silent');
    expect(silent.map((event) => event.payload.clientId)).toEqual([day.aino.id]);
    expect((await dayRow(office, day.aino)).silentSince?.toString()).toBe(at('09:30').toString());
    await react('tellClientWeMissThem');
    expect((await told()).filter((one) => one.kind === 'missed-today')).toHaveLength(1);
  });

  test('two workers at the same minute notice once', async () => {
    time = at('09:45');
    await Promise.all([office.inOffice(watchDay), office.inOffice(watchDay)]);
    expect(await happened('day.silent')).toHaveLength(1);
  });

  test('a call that was not answered is no sign', async () => {
    const row = await dayRow(office, day.aino);
    time = at('09:10');
    await office.inOffice((tx) => noteContact(tx, day.mika.actor, row, { way: 'call', reached: false }));
    await watchAt('09:40');
    expect(await happened('day.silent')).toHaveLength(1);
  });

  test.each<[string, (tx: Parameters<typeof watchDay>[0]) => Promise<unknown>]>([
    ['a hello', async (tx) => sayHello(tx, day.aino.id, await dayRow(office, day.aino), 'page')],
    [
      'an absence told',
      async (tx) =>
        tellAbsence(tx, day.aino.actor, await dayRow(office, day.aino), {
          class: 'own-illness',
          words: undefined,
        }),
    ],
    [
      'a call that was answered',
      async (tx) =>
        noteContact(tx, day.mika.actor, await dayRow(office, day.aino), { way: 'call', reached: true }),
    ],
  ])('%s is a sign', async (_, sign) => {
    await office.inOffice(sign);
    await watchAt('09:40');
    expect(await happened('day.silent')).toHaveLength(0);
  });

  test('a hello ends a silence, and then nobody else is told and nothing is asked', async () => {
    await watchAt('09:30');
    time = at('09:35');
    await office.inOffice(async (tx) => sayHello(tx, day.aino.id, await dayRow(office, day.aino), 'page'));
    expect((await dayRow(office, day.aino)).silenceEndedAt?.toString()).toBe(at('09:35').toString());
    await watchAt('10:45');
    expect(await happened('day.silence-told-on')).toHaveLength(0);
    await react('tellClientWeMissThem');
    expect((await told()).filter((one) => one.kind === 'missed-today')).toHaveLength(0);
  });

  test('after another hour without any contact the substitute is told, once', async () => {
    const satu = await office.person('coach', { givenName: 'Satu', phone: '+358401112223' });
    await office.relate(day.aino, satu, { kind: 'substitute' });
    await watchAt('09:30');
    await watchAt('10:29');
    expect(await happened('day.silence-told-on')).toHaveLength(0);
    await watchAt('10:30');
    await watchAt('10:31');
    expect(await happened('day.silence-told-on')).toHaveLength(1);
    await react('tellSubstitutesOfSilence');
    const notices = (await told()).filter((one) => one.kind === 'silence-told-on');
    expect(notices.map((one) => one.person_id)).toEqual([satu.id]);
  });

  test('whoever is told of many silences at the same minute is told once: the board has them all', async () => {
    const satu = await office.person('coach', { givenName: 'Satu', phone: '+358401112223' });
    await office.relate(day.aino, satu, { kind: 'substitute' });
    const eetu = await office.person('client', { givenName: 'Eetu' });
    await office.relate(eetu, satu, { kind: 'substitute' });
    const serviceId = await testService(office);
    const enrolmentId = await enrol(office, eetu, { serviceId, weekdays: [1, 2, 3, 4, 5, 6, 7] });
    await expectDay(office, eetu, enrolmentId, coachingDay);
    await watchAt('09:30');
    await watchAt('10:30');
    expect(await happened('day.silence-told-on')).toHaveLength(2);
    await react('tellSubstitutesOfSilence');
    const notices = (await told()).filter((one) => one.kind === 'silence-told-on');
    expect(notices.map((one) => one.person_id)).toEqual([satu.id]);
  });

  test('without a substitute whoever leads the service is told', async () => {
    const liisa = await office.person('manager', { givenName: 'Liisa', phone: '+358401112224' });
    await watchAt('09:30');
    await watchAt('10:30');
    await react('tellSubstitutesOfSilence');
    const notices = (await told()).filter((one) => one.kind === 'silence-told-on');
    expect(notices.map((one) => one.person_id)).toEqual([liisa.id]);
  });

  test('of those who lead units, only the one who leads the client’s unit is told', async () => {
    const { manager } = await unitsOfManagers(office, day.aino);
    await watchAt('09:30');
    await watchAt('10:30');
    await react('tellSubstitutesOfSilence');
    const notices = (await told()).filter((one) => one.kind === 'silence-told-on');
    expect(notices.map((one) => one.person_id)).toEqual([manager.id]);
  });

  test('a coach who has tried to call is at it: nobody else is told', async () => {
    await watchAt('09:30');
    time = at('09:50');
    await office.inOffice(async (tx) =>
      noteContact(tx, day.mika.actor, await dayRow(office, day.aino), { way: 'call', reached: false }),
    );
    await watchAt('11:00');
    expect(await happened('day.silence-told-on')).toHaveLength(0);
  });

  test('on a closed day and after the programme nobody is silent', async () => {
    await watchAt('15:00');
    expect(await happened('day.silent')).toHaveLength(0);
    await office.inOffice((tx) =>
      tx.insert(closedDays).values({
        day: coachingDay,
        reason: { fi: 'Kiinni', sv: 'Stängt', en: 'Closed' },
        source: 'office',
      }),
    );
    await watchAt('09:45');
    expect(await happened('day.silent')).toHaveLength(0);
  });
});

describe('the message of the morning', () => {
  test('it comes half an hour before the day begins, once, with the time in the person’s language', async () => {
    await watchAt('08:29');
    expect(await told()).toEqual([]);
    await watchAt('08:30');
    await watchAt('08:31');
    const messages = (await told()).filter((one) => one.kind === 'day-starts');
    expect(messages.map((one) => [one.person_id, one.ids.time])).toEqual([[day.aino.id, '9.00']]);
  });

  test('whoever has told of an absence gets none, and nobody gets one after the beginning', async () => {
    await office.inOffice(async (tx) =>
      tellAbsence(tx, day.aino.actor, await dayRow(office, day.aino), {
        class: 'interview',
        words: undefined,
      }),
    );
    await watchAt('08:40');
    expect(await told()).toEqual([]);
  });
});
