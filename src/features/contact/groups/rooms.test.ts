// The rooms of a group's sessions, kept in line with the group.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../test/cast.ts';
import { groupWith } from '../../../../test/group.ts';
import { setClock } from '../../../platform/clock.ts';
import { sessionsOn } from './door.ts';

let house: TestHouse;
let putBack = () => {};
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
afterEach(() => putBack());

test('a room that is open already has the doors that the group is given then', async () => {
  const tuesday = Temporal.PlainDate.from('2026-11-24');
  putBack = setClock(() => Temporal.Instant.from('2026-11-24T06:58:00Z'));
  const { office, groupId, mika, aino } = await groupWith(house);
  const ville = await office.person('client');
  await office.relate(ville, mika);
  await mika.post(`/groups/${groupId}/members`, { client: ville.id, nickname: '', joinsOn: `${tuesday}` });
  await mika.post(`/groups/${groupId}/programme`, {
    kind: 'live',
    title: 'Yhteinen aamu',
    weekday: '2',
    starts: '09:00',
    ends: '09:30',
    'ways[]': ['video', 'voice', 'text'],
    validFrom: '2026-11-01',
  });
  const [session] = await office.inOffice((tx) => sessionsOn(tx, { groupId }, tuesday));
  const arrive = async (person: TestPerson) => {
    const answer = await person.post(`/rooms/${session?.roomId}/visits`, { way: 'text' });
    return (await person.get(answer.headers.get('location') ?? '')).text();
  };
  expect(await arrive(aino)).toContain('Mukana');
  for (const [doors, says] of [
    ['everyone', 'Olet oven takana'],
    ['open-door', 'Mukana'],
  ] as const) {
    expect((await mika.post(`/groups/${groupId}`, { name: 'Aamu', doors })).status).toBe(303);
    expect(await arrive(ville)).toContain(says);
  }
});
