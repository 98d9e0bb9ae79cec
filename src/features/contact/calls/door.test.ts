import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { now, setClock } from '../../../platform/clock.ts';
import {
  attendanceOf,
  closeRoom,
  inRoom,
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

test('hints of a room reach those invited, and somebody put out for a minute more; signals reach their own page', async () => {
  const office = await house.office();
  const [aino, noora] = [await office.person('client'), await office.person('client')];
  const roomId = await office.inOffice(async (tx) => {
    const id = await openRoom(tx, {
      kind: 'pair',
      opensAt: now(),
      closesAt: now().add({ hours: 1 }),
      waiting: 'open-door',
      keepsText: false,
    });
    await inviteToRoom(tx, id, [{ personId: aino.id, as: 'guest', shownName: 'Aino' }]);
    return id;
  });
  const both = [aino.id, noora.id];
  await office.inOffice(async (tx) => {
    expect([...(await inRoom(tx, both, roomId))]).toEqual([aino.id]);
    await removeFromRoom(tx, roomId, aino.id);
    expect([...(await inRoom(tx, both, roomId))]).toEqual([aino.id]);
    const later = now().add({ minutes: 2 });
    const restore = setClock(() => later);
    expect([...(await inRoom(tx, both, roomId))]).toEqual([]);
    restore();
  });
});
