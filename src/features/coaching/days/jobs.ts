// What days do by the clock, in every office.
import { houseZone } from '../../../platform/clock.ts';
import { defineJob, jobHandler } from '../../../platform/jobs.ts';
import { makeDaysAhead } from './day-rows.ts';
import { watchDay } from './silence.ts';

const ahead = defineJob<Record<string, never>>('days-ahead', { retryLimit: 3 });
// A round that was lost is made up for by the next one a minute later.
const watch = defineJob<Record<string, never>>('days-watch', { retryLimit: 0, expireInSeconds: 55 });

export const dayJobs = [
  jobHandler(ahead, async ({ inOffice, offices }) => {
    for (const officeId of await offices()) await inOffice(officeId, (tx) => makeDaysAhead(tx));
  }),
  jobHandler(watch, async ({ inOffice, offices, log }) => {
    for (const officeId of await offices()) {
      await inOffice(officeId, watchDay).catch((error: unknown) =>
        // One office's trouble must not keep the others' silent ones unnoticed.
        log.error({ office: officeId, error: String((error as Error).name) }, 'the watch over days failed'),
      );
    }
  }),
];

export const timedDayJobs = [
  { kind: ahead, cron: '10 2 * * *', zone: houseZone },
  { kind: watch, cron: '* * * * *', zone: houseZone },
];
