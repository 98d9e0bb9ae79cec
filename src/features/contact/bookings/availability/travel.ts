// How long it takes from one place to another. A coach who meets somebody at one place is not offered at another until
// they can be there. A pair belongs to a unit or to the whole office; a unit's own minutes go before the office's.
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { type Units, withinUnits } from '../../../ground/people/door.ts';
import { travelTimes } from '../pools/pool-tables.ts';

export type Travel = {
  id: string;
  unitId: string | null;
  onePlace: string;
  otherPlace: string;
  minutes: number;
};

/** The minutes between places for a coach, as a question for the rules, for places that stand in somebody's hours. */
export async function travelFrom(
  tx: Tx,
  coachId: string,
  places: readonly string[],
): Promise<((from: string, to: string) => number) | undefined> {
  if (places.length === 0) return undefined;
  const { rows } = await tx.execute<{ one_place: string; other_place: string; minutes: number }>(sql`
    select one_place, other_place, minutes from travel_times t
    where t.office_id = ${tx.officeId} and ${ofCoach(tx, sql`t.unit_id`, coachId)}
    order by t.unit_id is null desc, minutes limit 1000`);
  const known = new Map(rows.map((row) => [`${row.one_place}\n${row.other_place}`, row.minutes]));
  if (known.size === 0) return undefined;
  return (from, to) => known.get([from, to].sort(byLetters).join('\n')) ?? 0;
}

/** As SQL: what belongs to this unit holds for a coach: it is the whole office's, or of a unit of theirs. */
export const ofCoach = (tx: Tx, unitId: SQL, coachId: string | SQL): SQL => {
  const today = todayIn().toString();
  return sql`(${unitId} is null or exists (select 1 from role_grants g
    where g.office_id = ${tx.officeId} and g.person_id = ${coachId} and g.role = 'coach'
      and (g.unit_id is null or g.unit_id = ${unitId})
      and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date)))`;
};

/** Every pair of places within these units and, not to be changed by whoever has these, of the whole office. */
export async function travelsOf(tx: Tx, units: Units): Promise<(Travel & { kept: boolean })[]> {
  const all = await tx
    .select()
    .from(travelTimes)
    .where(eq(travelTimes.officeId, tx.officeId))
    .orderBy(asc(travelTimes.onePlace), asc(travelTimes.otherPlace))
    .limit(1000);
  return all
    .map((pair) => ({ ...pair, kept: withinUnits(units, pair.unitId) }))
    .filter(({ kept, unitId }) => kept || unitId === null);
}

type NewTravel = { from: string; to: string; minutes: number; unitId: string | null };

/** Sets the minutes between two different places for a unit or the office; the same pair again replaces them. */
export async function setTravel(tx: Tx, actor: Actor, travel: NewTravel): Promise<void> {
  const { from, to, minutes, unitId } = travel;
  const [onePlace = '', otherPlace = ''] = [from.toLowerCase(), to.toLowerCase()].sort(byLetters);
  const set = { minutes, setBy: actor.personId, setAt: now() };
  await tx
    .insert(travelTimes)
    .values({ unitId, onePlace, otherPlace, ...set })
    .onConflictDoUpdate({
      target: [travelTimes.officeId, travelTimes.unitId, travelTimes.onePlace, travelTimes.otherPlace],
      set,
    });
}

/** Throws NotFound when there is none, and when it is another unit's. */
export async function removeTravel(tx: Tx, units: Units, travelId: string | undefined): Promise<void> {
  if (!isId(travelId)) throw new NotFound('travel');
  const [removed] = await tx
    .delete(travelTimes)
    .where(and(eq(travelTimes.officeId, tx.officeId), eq(travelTimes.id, travelId)))
    .returning({ unitId: travelTimes.unitId });
  // Thrown, the deletion goes too.
  if (!removed || !withinUnits(units, removed.unitId)) throw new NotFound('travel');
}

/** The places that stand in the hours of coaches within these units, as they are written there. */
export async function placesInUse(tx: Tx, units: Units): Promise<string[]> {
  const { rows } = await tx.execute<{ place: string }>(sql`
    select distinct on (lower(place)) place from availability a
    where a.office_id = ${tx.officeId} and place is not null and ${coachWithin(tx, sql`a.coach_id`, units)}
    order by lower(place), place limit 200`);
  return rows.map((row) => row.place);
}

/** As SQL: the coach with this id works within these units today. */
export function coachWithin(tx: Tx, coachId: SQL, units: Units): SQL {
  if (units === 'all') return sql`true`;
  if (units.length === 0) return sql`false`;
  const today = todayIn().toString();
  return sql`exists (select 1 from role_grants g where g.office_id = ${tx.officeId} and g.person_id = ${coachId}
    and g.role = 'coach' and (g.unit_id is null or g.unit_id in ${[...units]})
    and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date))`;
}

// The database compares by its own rules of letters; the pair is kept in the order of this one.
const byLetters = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
