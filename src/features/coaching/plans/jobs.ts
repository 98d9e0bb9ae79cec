// Each morning: whoever agreed to look at a choice again today is reminded, the client and the coach, once.
import { houseZone } from '../../../platform/clock.ts';
import { defineJob, jobHandler } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { notify } from '../../ground/notices/door.ts';
import { officeToday } from './access.ts';
import { reviewDue, reviewDueForStaff } from './notices.ts';
import { dueUntil } from './queries.ts';
import { ownCoachesOf } from './reactions.ts';

const reminder = defineJob<Record<string, never>>('mode-reviews-due', { retryLimit: 3 });

// A morning that was missed is made up for; what has waited longer stands on the coach's list anyway.
const daysBack = 14;

/** Reminds of each choice that has come due, however often it runs. */
export async function remindOfReviews(tx: Tx): Promise<void> {
  const today = await officeToday(tx);
  for (const { choiceId, clientId } of await dueUntil(tx, today, {
    from: today.subtract({ days: daysBack }),
  })) {
    const once = { once: choiceId };
    await notify(tx, clientId, reviewDue, { choiceId }, once);
    for (const coachId of await ownCoachesOf(tx, clientId))
      await notify(tx, coachId, reviewDueForStaff, { clientId }, once);
  }
}

export const planJobs = [
  jobHandler(reminder, async ({ inOffice, offices, log }) => {
    for (const officeId of await offices()) {
      await inOffice(officeId, remindOfReviews).catch((error: unknown) =>
        // One office's trouble must not leave the others without their reminders.
        log.error({ office: officeId, error: String((error as Error).name) }, 'reviews were not reminded of'),
      );
    }
  }),
];

export const timedPlanJobs = [{ kind: reminder, cron: '15 8 * * 1-5', zone: houseZone }];
