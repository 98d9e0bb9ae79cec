// What bookings do later: remind of a time that comes near, and let a kept time go to the next in line.
import { now } from '../../../platform/clock.ts';
import { jobHandler } from '../../../platform/jobs.ts';
import { notify } from '../../ground/notices/door.ts';
import { bookingNears } from './job-kinds.ts';
import { timeNears } from './notices.ts';
import { bookingById } from './queries.ts';
import { tellSeats } from './seats/seat-telling.ts';
import { isDone } from './tasks/tasks.ts';
import { offerLapses } from './waiting/wish-actions.ts';

const remindOfTime = jobHandler(
  bookingNears,
  async ({ inOffice }, { officeId, bookingId, startsAt, hours }) => {
    await inOffice(officeId, async (tx) => {
      const booking = await bookingById(tx, bookingId);
      const meant =
        booking && !booking.cancelledAt && booking.startsAt.equals(Temporal.Instant.from(startsAt));
      if (booking?.mode === 'own-time' && (await isDone(tx, booking))) return;
      if (!meant || Temporal.Instant.compare(booking.startsAt, now()) <= 0) return;
      await notify(
        tx,
        booking.clientId,
        timeNears,
        { bookingId },
        { once: `${bookingId}/${startsAt}/${hours}` },
      );
    });
  },
);

export const bookingJobs = [remindOfTime, tellSeats, offerLapses];
