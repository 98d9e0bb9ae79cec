// Nothing stays behind: deliveries whose job was lost are queued again.
import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { houseZone, now } from '../../../../platform/clock.ts';
import { defineJob, jobHandler } from '../../../../platform/jobs.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { queueDelivery } from '../actions.ts';
import { deliveries } from '../tables.ts';

const sweep = defineJob<Record<string, never>>('notice-sweep', { retryLimit: 0 });

// Longer than the longest way of a healthy job: the queue's own repeats of a worker that died included.
const overdue = Temporal.Duration.from('PT15M');

/** The job and its hours: every ten minutes, in every office. */
export const sweepDeliveries = {
  handler: jobHandler(sweep, async ({ inOffice, offices }) => {
    for (const officeId of await offices()) await inOffice(officeId, queueOverdue);
  }),
  timed: { kind: sweep, cron: '*/10 * * * *', zone: houseZone },
};

/** Queues an attempt of every delivery that should have gone by now. Safe to repeat. */
export async function queueOverdue(tx: Tx): Promise<void> {
  const at = now();
  const rows = await tx
    .select({ id: deliveries.id, channel: deliveries.channel, dueAt: deliveries.dueAt })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.officeId, tx.officeId),
        inArray(deliveries.state, ['queued', 'failed']),
        inArray(deliveries.channel, ['sms', 'email']),
        lt(deliveries.dueAt, at.subtract(overdue)),
        or(isNull(deliveries.leasedUntil), lt(deliveries.leasedUntil, at)),
      ),
    )
    .orderBy(deliveries.dueAt)
    .limit(500);
  for (const delivery of rows) await queueDelivery(tx, delivery);
}
