// A booked time as its client and coach keep it in their calendars. The words are the same for everybody and neutral:
// who looks at the calendar, or reads the mail, learns that there is a time and nothing more. What is told is made when
// the mail is sent, so it is always the time as it is then.
import { and, asc, eq, inArray } from 'drizzle-orm';
import {
  type Invitation,
  type InvitationFile,
  type InvitedOfSeries,
  invitationFile,
  oneOfSeriesFile,
  seriesFile,
} from '../../../platform/calendar-invitation.ts';
import { now } from '../../../platform/clock.ts';
import { type Language, say } from '../../../platform/language.ts';
import { senderOf } from '../../../platform/mail.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { declinedBy } from '../../ground/notices/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { blockedFrom, personById } from '../../ground/people/door.ts';
import { linkTexts as texts } from './links/texts-links.ts';
import { type Booking, bookingById } from './queries.ts';
import { bookingChanges, bookings } from './tables.ts';

/** The kind of notice by which a person chooses whether they want invitations at all. */
export const invitationKind = 'booking-invitation';

/** Whether a person keeps booked times in a calendar of theirs: clients who are told by mail, and coaches with mail. */
export async function keepsCalendar(tx: Tx, booking: Booking, personId: string): Promise<boolean> {
  // A task in one's own time is no time at which one must be anywhere.
  if (booking.mode === 'own-time') return false;
  const person = await personById(tx, personId);
  if (!person?.email || person.deactivatedAt) return false;
  if (personId === booking.clientId && person.channel !== 'email') return false;
  if ((await blockedFrom(tx, booking.clientId)).has(booking.coachId)) return false;
  return !(await declinedBy(tx, personId)).has(invitationKind);
}

/**
 * The file about a booking for its client or coach; undefined when they want none. `whole`: of times booked together,
 * all of them and not this one alone.
 */
export async function calendarFor(
  tx: Tx,
  bookingId: string,
  personId: string,
  whole: boolean,
): Promise<InvitationFile | undefined> {
  const booking = await bookingById(tx, bookingId);
  if (!booking || !(await keepsCalendar(tx, booking, personId))) return undefined;
  const person = await personById(tx, personId);
  if (!person?.email) return undefined;
  const invitation = await invitationTo(tx, booking, { email: person.email, language: person.language });
  if (!invitation) return undefined;
  if (!booking.seriesId) return invitationFile(invitation, stateOf(booking), now());
  const series = await seriesOf(tx, booking.seriesId);
  const own = series.find((one) => one.id === booking.id);
  return whole || !own ? seriesFile(invitation, series, now()) : oneOfSeriesFile(invitation, own, now());
}

/** What stands in every invitation; undefined where no mail is sent. */
export async function invitationTo(
  tx: Tx,
  booking: Booking,
  receiver: { email: string; language: Language; href?: string },
): Promise<Invitation | undefined> {
  const { mail, baseUrl } = tx.outside.config;
  if (!mail) return undefined;
  const { name, slug, timeZone } = await thisOffice(tx);
  const { language } = receiver;
  // A calendar is often shared: its entry leads to a page that asks who comes.
  const url = receiver.href ?? `${baseUrl}/${slug}/times/${booking.id}`;
  return {
    uid: `${booking.seriesId ?? booking.id}@likista`,
    organizer: { name: say(language, name), email: senderOf(mail.from) },
    receiver: { email: receiver.email },
    title: say(language, texts.calendarTitle),
    words: say(language, texts.calendarWords, { link: url }),
    url,
    zone: timeZone,
  };
}

export const stateOf = ({ startsAt, endsAt, sequence, cancelledAt }: Booking) => ({
  startsAt,
  endsAt,
  sequence,
  cancelled: cancelledAt !== null,
});

/** Whether of the times booked together this is the one that comes first; what is told of all is told once. */
export async function isFirstOfSeries(tx: Tx, booking: Booking): Promise<boolean> {
  if (!booking.seriesId) return true;
  return (await seriesOf(tx, booking.seriesId))[0]?.id === booking.id;
}

// In the order in which they were to begin when they were booked: by that a calendar knows each of them.
async function seriesOf(tx: Tx, seriesId: string): Promise<(InvitedOfSeries & { id: string })[]> {
  const rows = await tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.officeId, tx.officeId), eq(bookings.seriesId, seriesId)))
    .limit(60);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const made = await tx
    .select({ bookingId: bookingChanges.bookingId, startsAt: bookingChanges.startsAt })
    .from(bookingChanges)
    .where(
      and(
        eq(bookingChanges.officeId, tx.officeId),
        inArray(bookingChanges.bookingId, ids),
        eq(bookingChanges.what, 'booked'),
      ),
    )
    .orderBy(asc(bookingChanges.changedAt))
    .limit(60);
  const first = new Map(made.map((one) => [one.bookingId, one.startsAt]));
  return rows
    .map((booking) => ({
      id: booking.id,
      ...stateOf(booking),
      firstAt: first.get(booking.id) ?? booking.startsAt,
    }))
    .sort((a, b) => Temporal.Instant.compare(a.firstAt, b.firstAt));
}
