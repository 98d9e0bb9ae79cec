// What a host may do: let in, mute, put out, lock, raise one to the front. Ending for all is closeRoom.
import { and, eq } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type Room, type Visit, whoseIs } from './access.ts';
import { guestsIn } from './guests/guest-rows.ts';
import { tellRoom } from './hints.ts';
import { peopleSeenBy } from './queries.ts';
import { endVisits } from './room-actions.ts';
import { roomGuests, roomInvitations, rooms, roomVisits } from './tables.ts';
import { letIn } from './visit-actions.ts';

/** Lets one who waits in. `apart`: somebody they must never meet is in; neither learns of the other. */
export async function admit(
  tx: Tx,
  actor: Actor,
  room: Room,
  visit: Visit,
): Promise<{ ok: true } | { ok: false; reason: 'apart' }> {
  if (visit.admittedAt) return { ok: true };
  if (!(await letIn(tx, room, visit, actor.personId))) return { ok: false, reason: 'apart' };
  await noteChange(tx, actor, visit);
  return { ok: true };
}

/** Lets in everybody who waits and may come in. Gives how many still wait. */
export async function admitAll(tx: Tx, actor: Actor, room: Room): Promise<number> {
  const waiting = (await peopleSeenBy(tx, room.id, actor.personId)).filter((one) => !one.admittedAt);
  let left = 0;
  for (const one of waiting) {
    const [visit] = await tx
      .select()
      .from(roomVisits)
      .where(and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.id, one.visitId)));
    if (!visit || !(await admit(tx, actor, room, visit)).ok) left += 1;
  }
  return left;
}

/** Asks a participant's page to close its microphone. Only the participant opens it again. */
export async function mute(tx: Tx, actor: Actor, visit: Visit): Promise<void> {
  await tx
    .update(roomVisits)
    .set({ mutedAt: now() })
    .where(and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.id, visit.id)));
  await noteChange(tx, actor, visit);
  await tellRoom(tx, visit.roomId);
}

/** Puts a participant out for good: the room is not there for them any more. */
export async function putOut(tx: Tx, actor: Actor, visit: Visit): Promise<void> {
  const barred = { barredAt: now(), barredBy: actor.personId };
  if (visit.guestId)
    await tx
      .update(roomGuests)
      .set(barred)
      .where(and(eq(roomGuests.officeId, tx.officeId), eq(roomGuests.id, visit.guestId)));
  else
    await tx
      .update(roomInvitations)
      .set(barred)
      .where(
        and(
          eq(roomInvitations.officeId, tx.officeId),
          eq(roomInvitations.roomId, visit.roomId),
          eq(roomInvitations.personId, whoseIs(visit)),
        ),
      );
  await endVisits(tx, visit.roomId, 'removed', { whoId: whoseIs(visit) });
  await noteChange(tx, actor, visit);
}

/** Locks the door: whoever has not been in must wait. Or unlocks it. */
export async function lockDoor(tx: Tx, room: Room, locked: boolean): Promise<void> {
  await changeRoom(tx, room, { lockedAt: locked ? now() : null });
}

/** Shows one participant large to everybody, or nobody when `visitId` is undefined. */
export async function spotlight(tx: Tx, room: Room, visitId: string | undefined): Promise<void> {
  await changeRoom(tx, room, { spotlightVisitId: visitId ?? null });
}

async function changeRoom(tx: Tx, room: Room, change: Partial<Room>): Promise<void> {
  await tx
    .update(rooms)
    .set(change)
    .where(and(eq(rooms.officeId, tx.officeId), eq(rooms.id, room.id)));
  await tellRoom(tx, room.id);
}

// What is done to a guest is written with the client with whom they come: a guest has no log of their own.
async function noteChange(tx: Tx, actor: Actor, visit: Visit): Promise<void> {
  const guest = (await guestsIn(tx, visit.roomId, [visit.guestId])).get(visit.guestId ?? '');
  noteAccess(tx, {
    actor,
    personId: guest?.clientId ?? whoseIs(visit),
    act: 'changed',
    subject: guest ? 'room-guest' : 'room-visit',
    subjectId: guest?.id ?? visit.id,
    purpose: 'coaching',
  });
}
