import { defineJob } from '../../../platform/jobs.ts';

/** The hours of a drop-in end: whoever still waits is told kindly. */
export const dropInCloses = defineJob<{ officeId: string; dropInId: string }>('drop-in-closes');
