import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('each role begins where its day is, and a visitor sees the public page', async () => {
  const office = await house.office();
  const places = {
    client: '/today',
    coach: '/board',
    manager: '/overview',
    administrator: '/start',
  } as const;
  for (const [role, place] of Object.entries(places)) {
    const person = await office.person(role as keyof typeof places);
    const answer = await person.get('/');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, place]);
    expect((await person.get(place)).status).toBe(200);
  }
  expect((await office.visitor().get('/')).status).toBe(200);
});

test('help leads a client to people first, and every link of it is there', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  const page = await (await aino.get('/help')).text();
  expect(page).toContain('Pyydä soittoa');
  for (const href of ['/help/call', '/messages', '/contact', '/device-check']) {
    expect(page).toContain(`href="${href}"`);
    expect((await aino.get(href)).status).toBe(200);
  }
  const mika = await office.person('coach');
  expect(await (await mika.get('/help')).text()).not.toContain('/help/call');
  expect((await office.visitor().get('/help')).status).toBe(303);
});
