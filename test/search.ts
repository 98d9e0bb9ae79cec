// Looking at everything a house has left in its database, past all policies.
import { Client } from 'pg';
import { expect, vi } from 'vitest';
import type { TestHouse } from './cast.ts';

/** Does the house's own work until nothing waits in its queue. */
export async function workUntilQuiet(at: TestHouse) {
  await at.workJobs();
  await vi.waitFor(
    async () => {
      const waiting = await asAdmin(at.adminUrl, (admin) =>
        admin.query(`select name, state, start_after - now() as due from pgboss.job
          where state in ('created', 'retry', 'active') and start_after <= now() limit 5`),
      );
      expect(waiting.rows).toEqual([]);
    },
    { timeout: 60_000, interval: 200 },
  );
}

export async function asAdmin<T>(adminUrl: string, act: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await act(admin);
  } finally {
    await admin.end();
  }
}

/** Every table that holds one of the words, as text or inside bytes. */
export async function tablesWith(adminUrl: string, words: readonly string[]): Promise<string[]> {
  return asAdmin(adminUrl, async (admin) => {
    const tables = await admin.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name
      from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    const patterns = words.flatMap((word) => [`%${word}%`, `%${Buffer.from(word).toString('hex')}%`]);
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await admin.query(`select from ${name} t where t::text like any ($1) limit 1`, [
        patterns,
      ]);
      if (rowCount) found.push(name);
    }
    return found;
  });
}
