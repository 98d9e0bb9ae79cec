// A client's personal link to one time: to book it, to answer and to change it, without signing in. It opens nothing
// else, ends with the time, and can be stopped. What it opens obeys the same rules as the client's own pages.
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { personById } from '../../../ground/people/door.ts';
import { bookingSeenBy } from '../access.ts';
import { type Booking, bookingById, coachesToMeet } from '../queries.ts';
import { timeLinks } from '../tables.ts';
import { codeOf, idBehind } from './link-codes.ts';

export type TimeLink = typeof timeLinks.$inferSelect;

/** An invitation to book is open this long. */
const invitationDays = 14;
/** After its end a time can still be looked at this long. */
const hoursAfter = 2;

const rowOf = (tx: Tx, id: string) => and(eq(timeLinks.officeId, tx.officeId), eq(timeLinks.id, id));
const liveOf = (tx: Tx, bookingId: string) =>
  and(eq(timeLinks.officeId, tx.officeId), eq(timeLinks.bookingId, bookingId), isNull(timeLinks.revokedAt));

/** Invites a client to book a time with a coach. Gives the link's id; telling the client of it is another matter. */
export async function inviteToBook(
  tx: Tx,
  actor: Actor,
  about: { clientId: string; coachId: string },
): Promise<string> {
  const at = now();
  const [row] = await tx
    .insert(timeLinks)
    .values({
      ...about,
      madeBy: actor.personId,
      madeAt: at,
      expiresAt: at.add({ hours: invitationDays * 24 }),
    })
    .returning({ id: timeLinks.id });
  if (!row) throw new Error('the link was not made');
  return row.id;
}

/** Ties an invitation to what was booked by it: from now on it leads to that time. */
export async function tieToBooking(tx: Tx, link: TimeLink, booking: Booking): Promise<void> {
  await tx
    .update(timeLinks)
    .set({ bookingId: booking.id, expiresAt: booking.endsAt.add({ hours: hoursAfter }) })
    .where(rowOf(tx, link.id));
}

/** The id of the link that leads to a booking, made when there is none. A stopped one is renewed only when asked. */
export async function linkToBooking(
  tx: Tx,
  booking: Booking,
  how: { madeBy?: string; renews?: boolean } = {},
): Promise<string | undefined> {
  const [known] = await tx
    .select({ id: timeLinks.id, revokedAt: timeLinks.revokedAt })
    .from(timeLinks)
    .where(and(eq(timeLinks.officeId, tx.officeId), eq(timeLinks.bookingId, booking.id)))
    .orderBy(sql`${timeLinks.revokedAt} is not null`, desc(timeLinks.madeAt))
    .limit(1);
  if (known?.revokedAt && !how.renews) return undefined;
  const expiresAt = booking.endsAt.add({ hours: hoursAfter });
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into time_links (office_id, client_id, booking_id, made_by, made_at, expires_at)
    values (${tx.officeId}, ${booking.clientId}, ${booking.id}, ${how.madeBy ?? null}::uuid,
      ${now().toString()}::timestamptz, ${expiresAt.toString()}::timestamptz)
    on conflict (office_id, booking_id) where revoked_at is null
      do update set expires_at = excluded.expires_at
    returning id`);
  return rows[0]?.id;
}

/** Whether a link leads to this booking just now. */
export async function hasLink(tx: Tx, bookingId: string): Promise<boolean> {
  const [row] = await tx.select({ id: timeLinks.id }).from(timeLinks).where(liveOf(tx, bookingId)).limit(1);
  return row !== undefined;
}

/** Stops the link to a booking; it opens nothing any more. */
export async function stopLink(tx: Tx, bookingId: string): Promise<void> {
  await tx.update(timeLinks).set({ revokedAt: now() }).where(liveOf(tx, bookingId));
}

/** The whole address of a client's link. */
export async function addressOfLink(tx: Tx, linkId: string): Promise<string> {
  const { slug } = await thisOffice(tx);
  return `${tx.outside.config.baseUrl}/${slug}/time/${codeOf(tx, 'time', linkId)}`;
}

/** The address by which this person opens a booking without signing in; undefined for anybody but its client. */
export async function ownLinkTo(tx: Tx, bookingId: string, personId: string): Promise<string | undefined> {
  const booking = await bookingById(tx, bookingId);
  // A task in one's own time is written about, and that only when signed in.
  if (booking?.clientId !== personId || booking.mode === 'own-time') return undefined;
  const linkId = await linkToBooking(tx, booking);
  return linkId && addressOfLink(tx, linkId);
}

export type OpenedLink = {
  link: TimeLink;
  actor: Actor;
  booking: Booking | undefined;
  code: string;
  /** By this link something was booked a moment ago, while this asked for the lock. */
  raced: boolean;
};

/**
 * What a code opens, for the client whose it is. Everything that does not open looks alike: unknown, stopped, ended,
 * the client gone or now protected, the coach gone or to be kept apart from them. `lock` for whatever changes something.
 */
export async function openedBy(
  tx: Tx,
  code: string | undefined,
  requestId: string,
  lock?: 'lock',
): Promise<OpenedLink> {
  const id = idBehind(tx, 'time', code);
  const link = id && (await linkInForce(tx, id));
  if (!link || !code) throw new NotFound('link');
  const actor = await clientBehind(tx, link.clientId, requestId);
  if (!actor) throw new NotFound('client');
  // The booking before the link, as everybody who changes both locks them.
  const booking = link.bookingId
    ? await bookingSeenBy(tx, actor, link.bookingId, lock ? 'changed' : 'read')
    : undefined;
  if (!booking) await mayBeMet(tx, link);
  const held = lock ? await linkInForce(tx, link.id, lock) : link;
  if (!held) throw new NotFound('link');
  return { link: held, actor, booking, code, raced: held.bookingId !== link.bookingId };
}

async function linkInForce(tx: Tx, id: string, lock?: 'lock'): Promise<TimeLink | undefined> {
  const asked = tx.select().from(timeLinks).where(rowOf(tx, id)).limit(1);
  const [link] = await (lock ? asked.for('no key update') : asked);
  const over = !link || link.revokedAt || Temporal.Instant.compare(link.expiresAt, now()) <= 0;
  return over ? undefined : link;
}

async function mayBeMet(tx: Tx, link: TimeLink): Promise<void> {
  const coaches = await coachesToMeet(tx, link.clientId);
  if (!coaches.some((one) => one.coachId === link.coachId)) throw new NotFound('coach');
}

// The client themselves, in that role only, whatever else they are here. Who must be protected signs in instead.
async function clientBehind(tx: Tx, clientId: string, requestId: string): Promise<Actor | undefined> {
  const person = await personById(tx, clientId);
  if (!person || person.deactivatedAt || person.protected) return undefined;
  const today = todayIn().toString();
  const { rows } = await tx.execute(sql`select 1 from role_grants
    where office_id = ${tx.officeId} and person_id = ${clientId} and role = 'client'
      and starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)`);
  if (rows.length === 0) return undefined;
  return {
    officeId: tx.officeId,
    personId: clientId,
    roles: [{ role: 'client', unitId: null }],
    actingAs: 'client',
    language: person.language,
    preferredName: person.preferredName ?? person.givenName,
    requestId,
  };
}
