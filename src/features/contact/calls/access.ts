// The only ways to a room and to a visit for an actor. Somebody who is not invited, was uninvited or was put out gets
// the answer of a room that is not there.
import { and, eq, isNull } from 'drizzle-orm';
import { NotFound } from '../../../platform/errors.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { roomInvitations, rooms, roomVisits } from './tables.ts';

export type Room = typeof rooms.$inferSelect;
type Invitation = typeof roomInvitations.$inferSelect;
export type Visit = typeof roomVisits.$inferSelect;
export type Entered = { room: Room; invitation: Invitation; isHost: boolean };

/**
 * A room the actor is invited to. Whatever changes something in a room asks with `lock`: changes of one room then
 * commit one after the other, so two who must not meet are never let in at once, and positions appear in their order.
 */
export async function roomFor(
  tx: Tx,
  actor: Actor,
  roomId: string | undefined,
  lock?: 'lock',
): Promise<Entered> {
  if (!isId(roomId)) throw new NotFound('room');
  const found = tx
    .select()
    .from(rooms)
    .where(and(eq(rooms.officeId, tx.officeId), eq(rooms.id, roomId)))
    .limit(1);
  const [room] = await (lock ? found.for('no key update') : found);
  const [invitation] = await tx
    .select()
    .from(roomInvitations)
    .where(
      and(
        eq(roomInvitations.officeId, tx.officeId),
        eq(roomInvitations.roomId, roomId),
        eq(roomInvitations.personId, actor.personId),
        isNull(roomInvitations.removedAt),
        isNull(roomInvitations.barredAt),
      ),
    )
    .limit(1);
  if (!room || !invitation) throw new NotFound('room');
  return { room, invitation, isHost: invitation.invitedAs === 'host' };
}

/** A room in which the actor is a host. */
export async function hostedRoom(
  tx: Tx,
  actor: Actor,
  roomId: string | undefined,
  lock?: 'lock',
): Promise<Entered> {
  const entered = await roomFor(tx, actor, roomId, lock);
  if (!entered.isHost) throw new NotFound('room');
  return entered;
}

/** The actor's own visit in a room, live or ended. */
export async function ownVisit(
  tx: Tx,
  actor: Actor,
  roomId: string | undefined,
  visitId: string | undefined,
  lock?: 'lock',
): Promise<Entered & { visit: Visit }> {
  const entered = await roomFor(tx, actor, roomId, lock);
  const visit = await visitIn(tx, entered.room.id, visitId);
  if (visit.personId !== actor.personId) throw new NotFound('visit');
  return { ...entered, visit };
}

/** Another's live visit, for a host who admits, mutes or puts out. */
export async function visitInHostedRoom(
  tx: Tx,
  actor: Actor,
  roomId: string | undefined,
  visitId: string | undefined,
): Promise<Entered & { visit: Visit }> {
  const entered = await hostedRoom(tx, actor, roomId, 'lock');
  const visit = await visitIn(tx, entered.room.id, visitId);
  if (visit.leftAt) throw new NotFound('visit');
  return { ...entered, visit };
}

async function visitIn(tx: Tx, roomId: string, visitId: string | undefined): Promise<Visit> {
  if (!isId(visitId)) throw new NotFound('visit');
  const [visit] = await tx
    .select()
    .from(roomVisits)
    .where(
      and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.roomId, roomId), eq(roomVisits.id, visitId)),
    )
    .limit(1);
  if (!visit) throw new NotFound('visit');
  return visit;
}
