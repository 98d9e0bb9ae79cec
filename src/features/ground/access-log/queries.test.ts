import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { now } from '../../../platform/clock.ts';
import { entriesQuery } from './queries.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('a page of a long log is found by an index, however long the log grows', async () => {
  const office = await house.office();
  const [coach, client] = [await office.person('coach'), await office.person('client')];
  await office.inOffice((tx) =>
    tx.execute(sql`insert into access_log (office_id, actor_id, actor_role, person_id, act, subject, purpose, at)
      select ${office.officeId}, case n % 50 when 0 then ${coach.id}::uuid else gen_random_uuid() end, 'coach',
        case n % 50 when 1 then ${client.id}::uuid else gen_random_uuid() end, 'read', 'message', 'coaching',
        now() - make_interval(mins => n) from generate_series(1, 40000) n`),
  );
  const superuser = new pg.Client({ connectionString: house.adminUrl });
  await superuser.connect();
  await superuser.query('analyze access_log');
  await superuser.end();
  const filters = [
    { personId: client.id },
    { actorId: coach.id },
    { actorId: coach.id, from: now().subtract({ hours: 24 * 7 }), until: now() },
  ];
  for (const filter of filters) {
    const plan = await office.inOffice(async (tx) => {
      const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql`explain ${entriesQuery(tx, filter)}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan, plan).not.toMatch(/Seq Scan on access_log/);
    expect(plan, plan).toMatch(/Index (Only )?Scan|Bitmap Index Scan/);
  }
});
