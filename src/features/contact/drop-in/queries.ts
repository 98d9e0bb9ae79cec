// Drop-in hours, who serves them, and the queue. Everything here is limited and asks for one office.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../platform/clock.ts';
import type { Text } from '../../../platform/language.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { closedDaysBetween, thisOffice } from '../../ground/offices/door.ts';
import { serviceById } from '../../offer/services/door.ts';
import { expectedWait, type Hours, isWaiting, type Opening, openingAt } from './rules.ts';
import { dropInHours, dropIns, queuePlaces } from './tables.ts';

export type Place = typeof queuePlaces.$inferSelect;
export type DropIn = typeof dropIns.$inferSelect & {
  serviceName: Text | undefined;
  hours: Hours[];
  coachIds: string[];
};

/** All drop-in hours that go on, by name, with their hours and coaches. */
export async function openDropIns(tx: Tx): Promise<DropIn[]> {
  const rows = await tx
    .select()
    .from(dropIns)
    .where(and(eq(dropIns.officeId, tx.officeId), isNull(dropIns.endedAt)))
    .orderBy(sql`${dropIns.name}->>'fi'`, asc(dropIns.id))
    .limit(100);
  const all = [];
  for (const row of rows) all.push(await withDetails(tx, row));
  return all;
}

/** One of them, also one that has ended; undefined when there is none. */
export async function dropInById(tx: Tx, dropInId: string | undefined): Promise<DropIn | undefined> {
  if (!isId(dropInId)) return undefined;
  const [row] = await tx
    .select()
    .from(dropIns)
    .where(and(eq(dropIns.officeId, tx.officeId), eq(dropIns.id, dropInId)))
    .limit(1);
  return row && withDetails(tx, row);
}

async function withDetails(tx: Tx, row: typeof dropIns.$inferSelect): Promise<DropIn> {
  const hours = await tx
    .select()
    .from(dropInHours)
    .where(and(eq(dropInHours.officeId, tx.officeId), eq(dropInHours.dropInId, row.id)))
    .orderBy(asc(dropInHours.weekday), asc(dropInHours.starts))
    .limit(50);
  const { rows } = await tx.execute<{ coach_id: string }>(sql`
    select k.coach_id from drop_in_coaches k
      join persons p on p.office_id = k.office_id and p.id = k.coach_id and p.deactivated_at is null
    where k.office_id = ${tx.officeId} and k.drop_in_id = ${row.id} and k.left_at is null order by k.added_at limit 100`);
  const service = row.serviceId ? await serviceById(tx, row.serviceId) : undefined;
  const serviceName = service?.stage === 'retired' ? undefined : service?.name;
  return { ...row, serviceName, hours, coachIds: rows.map((one) => one.coach_id) };
}

/** Whether it is open now and until when, or when it opens next. */
export async function openingOf(tx: Tx, dropIn: DropIn): Promise<Opening> {
  const { timeZone } = await thisOffice(tx);
  const today = todayIn(timeZone);
  const closed = await closedDaysBetween(tx, today, today.add({ days: 22 }));
  return openingAt(dropIn.hours, new Set(closed.map(({ day }) => day.toString())), now(), timeZone);
}

/**
 * Of these clients, those whom the coaches of a drop-in may serve, or one coach of them: not kept apart, and protected
 * persons only by a coach of their own.
 */
export async function servesWhom(
  tx: Tx,
  dropInId: string,
  clientIds: readonly string[],
  coachId?: string,
): Promise<Set<string>> {
  const today = todayIn().toString();
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct p.id from persons p join drop_in_coaches k on k.office_id = p.office_id
      join persons c on c.office_id = k.office_id and c.id = k.coach_id and c.deactivated_at is null
    where p.office_id = ${tx.officeId} and k.drop_in_id = ${dropInId} and k.left_at is null
      and p.id in (select jsonb_array_elements_text(${JSON.stringify(clientIds)}::jsonb)::uuid)
      and (${coachId ?? null}::uuid is null or k.coach_id = ${coachId ?? null}::uuid)
      and not exists (select 1 from blocked_pairs b where b.office_id = p.office_id
        and ((b.first_id = p.id and b.second_id = k.coach_id) or (b.first_id = k.coach_id and b.second_id = p.id)))
      and (not p.protected or exists (select 1 from relations r where r.office_id = p.office_id and r.client_id = p.id
        and r.coach_id = k.coach_id and r.starts_on <= ${today}::date
        and (r.ends_on is null or r.ends_on >= ${today}::date)))
    limit 1000`);
  return new Set(rows.map((row) => row.id));
}

/** Everybody who waits or has been called, in the order of their numbers. */
export async function queueOf(tx: Tx, dropInId: string): Promise<Place[]> {
  return tx
    .select()
    .from(queuePlaces)
    .where(
      and(
        eq(queuePlaces.officeId, tx.officeId),
        eq(queuePlaces.dropInId, dropInId),
        isNull(queuePlaces.endedAt),
      ),
    )
    .orderBy(asc(queuePlaces.day), asc(queuePlaces.number))
    .limit(500);
}

/** The client's place that is open; else the latest of today in this queue. */
export async function placeOf(tx: Tx, dropInId: string, clientId: string): Promise<Place | undefined> {
  const { timeZone } = await thisOffice(tx);
  const [place] = await tx
    .select()
    .from(queuePlaces)
    .where(
      and(
        eq(queuePlaces.officeId, tx.officeId),
        eq(queuePlaces.clientId, clientId),
        eq(queuePlaces.dropInId, dropInId),
        sql`(${queuePlaces.endedAt} is null or ${queuePlaces.day} = ${todayIn(timeZone).toString()}::date)`,
      ),
    )
    .orderBy(sql`${queuePlaces.endedAt} desc nulls first`, sql`${queuePlaces.takenAt} desc`)
    .limit(1);
  return place;
}

/** The queue in which a client has an open place. */
export async function waitsWhere(tx: Tx, clientId: string): Promise<Place | undefined> {
  const [place] = await tx
    .select()
    .from(queuePlaces)
    .where(
      and(
        eq(queuePlaces.officeId, tx.officeId),
        eq(queuePlaces.clientId, clientId),
        isNull(queuePlaces.endedAt),
      ),
    )
    .limit(1);
  return place;
}

/** A place by its id, without asking who wants it; for reactions. */
export async function anyPlace(tx: Tx, placeId: string): Promise<Place | undefined> {
  const [place] = await tx
    .select()
    .from(queuePlaces)
    .where(and(eq(queuePlaces.officeId, tx.officeId), eq(queuePlaces.id, placeId)))
    .limit(1);
  return place;
}

export type Wait = { ahead: number; minutes: number };

/** How many wait before a place, or before one who would come now, and about how long it takes. */
export async function waitFor(tx: Tx, dropIn: DropIn, placeId?: string): Promise<Wait> {
  const queue = await queueOf(tx, dropIn.id);
  const waiting = queue.filter(isWaiting);
  const at = waiting.findIndex((one) => one.id === placeId);
  const ahead = at === -1 ? waiting.length : at;
  const since = now().subtract({ hours: 1 }).toString();
  const { rows } = await tx.execute<{ coaches: number }>(sql`
    select count(distinct called_by)::int as coaches from queue_places
    where office_id = ${tx.officeId} and drop_in_id = ${dropIn.id} and called_at >= ${since}::timestamptz`);
  const minutes = expectedWait({
    ahead,
    served: queue.length - waiting.length,
    coaches: rows[0]?.coaches ?? 0,
    recentMinutes: await recentMinutes(tx, dropIn.id),
    usualMinutes: dropIn.usualMinutes,
  });
  return { ahead, minutes };
}

async function recentMinutes(tx: Tx, dropInId: string): Promise<number[]> {
  const since = now()
    .subtract({ hours: 14 * 24 })
    .toString();
  const { rows } = await tx.execute<{ minutes: number }>(sql`
    select extract(epoch from ended_at - called_at)::float / 60 as minutes from queue_places
    where office_id = ${tx.officeId} and drop_in_id = ${dropInId} and outcome = 'served'
      and ended_at >= ${since}::timestamptz order by ended_at desc limit 20`);
  return rows.map((row) => row.minutes);
}

/** Who asked to be called back and has not been, the longest wait first. */
export async function callbacksOf(tx: Tx, dropInId: string): Promise<Place[]> {
  return tx
    .select()
    .from(queuePlaces)
    .where(
      and(
        eq(queuePlaces.officeId, tx.officeId),
        eq(queuePlaces.dropInId, dropInId),
        sql`${queuePlaces.callbackAskedAt} is not null and ${queuePlaces.calledBackAt} is null`,
      ),
    )
    .orderBy(asc(queuePlaces.callbackAskedAt))
    .limit(100);
}
