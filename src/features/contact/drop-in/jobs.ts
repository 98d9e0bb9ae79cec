// What drop-ins do by the clock: when the hours end, nobody is left waiting for nothing.
import { now } from '../../../platform/clock.ts';
import { jobHandler } from '../../../platform/jobs.ts';
import { closeQueue } from './actions.ts';
import { dropInCloses } from './job-kinds.ts';
import { dropInById, openingOf } from './queries.ts';

const closeHandler = jobHandler(dropInCloses, async ({ inOffice }, { officeId, dropInId }) => {
  await inOffice(officeId, async (tx) => {
    const dropIn = await dropInById(tx, dropInId);
    if (!dropIn) return;
    const opening = await openingOf(tx, dropIn);
    // The hours were made longer meanwhile: it comes again when they end.
    if (opening.state === 'open' && Temporal.Instant.compare(opening.closesAt, now()) > 0) {
      const again = { startAfter: opening.closesAt, singletonKey: `${dropInId}/${opening.closesAt}` };
      await tx.outside.jobs.send(tx, dropInCloses, { officeId, dropInId }, again);
      return;
    }
    await closeQueue(tx, dropIn);
  });
});

export const dropInJobs = [closeHandler];
