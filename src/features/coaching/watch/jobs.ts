// The minute's round, in every office.
import { houseZone } from '../../../platform/clock.ts';
import { defineJob, jobHandler } from '../../../platform/jobs.ts';
import { watchDay } from './silence.ts';

// A round that was lost is made up for by the next one a minute later.
const watch = defineJob<Record<string, never>>('days-watch', { retryLimit: 0, expireInSeconds: 55 });

export const watchJobs = [
  jobHandler(watch, async ({ inOffice, offices, log }) => {
    for (const officeId of await offices()) {
      await inOffice(officeId, watchDay).catch((error: unknown) =>
        // One office's trouble must not keep the others' silent ones unnoticed.
        log.error({ office: officeId, error: String((error as Error).name) }, 'the watch over days failed'),
      );
    }
  }),
];

export const timedWatchJobs = [{ kind: watch, cron: '* * * * *', zone: houseZone }];
