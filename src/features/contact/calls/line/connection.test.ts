import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';
import { now } from '../../../../platform/clock.ts';
import { inviteToRoom, openRoom } from '../door.ts';
import { askingServers, type Connection } from './connection.ts';

const turn = {
  urls: ['turn:relay.example.fi:3478', 'turns:relay.example.fi:443'],
  secret: 'a secret of the relay',
};
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ turn });
});
afterAll(() => house.close());

async function visitor() {
  const office = await house.office();
  const aino = await office.person('client');
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
  const connection = async () => {
    const answer = await aino.post(`/rooms/${roomId}/visits`, { way: 'voice' });
    return (await (await aino.get(`${answer.headers.get('location')}/connection`)).json()) as Connection;
  };
  return { office, aino, roomId, connection };
}

test('where there is a relay, addresses are hidden behind it with a credential that lives ten minutes', async () => {
  const { aino, roomId, connection } = await visitor();
  expect(await (await aino.get(`/rooms/${roomId}`)).text()).toContain('välityspalvelimen kautta');
  const { policy, servers } = await connection();
  expect(policy).toBe('relay');
  const server = servers[0];
  expect(server?.urls).toEqual(turn.urls);
  const [until, word] = (server?.username ?? '').split(':');
  const minutes = (Number(until) - now().epochMilliseconds / 1000) / 60;
  expect(minutes).toBeGreaterThan(9);
  expect(minutes).toBeLessThanOrEqual(10);
  expect(word).not.toContain(aino.id.slice(0, 8));
  expect(server?.credential).toBe(
    createHmac('sha1', turn.secret)
      .update(server?.username ?? '')
      .digest('base64'),
  );
});

test('an office may allow the straight way, and then the relay only helps', async () => {
  const { office, connection } = await visitor();
  await office.inOffice((tx) =>
    tx.execute(sql`insert into settings (key, value, valid_from, source)
      values ('calls.network-addresses', '"direct"', '2026-01-01', 'test')`),
  );
  const { policy, servers } = await connection();
  expect([policy, servers.length]).toEqual(['all', 1]);
});

test('a device check tries the way that the person’s calls go: through the relay, with a credential of its own', async () => {
  const { aino, connection } = await visitor();
  const tried = (await (await aino.get('/device-check/connection')).json()) as Connection;
  expect(tried).toMatchObject({ policy: 'relay', servers: [{ urls: turn.urls }] });
  expect(tried.servers[0]?.username).not.toBe((await connection()).servers[0]?.username);
  expect(await (await aino.get('/device-check')).text()).not.toContain('credential');
});

test('somebody who has not signed in gets no credential of the relay', async () => {
  const office = await house.office();
  const page = await (await office.visitor().get('/device-check')).text();
  expect(page).toContain('stun:relay.example.fi:3478');
  expect(page).not.toContain('credential');
  expect(askingServers(undefined)).toEqual([]);
});
