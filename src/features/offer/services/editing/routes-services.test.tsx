import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('a manager adds a service, writes its path from the usual one, and sees every page of it', async () => {
  const office = await house.office();
  const minna = await office.person('manager');
  const added = await minna.post('/office/services', {
    'name-fi': 'Digituki',
    kind: 'digital-support',
    stage: 'pilot',
    unit: '',
  });
  expect(added.status).toBe(303);
  const at = added.headers.get('location') ?? '';
  for (const page of [
    '',
    '/wording',
    '/terms',
    '/contact',
    '/modes',
    '/modes/video',
    '/path',
    '/path/new',
    '/preview',
    '/versions',
    '/stage',
  ])
    expect([page, (await minna.get(at + page)).status]).toEqual([page, 200]);
});
