// Those who lead the service say which coaches share one list of free times.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import type { Offered } from '../../../offer/services/door.ts';
import { availabilitySet } from '../events.ts';
import { renewPoolRooms } from '../rooms.ts';
import { leaveLinesOf } from '../waiting/wish-actions.ts';
import { bookingPoolCoaches, bookingPools } from './pool-tables.ts';

export type PoolSettings = Offered & { forEveryone: boolean; coachIds: readonly string[] };

/** Makes a pool. Gives its id. */
export async function makePool(tx: Tx, actor: Actor, settings: PoolSettings): Promise<string> {
  const { coachIds, ...columns } = settings;
  const id = crypto.randomUUID();
  await tx.insert(bookingPools).values({ id, ...columns, madeBy: actor.personId });
  await keepCoaches(tx, actor, id, coachIds);
  return id;
}

/** Changes a pool. Times booked from it stay. */
export async function changePool(
  tx: Tx,
  actor: Actor,
  pool: { id: string },
  settings: PoolSettings,
): Promise<void> {
  const { coachIds, ...columns } = settings;
  await tx.update(bookingPools).set(columns).where(row(tx, pool));
  await keepCoaches(tx, actor, pool.id, coachIds);
  await renewPoolRooms(tx, { poolId: pool.id });
}

/** Ends a pool: nobody books from it any more, or waits for a time of it. */
export async function endPool(tx: Tx, actor: Actor, pool: { id: string }): Promise<void> {
  await tx.update(bookingPools).set({ endedAt: now(), endedBy: actor.personId }).where(row(tx, pool));
  await leaveLinesOf(tx, pool.id, 'all');
  await renewPoolRooms(tx, { poolId: pool.id });
}

const row = (tx: Tx, { id }: { id: string }) =>
  and(eq(bookingPools.officeId, tx.officeId), eq(bookingPools.id, id));

async function keepCoaches(tx: Tx, actor: Actor, poolId: string, coachIds: readonly string[]): Promise<void> {
  const standing = and(
    eq(bookingPoolCoaches.officeId, tx.officeId),
    eq(bookingPoolCoaches.poolId, poolId),
    isNull(bookingPoolCoaches.leftAt),
  );
  const known = (await tx.select().from(bookingPoolCoaches).where(standing).limit(500)).map(
    ({ coachId }) => coachId,
  );
  const gone = known.filter((coachId) => !coachIds.includes(coachId));
  if (gone.length > 0)
    await tx
      .update(bookingPoolCoaches)
      .set({ leftAt: now() })
      .where(and(standing, inArray(bookingPoolCoaches.coachId, gone)));
  if (gone.length > 0) await leaveLinesOf(tx, poolId, gone);
  const added = coachIds.filter((coachId) => !known.includes(coachId));
  if (added.length > 0)
    await tx
      .insert(bookingPoolCoaches)
      .values(added.map((coachId) => ({ poolId, coachId, addedBy: actor.personId })))
      .onConflictDoNothing();
  for (const coachId of [...gone, ...added])
    await recordEvent(tx, availabilitySet({ coachId }), {
      actorId: actor.personId,
      topics: [`person:${coachId}`],
    });
}
