// The job process: the same code without HTTP, for offices that run jobs apart from the web.
import { join } from 'node:path';
import { jobHandlers, timedJobs } from './app/schedule.ts';
import { boot } from './platform/boot.ts';
import { closeOnSignal } from './platform/closing.ts';

const { house, log, close } = await boot(join(import.meta.dirname, '..'));
await house.jobs.work(jobHandlers, timedJobs, house.inOffice);
log.info({}, 'working');
closeOnSignal(undefined, close);
