// The work of signing in that is done later.
import { sendLinks } from './requests.ts';

export const jobHandlers = [sendLinks];
