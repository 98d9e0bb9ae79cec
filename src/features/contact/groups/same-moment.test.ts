import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { groupWith } from '../../../../test/group.ts';
import { setRules } from './door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const words = { fi: 'Ollaan ystävällisiä', sv: 'Vi är vänliga', en: 'We are kind' };

const statuses = async (answers: (Response | Promise<Response>)[]) =>
  (await Promise.all(answers)).map((answer) => answer.status);

test('members who accept the rules at the same moment are all let into the channel', async () => {
  for (let round = 0; round < 3; round++) {
    const { office, groupId, mika, aino, ville } = await groupWith(house);
    await office.inOffice((tx) => setRules(tx, mika.actor, groupId, words));
    const accepting = [aino, ville].map((one) => one.post(`/groups/${groupId}/acceptance`, { version: '1' }));
    expect(await statuses(accepting)).toEqual([303, 303]);
  }
});

test('a member changes their nickname while the coach changes it too, and neither is told of an error', async () => {
  const { groupId, mika, aino, membershipOf } = await groupWith(house);
  const at = `/groups/${groupId}/members/${await membershipOf(aino)}`;
  const changes = ['Kuutti', 'Norppa', 'Hylje', 'Ahven'].flatMap((nickname) => [
    aino.post(`/groups/${groupId}/nickname`, { nickname }),
    mika.post(at, { nickname }),
  ]);
  expect(await statuses(changes)).toEqual(changes.map(() => 303));
});
