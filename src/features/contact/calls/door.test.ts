import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { now } from '../../../platform/clock.ts';
import {
  attendanceOf,
  closeRoom,
  inviteToRoom,
  moveRoom,
  openRoom,
  presentNow,
  removeFromRoom,
} from './door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('a room is opened, filled with names, moved and closed by the feature that needs it', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const opensAt = now();
  const roomId = await office.inOffice(async (tx) => {
    const id = await openRoom(tx, {
      title: 'Aamun aloitus',
      kind: 'group',
      opensAt,
      closesAt: opensAt.add({ hours: 1 }),
      waiting: 'open-door',
      keepsText: false,
    });
    await inviteToRoom(tx, id, [{ personId: aino.id, as: 'guest', shownName: 'Aino' }]);
    await inviteToRoom(tx, id, [{ personId: aino.id, as: 'guest', shownName: 'Ainu' }]);
    await moveRoom(tx, id, { opensAt, closesAt: opensAt.add({ hours: 2 }) });
    await removeFromRoom(tx, id, aino.id);
    expect(await presentNow(tx, [id])).toEqual([]);
    await closeRoom(tx, id);
    await closeRoom(tx, id);
    return id;
  });
  const other = await house.office();
  await expect(
    other.inOffice((tx) => moveRoom(tx, roomId, { opensAt, closesAt: opensAt.add({ hours: 3 }) })),
  ).rejects.toThrow('room');
  expect(await office.inOffice((tx) => attendanceOf(tx, roomId))).toEqual([]);
});
