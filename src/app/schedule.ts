// Every job of the house: what the worker can do, and what it does by the clock.
import { deliverNotices, sweepDeliveries } from '../features/ground/notices/door.ts';
import { makePersonalLink } from '../features/ground/sign-in/door.ts';
import { jobHandlers as signInJobs } from '../features/ground/sign-in/jobs.ts';
import { now } from '../platform/clock.ts';
import { eventById, finishReaction } from '../platform/event-store.ts';
import { dispatchEvent, runReaction } from '../platform/events.ts';
import { type JobHandler, jobHandler, type TimedJob } from '../platform/jobs.ts';
import { reactions } from './reactions.ts';

const dispatch = jobHandler(dispatchEvent, async ({ inOffice }, { officeId, eventId }) => {
  await inOffice(officeId, async (tx) => {
    const event = await eventById(tx, eventId);
    if (!event) return;
    for (const reaction of reactions.filter((r) => r.event === event.name)) {
      await tx.outside.jobs.send(
        tx,
        runReaction,
        { officeId, eventId, reaction: reaction.name },
        { singletonKey: `${eventId}/${reaction.name}` },
      );
    }
  });
});

const react = jobHandler(runReaction, async ({ inOffice }, { officeId, eventId, reaction }) => {
  await inOffice(officeId, async (tx) => {
    const event = await eventById(tx, eventId);
    const found = reactions.find((r) => r.name === reaction);
    if (!event || !found) return;
    // The mark and the effect share this transaction: a worker killed in the middle leaves neither.
    if (!(await finishReaction(tx, eventId, reaction))) return;
    await found.run(tx, { id: eventId, actorId: event.actorId, payload: event.payload });
  });
});

// Sign-in stands above notices, so notices are given the way to make a personal link.
const deliver = deliverNotices({
  linkFor: async (tx, { personId, path }) => {
    const link = { landsOn: path, expiresAt: now().add({ hours: 7 * 24 }) };
    return `${tx.outside.config.baseUrl}${await makePersonalLink(tx, personId, link)}`;
  },
});

// biome-ignore lint/suspicious/noExplicitAny: each handler knows the payload of its own kind of job.
export const jobHandlers: readonly JobHandler<any>[] = [
  dispatch,
  react,
  deliver,
  sweepDeliveries.handler,
  ...signInJobs,
];

export const timedJobs: readonly TimedJob[] = [sweepDeliveries.timed];
