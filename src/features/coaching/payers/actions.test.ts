import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { enrol, expectDay, testService } from '../../../../test/days.ts';
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { confirmDay, type NewConfirmation } from '../confirmation/actions.ts';
import { closePeriod, type PeriodOf, reopenPeriod } from './actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const monday = todayIn().subtract({ days: todayIn().dayOfWeek - 1 });
/** Two weeks each: the one before the last, and the last. */
const earlier: PeriodOf = periodFrom(monday.subtract({ days: 28 }));
const later: PeriodOf = periodFrom(monday.subtract({ days: 14 }));

function periodFrom(startsOn: Temporal.PlainDate): PeriodOf {
  return { payer: 'kela', startsOn, endsOn: startsOn.add({ days: 13 }) };
}

async function cast() {
  const office = await house.office();
  const aino = await office.person('client', { givenName: 'Aino' });
  const mika = await office.person('coach', { givenName: 'Mika' });
  const leena = await office.person('manager', { givenName: 'Leena' });
  const enrolmentId = await enrol(office, aino, { serviceId: await testService(office) });
  const first = await expectDay(office, aino, enrolmentId, earlier.startsOn);
  const second = await expectDay(office, aino, enrolmentId, later.startsOn);
  return { office, aino, mika, leena, enrolmentId, first, second };
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
      minutes: 240,
      seenSequence: 0,
      suggested: 'counts',
      ...change,
    }),
  );

const close = (office: TestOffice, manager: TestPerson, period: PeriodOf) =>
  office.inOffice((tx) => closePeriod(tx, manager.actor, period));

async function closed(office: TestOffice, manager: TestPerson, period: PeriodOf): Promise<string> {
  const result = await close(office, manager, period);
  if (!result.ok) throw new Error(result.reason);
  return result.periodId;
}

const toldIn = (office: TestOffice, periodId: string) =>
  office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ day_id: string; class: string; correction: boolean }>(sql`
      select r.day_id, c.class, r.correction from payer_rows r join confirmations c on c.id = r.confirmation_id
      where r.period_id = ${periodId} order by r.correction, r.day_id`);
    return rows;
  });

describe('closing a period', () => {
  test('keeps every day as it was told, and nothing of other periods', async () => {
    const { office, mika, leena, first, second } = await cast();
    await confirm(office, mika, first);
    await confirm(office, mika, second);
    expect(await toldIn(office, await closed(office, leena, earlier))).toEqual([
      { day_id: first, class: 'attended', correction: false },
    ]);
  });

  test('waits for days that nobody has confirmed', async () => {
    const { office, leena } = await cast();
    expect(await close(office, leena, earlier)).toEqual({ ok: false, reason: 'days-open', open: 1 });
  });

  test('waits until the period is over', async () => {
    const { office, leena } = await cast();
    const now = periodFrom(monday);
    expect(await close(office, leena, now)).toEqual({ ok: false, reason: 'not-over' });
  });

  test('concerns one payer only', async () => {
    const { office, mika, leena, first } = await cast();
    const other = await office.person('client');
    const service = await testService(office);
    const enrolment = await enrol(office, other, { serviceId: service, payer: 'municipality' });
    await expectDay(office, other, enrolment, earlier.startsOn);
    await confirm(office, mika, first);
    expect(await toldIn(office, await closed(office, leena, earlier))).toHaveLength(1);
  });

  test('happens once when two do it at the same time', async () => {
    const { office, mika, leena, first } = await cast();
    await confirm(office, mika, first);
    const results = await Promise.all([close(office, leena, earlier), close(office, leena, earlier)]);
    expect(results.map((result) => (result.ok ? 'closed' : result.reason)).sort()).toEqual([
      'closed',
      'closed-already',
    ]);
  });

  test('an overlapping period is refused, so that no day is told twice', async () => {
    const { office, mika, leena, first, second } = await cast();
    await confirm(office, mika, first);
    await confirm(office, mika, second);
    await closed(office, leena, earlier);
    const overlapping = periodFrom(earlier.startsOn.add({ days: 7 }));
    expect(await close(office, leena, overlapping)).toEqual({ ok: false, reason: 'closed-already' });
  });

  test('writes who closed it into the access log of every client told of', async () => {
    const { office, aino, mika, leena, first } = await cast();
    await confirm(office, mika, first);
    await closed(office, leena, earlier);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select actor_id, act, purpose from access_log
        where person_id = ${aino.id} and subject = 'payer-summary'`),
    );
    expect(rows).toEqual([{ actor_id: leena.id, act: 'created', purpose: 'payer' }]);
  });
});

describe('a correction against a closed period', () => {
  async function correctedCast() {
    const all = await cast();
    const { office, mika, leena, first, second } = all;
    await confirm(office, mika, first);
    const firstPeriod = await closed(office, leena, earlier);
    await confirm(office, mika, first, { class: 'own-illness', seenSequence: 1, reason: 'Todistus tuli' });
    await confirm(office, mika, second);
    return { ...all, firstPeriod };
  }

  test('appears in the next period exactly once, and the closed one keeps what was told', async () => {
    const { office, leena, first, second, firstPeriod } = await correctedCast();
    const secondPeriod = await closed(office, leena, later);
    expect(await toldIn(office, firstPeriod)).toEqual([
      { day_id: first, class: 'attended', correction: false },
    ]);
    expect(await toldIn(office, secondPeriod)).toEqual([
      { day_id: second, class: 'attended', correction: false },
      { day_id: first, class: 'own-illness', correction: true },
    ]);
    // A period of earlier times, closed after these, tells it no more.
    const third = periodFrom(earlier.startsOn.subtract({ days: 14 }));
    expect(await toldIn(office, await closed(office, leena, third))).toEqual([]);
  });

  test('corrected twice before the next closing, it is told as it stands last', async () => {
    const { office, mika, leena, first } = await correctedCast();
    await confirm(office, mika, first, {
      class: 'interview',
      seenSequence: 2,
      reason: 'Olikin haastattelussa',
    });
    const told = await toldIn(office, await closed(office, leena, later));
    expect(told.filter((row) => row.correction)).toEqual([
      { day_id: first, class: 'interview', correction: true },
    ]);
  });

  test('corrected and corrected back, there is nothing to tell', async () => {
    const { office, mika, leena, first } = await correctedCast();
    await confirm(office, mika, first, { seenSequence: 2, reason: 'Oli sittenkin mukana' });
    const told = await toldIn(office, await closed(office, leena, later));
    expect(told.filter((row) => row.correction)).toEqual([]);
  });

  test('corrected again after it was told, it is told again in the one after', async () => {
    const { office, mika, leena, first } = await correctedCast();
    await closed(office, leena, later);
    await confirm(office, mika, first, { seenSequence: 2, reason: 'Oli sittenkin mukana' });
    const third = periodFrom(earlier.startsOn.subtract({ days: 14 }));
    expect(await toldIn(office, await closed(office, leena, third))).toEqual([
      { day_id: first, class: 'attended', correction: true },
    ]);
  });

  test('in a period that is reopened needs no correction: it is told in the period itself', async () => {
    const { office, leena, first, firstPeriod } = await correctedCast();
    await office.inOffice((tx) => reopenPeriod(tx, leena.actor, firstPeriod, 'Väärä kuukausi'));
    expect(await toldIn(office, await closed(office, leena, earlier))).toEqual([
      { day_id: first, class: 'own-illness', correction: false },
    ]);
    const told = await toldIn(office, await closed(office, leena, later));
    expect(told.filter((row) => row.correction)).toEqual([]);
  });

  test('told in a period that is reopened is told again when it is closed again', async () => {
    const { office, leena, first } = await correctedCast();
    const secondPeriod = await closed(office, leena, later);
    await office.inOffice((tx) => reopenPeriod(tx, leena.actor, secondPeriod, 'Lisätään päivä'));
    const told = await toldIn(office, await closed(office, leena, later));
    expect(told.filter((row) => row.correction)).toEqual([
      { day_id: first, class: 'own-illness', correction: true },
    ]);
  });

  test('a day added to a closed period keeps the next one open until it is confirmed, and is then told in it', async () => {
    const { office, aino, mika, leena, enrolmentId } = await correctedCast();
    const late = await expectDay(office, aino, enrolmentId, earlier.startsOn.add({ days: 4 }));
    expect(await close(office, leena, later)).toEqual({ ok: false, reason: 'days-open', open: 1 });
    expect(await confirm(office, mika, late)).toEqual({ ok: false, reason: 'reason-needed' });
    await confirm(office, mika, late, { reason: 'Vaihdettu päivä puuttui' });
    const told = await toldIn(office, await closed(office, leena, later));
    expect(told).toContainEqual({ day_id: late, class: 'attended', correction: true });
  });

  test('made while the period is being closed is never lost', async () => {
    const { office, mika, leena, first } = await cast();
    await confirm(office, mika, first);
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const closing = office.inOffice(async (tx) => {
      const result = await closePeriod(tx, leena.actor, earlier);
      await held;
      return result;
    });
    const correcting = confirm(office, mika, first, {
      class: 'interview',
      seenSequence: 1,
      reason: 'Korjaus',
    });
    letGo();
    expect([(await closing).ok, (await correcting).ok]).toEqual([true, true]);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select d.owes_correction or exists (select 1 from payer_rows r join confirmations c
          on c.id = r.confirmation_id where r.day_id = d.id and c.class = 'interview') as known
        from days d where d.id = ${first}`),
    );
    expect(rows).toEqual([{ known: true }]);
  });
});

describe('reopening', () => {
  test('lets the days be confirmed without a word to the payer, and keeps the sealed reason', async () => {
    const { office, mika, leena, first } = await cast();
    await confirm(office, mika, first);
    const periodId = await closed(office, leena, earlier);
    await office.inOffice((tx) => reopenPeriod(tx, leena.actor, periodId, 'Ainon päivä oli väärin'));
    await confirm(office, mika, first, { class: 'interview', seenSequence: 1, reason: 'Haastattelu' });
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ reopen_reason: Buffer; owes_correction: boolean }>(sql`
        select p.reopen_reason, d.owes_correction from payer_periods p, days d
        where p.id = ${periodId} and d.id = ${first}`),
    );
    expect(rows[0]?.owes_correction).toBe(false);
    expect(rows[0]?.reopen_reason.includes('Ainon')).toBe(false);
  });

  test('cannot be done twice, nor in another office', async () => {
    const { office, mika, leena, first } = await cast();
    await confirm(office, mika, first);
    const periodId = await closed(office, leena, earlier);
    const elsewhere = await house.office();
    const boss = await elsewhere.person('manager');
    await expect(elsewhere.inOffice((tx) => reopenPeriod(tx, boss.actor, periodId, 'x'))).rejects.toThrow(
      NotFound,
    );
    await office.inOffice((tx) => reopenPeriod(tx, leena.actor, periodId, 'x'));
    await expect(office.inOffice((tx) => reopenPeriod(tx, leena.actor, periodId, 'x'))).rejects.toThrow(
      NotFound,
    );
  });
});
