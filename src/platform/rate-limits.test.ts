import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/database.ts';
import { now, setClock } from './clock.ts';
import { openLog } from './log.ts';
import { networkOf, openRateLimits, type RateLimits } from './rate-limits.ts';

let database: TestDatabase;
let limits: RateLimits;
let others: RateLimits;
let putBack = () => {};

beforeAll(async () => {
  database = await openTestDatabase();
  limits = openRateLimits({ url: database.urls.app, log: openLog('silent') });
  others = openRateLimits({ url: database.urls.app, log: openLog('silent') });
});
afterEach(() => putBack());
afterAll(async () => {
  await limits.close();
  await others.close();
  await database.close();
});

const threeAMinute = { limit: 3, windowSeconds: 60 };

test('a person may try three times and is told how long to wait before the fourth', async () => {
  const start = now();
  putBack = setClock(() => start);
  const key = crypto.randomUUID();
  for (let tries = 0; tries < 3; tries++) expect(await limits.take(key, threeAMinute)).toEqual({ ok: true });
  expect(await limits.take(key, threeAMinute)).toEqual({ ok: false, retryAfterSeconds: 60 });
  setClock(() => start.add({ seconds: 45 }));
  expect(await limits.take(key, threeAMinute)).toEqual({ ok: false, retryAfterSeconds: 15 });
  setClock(() => start.add({ seconds: 61 }));
  expect(await limits.take(key, threeAMinute)).toEqual({ ok: true });
});

test('a hundred tries at once through two processes let exactly three pass, and nobody else is held up', async () => {
  const key = crypto.randomUUID();
  const tries = await Promise.all(
    Array.from({ length: 100 }, (_, n) => (n % 2 ? limits : others).take(key, threeAMinute)),
  );
  expect(tries.filter((taken) => taken.ok)).toHaveLength(3);
  expect(await limits.take(crypto.randomUUID(), threeAMinute)).toEqual({ ok: true });
});

test('a person who has proved themselves starts again from nothing', async () => {
  const key = crypto.randomUUID();
  for (let tries = 0; tries < 4; tries++) await limits.take(key, threeAMinute);
  await limits.forget(key);
  expect(await limits.take(key, threeAMinute)).toEqual({ ok: true });
});

test('counts that nobody can still be limited by are removed, newer ones stay', async () => {
  const start = now();
  putBack = setClock(() => start);
  await limits.take('old', threeAMinute);
  setClock(() => start.add({ hours: 24 }));
  await limits.take('newer', threeAMinute);
  setClock(() => start.add({ hours: 26 }));
  await limits.removeOld();
  const client = new pg.Client({ connectionString: database.urls.app });
  await client.connect();
  const { rows } = await client.query('select key from house.rate_limits');
  await client.end();
  expect(rows.map((row) => row.key)).toContain('newer');
  expect(rows.map((row) => row.key)).not.toContain('old');
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::1]', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['nonsense', 'unknown'],
  ['', 'unknown'],
])('somebody at %s counts for the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('everybody within one /64 counts together, whatever way the address is written', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
  fc.assert(
    fc.property(fc.tuple(group, group, group, group), fc.tuple(group, group, group, group), (net, host) => {
      const full = [...net, ...host].map((part) => part.padStart(4, '0')).join(':');
      expect(networkOf(full.toUpperCase())).toBe(networkOf(`${net.join(':')}:0:0:0:1`));
      expect(networkOf(full)).toBe(`${net.join(':')}::/64`);
    }),
  );
});
