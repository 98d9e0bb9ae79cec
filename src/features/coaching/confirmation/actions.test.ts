import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { confirmationsOf, enrol, expectDay, testService } from '../../../../test/days.ts';
import { todayIn } from '../../../platform/clock.ts';
import { type ConfirmResult, confirmDay, confirmDays, type NewConfirmation } from './actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** The Monday of last week: Monday to Thursday are agreed, Friday is free. */
const monday = todayIn().subtract({ days: todayIn().dayOfWeek + 6 });

async function cast() {
  const office = await house.office();
  const aino = await office.person('client', { givenName: 'Aino' });
  const mika = await office.person('coach', { givenName: 'Mika' });
  const raili = await office.person('coach', { givenName: 'Raili' });
  const serviceId = await testService(office);
  const enrolmentId = await enrol(office, aino, { serviceId });
  const dayId = await expectDay(office, aino, enrolmentId, monday);
  return { office, aino, mika, raili, serviceId, enrolmentId, dayId };
}

const asked = (dayId: string, change: Partial<NewConfirmation> = {}): NewConfirmation => ({
  dayId,
  class: 'attended',
  minutes: 240,
  seenSequence: 0,
  suggested: 'counts',
  ...change,
});

const confirm = (office: TestOffice, coach: TestPerson, wanted: NewConfirmation) =>
  office.inOffice((tx) => confirmDay(tx, coach.actor, wanted));

const dayOn = (office: TestOffice, client: TestPerson, day: Temporal.PlainDate) =>
  office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ id: string; class: string | null }>(
      sql`select id, class from days where client_id = ${client.id} and day = ${day.toString()}::date`,
    );
    return rows[0];
  });

describe('two coaches at once', () => {
  // The first holds its transaction open until the second is surely waiting for the same day.
  async function together(first: NewConfirmation, second: NewConfirmation) {
    const { office, mika, raili, dayId } = await cast();
    let open: () => void = () => {};
    const mayCommit = new Promise<void>((resolve) => {
      open = resolve;
    });
    let confirmed: () => void = () => {};
    const hasConfirmed = new Promise<void>((resolve) => {
      confirmed = resolve;
    });
    const one = office.inOffice(async (tx) => {
      const result = await confirmDay(tx, mika.actor, { ...first, dayId });
      confirmed();
      await mayCommit;
      return result;
    });
    await hasConfirmed;
    const two = confirm(office, raili, { ...second, dayId });
    await until(() => isSomebodyWaiting(office));
    open();
    return { results: [await one, await two], rows: await confirmationsOf(office, dayId), mika };
  }

  test('who confirms the same has one effect, and both are told that it stands', async () => {
    const { results, rows, mika } = await together(asked(''), asked(''));
    expect(results).toEqual<ConfirmResult[]>([
      { ok: true, sequence: 1, changed: true },
      { ok: true, sequence: 1, changed: false },
    ]);
    expect(rows).toEqual([{ sequence: 1, class: 'attended', minutes: 240, confirmed_by: mika.id }]);
  });

  test('who confirms otherwise is told that the day has changed, and nothing is overwritten', async () => {
    const { results, rows } = await together(asked(''), asked('', { class: 'other-absence', minutes: 0 }));
    expect(results[1]).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(rows.map((row) => row.class)).toEqual(['attended']);
  });

  test('thirty days confirmed by both in opposite order end without a deadlock', async () => {
    const { office, mika, raili, serviceId } = await cast();
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) {
      const client = await office.person('client');
      ids.push(await expectDay(office, client, await enrol(office, client, { serviceId }), monday));
    }
    const all = (order: string[]) => order.map((dayId) => asked(dayId));
    const [one, two] = await Promise.all([
      office.inOffice((tx) => confirmDays(tx, mika.actor, all(ids))),
      office.inOffice((tx) => confirmDays(tx, raili.actor, all([...ids].reverse()))),
    ]);
    for (const dayId of ids) {
      expect([one.get(dayId)?.ok, two.get(dayId)?.ok]).toEqual([true, true]);
      expect(await confirmationsOf(office, dayId)).toHaveLength(1);
    }
  });
});

test('of many days each has its own answer: one that changed meanwhile leaves the others confirmed', async () => {
  const { office, mika, raili, dayId, aino, enrolmentId } = await cast();
  const tuesday = await expectDay(office, aino, enrolmentId, monday.add({ days: 1 }));
  await confirm(office, raili, asked(dayId, { class: 'own-illness' }));
  const results = await office.inOffice((tx) => confirmDays(tx, mika.actor, [asked(dayId), asked(tuesday)]));
  expect(results.get(dayId)).toEqual({ ok: false, reason: 'changed-meanwhile' });
  expect(results.get(tuesday)).toMatchObject({ ok: true, changed: true });
  expect((await confirmationsOf(office, dayId)).map((row) => row.class)).toEqual(['own-illness']);
});

test('a correction keeps the earlier row, with who and why, and is told as an event and in the access log', async () => {
  const { office, mika, raili, dayId, aino } = await cast();
  await confirm(office, mika, asked(dayId));
  const why = 'Oli sairaana, ilmoitti vasta illalla';
  expect(await confirm(office, raili, asked(dayId, { class: 'own-illness', seenSequence: 1 }))).toEqual({
    ok: false,
    reason: 'reason-needed',
  });
  await confirm(office, raili, asked(dayId, { class: 'own-illness', seenSequence: 1, reason: why }));
  expect(await confirmationsOf(office, dayId)).toEqual([
    { sequence: 1, class: 'attended', minutes: 240, confirmed_by: mika.id },
    { sequence: 2, class: 'own-illness', minutes: 0, confirmed_by: raili.id },
  ]);
  const seen = await office.inOffice(async (tx) => ({
    events: (await tx.execute(sql`select payload from events where name = 'day.confirmed' order by position`))
      .rows,
    accesses: (
      await tx.execute(sql`select actor_id, act from access_log where subject = 'day-confirmation'
        and person_id = ${aino.id} order by at`)
    ).rows,
    sealed: (await tx.execute<{ reason: Buffer }>(sql`select reason from confirmations where sequence = 2`))
      .rows[0],
  }));
  expect(seen.events).toHaveLength(2);
  expect(seen.accesses).toEqual([
    { actor_id: mika.id, act: 'created' },
    { actor_id: raili.id, act: 'changed' },
  ]);
  expect(seen.sealed?.reason.includes('sairaana')).toBe(false);
});

describe('a swapped day', () => {
  const friday = monday.add({ days: 4 });

  test('makes its pair an expected day, which can then be confirmed as attended', async () => {
    const { office, mika, aino, dayId } = await cast();
    expect(
      await confirm(office, mika, asked(dayId, { class: 'swapped', swappedWith: friday })),
    ).toMatchObject({
      ok: true,
    });
    const pair = await dayOn(office, aino, friday);
    expect(pair?.class).toBeNull();
    expect(await confirm(office, mika, asked(pair?.id ?? ''))).toMatchObject({ ok: true, sequence: 1 });
  });

  test.each([
    ['a day on which the client is expected anyway', monday.add({ days: 1 }), 'swapped-day-expected'],
    ['a day outside the enrolment', todayIn().add({ days: 200 }), 'swapped-day-outside'],
    ['itself', monday, 'swapped-with-itself'],
  ] as const)('cannot be swapped with %s', async (_, pair, reason) => {
    const { office, mika, dayId } = await cast();
    expect(await confirm(office, mika, asked(dayId, { class: 'swapped', swappedWith: pair }))).toEqual({
      ok: false,
      reason,
    });
    expect(await confirmationsOf(office, dayId)).toEqual([]);
  });

  test('two days cannot be swapped with the same one', async () => {
    const { office, mika, aino, enrolmentId, dayId } = await cast();
    const tuesday = await expectDay(office, aino, enrolmentId, monday.add({ days: 1 }));
    await confirm(office, mika, asked(dayId, { class: 'swapped', swappedWith: friday }));
    expect(await confirm(office, mika, asked(tuesday, { class: 'swapped', swappedWith: friday }))).toEqual({
      ok: false,
      reason: 'swapped-day-expected',
    });
  });

  test('a swap taken back removes the empty extra day', async () => {
    const { office, mika, aino, dayId } = await cast();
    await confirm(office, mika, asked(dayId, { class: 'swapped', swappedWith: friday }));
    await confirm(office, mika, asked(dayId, { seenSequence: 1, reason: 'Tulikin maanantaina' }));
    expect(await dayOn(office, aino, friday)).toBeUndefined();
  });

  test('a swap taken back keeps an extra day on which the client was there', async () => {
    const { office, mika, aino, dayId } = await cast();
    await confirm(office, mika, asked(dayId, { class: 'swapped', swappedWith: friday }));
    const pair = await dayOn(office, aino, friday);
    await confirm(office, mika, asked(pair?.id ?? ''));
    await confirm(office, mika, asked(dayId, { seenSequence: 1, reason: 'Tuli molempina päivinä' }));
    expect((await dayOn(office, aino, friday))?.class).toBe('attended');
  });
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 6_000; n++) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('waited in vain');
}

const isSomebodyWaiting = (office: TestOffice) =>
  office.inOffice(async (tx) => {
    // Of this database only: others of the same server belong to tests that run beside this one.
    const { rows } = await tx.execute(sql`select 1 from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database() limit 1`);
    return rows.length > 0;
  });
