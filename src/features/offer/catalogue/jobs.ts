// Every night: feedback whose time is over is removed with its keys.
import { houseZone, now, todayIn } from '../../../platform/clock.ts';
import { defineJob, jobHandler } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { settingInForce } from '../../ground/offices/door.ts';
import { removeFeedbackBefore } from './feedback-actions.ts';
import { feedbackKeptDays } from './settings.ts';

const clearing = defineJob<Record<string, never>>('service-feedback-clearing', { retryLimit: 2 });

export const clearFeedback = {
  handler: jobHandler(clearing, async ({ inOffice, offices }) => {
    for (const officeId of await offices()) await inOffice(officeId, clearOldFeedback);
  }),
  timed: { kind: clearing, cron: '41 3 * * *', zone: houseZone },
};

/** Removes what the office keeps no longer. Gives how many went. */
export async function clearOldFeedback(tx: Tx): Promise<number> {
  const { value } = await settingInForce(tx, feedbackKeptDays, todayIn());
  return removeFeedbackBefore(tx, now().subtract({ hours: value * 24 }));
}
