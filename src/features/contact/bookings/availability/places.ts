// Places of meetings in person: the address, the way there and the point on a map, kept by the words that stand in
// coaches' hours. A place that nobody has described is shown by its words alone. A description belongs to a unit or to
// the whole office; a unit's own goes before the office's.
import { and, asc, eq, sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { type Units, withinUnits } from '../../../ground/people/door.ts';
import { meetingPlaces } from '../tables.ts';
import { coachWithin, ofCoach } from './travel.ts';

/** `latitude` and `longitude` in degrees (WGS 84), both or neither. */
export type MeetingPlace = Omit<typeof meetingPlaces.$inferSelect, 'officeId' | 'setBy' | 'setAt'>;

const called = (tx: Tx, name: string) =>
  and(eq(meetingPlaces.officeId, tx.officeId), sql`lower(${meetingPlaces.name}) = ${name.toLowerCase()}`);

/** What is known of the place of a coach's meeting by its words, however they are spelt; undefined when nothing is. */
export async function placeNamed(
  tx: Tx,
  coachId: string,
  name: string | null,
): Promise<MeetingPlace | undefined> {
  if (!name) return undefined;
  const [row] = await tx
    .select()
    .from(meetingPlaces)
    .where(and(called(tx, name), ofCoach(tx, sql`${meetingPlaces.unitId}`, coachId)))
    .orderBy(sql`${meetingPlaces.unitId} nulls last`)
    .limit(1);
  return row;
}

/** Every described place within these units and, not to be changed by whoever has these, of the whole office. */
export async function placesOf(tx: Tx, units: Units): Promise<(MeetingPlace & { kept: boolean })[]> {
  const all = await tx
    .select()
    .from(meetingPlaces)
    .where(eq(meetingPlaces.officeId, tx.officeId))
    .orderBy(asc(meetingPlaces.name))
    .limit(500);
  return all
    .map((place) => ({ ...place, kept: withinUnits(units, place.unitId) }))
    .filter(({ kept, unitId }) => kept || unitId === null);
}

/** Words of places that stand in hours or coming times of coaches within these units, and that nobody has described. */
export async function placesToDescribe(tx: Tx, units: Units): Promise<string[]> {
  const { rows } = await tx.execute<{ place: string }>(sql`
    select min(place) as place from (
      select coach_id, place from availability where office_id = ${tx.officeId} and place is not null
      union all
      select coach_id, place from bookings where office_id = ${tx.officeId} and place is not null
        and cancelled_at is null and starts_at > ${now().toString()}::timestamptz) used
    where ${coachWithin(tx, sql`used.coach_id`, units)}
      and not exists (select 1 from meeting_places p where p.office_id = ${tx.officeId}
        and lower(p.name) = lower(used.place) and ${ofCoach(tx, sql`p.unit_id`, sql`used.coach_id`)})
    group by lower(place) order by 1 limit 50`);
  return rows.map((row) => row.place);
}

type Described = Omit<MeetingPlace, 'id'>;

/** Describes a place for a unit or for the whole office; described again, the newest words hold. */
export async function describePlace(tx: Tx, actor: Actor, place: Described): Promise<void> {
  const [known] = await tx
    .select({ id: meetingPlaces.id })
    .from(meetingPlaces)
    .where(
      and(called(tx, place.name), sql`${meetingPlaces.unitId} is not distinct from ${place.unitId}::uuid`),
    )
    .limit(1);
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

/** Forgets what is known of a place; its words stay where they stand. Another unit's is not there. */
export async function forgetPlace(tx: Tx, units: Units, placeId: string | undefined): Promise<void> {
  if (!isId(placeId)) throw new NotFound('place');
  const [gone] = await tx
    .delete(meetingPlaces)
    .where(and(eq(meetingPlaces.officeId, tx.officeId), eq(meetingPlaces.id, placeId)))
    .returning({ unitId: meetingPlaces.unitId });
  // Thrown, the deletion goes too.
  if (!gone || !withinUnits(units, gone.unitId)) throw new NotFound('place');
}
