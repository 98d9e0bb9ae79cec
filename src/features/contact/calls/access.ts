// The only ways to a room and to a visit for an actor. Somebody who is not invited, was uninvited or was put out gets
// the answer of a room that is not there. So does whoever was invited as a client's coach and is that no more.
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { NotFound } from '../../../platform/errors.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { coachesToday } from '../../ground/people/door.ts';
import { roomInvitations, rooms, roomVisits } from './tables.ts';

export type Room = typeof rooms.$inferSelect;
export type Visit = typeof roomVisits.$inferSelect;

/** Who takes part: a person of the house, or a guest who came by a link. */
export type Participant = {
  /** The id of the person or of the guest; no two are alike. */
  id: string;
  shownName: string;
  guest?: { clientId: string };
};
export type Entered = { room: Room; me: Participant; isHost: boolean };

/** Whose visit, message or note it is. */
export const whoseIs = (row: { personId: string | null; guestId: string | null }): string =>
  row.personId ?? row.guestId ?? '';

/**
 * A room the actor is invited to. Whatever changes something in a room asks with `lock`: changes of one room then
 * commit one after the other, so two who must not meet are never let in at once, and positions appear in their order.
 * The visit of a coach who is in when their right ends is not ended here: from then on nothing passes to or from it, its
 * next act, at the latest the sign of life, finds no room, and it soon ends as a silent one.
 */
export async function roomFor(
  tx: Tx,
  actor: Actor,
  roomId: string | undefined,
  lock?: 'lock',
): Promise<Entered> {
  const room = await roomById(tx, roomId, lock);
  const [invitation] = await tx
    .select()
    .from(roomInvitations)
    .where(
      and(
        eq(roomInvitations.officeId, tx.officeId),
        eq(roomInvitations.roomId, room.id),
        eq(roomInvitations.personId, actor.personId),
        invitationStands(tx),
      ),
    )
    .limit(1);
  if (!invitation) throw new NotFound('room');
  const me = { id: actor.personId, shownName: invitation.shownName };
  return { room, me, isHost: invitation.invitedAs === 'host' };
}

/**
 * As SQL, of an invitation: it is nobody's as a coach, or its person is the coach of that client today. Asked each time,
 * as a relation that ends by its date lets nothing happen on that day.
 */
export const stillCounts = (tx: Tx, person: SQL, asCoachOf: SQL): SQL =>
  sql`(${asCoachOf} is null or ${coachesToday(tx, person, asCoachOf)})`;

/** The same of a row of `room_invitations` as a whole: not taken back, not put out, and still counting. */
export const invitationStands = (tx: Tx) =>
  and(
    isNull(roomInvitations.removedAt),
    isNull(roomInvitations.barredAt),
    stillCounts(tx, sql`${roomInvitations.personId}`, sql`${roomInvitations.asCoachOf}`),
  );

/** As SQL, of a row of `room_invitations`: it lets somebody host this room, and stands. */
export const hosts = (tx: Tx, roomId: string) =>
  and(
    eq(roomInvitations.officeId, tx.officeId),
    eq(roomInvitations.roomId, roomId),
    eq(roomInvitations.invitedAs, 'host'),
    invitationStands(tx),
  );

/** As SQL, of the visit `v` of a person: its invitation stands. A guest's right is known to whoever gave them the link. */
export const visitStands = (tx: Tx): SQL =>
  sql`(v.person_id is null or exists (select from room_invitations where room_invitations.office_id = v.office_id
    and room_invitations.room_id = v.room_id and room_invitations.person_id = v.person_id and ${invitationStands(tx)}))`;

/** A room of the office, whoever asks. */
export async function roomById(tx: Tx, roomId: string | undefined, lock?: 'lock'): Promise<Room> {
  if (!isId(roomId)) throw new NotFound('room');
  const found = tx
    .select()
    .from(rooms)
    .where(and(eq(rooms.officeId, tx.officeId), eq(rooms.id, roomId)))
    .limit(1);
  const [room] = await (lock ? found.for('no key update') : found);
  if (!room) throw new NotFound('room');
  return room;
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

/** A visit of this room, live or ended. */
export async function visitIn(tx: Tx, roomId: string, visitId: string | undefined): Promise<Visit> {
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
