// From a recorded event to its reactions: one job looks them up in the table, then one job per reaction carries it out,
// so that each is tried again alone.
import { eventById, finishReaction } from './event-store.ts';
import { dispatchEvent, type Reaction, runReaction } from './events.ts';
import { type JobHandler, jobHandler } from './jobs.ts';

// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the payload of its own event.
type AnyReaction = Reaction<any>;

/** The two handlers that carry out `reactions`. Both may run more than once for an event; the effect comes once. */
export function reactionHandlers(
  reactions: readonly AnyReaction[],
): readonly [JobHandler<{ officeId: string; eventId: string }>, JobHandler<RunPayload>] {
  const dispatch = jobHandler(dispatchEvent, async ({ inOffice }, { officeId, eventId }) => {
    await inOffice(officeId, async (tx) => {
      const event = await eventById(tx, eventId);
      for (const { name } of reactions.filter((one) => one.event === event?.name)) {
        const payload = { officeId, eventId, reaction: name };
        await tx.outside.jobs.send(tx, runReaction, payload, { singletonKey: `${eventId}/${name}` });
      }
    });
  });
  const react = jobHandler(runReaction, async ({ inOffice }, { officeId, eventId, reaction }) => {
    await inOffice(officeId, async (tx) => {
      const event = await eventById(tx, eventId);
      const found = reactions.find((one) => one.name === reaction);
      if (!event || !found) return;
      // The mark and the effect share this transaction: a worker killed in the middle leaves neither.
      if (!(await finishReaction(tx, eventId, reaction))) return;
      await found.run(tx, { id: eventId, actorId: event.actorId, payload: event.payload });
    });
  });
  return [dispatch, react];
}

type RunPayload = { officeId: string; eventId: string; reaction: string };
