// Closing a payer's period and confirming its days keep out of each other's way: without this, a correction committed
// beside a closing could be told in neither period.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import type { Payer } from './tables.ts';

/**
 * Waits until nobody closes a period of the payers of these days. Many confirm at the same time; the lock ends with
 * the transaction. Call before locking the days.
 */
export async function holdPayersOf(tx: Tx, dayIds: readonly string[]): Promise<void> {
  const { rows } = await tx.execute<{ payer: Payer }>(sql`
    select distinct e.payer from days d join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
    where d.office_id = ${tx.officeId}
      and d.id in (select jsonb_array_elements_text(${JSON.stringify(dayIds)}::jsonb)::uuid)
    order by e.payer`);
  for (const { payer } of rows)
    await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${keyOf(tx, payer)}, 0))`);
}

/** Waits until nobody confirms days of this payer or closes its periods. */
export async function holdPayer(tx: Tx, payer: Payer): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(tx, payer)}, 0))`);
}

const keyOf = (tx: Tx, payer: Payer) => `payer ${tx.officeId} ${payer}`;
