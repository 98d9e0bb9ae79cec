import { defineJob } from '../../../platform/jobs.ts';

/** A booked time comes near. `startsAt` tells which time was meant: one moved since has a reminder of its own. */
export const bookingNears = defineJob<{
  officeId: string;
  bookingId: string;
  startsAt: string;
  hours: number;
}>('booking-nears');

/** Somebody who comes too has not been told how it is now. */
export const tellSeat = defineJob<{ officeId: string; participantId: string }>('booking-seat-told');
