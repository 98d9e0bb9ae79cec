import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../test/cast.ts';
import { reactions } from './reactions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Row = { id: string; payload: never; actor_id: string };

async function reactTwice(office: TestOffice, name: string) {
  const reaction = reactions.find((one) => one.name === name);
  if (!reaction) throw new Error(`there is no reaction ${name}`);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<Row>(
      sql`select id, payload, actor_id from events where name = ${reaction.event} order by position`,
    ),
  );
  for (const { id, payload, actor_id: actorId } of rows)
    for (const _ of [1, 2]) await office.inOffice((tx) => reaction.run(tx, { id, actorId, payload }));
}

test('a client is told once of what a coach has written since they last read, and never what it says', async () => {
  const office = await house.office();
  const aino = await office.person('client', { phone: '+358401234567' });
  const mika = await office.person('coach');
  await office.relate(aino, mika);
  await mika.post(`/messages/${aino.id}`, { text: 'Salaisuus' });
  await mika.post(`/messages/${aino.id}`, { text: 'Toinen salaisuus' });
  await aino.post(`/messages/${aino.id}`, { text: 'Kiitos' });
  await reactTwice(office, 'tellClientOfMessage');
  const told = () =>
    office.inOffice((tx) =>
      tx.execute<{ person_id: string; ids: object }>(
        sql`select person_id, ids from notices where kind = 'message-waits'`,
      ),
    );
  // What Aino has answered to, Aino has read.
  expect((await told()).rows).toEqual([]);
  await mika.post(`/messages/${aino.id}`, { text: 'Kolmas' });
  await mika.post(`/messages/${aino.id}`, { text: 'Neljäs' });
  await reactTwice(office, 'tellClientOfMessage');
  expect((await told()).rows).toEqual([{ person_id: aino.id, ids: { clientId: aino.id } }]);
});
