import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { enrol, expectDay, testService } from '../../../../test/days.ts';
import { todayIn } from '../../../platform/clock.ts';
import { confirmDay } from '../confirmation/actions.ts';
import { waysDuring } from '../confirmation/week.ts';
import { notePresence } from '../days/day-actions.ts';
import { dayById } from '../enrolments/expected.ts';
import { groupMonth } from './group-month.ts';
import { monthOf } from './month.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const today = todayIn();
const monday = today.subtract({ days: today.dayOfWeek + 6 });
const month = monday.toPlainYearMonth().toString();

async function cast() {
  const office = await house.office();
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
  const otso = await office.person('client', { givenName: 'Otso', familyName: 'Laine' });
  const mika = await office.person('coach', { givenName: 'Mika' });
  await office.relate(aino, mika);
  const serviceId = await testService(office);
  const ainos = await expectDay(office, aino, await enrol(office, aino, { serviceId }), monday);
  const otsos = await expectDay(office, otso, await enrol(office, otso, { serviceId }), monday);
  const groupId = await makeGroup(office, mika, [aino, otso]);
  await office.inOffice(async (tx) => {
    const day = await dayById(tx, ainos);
    if (!day) throw new Error('no day');
    const at = (time: string) =>
      monday.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: time }).toInstant();
    await notePresence(tx, mika.actor, day, { way: 'on-site', fromAt: at('09:00'), toAt: at('13:30') });
    await confirmDay(tx, mika.actor, {
      dayId: ainos,
      class: 'attended',
      minutes: 270,
      seenSequence: 0,
      suggested: 'counts',
    });
  });
  return { office, aino, otso, mika, ainos, otsos, groupId };
}

const makeGroup = (office: TestOffice, coach: TestPerson, members: readonly TestPerson[]) =>
  office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into groups (name) values ('Aamuryhmä') returning id`,
    );
    const id = rows[0]?.id ?? '';
    const since = today.subtract({ days: 60 }).toString();
    await tx.execute(
      sql`insert into group_coaches (group_id, coach_id, starts_on) values (${id}, ${coach.id}, ${since}::date)`,
    );
    for (const member of members)
      await tx.execute(
        sql`insert into group_memberships (group_id, client_id, joins_on) values (${id}, ${member.id}, ${since}::date)`,
      );
    return id;
  });

const text = async (answer: Response | Promise<Response>) => (await answer).text();

describe("a client's month", () => {
  test('shows the own coach each day with its class, and opens it', async () => {
    const { aino, mika, ainos } = await cast();
    const page = await text(mika.get(`/clients/${aino.id}/days?month=${month}`));
    expect(page).toContain('Aino Koskela');
    expect(page).toContain(`href="/days/${ainos}"`);
    expect(page).toContain('Paikan päällä');
  });

  test('is not there for others or another office', async () => {
    const { office, aino, otso, mika } = await cast();
    const path = `/clients/${aino.id}/days`;
    const elsewhere = await (await house.office()).person('manager');
    for (const person of [aino, await office.person('coach'), await office.person('provider'), elsewhere])
      expect((await person.get(path)).status).toBe(404);
    expect((await mika.get(`/clients/${otso.id}/days`)).status).toBe(404);
    expect((await (await office.person('manager')).get(path)).status).toBe(200);
  });
});

test('minutes that were noted twice, or in two ways at once, stand once in the sums of client, group and week', async () => {
  const { office, aino, mika, ainos, groupId } = await cast();
  const at = (time: string) =>
    monday.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: time }).toInstant();
  await office.inOffice(async (tx) => {
    const day = await dayById(tx, ainos);
    if (!day) throw new Error('no day');
    await notePresence(tx, mika.actor, day, { way: 'on-site', fromAt: at('13:00'), toAt: at('14:00') });
    await notePresence(tx, mika.actor, day, { way: 'phone', fromAt: at('13:45'), toAt: at('14:30') });
  });
  const [client, group, week] = await office.inOffice(async (tx) => [
    (await monthOf(tx, aino.id, monday.toPlainYearMonth())).sums.ways,
    (await groupMonth(tx, mika.actor, groupId, monday.toPlainYearMonth())).rows[0]?.ways,
    Object.fromEntries((await waysDuring(tx, [ainos])).get(ainos) ?? []),
  ]);
  const minutes = { 'on-site': 300, phone: 30 };
  expect(client).toMatchObject(minutes);
  expect(group).toMatchObject(minutes);
  expect(week).toEqual(minutes);
});

describe("a group's month", () => {
  test('shows the coach own clients’ days and minutes by way, and counts the others only', async () => {
    const { mika, groupId, ainos, otsos } = await cast();
    const page = await text(mika.get(`/groups/${groupId}/days?month=${month}`));
    expect(page).toContain(`/days/${ainos}`);
    expect(page.replaceAll('\u00A0', ' ')).toContain('Paikan päällä 4 h 30 min');
    expect(page).not.toContain(otsos);
    expect(page).not.toContain('Otso');
    expect(page).toContain('Yhden muun jäsenen päivät näkee hänen oma valmentajansa.');
  });

  test('shows a manager every member', async () => {
    const { office, groupId, otsos } = await cast();
    const leena = await office.person('manager');
    expect(await text(leena.get(`/groups/${groupId}/days?month=${month}`))).toContain(otsos);
  });

  test('notes the reading about those who are shown', async () => {
    const { office, aino, otso, mika, groupId } = await cast();
    await mika.get(`/groups/${groupId}/days?month=${month}`);
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ person_id: string }>(sql`select distinct person_id from access_log
        where actor_id = ${mika.id} and subject = 'day' and act = 'read'`),
    );
    expect(rows.map((row) => row.person_id)).toEqual([aino.id]);
    expect(otso.id).not.toBe(aino.id);
  });

  test('is not there for a coach of another group, a member or another office', async () => {
    const { office, aino, mika, groupId } = await cast();
    const elsewhere = await (await house.office()).person('manager');
    for (const person of [aino, await office.person('coach'), await office.person('provider'), elsewhere])
      expect((await person.get(`/groups/${groupId}/days`)).status).toBe(404);
    expect((await mika.get(`/groups/${groupId}/days?month=2026-13`)).status).toBe(404);
  });
});
