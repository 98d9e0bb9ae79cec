import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';
import { firstFree, freeOn, meetingWith } from '../../../../../test/meeting.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('who lets a freed time pass waits on at the end, and the next in line is kept it', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const [ville, noora] = [await office.person('client'), await office.person('client')];
  for (const client of [ville, noora]) await office.relate(client, mika);
  const at = await firstFree(aino);
  const booked = await aino.post('/times', { coach: mika.id, at, mode: 'video' });
  for (const client of [ville, noora]) await client.post('/times/wishes', { coach: mika.id });
  await aino.post(`${booked.headers.get('location')}/cancellation`, { reason: 'other' });
  expect(await (await ville.get('/times')).text()).toContain('/times/wishes/passing');
  expect(await (await noora.get('/times')).text()).not.toContain('/times/wishes/passing');
  // Kept for Ville, the time is not free for anybody else.
  expect(await freeOn(aino, `?week=${at.slice(0, 10)}`)).not.toContain(at);

  expect((await ville.post('/times/wishes/passing', { coach: mika.id })).status).toBe(303);
  expect(await (await ville.get('/times')).text()).not.toContain('/times/wishes/passing');
  expect(await (await noora.get('/times')).text()).toContain('/times/wishes/passing');
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ client_id: string }>(
      sql`select client_id from time_wishes where closed_at is null order by wished_at`,
    ),
  );
  expect(rows.map((row) => row.client_id)).toEqual([noora.id, ville.id]);
});

test('a wish for days that are over shows no more and does not keep its person from waiting anew', async () => {
  const { office, aino, mika } = await meetingWith(house);
  await aino.post('/times/wishes', { coach: mika.id });
  await office.inOffice((tx) => tx.execute(sql`update time_wishes set until_on = current_date - 2`));
  expect(await (await aino.get('/times')).text()).not.toContain('/times/wishes/removal');
  expect((await aino.post('/times/wishes', { coach: mika.id })).status).toBe(303);
  expect(await (await aino.get('/times')).text()).toContain('/times/wishes/removal');
  const { rows } = await office.inOffice((tx) =>
    tx.execute(sql`select outcome from time_wishes order by wished_at`),
  );
  expect(rows).toEqual([{ outcome: 'lapsed' }, { outcome: null }]);
});
