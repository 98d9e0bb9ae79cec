// Those who lead the service say which coaches share one list of free times.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { availabilitySet } from '../events.ts';
import { bookingPoolCoaches, bookingPools } from './pool-tables.ts';

export type PoolSettings = {
  name: Text;
  unitId: string | null;
  serviceId?: string | null;
  forEveryone: boolean;
  coachIds: readonly string[];
};

/** Makes a pool. Gives its id. */
export async function makePool(tx: Tx, actor: Actor, settings: PoolSettings): Promise<string> {
  const { coachIds, ...columns } = settings;
  const id = crypto.randomUUID();
  await tx.insert(bookingPools).values({ id, ...columns, madeBy: actor.personId });
  await keepCoaches(tx, actor, id, coachIds);
  return id;
}

/** Changes a pool. Times booked from it stay. Throws NotFound when there is none. */
export async function changePool(
  tx: Tx,
  actor: Actor,
  poolId: string | undefined,
  settings: PoolSettings,
): Promise<void> {
  const { coachIds, ...columns } = settings;
  const changed = await tx
    .update(bookingPools)
    .set(columns)
    .where(going(tx, poolId))
    .returning({ id: bookingPools.id });
  if (!changed[0]) throw new NotFound('pool');
  await keepCoaches(tx, actor, changed[0].id, coachIds);
}

/** Ends a pool: nobody books from it any more. */
export async function endPool(tx: Tx, actor: Actor, poolId: string | undefined): Promise<void> {
  const ended = await tx
    .update(bookingPools)
    .set({ endedAt: now(), endedBy: actor.personId })
    .where(going(tx, poolId))
    .returning({ id: bookingPools.id });
  if (ended.length === 0) throw new NotFound('pool');
}

function going(tx: Tx, poolId: string | undefined) {
  if (!isId(poolId)) throw new NotFound('pool');
  return and(
    eq(bookingPools.officeId, tx.officeId),
    eq(bookingPools.id, poolId),
    isNull(bookingPools.endedAt),
  );
}

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
