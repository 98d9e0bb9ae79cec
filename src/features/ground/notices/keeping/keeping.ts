// How long it is kept what was sent to whom. The office decides and names its source; a nightly job carries it out.
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { houseZone, now, todayIn } from '../../../../platform/clock.ts';
import { defineJob, jobHandler } from '../../../../platform/jobs.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { defineSetting, settingInForce } from '../../offices/door.ts';
import { keepingTexts as texts } from './texts-keeping.ts';

export const keepDeliveriesDays = defineSetting({
  key: 'notices.keep-days',
  title: texts.title,
  explanation: texts.why,
  schema: z.number().int().min(30).max(3650),
  fallback: {
    value: 365,
    validFrom: Temporal.PlainDate.from('2020-01-01'),
    source: 'Likistä: EU 2016/679, 5 artikla 1 e',
  },
  field: { kind: 'number', unit: texts.days },
});

const clearing = defineJob<Record<string, never>>('notice-clearing', { retryLimit: 2 });

/** The job and its hour: every night, in every office. */
export const clearDeliveries = {
  handler: jobHandler(clearing, async ({ inOffice, offices }) => {
    for (const officeId of await offices())
      for (let cleared = batch; cleared === batch; ) cleared = await inOffice(officeId, clearOldDeliveries);
  }),
  timed: { kind: clearing, cron: '37 3 * * *', zone: houseZone },
};

/** So many in one transaction, that no lock is held long. */
const batch = 2_000;

/**
 * Removes what was sent, given up or taken back longer ago than the office keeps it, with the notices it carried and
 * the demonstration's outbox; what still waits stays. Gives how many deliveries went, `batch` at most.
 */
export async function clearOldDeliveries(tx: Tx): Promise<number> {
  const { value: days } = await settingInForce(tx, keepDeliveriesDays, todayIn());
  const before = sql`${now()
    .subtract({ hours: days * 24 })
    .toString()}::timestamptz`;
  // The oldest first: whatever followed up a delivery is younger than it and goes with it or after it.
  const old = sql`select id from deliveries where office_id = ${tx.officeId} and created_at < ${before}
    and state in ('sent', 'delivered', 'given-up', 'withdrawn') order by created_at, id limit ${batch}`;
  const ids = (await tx.execute<{ id: string }>(old)).rows.map((row) => row.id);
  await tx.execute(sql`delete from outbox where office_id = ${tx.officeId} and at < ${before}`);
  if (ids.length === 0) return 0;
  const these = sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;
  await tx.execute(sql`delete from notices where office_id = ${tx.officeId} and delivery_id in ${these}`);
  await tx.execute(sql`update deliveries set followed_by = null
    where office_id = ${tx.officeId} and followed_by in ${these}`);
  await tx.execute(sql`delete from deliveries where office_id = ${tx.officeId} and id in ${these}`);
  return ids.length;
}
