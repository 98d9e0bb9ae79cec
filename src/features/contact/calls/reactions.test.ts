import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { now } from '../../../platform/clock.ts';
import { inviteToRoom, openRoom, presentNow } from './door.ts';
import { reactions } from './reactions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const named = (name: string) => {
  const found = reactions.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

async function twoInRoom() {
  const office = await house.office();
  const [veera, otto] = [await office.person('client'), await office.person('client')];
  const roomId = await office.inOffice(async (tx) => {
    const id = await openRoom(tx, {
      kind: 'group',
      opensAt: now(),
      closesAt: now().add({ hours: 1 }),
      waiting: 'open-door',
      keepsText: false,
    });
    await inviteToRoom(tx, id, [
      { personId: veera.id, as: 'guest', shownName: 'Veera' },
      { personId: otto.id, as: 'guest', shownName: 'Otto' },
    ]);
    return id;
  });
  for (const person of [veera, otto]) await person.post(`/rooms/${roomId}/visits`, { way: 'voice' });
  const inside = () =>
    office.inOffice(async (tx) => (await presentNow(tx, [roomId])).map((one) => one.shownName).sort());
  expect(await inside()).toEqual(['Otto', 'Veera']);
  return { office, veera, otto, roomId, inside };
}

test('a pair that must not meet any more parts: the later one is out, once and for all repeats', async () => {
  const { office, veera, otto, roomId, inside } = await twoInRoom();
  const [firstId, secondId] = [veera.id, otto.id].sort() as [string, string];
  await office.inOffice((tx) =>
    tx.execute(sql`insert into blocked_pairs (first_id, second_id) values (${firstId}, ${secondId})`),
  );
  for (let times = 0; times < 2; times++) {
    await office.inOffice((tx) =>
      named('partBlockedPairInRooms').run(tx, {
        id: crypto.randomUUID(),
        actorId: null,
        payload: { firstId, secondId } as never,
      }),
    );
    expect(await inside()).toEqual(['Veera']);
  }
  await otto.post(`/rooms/${roomId}/visits`, { way: 'voice' });
  const states = await office.inOffice((tx) => presentNow(tx, [roomId]));
  expect(states.map((one) => [one.shownName, one.state])).toEqual([
    ['Veera', 'in'],
    ['Otto', 'waiting'],
  ]);
});

test('somebody whose access has ended is out of every room, however often the news comes', async () => {
  const { office, veera, inside } = await twoInRoom();
  for (let times = 0; times < 2; times++) {
    await office.inOffice((tx) =>
      named('takeDeactivatedOutOfRooms').run(tx, {
        id: crypto.randomUUID(),
        actorId: null,
        payload: { personId: veera.id } as never,
      }),
    );
    expect(await inside()).toEqual(['Otto']);
  }
});
