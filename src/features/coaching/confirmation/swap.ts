// A swapped day and its pair: the client comes on another day instead, agreed with the coach (Kela asks no notice of
// it). The other day becomes an expected day, to be confirmed by itself.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import { enrolmentOn, ensureDay, untouched } from '../enrolments/door.ts';
import type { LockedDay } from './actions.ts';

export type SwapAnswer =
  | 'yes'
  /** The other day lies outside the enrolment, or the office is closed on it. */
  | 'swapped-day-outside'
  /** The client is expected on that day anyway, or another day has been swapped with it. */
  | 'swapped-day-expected';

/** Makes the pair of a swapped day an expected day, unless it cannot be one. */
export async function holdSwappedDay(tx: Tx, day: LockedDay, pair: Temporal.PlainDate): Promise<SwapAnswer> {
  const [here, there] = [
    await enrolmentOn(tx, day.clientId, day.state.day),
    await enrolmentOn(tx, day.clientId, pair),
  ];
  if (!there || here?.id !== there.id) return 'swapped-day-outside';
  if (there.weekdays.includes(pair.dayOfWeek)) return 'swapped-day-expected';
  if (await isPairOfAnother(tx, day, pair)) return 'swapped-day-expected';
  return (await ensureDay(tx, day.clientId, pair, { extra: true })) ? 'yes' : 'swapped-day-outside';
}

async function isPairOfAnother(tx: Tx, day: LockedDay, pair: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from days d join lateral (select swapped_with from confirmations c
        where c.office_id = d.office_id and c.day_id = d.id order by sequence desc limit 1) c on true
    where d.office_id = ${tx.officeId} and d.client_id = ${day.clientId} and d.class = 'swapped'
      and d.id <> ${day.id} and c.swapped_with = ${pair.toString()}::date limit 1`);
  return rows.length > 0;
}

/**
 * Takes back the extra day that a swap had made, when nothing has happened on it. A day on which the client has done
 * something, or which is confirmed, stays: it is evidence.
 */
export async function releaseSwappedDay(tx: Tx, day: LockedDay, pair: Temporal.PlainDate): Promise<void> {
  await tx.execute(sql`delete from days d where d.office_id = ${tx.officeId} and d.client_id = ${day.clientId}
    and d.day = ${pair.toString()}::date and ${untouched}`);
}
