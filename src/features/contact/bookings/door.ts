// Bookings: times of one client with one coach. Later features ask here what somebody has booked and whether it
// happened; a calendar, a day and a report each take what they need.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import { bookingsOf } from './queries.ts';
import type { Mode } from './rules.ts';

export { bookTime, changeMode, type NewBooking } from './actions.ts';
export { addHours } from './availability/availability-actions.ts';
export { describePlace } from './availability/places.ts';
export { setTravel } from './availability/travel.ts';
export { askToPrepare } from './before/before-meeting.ts';
export { groupClashes } from './clashes/clashes.ts';
export { dataAbout } from './data-about.ts';
export { type Outcome, tellOutcome } from './detail-actions.ts';
export { type CoachHold, keepGroupTimes } from './group-times.ts';
export { makePool } from './pools/pool-actions.ts';
export { type Booking, bookingById } from './queries.ts';
export type { Mode } from './rules.ts';
export { addParticipant } from './seats/participants.ts';
export { giveTask } from './tasks/tasks.ts';
export { toldMeetingOf } from './told-meetings.ts';
export { forgetUsualModes, keepUsualMode } from './usual-modes.ts';

/** The address of a booking's own page. */
export const bookingHref = (bookingId: string): string => `/times/${bookingId}`;

/** A person's bookings, as client or coach, that begin between two instants; cancelled ones too, for calendars. */
export async function bookingsBetween(
  tx: Tx,
  personId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
) {
  const asClient = await bookingsOf(tx, { clientId: personId }, from, to, true);
  const asCoach = await bookingsOf(tx, { coachId: personId }, from, to, true);
  return [...asClient, ...asCoach].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}

export type Meeting = {
  bookingId: string;
  coachId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** As agreed, or as it happened once that has been told. */
  mode: Mode;
  /** Undefined until a coach has told. */
  happened: boolean | undefined;
};

/** A client's meetings between two instants that were not cancelled, with what came of them. */
export async function meetingsOfPerson(
  tx: Tx,
  personId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Meeting[]> {
  const { rows } = await tx.execute<{
    id: string;
    coach_id: string;
    starts_at: string;
    ends_at: string;
    mode: Mode;
    happened: boolean | null;
  }>(sql`
    select b.id, b.coach_id, b.starts_at::text, b.ends_at::text, coalesce(o.actual_mode, b.mode) as mode, o.happened
    from bookings b left join lateral (
      select happened, actual_mode from booking_outcomes o where o.office_id = b.office_id and o.booking_id = b.id
      order by told_at desc, id desc limit 1) o on true
    where b.office_id = ${tx.officeId} and b.client_id = ${personId} and b.cancelled_at is null
      and b.starts_at >= ${from.toString()}::timestamptz and b.starts_at < ${to.toString()}::timestamptz
    order by b.starts_at limit 1000`);
  return rows.map((row) => ({
    bookingId: row.id,
    coachId: row.coach_id,
    startsAt: Temporal.Instant.from(row.starts_at),
    endsAt: Temporal.Instant.from(row.ends_at),
    mode: row.mode,
    happened: row.happened ?? undefined,
  }));
}
