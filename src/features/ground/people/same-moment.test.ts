import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const statuses = async (answers: (Response | Promise<Response>)[]) =>
  (await Promise.all(answers)).map((answer) => answer.status);

test('six people who are deactivated at the same moment are all deactivated, and nobody is told of an error', async () => {
  const office = await house.office();
  const manager = await office.person('manager');
  const leaving = [];
  for (let at = 0; at < 6; at++) leaving.push(await office.person('client'));
  expect(await statuses(leaving.map(({ id }) => manager.post(`/people/${id}/deactivation`)))).toEqual(
    leaving.map(() => 303),
  );
});

test('several who save the opening hours at the same moment all succeed, one after the other', async () => {
  const office = await house.office();
  const managers = [];
  for (let at = 0; at < 6; at++) managers.push(await office.person('manager'));
  expect(await statuses(managers.map((one) => one.post('/office/hours', { '1': '9–15' })))).toEqual(
    managers.map(() => 303),
  );
});
