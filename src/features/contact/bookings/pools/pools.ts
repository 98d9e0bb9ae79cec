// The free times of a pool as one list, and a booking from it. Who stands behind a time is not told before it
// is booked.
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { coachesOf } from '../../../ground/people/door.ts';
import { type Booked, bookTime } from '../actions.ts';
import { holdPerson } from '../holding.ts';
import { type FreeAsked, freeTimesOf } from '../queries.ts';
import type { Mode } from '../rules.ts';
import type { Pool } from './pool-membership.ts';
import { inFairOrder, type PooledTime, pooled } from './pool-rules.ts';
import { bookingPools } from './pool-tables.ts';

/** The free times of a pool for a client, as one list. */
export async function pooledTimes(
  tx: Tx,
  pool: Pool,
  asked: Omit<FreeAsked, 'coachId'>,
): Promise<PooledTime[]> {
  const lists = [];
  for (const coachId of pool.coachIds)
    lists.push({ coachId, times: await freeTimesOf(tx, { ...asked, coachId }) });
  return pooled(lists);
}

/** Books a time of the pool with whoever's turn it fairly is, of those who are free then. */
export async function bookFromPool(
  tx: Tx,
  actor: Actor,
  pool: Pool,
  wish: { clientId: string; startsAt: Temporal.Instant; mode: Mode; byStaff: boolean },
): Promise<Booked> {
  const { clientId, startsAt, mode, byStaff } = wish;
  const { timeZone } = await thisOffice(tx);
  const day = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const there = async () =>
    (await pooledTimes(tx, pool, { clientId, from: day, to: day, byStaff, mode }))
      .filter((time) => time.startsAt.equals(startsAt))
      .flatMap((time) => time.coachIds);
  if ((await there()).length === 0) return { ok: false, reason: 'time-taken' };
  // All at once and in one order: whoever tries one coach after the other would wait in a circle.
  for (const id of [...pool.coachIds, clientId].sort()) await holdPerson(tx, id);
  const own = new Set((await coachesOf(tx, clientId, day)).map(({ coachId }) => coachId));
  const loads = await loadsOf(tx, pool.coachIds, day, timeZone);
  const free = [...new Set(await there())];
  const candidates = free.map((coachId) => ({
    coachId,
    own: own.has(coachId),
    load: loads.get(coachId) ?? 0,
  }));
  for (const { coachId } of inFairOrder(candidates)) {
    const booked = await bookTime(tx, actor, { clientId, coachId, startsAt, mode, poolId: pool.id });
    if (booked.ok) return booked;
  }
  return { ok: false, reason: 'time-taken' };
}

/** How many times each coach has in the week of a day. */
async function loadsOf(
  tx: Tx,
  coachIds: readonly string[],
  day: Temporal.PlainDate,
  zone: string,
): Promise<Map<string, number>> {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const from = monday.toZonedDateTime(zone).toInstant().toString();
  const to = monday.add({ weeks: 1 }).toZonedDateTime(zone).toInstant().toString();
  const { rows } = await tx.execute<{ coach_id: string; load: number }>(sql`
    select coach_id, count(*)::int as load from bookings
    where office_id = ${tx.officeId} and cancelled_at is null and mode <> 'own-time'
      and coach_id = any(array(select jsonb_array_elements_text(${JSON.stringify(coachIds)}::jsonb)::uuid))
      and starts_at >= ${from}::timestamptz and starts_at < ${to}::timestamptz
    group by coach_id limit 200`);
  return new Map(rows.map((row) => [row.coach_id, row.load]));
}

/** Every pool that goes on, for those who lead the service. */
export async function allPools(tx: Tx) {
  const pools = await tx
    .select()
    .from(bookingPools)
    .where(and(eq(bookingPools.officeId, tx.officeId), isNull(bookingPools.endedAt)))
    .orderBy(sql`${bookingPools.name}->>'fi'`)
    .limit(100);
  const { rows } = await tx.execute<{ pool_id: string; coach_id: string }>(sql`
    select pool_id, coach_id from booking_pool_coaches where office_id = ${tx.officeId} and left_at is null limit 2000`);
  return pools.map((pool) => ({
    ...pool,
    coachIds: rows.filter((row) => row.pool_id === pool.id).map((row) => row.coach_id),
  }));
}
