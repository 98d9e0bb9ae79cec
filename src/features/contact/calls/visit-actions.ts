// What somebody does in a room themselves: arrive, show signs of life, change their way, leave.
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { blockedFrom } from '../../ground/people/door.ts';
import type { Entered, Room, Visit } from './access.ts';
import { roomJoined, roomWaiting } from './events.ts';
import { tellRoom } from './hints.ts';
import { keepWatch } from './jobs.ts';
import { firstAdmission, peopleIn, placeOfMessage, placeOfNote } from './queries.ts';
import { endVisits } from './room-actions.ts';
import { arrival, doorAt, graceOf, type Place, placeFor, type Way } from './rules.ts';
import { roomFeedback, roomMessages, roomVisits, roomWaitingNotes, roomWays } from './tables.ts';

export type Arrived = { ok: true; visitId: string } | { ok: false };

/**
 * Brings the actor to the room's door in the way they chose, and in when the door is open to them. Other pages of the
 * same person end: the newest device takes the call over. The room's row must be locked by `access.ts`.
 */
export async function arrive(
  tx: Tx,
  actor: Actor,
  { room, isHost, invitation }: Entered,
  wanted: Way,
): Promise<Arrived> {
  const at = now();
  if (doorAt(room, at) !== 'open') return { ok: false };
  await endVisits(tx, room.id, 'moved', { personId: actor.personId }, at);
  const [visit] = await tx
    .insert(roomVisits)
    .values({ roomId: room.id, personId: actor.personId, way: wanted, arrivedAt: at, seenAt: at })
    .returning();
  if (!visit) throw new Error('the visit was not begun');
  await keepWatch(tx, room, at);
  const inside = (await peopleIn(tx, room.id)).filter((one) => one.admittedAt);
  const apart = await blockedFrom(tx, actor.personId);
  const answer = arrival({
    invitedAs: isHost ? 'host' : invitation.invitedAs,
    waiting: room.waiting,
    locked: room.lockedAt !== null,
    known: (await firstAdmission(tx, room.id, actor.personId)) !== undefined,
    apart: inside.some((one) => apart.has(one.personId)),
    present: inside.length,
    maxSeats: room.maxSeats ?? undefined,
  });
  if (answer === 'in') await seat(tx, room, visit, { hostId: undefined, inside });
  else
    await recordEvent(tx, roomWaiting({ roomId: room.id, personId: actor.personId, visitId: visit.id }), {
      actorId: actor.personId,
      topics: [`room:${room.id}`],
    });
  return { ok: true, visitId: visit.id };
}

/** Lets a visit in, in the way that there is room for. `false` when somebody who must not be met is in. */
export async function letIn(tx: Tx, room: Room, visit: Visit, hostId: string): Promise<boolean> {
  const inside = (await peopleIn(tx, room.id)).filter((one) => one.admittedAt && one.visitId !== visit.id);
  const apart = await blockedFrom(tx, visit.personId);
  if (inside.some((one) => apart.has(one.personId))) return false;
  await seat(tx, room, visit, { hostId, inside });
  return true;
}

async function seat(
  tx: Tx,
  room: Room,
  visit: Visit,
  { hostId, inside }: { hostId: string | undefined; inside: readonly { way: Way }[] },
): Promise<void> {
  const at = now();
  const { way } = placeFor(
    visit.way,
    inside.map((one) => one.way),
    false,
  );
  await tx
    .update(roomVisits)
    .set({ admittedAt: at, admittedBy: hostId ?? null, way })
    .where(and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.id, visit.id)));
  await beginStretch(tx, visit, way, at);
  await recordEvent(tx, roomJoined({ roomId: room.id, personId: visit.personId, visitId: visit.id }), {
    actorId: hostId ?? visit.personId,
    topics: [`room:${room.id}`],
  });
}

async function beginStretch(tx: Tx, visit: Visit, way: Way, at: Temporal.Instant): Promise<void> {
  await tx.insert(roomWays).values({
    visitId: visit.id,
    roomId: visit.roomId,
    personId: visit.personId,
    way,
    fromAt: at,
    seenAt: at,
  });
}

/**
 * A sign of life of a live visit. What was attended grows up to now, unless the silence before was longer than the
 * grace: then a new stretch begins and the silence is not counted.
 */
export async function showLife(tx: Tx, visit: Visit): Promise<void> {
  const at = now();
  const bridged = at.since(visit.seenAt).total('seconds') <= graceOf(visit);
  await tx
    .update(roomVisits)
    .set({ seenAt: at })
    .where(and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.id, visit.id)));
  if (!visit.admittedAt) return;
  const open = and(
    eq(roomWays.officeId, tx.officeId),
    eq(roomWays.visitId, visit.id),
    eq(roomWays.ended, false),
  );
  if (bridged) {
    // The clock of another web process may stand a little behind; time never runs backwards here.
    await tx
      .update(roomWays)
      .set({ seenAt: sql`greatest(${roomWays.seenAt}, ${at.toString()}::timestamptz)` })
      .where(open);
    return;
  }
  await tx.update(roomWays).set({ ended: true }).where(open);
  await beginStretch(tx, visit, visit.way, at);
}

/**
 * Gives the page's script the visit's line; an older page of the same visit loses it. `direct` tells whether the
 * script can speak straight to other browsers. Gives the line's number.
 */
export async function takeLine(tx: Tx, visit: Visit, direct: boolean): Promise<number> {
  await showLife(tx, visit);
  const [row] = await tx
    .update(roomVisits)
    .set({ line: sql`${roomVisits.line} + 1`, direct })
    .where(and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.id, visit.id)))
    .returning({ line: roomVisits.line });
  await tellRoom(tx, visit.roomId);
  return row?.line ?? 1;
}

/** Changes how the visitor takes part, as far as there is room. The room's row must be locked. */
export async function changeWay(tx: Tx, room: Room, visit: Visit, wanted: Way): Promise<Place> {
  const others = (await peopleIn(tx, room.id)).filter((one) => one.admittedAt && one.visitId !== visit.id);
  const place = placeFor(
    wanted,
    others.map((one) => one.way),
    false,
  );
  if (place.way === visit.way) return place;
  await showLife(tx, visit);
  await tx
    .update(roomVisits)
    .set({ way: place.way })
    .where(and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.id, visit.id)));
  if (visit.admittedAt) {
    await tx
      .update(roomWays)
      .set({ ended: true })
      .where(
        and(eq(roomWays.officeId, tx.officeId), eq(roomWays.visitId, visit.id), eq(roomWays.ended, false)),
      );
    await beginStretch(tx, visit, place.way, now());
  }
  await tellRoom(tx, room.id);
  return place;
}

/** Raises the visitor's hand or takes it down. */
export async function raiseHand(tx: Tx, visit: Visit, up: boolean): Promise<void> {
  await tx
    .update(roomVisits)
    .set({ handAt: up ? now() : null })
    .where(and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.id, visit.id)));
  await tellRoom(tx, visit.roomId);
}

/** Leaves the room or its door. */
export async function leave(tx: Tx, visit: Visit): Promise<void> {
  if (visit.leftAt) return;
  await showLife(tx, visit);
  await endVisits(tx, visit.roomId, 'left', { visitId: visit.id });
}

/** Writes a message to everybody in the room. The words are sealed even where they are removed at the end. */
export async function writeMessage(tx: Tx, visit: Visit, text: string): Promise<void> {
  const id = crypto.randomUUID();
  await showLife(tx, visit);
  await tx.insert(roomMessages).values({
    id,
    roomId: visit.roomId,
    personId: visit.personId,
    body: await sealText(tx, placeOfMessage(visit.personId, id), text),
    writtenAt: now(),
  });
  await tellRoom(tx, visit.roomId);
}

/** Writes between the hosts and the one who waits (`waitingId`). */
export async function writeWaitingNote(
  tx: Tx,
  roomId: string,
  note: { waitingId: string; authorId: string; text: string },
): Promise<void> {
  const id = crypto.randomUUID();
  await tx.insert(roomWaitingNotes).values({
    id,
    roomId,
    personId: note.waitingId,
    authorId: note.authorId,
    body: await sealText(tx, placeOfNote(note.authorId, id), note.text),
    writtenAt: now(),
  });
  await tellRoom(tx, roomId);
}

/** Keeps how it was, 1 (badly) to 5 (well); the last answer counts. */
export async function giveFeedback(tx: Tx, visit: Visit, how: number): Promise<void> {
  await tx
    .insert(roomFeedback)
    .values({ roomId: visit.roomId, personId: visit.personId, how, givenAt: now() })
    .onConflictDoUpdate({
      target: [roomFeedback.officeId, roomFeedback.roomId, roomFeedback.personId],
      set: { how, givenAt: now() },
    });
}
