// Places of meetings in person: the address, the way there and the point on a map, kept by the words that stand in
// coaches' hours. A place that nobody has described is shown by its words alone.
import { and, asc, eq, sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { meetingPlaces } from '../tables.ts';

/** `latitude` and `longitude` in degrees (WGS 84), both or neither. */
export type MeetingPlace = Omit<typeof meetingPlaces.$inferSelect, 'officeId' | 'setBy' | 'setAt'>;

/** What is known of a place by its words, however they are spelt in capitals; undefined when nothing is. */
export async function placeNamed(tx: Tx, name: string | null): Promise<MeetingPlace | undefined> {
  if (!name) return undefined;
  const [row] = await tx
    .select()
    .from(meetingPlaces)
    .where(
      and(eq(meetingPlaces.officeId, tx.officeId), sql`lower(${meetingPlaces.name}) = ${name.toLowerCase()}`),
    )
    .limit(1);
  return row;
}

/** Every described place of the office, by name. */
export async function placesOf(tx: Tx): Promise<MeetingPlace[]> {
  return tx
    .select()
    .from(meetingPlaces)
    .where(eq(meetingPlaces.officeId, tx.officeId))
    .orderBy(asc(meetingPlaces.name))
    .limit(200);
}

/** Words of places that stand in hours or in coming times and that nobody has described. */
export async function placesToDescribe(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ place: string }>(sql`
    select min(place) as place from (
      select place from availability where office_id = ${tx.officeId} and place is not null
      union all
      select place from bookings where office_id = ${tx.officeId} and place is not null and cancelled_at is null
        and starts_at > ${now().toString()}::timestamptz) used
    where not exists (select 1 from meeting_places p
      where p.office_id = ${tx.officeId} and lower(p.name) = lower(used.place))
    group by lower(place) order by 1 limit 50`);
  return rows.map((row) => row.place);
}

type Described = Pick<MeetingPlace, 'name' | 'address' | 'directions' | 'latitude' | 'longitude'>;

/** Describes a place; described again, the newest words hold. */
export async function describePlace(tx: Tx, actor: Actor, place: Described): Promise<void> {
  const known = await placeNamed(tx, place.name);
  const set = { ...place, setBy: actor.personId, setAt: now() };
  if (!known) {
    await tx.insert(meetingPlaces).values(set);
    return;
  }
  await tx
    .update(meetingPlaces)
    .set(set)
    .where(and(eq(meetingPlaces.officeId, tx.officeId), eq(meetingPlaces.id, known.id)));
}

/** Forgets what is known of a place; its words stay where they stand. */
export async function forgetPlace(tx: Tx, placeId: string | undefined): Promise<void> {
  if (!isId(placeId)) throw new NotFound('place');
  const gone = await tx
    .delete(meetingPlaces)
    .where(and(eq(meetingPlaces.officeId, tx.officeId), eq(meetingPlaces.id, placeId)))
    .returning({ id: meetingPlaces.id });
  if (gone.length === 0) throw new NotFound('place');
}
