import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { openTestHouse } from '../../test/cast.ts';

test('a connection lost between two questions ends that one transaction, and nobody else notices', async () => {
  const house = await openTestHouse();
  try {
    const office = await house.office();
    const admin = new Client({ connectionString: house.adminUrl });
    await admin.connect();
    const lost = office.inOffice(async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      // The news of the end comes while nothing is being asked.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.execute(sql`select 1`);
    });
    await expect(lost).rejects.toThrow();
    await admin.end();
    expect(await office.inOffice(async (tx) => (await tx.execute(sql`select 1 as one`)).rows)).toEqual([
      { one: 1 },
    ]);
  } finally {
    await house.close();
  }
});
