// Bodies without a row: their transaction was rolled back, or their file has been removed.
import { sql } from 'drizzle-orm';
import { houseZone, now } from '../../../platform/clock.ts';
import { defineJob, type JobContext, jobHandler } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/tenancy.ts';

const clearing = defineJob<Record<string, never>>('file-orphans', { retryLimit: 0, expireInSeconds: 3_000 });

/** A body younger than this may belong to a transaction that has not committed yet. */
const graceHours = 2;

/** The job and its hours: every hour, in every office. */
export const clearOrphans = {
  handler: jobHandler(clearing, async ({ inOffice, offices }) => {
    for (const officeId of await offices()) await clearOrphansOf(inOffice, officeId);
  }),
  timed: { kind: clearing, cron: '23 * * * *', zone: houseZone },
};

/** Removes the orphans of one office from the store. Gives how many there were. */
export async function clearOrphansOf(inOffice: JobContext['inOffice'], officeId: string): Promise<number> {
  let cleared = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const last: string = after;
    after = await inOffice(officeId, async (tx) => {
      const keys = await tx.outside.files.list(officeId, last);
      const orphans = await orphansAmong(tx, keys);
      for (const key of orphans) await tx.outside.files.remove(key);
      cleared += orphans.length;
      return keys.at(-1);
    });
  }
  return cleared;
}

async function orphansAmong(tx: Tx, keys: readonly string[]): Promise<string[]> {
  const idOf = (key: string) => key.slice(tx.officeId.length + 1);
  const ids = JSON.stringify(keys.map(idOf));
  const { rows } = await tx.execute<{ id: string; removed: boolean }>(sql`
    select id, removed_at is not null as removed from files
    where office_id = ${tx.officeId} and id::text in (select jsonb_array_elements_text(${ids}::jsonb))`);
  const known = new Map(rows.map((row) => [row.id, row.removed]));
  const young = now().subtract({ hours: graceHours }).epochMilliseconds;
  return keys.filter((key) => known.get(idOf(key)) ?? madeAt(idOf(key)) < young);
}

// The first 48 bits of a UUID of version 7 are milliseconds since 1970 (RFC 9562, section 5.7).
function madeAt(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
