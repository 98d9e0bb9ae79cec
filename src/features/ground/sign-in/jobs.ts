// The work of signing in that is done later or by the clock.
import { clearSignIn } from './cleaning.ts';
import { sendLinks } from './requests.ts';

export const jobHandlers = [sendLinks, clearSignIn.handler];
export const timedJobs = [clearSignIn.timed];
