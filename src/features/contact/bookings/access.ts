// The only ways to a booking for an actor: the client's own; the client's coaches of today; managers of the client.
// The right of a coach ends with the relation, also to times they had themselves.
import { and, eq } from 'drizzle-orm';
import { type AccessAct, noteAccess } from '../../../platform/access-log.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { blockedFrom, hasOwnClient, mayManage } from '../../ground/people/door.ts';
import { poolServes } from './pools/pool-membership.ts';
import type { Booking } from './queries.ts';
import { bookings } from './tables.ts';

/** Whether the actor sees a client's times: the client, a coach of theirs today, or their manager. */
export async function seesTimesOf(tx: Tx, actor: Actor, clientId: string): Promise<boolean> {
  if (!isId(clientId)) return false;
  if (actor.personId === clientId) return hasRole(actor, 'client');
  if ((await blockedFrom(tx, clientId)).has(actor.personId)) return false;
  if (await hasOwnClient(tx, actor, clientId)) return true;
  return hasRole(actor, 'manager') && (await mayManage(tx, actor, clientId));
}

/**
 * Whether a coach has this very time through a pool: they see it, and nothing else of the client. The right ends when
 * the coach leaves the pool or is kept apart.
 */
export async function meetsInPool(
  tx: Tx,
  actor: Actor,
  { coachId, clientId, poolId }: Pick<Booking, 'coachId' | 'clientId' | 'poolId'>,
): Promise<boolean> {
  if (coachId !== actor.personId || !poolId || !hasRole(actor, 'coach')) return false;
  return poolServes(tx, poolId, { coachId, clientId });
}

/** Whether the actor acts for the client and not as the client. */
export const actsAsStaff = (actor: Actor, clientId: string): boolean => actor.personId !== clientId;

/** A booking that the actor may see, locked when it is to be changed. Throws NotFound otherwise. */
export async function bookingSeenBy(
  tx: Tx,
  actor: Actor,
  bookingId: string | undefined,
  act: AccessAct = 'read',
): Promise<Booking> {
  if (!isId(bookingId)) throw new NotFound('booking');
  const query = tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.officeId, tx.officeId), eq(bookings.id, bookingId)))
    .limit(1);
  const [booking] = await (act === 'read' ? query : query.for('no key update'));
  const sees =
    booking && ((await seesTimesOf(tx, actor, booking.clientId)) || (await meetsInPool(tx, actor, booking)));
  if (!sees) throw new NotFound('booking');
  // Kept apart from this coach since: the client sees nothing more of them.
  if (!actsAsStaff(actor, booking.clientId) && (await blockedFrom(tx, actor.personId)).has(booking.coachId))
    throw new NotFound('booking');
  noteBooking(tx, actor, booking.clientId, booking.id, act);
  return booking;
}

/** The same for staff only. */
export async function bookingHeldBy(
  tx: Tx,
  actor: Actor,
  bookingId: string | undefined,
  act: AccessAct,
): Promise<Booking> {
  const booking = await bookingSeenBy(tx, actor, bookingId, act);
  if (!actsAsStaff(actor, booking.clientId)) throw new NotFound('booking');
  return booking;
}

/** The client whose times are booked: the actor, or a client of theirs. Throws NotFound otherwise. */
export async function clientToBookFor(
  tx: Tx,
  actor: Actor,
  clientId: string | undefined,
): Promise<{ clientId: string; byStaff: boolean }> {
  const wanted = clientId || (hasRole(actor, 'client') ? actor.personId : undefined);
  if (!wanted || !(await seesTimesOf(tx, actor, wanted))) throw new NotFound('client');
  return { clientId: wanted, byStaff: actsAsStaff(actor, wanted) };
}

/** Writes into the access log what the actor did to a client's times. */
export function noteBooking(tx: Tx, actor: Actor, clientId: string, subjectId: string, act: AccessAct): void {
  noteAccess(tx, {
    actor,
    personId: clientId,
    act,
    subject: 'booking',
    subjectId,
    purpose:
      actor.personId === clientId
        ? 'own-request'
        : actor.actingAs === 'coach'
          ? 'coaching'
          : 'administration',
  });
}
