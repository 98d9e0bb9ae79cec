// Every job of the house: what the worker can do, and what it does by the clock.
import { enrolmentJobs, timedEnrolmentJobs } from '../features/coaching/enrolments/jobs.ts';
import { planJobs, timedPlanJobs } from '../features/coaching/plans/jobs.ts';
import { timedWatchJobs, watchJobs } from '../features/coaching/watch/jobs.ts';
import { bookingJobs } from '../features/contact/bookings/jobs.ts';
import { callJobs } from '../features/contact/calls/jobs.ts';
import { dropInJobs } from '../features/contact/drop-in/jobs.ts';
import { groupJobs, timedGroupJobs } from '../features/contact/groups/jobs.ts';
import { clearOrphans } from '../features/ground/files/door.ts';
import { clearDeliveries, deliverNotices, sweepDeliveries } from '../features/ground/notices/door.ts';
import { clearDrafts } from '../features/ground/people/door.ts';
import { makePersonalLink } from '../features/ground/sign-in/door.ts';
import { jobHandlers as signInJobs, timedJobs as timedSignInJobs } from '../features/ground/sign-in/jobs.ts';
import { clearFeedback } from '../features/offer/catalogue/jobs.ts';
import { sealAccessLog } from '../platform/access-log-chain.ts';
import { now } from '../platform/clock.ts';
import type { JobHandler, TimedJob } from '../platform/jobs.ts';
import { clearOldRows } from '../platform/old-rows.ts';
import { reactionHandlers } from '../platform/reacting.ts';
import { reactions } from './reactions.ts';

// Sign-in stands above notices, so notices are given the way to make a personal link.
const deliver = deliverNotices({
  linkFor: async (tx, { personId, path }) => {
    const link = { landsOn: path, expiresAt: now().add({ hours: 7 * 24 }) };
    return `${tx.outside.config.baseUrl}${await makePersonalLink(tx, personId, link)}`;
  },
});

// biome-ignore lint/suspicious/noExplicitAny: each handler knows the payload of its own kind of job.
export const jobHandlers: readonly JobHandler<any>[] = [
  ...reactionHandlers(reactions),
  sealAccessLog.handler,
  deliver,
  clearOldRows.handler,
  clearOrphans.handler,
  clearDrafts.handler,
  sweepDeliveries.handler,
  clearDeliveries.handler,
  clearFeedback.handler,
  ...signInJobs,
  ...callJobs,
  ...bookingJobs,
  ...dropInJobs,
  ...groupJobs,
  ...planJobs,
  ...enrolmentJobs,
  ...watchJobs,
];

export const timedJobs: readonly TimedJob[] = [
  sealAccessLog.timed,
  clearOldRows.timed,
  clearOrphans.timed,
  clearDrafts.timed,
  sweepDeliveries.timed,
  clearDeliveries.timed,
  clearFeedback.timed,
  ...timedSignInJobs,
  ...timedEnrolmentJobs,
  ...timedWatchJobs,
  ...timedPlanJobs,
  ...timedGroupJobs,
];
