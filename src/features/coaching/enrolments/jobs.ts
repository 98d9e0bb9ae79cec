// Each night the days of the coming two weeks are made, in every office.
import { houseZone } from '../../../platform/clock.ts';
import { defineJob, jobHandler } from '../../../platform/jobs.ts';
import { makeDaysAhead } from './day-rows.ts';

const ahead = defineJob<Record<string, never>>('days-ahead', { retryLimit: 3 });

export const enrolmentJobs = [
  jobHandler(ahead, async ({ inOffice, offices }) => {
    for (const officeId of await offices()) await inOffice(officeId, (tx) => makeDaysAhead(tx));
  }),
];

export const timedEnrolmentJobs = [{ kind: ahead, cron: '10 2 * * *', zone: houseZone }];
