// Rows that have served their purpose: counts of tries whose window is over, keys of forms sent long ago.
import { sql } from 'drizzle-orm';
import { houseZone, now } from './clock.ts';
import { defineJob, jobHandler } from './jobs.ts';
import type { Tx } from './tenancy.ts';

/** Longer than anybody keeps a page with an unsent form open. */
const submissionDays = 30;

const clearing = defineJob<Record<string, never>>('old-rows', { retryLimit: 2 });

/** The job and its hours: every hour, as counts of tries pile up under attack. */
export const clearOldRows = {
  handler: jobHandler(clearing, async ({ inOffice, offices }) => {
    for (const officeId of await offices()) await inOffice(officeId, clearSubmissions);
    const [anyOffice] = await offices();
    // The counts belong to the whole installation; an office is only needed for a transaction to start from.
    if (anyOffice) await inOffice(anyOffice, (tx) => tx.outside.limits.removeOld());
  }),
  timed: { kind: clearing, cron: '17 * * * *', zone: houseZone },
};

/** Forgets the keys of forms that were sent more than a month ago. */
async function clearSubmissions(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from submissions where office_id = ${tx.officeId}
    and created_at < ${now()
      .subtract({ hours: submissionDays * 24 })
      .toString()}::timestamptz`);
}
