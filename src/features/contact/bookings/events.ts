import { defineEvent } from '../../../platform/events.ts';

type Booking = { bookingId: string };

export const bookingMade = defineEvent<Booking>('booking.made');
export const bookingMoved = defineEvent<Booking>('booking.moved');
export const bookingModeChanged = defineEvent<Booking>('booking.mode-changed');
export const bookingCancelled = defineEvent<Booking>('booking.cancelled');
export const bookingAnswered = defineEvent<Booking>('booking.answered');
/** A coach has told that client and coach met. */
export const bookingHappened = defineEvent<Booking>('booking.happened');
export const bookingMissed = defineEvent<Booking>('booking.missed');
export const availabilitySet = defineEvent<{ coachId: string }>('availability.set');
/** A group of a coach's has come to meet at the time of a booking of theirs. */
export const timesClash = defineEvent<{ coachId: string }>('booking.clashes');
export const timeOffered = defineEvent<{ wishId: string }>('time.offered');
