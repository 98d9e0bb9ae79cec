import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test/cast.ts';
import { now, setClock } from './clock.ts';
import { clearOldRows } from './old-rows.ts';

let house: TestHouse;
let putBack = () => {};
beforeAll(async () => {
  house = await openTestHouse();
});
afterEach(() => putBack());
afterAll(() => house.close());

test('a form sent lately keeps its answer for a second click, one sent over a month ago is forgotten', async () => {
  const office = await house.office();
  const aino = await office.person('client');
  expect((await aino.post('/sign-out')).status).toBe(303);
  const veera = await office.person('client');
  await office.inOffice((tx) =>
    tx.execute(sql`insert into submissions (key, person_id, method, path, status, created_at) values
      (${crypto.randomUUID()}, ${veera.id}, 'POST', '/new', 303, clock_timestamp() - interval '29 days'),
      (${crypto.randomUUID()}, ${veera.id}, 'POST', '/old', 303, clock_timestamp() - interval '31 days')`),
  );
  await house.outside.limits.take('somebody', { limit: 1, windowSeconds: 60 });
  const at = now();
  putBack = setClock(() => at);
  const context = { ...house, offices: async () => [office.officeId], log: house.outside.log, jobId: '1' };
  await clearOldRows.handler.run(context, {});
  await clearOldRows.handler.run(context, {});
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select path from submissions`));
  expect(rows.map((row) => row.path)).toContain('/new');
  expect(rows.map((row) => row.path)).not.toContain('/old');
});
