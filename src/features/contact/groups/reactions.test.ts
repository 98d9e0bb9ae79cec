import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../test/cast.ts';
import { groupWith } from '../../../../test/group.ts';
import { setClock } from '../../../platform/clock.ts';
import type { HappenedEvent } from '../../../platform/events.ts';
import { reactions } from './reactions.ts';

let house: TestHouse;
let putBack = () => {};
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  putBack = setClock(() => Temporal.Instant.from('2026-11-24T06:30:00Z'));
});
afterEach(() => putBack());

const morning = {
  kind: 'live',
  title: 'Yhteinen aamu',
  weekday: '2',
  starts: '09:00',
  ends: '09:30',
  'ways[]': ['video'],
  validFrom: '2026-11-01',
};

/** Runs a reaction twice for every recorded event of its kind, as a worker that died in between would. */
async function reactTwice(office: TestOffice, name: string) {
  const reaction = reactions.find((one) => one.name === name);
  if (!reaction) throw new Error(`there is no reaction ${name}`);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<HappenedEvent<never> & { actor_id: string }>(
      sql`select id, payload, actor_id from events where name = ${reaction.event}`,
    ),
  );
  for (const event of rows) {
    const happened = { id: event.id, actorId: event.actor_id, payload: event.payload };
    for (const _ of [1, 2]) await office.inOffice((tx) => reaction.run(tx, happened));
  }
}

const told = async (office: TestOffice, kind: string) =>
  (
    await office.inOffice((tx) =>
      tx.execute<{ person_id: string }>(sql`select person_id from notices where kind = ${kind}`),
    )
  ).rows.map((row) => row.person_id);

test('members are told once of a session that is cancelled today, and not of one next week', async () => {
  const { office, groupId, mika, aino, ville } = await groupWith(house);
  await mika.post(`/groups/${groupId}/programme`, morning);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from group_sessions where group_id = ${groupId} order by day`),
  );
  await mika.post(`/sessions/${rows[1]?.id}/cancellation`, {});
  await reactTwice(office, 'tellMembersOfCancellation');
  expect(await told(office, 'programme-moved')).toEqual([]);
  await mika.post(`/sessions/${rows[0]?.id}/cancellation`, {});
  await reactTwice(office, 'tellMembersOfCancellation');
  expect((await told(office, 'programme-moved')).sort()).toEqual([aino.id, ville.id].sort());
});

test('a client is told once that a seat waits', async () => {
  const { office, groupId, mika } = await groupWith(house);
  const noora = await office.person('client', { givenName: 'Noora' });
  await office.relate(noora, mika);
  await mika.post(`/groups/${groupId}/waiting`, { client: noora.id });
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from waiting_list`),
  );
  await mika.post(`/groups/${groupId}/waiting/${rows[0]?.id}/offer`, { until: '2026-11-27' });
  await reactTwice(office, 'tellClientOfSeat');
  expect(await told(office, 'seat-waits')).toEqual([noora.id]);
});
