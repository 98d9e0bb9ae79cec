// The free times of a pool as one list, and a booking from it. Who stands behind a time is not told before it
// is booked.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { NotFound } from '../../../../platform/errors.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { coachesOf, type Units, withinUnits } from '../../../ground/people/door.ts';
import type { Offered } from '../../../offer/services/door.ts';
import { type Booked, bookTime } from '../actions.ts';
import { holdPerson } from '../holding.ts';
import { type FreeAsked, freeTimesOf } from '../queries.ts';
import type { Mode } from '../rules.ts';
import type { Pool } from './pool-membership.ts';
import { inFairOrder, type PooledTime, pooled } from './pool-rules.ts';
import { bookingPools } from './pool-tables.ts';
import type { PoolRow } from './pools-page.tsx';

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

export type ManagedPool = Offered & { id: string; forEveryone: boolean; coachIds: string[] };

/** A pool that goes on, for those who lead these units. Throws NotFound also for another unit's. */
export async function poolManagedBy(tx: Tx, units: Units, poolId: string | undefined): Promise<ManagedPool> {
  if (!isId(poolId)) throw new NotFound('pool');
  const [pool] = await tx
    .select()
    .from(bookingPools)
    .where(and(going(tx), eq(bookingPools.id, poolId)))
    .limit(1);
  if (!pool || !withinUnits(units, pool.unitId)) throw new NotFound('pool');
  const { rows } = await tx.execute<{ coach_id: string }>(sql`
    select coach_id from booking_pool_coaches
    where office_id = ${tx.officeId} and pool_id = ${pool.id} and left_at is null limit 500`);
  return { ...pool, coachIds: rows.map((row) => row.coach_id) };
}

const going = (tx: Tx) => and(eq(bookingPools.officeId, tx.officeId), isNull(bookingPools.endedAt));

/** Every pool that goes on within these units, with the names of its service and its coaches. */
export async function poolsManagedBy(tx: Tx, units: Units): Promise<PoolRow[]> {
  const { rows } = await tx.execute<{
    id: string;
    name: Text;
    unit_id: string | null;
    service_name: Text | null;
    coach_names: string[];
  }>(sql`
    select o.id, o.name, o.unit_id, s.name as service_name,
      array(select coalesce(p.preferred_name, p.given_name) from booking_pool_coaches k
        join persons p on p.office_id = k.office_id and p.id = k.coach_id
        where k.office_id = o.office_id and k.pool_id = o.id and k.left_at is null order by 1) as coach_names
    from booking_pools o left join services s on s.office_id = o.office_id and s.id = o.service_id
    where o.office_id = ${tx.officeId} and o.ended_at is null order by o.name->>'fi', o.id limit 200`);
  return rows
    .filter((row) => withinUnits(units, row.unit_id))
    .map((row) => ({
      id: row.id,
      name: row.name,
      unitId: row.unit_id,
      serviceName: row.service_name ?? undefined,
      coachNames: row.coach_names,
    }));
}
