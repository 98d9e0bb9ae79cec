// What may not be known is not told: whole answers about somebody hidden and somebody who is not there are the same.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember } from '../src/features/contact/groups/door.ts';
import { now, setClock, todayIn } from '../src/platform/clock.ts';
import { openTestHouse, type TestHouse, type TestPerson } from './cast.ts';
import { groupWith, setBlock } from './group.ts';
import { poolWith } from './meeting.ts';
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
