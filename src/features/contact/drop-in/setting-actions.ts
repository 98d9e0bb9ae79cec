// Managers say which drop-in hours there are, when, how and who serves.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { Offered } from '../../offer/services/door.ts';
import { closeQueue } from './actions.ts';
import { dropInSet } from './events.ts';
import { type DropIn, dropInById } from './queries.ts';
import type { Hours, Mode } from './rules.ts';
import { dropInCoaches, dropInHours, dropIns } from './tables.ts';

export type DropInSettings = Offered & {
  modes: readonly Mode[];
  place: string | null;
  closedWords: Text | null;
  usualMinutes: number;
  hours: readonly Hours[];
  coachIds: readonly string[];
};

/** Makes drop-in hours. Gives their id. */
export async function makeDropIn(tx: Tx, actor: Actor, settings: DropInSettings): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(dropIns).values({ id, ...columnsOf(settings), madeBy: actor.personId });
  await keepParts(tx, actor, id, settings);
  return id;
}

/** Changes them. Whoever waits stays where they are; a coach who does not serve any more is not asked again. */
export async function changeDropIn(
  tx: Tx,
  actor: Actor,
  dropIn: DropIn,
  settings: DropInSettings,
): Promise<void> {
  await tx
    .update(dropIns)
    .set(columnsOf(settings))
    .where(and(eq(dropIns.officeId, tx.officeId), eq(dropIns.id, dropIn.id)));
  await keepParts(tx, actor, dropIn.id, settings);
}

/** Ends them for good; whoever waits is told kindly. */
export async function endDropIn(tx: Tx, actor: Actor, dropIn: DropIn): Promise<void> {
  await tx
    .update(dropIns)
    .set({ endedAt: now(), endedBy: actor.personId })
    .where(and(eq(dropIns.officeId, tx.officeId), eq(dropIns.id, dropIn.id)));
  const ended = await dropInById(tx, dropIn.id);
  if (ended) await closeQueue(tx, ended);
  await told(tx, actor, dropIn.id);
}

function columnsOf({ hours: _, coachIds: __, ...columns }: DropInSettings) {
  return { ...columns, modes: [...columns.modes] };
}

async function keepParts(
  tx: Tx,
  actor: Actor,
  id: string,
  { hours, coachIds }: DropInSettings,
): Promise<void> {
  await tx
    .delete(dropInHours)
    .where(and(eq(dropInHours.officeId, tx.officeId), eq(dropInHours.dropInId, id)));
  if (hours.length > 0)
    await tx.insert(dropInHours).values(
      hours.map(({ weekday, starts, ends }) => ({
        dropInId: id,
        weekday,
        starts,
        ends,
        setBy: actor.personId,
      })),
    );
  const known = (await dropInById(tx, id))?.coachIds ?? [];
  const gone = known.filter((coachId) => !coachIds.includes(coachId));
  if (gone.length > 0)
    await tx
      .update(dropInCoaches)
      .set({ leftAt: now() })
      .where(
        and(
          eq(dropInCoaches.officeId, tx.officeId),
          eq(dropInCoaches.dropInId, id),
          inArray(dropInCoaches.coachId, gone),
          isNull(dropInCoaches.leftAt),
        ),
      );
  for (const coachId of coachIds.filter((one) => !known.includes(one)))
    await tx
      .insert(dropInCoaches)
      .values({ dropInId: id, coachId, addedBy: actor.personId })
      .onConflictDoNothing();
  await told(tx, actor, id);
}

const told = (tx: Tx, actor: Actor, dropInId: string) =>
  recordEvent(tx, dropInSet({ dropInId }), { actorId: actor.personId, topics: [`drop-in:${dropInId}`] });
