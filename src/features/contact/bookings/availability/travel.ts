// How long it takes from one place to another. A coach who meets somebody at one place is not offered at another until
// they can be there.
import { and, asc, eq, sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { travelTimes } from '../pools/pool-tables.ts';

export type Travel = { id: string; onePlace: string; otherPlace: string; minutes: number };

/** The minutes between places as a question for the rules, for those places that stand in somebody's hours. */
export async function travelFrom(
  tx: Tx,
  places: readonly string[],
): Promise<((from: string, to: string) => number) | undefined> {
  if (places.length === 0) return undefined;
  const known = new Map(
    (await travelsOf(tx)).map((one) => [`${one.onePlace}\n${one.otherPlace}`, one.minutes]),
  );
  if (known.size === 0) return undefined;
  return (from, to) => known.get([from, to].sort(byLetters).join('\n')) ?? 0;
}

/** Every pair of places with its minutes. */
export async function travelsOf(tx: Tx): Promise<Travel[]> {
  return tx
    .select()
    .from(travelTimes)
    .where(eq(travelTimes.officeId, tx.officeId))
    .orderBy(asc(travelTimes.onePlace), asc(travelTimes.otherPlace))
    .limit(1000);
}

/** Sets the minutes between two different places; the same pair again replaces them. */
export async function setTravel(
  tx: Tx,
  actor: Actor,
  { from, to, minutes }: { from: string; to: string; minutes: number },
): Promise<void> {
  const [onePlace = '', otherPlace = ''] = [from.toLowerCase(), to.toLowerCase()].sort(byLetters);
  const set = { minutes, setBy: actor.personId, setAt: now() };
  await tx
    .insert(travelTimes)
    .values({ onePlace, otherPlace, ...set })
    .onConflictDoUpdate({
      target: [travelTimes.officeId, travelTimes.onePlace, travelTimes.otherPlace],
      set,
    });
}

export async function removeTravel(tx: Tx, travelId: string | undefined): Promise<void> {
  if (!isId(travelId)) throw new NotFound('travel');
  const removed = await tx
    .delete(travelTimes)
    .where(and(eq(travelTimes.officeId, tx.officeId), eq(travelTimes.id, travelId)))
    .returning({ id: travelTimes.id });
  if (removed.length === 0) throw new NotFound('travel');
}

/** The places that stand in the hours of the office's coaches, as they are written there. */
export async function placesInUse(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ place: string }>(sql`
    select distinct on (lower(place)) place from availability
    where office_id = ${tx.officeId} and place is not null order by lower(place), place limit 200`);
  return rows.map((row) => row.place);
}

// The database compares by its own rules of letters; the pair is kept in the order of this one.
const byLetters = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
