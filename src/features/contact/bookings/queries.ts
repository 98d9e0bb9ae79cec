// What is free and what is booked. Everything here is limited and asks for one office.
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { closedDaysBetween, thisOffice } from '../../ground/offices/door.ts';
import { blockedFrom, coachesOf } from '../../ground/people/door.ts';
import { travelFrom } from './availability/travel.ts';
import { type FreeTime, freeTimes, type Mode, type Taken, type Terms, usualTerms } from './rules.ts';
import { availability, availabilityExceptions, bookings, bookingTerms } from './tables.ts';

export type Booking = typeof bookings.$inferSelect;

/** The terms of a coach's times, or the usual ones. */
export async function termsOf(tx: Tx, coachId: string): Promise<Terms> {
  const [row] = await tx
    .select()
    .from(bookingTerms)
    .where(and(eq(bookingTerms.officeId, tx.officeId), eq(bookingTerms.coachId, coachId)))
    .limit(1);
  return row ?? usualTerms;
}

/** A coach's weekly hours that still hold, by weekday and time. */
export async function hoursOf(tx: Tx, coachId: string, from: Temporal.PlainDate) {
  return tx
    .select()
    .from(availability)
    .where(
      and(
        eq(availability.officeId, tx.officeId),
        eq(availability.coachId, coachId),
        sql`(${availability.validUntil} is null or ${availability.validUntil} >= ${from.toString()}::date)`,
      ),
    )
    .orderBy(asc(availability.weekday), asc(availability.starts))
    .limit(100);
}

/** A coach's exceptional days between two days, both included. */
export async function exceptionsOf(
  tx: Tx,
  coachId: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
) {
  return tx
    .select()
    .from(availabilityExceptions)
    .where(
      and(
        eq(availabilityExceptions.officeId, tx.officeId),
        eq(availabilityExceptions.coachId, coachId),
        gte(availabilityExceptions.day, from),
        lte(availabilityExceptions.day, to),
      ),
    )
    .orderBy(asc(availabilityExceptions.day))
    .limit(400);
}

export type FreeAsked = {
  coachId: string;
  /** Whose own times are left out too. */
  clientId: string;
  /** Both included. */
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  byStaff: boolean;
  /** Only this way of meeting; all unless told. */
  mode?: Mode | undefined;
  /** A booking that is being moved does not stand in its own way. */
  butBookingId?: string | undefined;
};

/** The free times of a coach for a client. What stands in the way is not told, only that the time is not free. */
export async function freeTimesOf(tx: Tx, asked: FreeAsked): Promise<FreeTime[]> {
  const { coachId, from, to } = asked;
  const hours = await hoursOf(tx, coachId, from);
  const exceptions = await exceptionsOf(tx, coachId, from, to);
  if (hours.length === 0 && exceptions.length === 0) return [];
  const { timeZone: zone } = await thisOffice(tx);
  const places = [...hours, ...exceptions].flatMap(({ place }) => (place ? [place.toLowerCase()] : []));
  return freeTimes({
    hours,
    exceptions,
    closed: new Set((await closedDaysBetween(tx, from, to)).map(({ day }) => day.toString())),
    taken: await takenBetween(tx, asked, [...new Set(places)], zone),
    terms: await termsOf(tx, coachId),
    zone,
    from,
    to,
    now: now(),
    byStaff: asked.byStaff,
    mode: asked.mode,
    travel: await travelFrom(tx, coachId, places),
  });
}

type TakenRow = {
  who: Taken['who'];
  from_at: string;
  until_at: string;
  ends_at: string;
  place: string | null;
};

// A time lasts at most half a day, so a range of beginnings finds all that reach into the days asked.
async function takenBetween(
  tx: Tx,
  { coachId, clientId, from, to, butBookingId }: FreeAsked,
  places: readonly string[],
  zone: string,
): Promise<Taken[]> {
  const first = from.toZonedDateTime(zone).toInstant().subtract({ hours: 24 }).toString();
  const last = to.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
  const within = sql`office_id = ${tx.officeId} and cancelled_at is null and mode <> 'own-time'
    and id is distinct from ${butBookingId ?? null}::uuid and starts_at >= ${first}::timestamptz and starts_at < ${last}::timestamptz`;
  const { rows } = await tx.execute<TakenRow>(sql`
    select 'coach' as who, starts_at::text as from_at, busy_until::text as until_at, ends_at::text as ends_at, place
      from bookings where ${within} and coach_id = ${coachId}
    union all
    select 'group', starts_at::text, until_at::text, until_at::text, place from coach_times
      where office_id = ${tx.officeId} and coach_id = ${coachId} and kind = 'group'
        and starts_at >= ${first}::timestamptz and starts_at < ${last}::timestamptz
    union all
    select 'client', starts_at::text, ends_at::text, ends_at::text, null
      from bookings where ${within} and client_id = ${clientId}
    union all
    select 'place', starts_at::text, ends_at::text, ends_at::text, lower(place)
      from bookings where ${within} and place is not null
        and lower(place) = any(array(select jsonb_array_elements_text(${JSON.stringify(places)}::jsonb)))
    union all
    -- A freed time that is kept for somebody who waited for it.
    select 'client', offer_starts_at::text, (offer_starts_at + interval '5 minutes')::text, offer_starts_at::text, null
      from time_wishes
      where office_id = ${tx.officeId} and offer_coach_id = ${coachId} and closed_at is null and client_id <> ${clientId}
        and offer_until > ${now().toString()}::timestamptz
    limit 5000`);
  return rows.map((row) => ({
    who: row.who,
    from: Temporal.Instant.from(row.from_at),
    until: Temporal.Instant.from(row.until_at),
    ends: Temporal.Instant.from(row.ends_at),
    place: row.place,
  }));
}

export type CoachName = { coachId: string; name: string };

/** The coaches with whom a client can have a time today, own coach first. Nobody from whom the client is kept apart. */
export async function coachesToMeet(tx: Tx, clientId: string): Promise<CoachName[]> {
  const { timeZone } = await thisOffice(tx);
  const apart = await blockedFrom(tx, clientId);
  const coaches = (await coachesOf(tx, clientId, todayIn(timeZone))).filter(
    ({ coachId }) => !apart.has(coachId),
  );
  const names = await namesOf(
    tx,
    coaches.map(({ coachId }) => coachId),
  );
  return coaches.map(({ coachId }) => ({ coachId, name: names.get(coachId) ?? '' }));
}

/** The names that persons are shown by. */
export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, coalesce(preferred_name, given_name) as name from persons where office_id = ${tx.officeId}
      and id in (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid) limit 1000`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export type Whose = { clientId: string } | { coachId: string };

/** Bookings of a client or a coach that begin between two instants, in order; cancelled ones only when asked for. */
export async function bookingsOf(
  tx: Tx,
  whose: Whose,
  from: Temporal.Instant,
  to: Temporal.Instant,
  cancelledToo = false,
): Promise<Booking[]> {
  return tx
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.officeId, tx.officeId),
        'clientId' in whose ? eq(bookings.clientId, whose.clientId) : eq(bookings.coachId, whose.coachId),
        gte(bookings.startsAt, from),
        sql`${bookings.startsAt} < ${to.toString()}::timestamptz`,
        cancelledToo ? undefined : sql`${bookings.cancelledAt} is null`,
      ),
    )
    .orderBy(asc(bookings.startsAt))
    .limit(500);
}

/** A booking by its id, without asking who wants it; for jobs and reactions. */
export async function bookingById(tx: Tx, bookingId: string): Promise<Booking | undefined> {
  const [row] = await tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.officeId, tx.officeId), eq(bookings.id, bookingId)))
    .limit(1);
  return row;
}
