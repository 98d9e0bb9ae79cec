import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('a signed-in person who signs out is signed out, also in the next request', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  expect((await aino.post('/sign-out')).status).toBe(303);
  const again = await aino.post('/sign-out');
  expect(again.headers.get('location')).toMatch(/\/sign-in$/);
});
