// Whose days a manager of one unit reaches, on every page that shows or changes days.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../test/cast.ts';
import { confirmationsOf, enrol, expectDay, testService, unitsOfManagers } from '../../../../test/days.ts';
import { todayIn } from '../../../platform/clock.ts';
import { askForHelp } from '../days/help-actions.ts';
import { inReach, withinReach } from './reach.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const today = todayIn();
const monday = today.subtract({ days: today.dayOfWeek + 6 });

async function cast() {
  const office = await house.office();
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
  const { here, there, manager, neighbour } = await unitsOfManagers(office, aino);
  const serviceId = await testService(office);
  const enrolmentId = await enrol(office, aino, { serviceId, weekdays: [1, 2, 3, 4, 5, 6, 7] });
  const dayId = await expectDay(office, aino, enrolmentId, monday);
  await expectDay(office, aino, enrolmentId, today);
  return { office, aino, here, there, manager, neighbour, enrolmentId, dayId };
}

const status = async (answer: Response | Promise<Response>) => (await answer).status;
const text = async (answer: Response | Promise<Response>) => (await answer).text();

describe('a manager of one unit', () => {
  test('sees each page about a client of the unit; the manager of another unit finds nothing there', async () => {
    const { aino, manager, neighbour, enrolmentId, dayId } = await cast();
    for (const path of [
      `/days/${dayId}`,
      `/clients/${aino.id}/days`,
      `/clients/${aino.id}/enrolments`,
      `/clients/${aino.id}/enrolments/new`,
      `/clients/${aino.id}/enrolments/${enrolmentId}/end`,
    ]) {
      expect([path, await status(manager.get(path))]).toEqual([path, 200]);
      expect([path, await status(neighbour.get(path))]).toEqual([path, 404]);
    }
  });

  test.each(['/board', '/confirmations', '/overview'])(
    'lists on %s the clients of the unit only',
    async (path) => {
      const { manager, neighbour } = await cast();
      const of = path === '/overview' ? `${path}?week=${monday}&show=open` : path;
      expect(await text(manager.get(of))).toContain('Aino');
      expect(await text(neighbour.get(of))).not.toContain('Aino');
    },
  );

  test('confirms, marks and helps in the unit only', async () => {
    const { office, aino, manager, neighbour, dayId } = await cast();
    const helpId = await office.inOffice(async (tx) => {
      await askForHelp(tx, aino.actor, { kind: 'call-me', words: undefined, day: undefined });
      const { rows } = await tx.execute<{ id: string }>(sql`select id from help_requests`);
      return rows[0]?.id ?? '';
    });
    const acts: [string, Record<string, string>][] = [
      [`/days/${dayId}/contacts`, { way: 'call', reached: 'yes' }],
      [`/days/${dayId}/confirmation`, { class: 'attended', minutes: '240', seen: '0' }],
      [`/help/${helpId}/answer`, { outcome: 'solved' }],
    ];
    for (const [path, fields] of acts)
      expect([path, await status(neighbour.post(path, fields))]).toEqual([path, 404]);
    expect(await confirmationsOf(office, dayId)).toEqual([]);
    for (const [path, fields] of acts)
      expect([path, await status(manager.post(path, fields))]).toEqual([path, 303]);
  });

  test('sees in the payer’s summary the unit’s days, and closes it only when all of it is the unit’s', async () => {
    const { office, aino, there, manager, neighbour, dayId } = await cast();
    expect(await text(manager.get('/payer-summaries'))).toContain('Kela');
    expect(await text(neighbour.get('/payer-summaries'))).not.toContain('/payer-summaries/kela');
    const period = /\/payer-summaries\/kela\/\d{4}-\d\d-\d\d/.exec(
      await text(manager.get('/payer-summaries')),
    );
    const path = period?.[0] ?? '';
    expect(await text(manager.get(path))).toContain('Koskela');
    expect(await text(neighbour.get(path))).not.toContain('Koskela');
    expect(await status(neighbour.post(`${path}/closing`))).toBe(404);
    expect(await status(neighbour.get(`/days/${dayId}`))).toBe(404);
    // A client of the other unit comes into the same period: neither may tell the payer of both.
    const otso = await office.person('client', { givenName: 'Otso', familyName: 'Laine' });
    await office.inOffice((tx) =>
      tx.execute(sql`update role_grants set unit_id = ${there} where person_id = ${otso.id}`),
    );
    const first = Temporal.PlainDate.from(path.split('/').at(-1) ?? '');
    await expectDay(office, otso, await enrol(office, otso, { serviceId: await testService(office) }), first);
    for (const person of [manager, neighbour]) expect(await status(person.post(`${path}/closing`))).toBe(404);
    expect(aino.id).not.toBe(otso.id);
  });

  test('is no wider for being an administrator of the whole office, and no narrower for coaching elsewhere', async () => {
    const { office, aino, there } = await cast();
    const both = await office.person(['manager', 'administrator']);
    const bound = (person: TestPerson) =>
      office.inOffice((tx) =>
        tx.execute(sql`update role_grants set unit_id = ${there}
          where person_id = ${person.id} and role = 'manager'`),
      );
    await bound(both);
    expect(await status(both.get(`/clients/${aino.id}/days`))).toBe(404);
    const coach = await office.person(['manager', 'coach']);
    await bound(coach);
    expect(await status(coach.get(`/clients/${aino.id}/days`))).toBe(404);
    await office.relate(aino, coach);
    expect(await status(coach.get(`/clients/${aino.id}/days`))).toBe(200);
  });
});

test('a manager of the whole office reaches all but themselves and whom they are kept apart from', async () => {
  const { office, aino } = await cast();
  const leena = await office.person(['manager', 'client']);
  const otso = await office.person('client', { givenName: 'Otso' });
  await office.inOffice(async (tx) => {
    const [first, second] = [otso.id, leena.id].sort();
    await tx.execute(sql`insert into blocked_pairs (first_id, second_id) values (${first}, ${second})`);
  });
  await office.inOffice(async (tx) => {
    expect(await withinReach(tx, leena.actor, [aino.id, otso.id, leena.id])).toEqual(new Set([aino.id]));
    expect(await inReach(tx, leena.actor, 'no id')).toBe(false);
  });
  const kari = await office.person('coach');
  await office.inOffice(async (tx) =>
    expect(await withinReach(tx, kari.actor, [aino.id, otso.id])).toEqual(new Set()),
  );
});
