// What may not be known is not told: whole answers about somebody hidden and somebody who is not there are the same.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDropIn } from '../src/features/contact/drop-in/door.ts';
import { addMember } from '../src/features/contact/groups/door.ts';
import { now, setClock, todayIn } from '../src/platform/clock.ts';
import { openTestHouse, type TestHouse, type TestPerson } from './cast.ts';
import { groupWith, setBlock } from './group.ts';
import { poolWith } from './meeting.ts';
import { openAllDay } from './queue.ts';
import { openSilence, type Silence, toldBy } from './silence.ts';

let house: TestHouse;
let pairs: Silence[];
let restore: () => void;
beforeAll(async () => {
  const still = now();
  restore = setClock(() => still);
  house = await openTestHouse({ trustedProxies: 1 });
  pairs = await openSilence(house);
});
afterAll(async () => {
  restore();
  await house.close();
});

test('nobody learns from an answer that a person is here whom they may not know of', async () => {
  for (const { name, hidden, absent } of pairs) {
    const [one, other] = [await hidden(1), await absent(1)];
    expect([name, one.status >= 500]).toEqual([name, false]);
    expect([name, await toldBy(one)]).toEqual([name, await toldBy(other)]);
  }
});

const allOf = async (person: TestPerson, paths: readonly string[]) => {
  const told: [string, string][] = [];
  for (const path of paths) told.push([path, await toldBy(await person.get(path))]);
  return told;
};

test('a member’s group, days, messages and calendar file are the same with and without somebody they must never meet', async () => {
  const { office, groupId, aino, ville, mika } = await groupWith(house, { members: ['ville'], seats: 3 });
  await ville.post('/me/calendar', { titles: 'own' });
  const file = /\/calendar\/[\w-]+\.ics/.exec(await (await ville.get('/me/calendar')).text())?.[0] ?? '';
  const paths = [`/groups/${groupId}`, '/groups', '/today', '/times', '/messages', file];
  const alone = await allOf(ville, paths);
  expect(alone.map(([path, told]) => [path, told.slice(0, 5)])).toEqual(paths.map((path) => [path, '[200,']));
  const joinsOn = todayIn().subtract({ days: 30 });
  await office.inOffice(async (tx) => {
    await addMember(tx, mika.actor, { groupId, clientId: aino.id, nickname: 'Kuutti', joinsOn });
  });
  expect(await allOf(ville, paths)).not.toEqual(alone);
  await setBlock(office, aino, ville);
  expect(await allOf(ville, paths)).toEqual(alone);
});

test('the free times of several coaches are the same whether one of them is kept apart or is not among them', async () => {
  const { office, aino, raili, pool } = await poolWith(house);
  const week = todayIn().add({ weeks: 1 });
  const paths = [`/times/new?pool=${pool}&week=${week}`, '/times/new', '/times'];
  const withAll = await allOf(aino, paths);
  await setBlock(office, aino, raili);
  const apart = await allOf(aino, paths);
  await office.inOffice(async (tx) => {
    await tx.execute(sql`delete from blocked_pairs where office_id = ${tx.officeId}`);
    await tx.execute(sql`update booking_pool_coaches set left_at = now() where coach_id = ${raili.id}`);
  });
  expect(apart).toEqual(await allOf(aino, paths));
  expect(withAll.every(([, told]) => told.startsWith('[200,'))).toBe(true);
});

test('a queue is the same for its coach whether somebody kept apart waits in it, wishes a call, or is not there', async () => {
  const office = await house.office();
  const [mika, raili] = [await office.person('coach'), await office.person('coach')];
  const [leena, aino] = [await office.person('manager'), await office.person('client')];
  const queue = openAllDay({ coachIds: [mika.id, raili.id] });
  const href = `/drop-in/${await office.inOffice((tx) => makeDropIn(tx, leena.actor, queue))}`;
  const paths = ['/drop-in', href];
  const placeIn = async () => {
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(sql`select id from queue_places where office_id = ${tx.officeId}`),
    );
    return rows[0]?.id ?? '';
  };
  const acts = async (placeId: string) => {
    const told = [await toldBy(await mika.post(`${href}/next`))];
    for (const act of ['end', 'called-back'])
      told.push(await toldBy(await mika.post(`/drop-in/places/${placeId}/${act}`, { outcome: 'done' })));
    return told;
  };
  const [alone, nothingToDo] = [await allOf(mika, paths), await acts(randomUUID())];
  expect(alone.every(([, told]) => told.startsWith('[200,'))).toBe(true);
  await aino.post(`${href}/places`, { mode: 'phone' });
  expect(await allOf(mika, paths)).not.toEqual(alone);
  await setBlock(office, aino, mika);
  expect(await allOf(mika, paths)).toEqual(alone);
  expect(await acts(await placeIn())).toEqual(nothingToDo);
  await raili.post(`${href}/next`);
  await raili.post(`/drop-in/places/${await placeIn()}/end`, { outcome: 'no-answer' });
  await aino.post(`/drop-in/places/${await placeIn()}/callback`);
  expect(await (await raili.get(href)).text()).toContain('called-back');
  expect(await allOf(mika, paths)).toEqual(alone);
  expect(await acts(await placeIn())).toEqual(nothingToDo);
});
