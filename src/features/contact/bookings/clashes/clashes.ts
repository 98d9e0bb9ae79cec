// Where a group meets at the time of somebody's booking with its coach. The booking came first and stands; the coach
// settles it with the client or with the group.
import { type SQL, sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { meetsInPool, noteBooking, seesTimesOf } from '../access.ts';
import { bookingById, namesOf } from '../queries.ts';

type Clash = {
  bookingId: string;
  clientId: string;
  coachId: string;
  startsAt: Temporal.Instant;
  groupFrom: Temporal.Instant;
  groupUntil: Temporal.Instant;
};

async function clashesWhere(tx: Tx, which: SQL): Promise<Clash[]> {
  const { rows } = await tx.execute<{
    id: string;
    client_id: string;
    coach_id: string;
    starts_at: string;
    group_from: string;
    group_until: string;
  }>(sql`
    select b.id, b.client_id, b.coach_id, b.starts_at::text, t.starts_at::text as group_from,
      t.until_at::text as group_until
    from coach_times t join bookings b on b.office_id = t.office_id and b.coach_id = t.coach_id
      and b.cancelled_at is null and b.mode <> 'own-time'
      and tstzrange(b.starts_at, b.busy_until) && tstzrange(t.starts_at, t.until_at)
    where t.office_id = ${tx.officeId} and t.kind = 'group' and not t.stands
      and b.ends_at > ${now().toString()}::timestamptz and ${which}
    order by b.starts_at, t.starts_at limit 50`);
  return rows.map((row) => ({
    bookingId: row.id,
    clientId: row.client_id,
    coachId: row.coach_id,
    startsAt: Temporal.Instant.from(row.starts_at),
    groupFrom: Temporal.Instant.from(row.group_from),
    groupUntil: Temporal.Instant.from(row.group_until),
  }));
}

/** Whether a coach has a booking to come in a time of a group of theirs. */
export const hasClash = async (tx: Tx, coachId: string): Promise<boolean> =>
  (await clashesWhere(tx, sql`t.coach_id = ${coachId}`)).length > 0;

export type ClashRow = Clash & { clientName: string };

/** A coach's clashes to come, with only those clients whom the actor may see today. */
export async function clashesOf(tx: Tx, actor: Actor, coachId: string): Promise<ClashRow[]> {
  const seen = [];
  for (const clash of await clashesWhere(tx, sql`t.coach_id = ${coachId}`)) {
    const booking = await bookingById(tx, clash.bookingId);
    const sees =
      booking && ((await seesTimesOf(tx, actor, clash.clientId)) || (await meetsInPool(tx, actor, booking)));
    if (sees) seen.push(clash);
  }
  const names = await namesOf(
    tx,
    seen.map(({ clientId }) => clientId),
  );
  for (const clientId of new Set(seen.map((one) => one.clientId)))
    noteBooking(tx, actor, clientId, clientId, 'read');
  return seen.map((clash) => ({ ...clash, clientName: names.get(clash.clientId) ?? '' }));
}

/** What meets at the time of a booking, by the entries of a group's programme: with which coach and when, not whose. */
export async function groupClashes(
  tx: Tx,
  sourceIds: readonly string[],
): Promise<{ coachId: string; coachName: string; startsAt: Temporal.Instant }[]> {
  if (sourceIds.length === 0) return [];
  const found = await clashesWhere(tx, sql`t.source_id in ${[...sourceIds]}`);
  const names = await namesOf(tx, [...new Set(found.map(({ coachId }) => coachId))]);
  return found.map(({ coachId, startsAt }) => ({ coachId, coachName: names.get(coachId) ?? '', startsAt }));
}
