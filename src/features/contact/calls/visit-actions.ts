// What somebody does in a room themselves: arrive, show signs of life, change their way, leave.
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { blockedFrom } from '../../ground/people/door.ts';
import { type Entered, type Participant, type Room, type Visit, whoseIs } from './access.ts';
import { guestJoined, guestWaiting, roomJoined, roomWaiting } from './events.ts';
import { tellRoom, topicsOfVisit } from './hints.ts';
import { keepWatch } from './jobs.ts';
import { firstAdmission, type Person, peopleIn, placeOfMessage, placeOfNote } from './queries.ts';
import { endVisits } from './room-actions.ts';
import { arrival, doorAt, firstLine, graceOf, type Place, placeFor, type Way } from './rules.ts';
import { roomFeedback, roomMessages, roomVisits, roomWaitingNotes, roomWays } from './tables.ts';

export type Arrived = { ok: true; visitId: string } | { ok: false };

/**
 * Brings somebody to the room's door in the way they chose, and in when the door is open to them. Other pages of the
 * same person end: the newest device takes the call over. A guest, whose browser has the pass of `passHash`, comes in by
 * a host only. `direct`: a script arrives that can speak straight to other browsers; it has the visit's line from the
 * start. The room's row must be locked by `access.ts`.
 */
export async function arrive(
  tx: Tx,
  entered: Entered,
  wanted: Way,
  { passHash, direct = false }: { passHash?: Buffer; direct?: boolean } = {},
): Promise<Arrived> {
  const { room, me } = entered;
  const at = now();
  if (doorAt(room, at) !== 'open') return { ok: false };
  await endVisits(tx, room.id, 'moved', { whoId: me.id }, at);
  const who = me.guest ? { guestId: me.id, passHash: passHash ?? null } : { personId: me.id };
  const [visit] = await tx
    .insert(roomVisits)
    .values({
      ...who,
      roomId: room.id,
      way: wanted,
      arrivedAt: at,
      seenAt: at,
      direct,
      line: direct ? firstLine : 0,
    })
    .returning();
  if (!visit) throw new Error('the visit was not begun');
  await keepWatch(tx, room, at);
  const { answer, inside } = await answerAtDoor(tx, entered, await peopleIn(tx, room.id), visit);
  if (answer === 'in') await seat(tx, visit, { hostId: undefined, inside });
  else await tell(tx, visit, roomWaiting, guestWaiting);
  return { ok: true, visitId: visit.id };
}

/** Whether somebody would come straight in now, and who of these `people`, in the room and at its door, is in. */
export async function answerAtDoor(
  tx: Tx,
  { room, me, isHost }: Entered,
  people: readonly Person[],
  who: Pick<Visit, 'personId' | 'guestId' | 'passHash'> = { personId: me.id, guestId: null, passHash: null },
) {
  const inside = people.filter((one) => one.admittedAt);
  const apart = await blockedFrom(tx, me.id);
  const answer = arrival({
    invitedAs: isHost ? 'host' : 'guest',
    waiting: me.guest ? 'everyone' : room.waiting,
    locked: room.lockedAt !== null,
    known: (await firstAdmission(tx, room.id, who)) !== undefined,
    apart: inside.some((one) => apart.has(one.whoId)),
    present: inside.length,
    maxSeats: room.maxSeats ?? undefined,
  });
  return { answer, inside };
}

/** Lets a visit in, in the way that there is room for. `false` when somebody who must not be met is in. */
export async function letIn(tx: Tx, room: Room, visit: Visit, hostId: string): Promise<boolean> {
  const inside = (await peopleIn(tx, room.id)).filter((one) => one.admittedAt && one.visitId !== visit.id);
  const apart = await blockedFrom(tx, whoseIs(visit));
  if (inside.some((one) => apart.has(one.whoId))) return false;
  await seat(tx, visit, { hostId, inside });
  return true;
}

async function seat(
  tx: Tx,
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
  await tell(tx, visit, roomJoined, guestJoined, hostId);
}

// A guest is nobody of whom days are counted, so what they do is told by events of its own.
async function tell(
  tx: Tx,
  { id: visitId, roomId, personId, guestId }: Visit,
  ofPerson: typeof roomJoined,
  ofGuest: typeof guestJoined,
  hostId?: string,
): Promise<void> {
  const event = personId
    ? ofPerson({ roomId, personId, visitId })
    : ofGuest({ roomId, guestId: guestId ?? '', visitId });
  await recordEvent(tx, event, {
    actorId: hostId ?? personId ?? undefined,
    topics: await topicsOfVisit(tx, roomId, ofPerson === roomWaiting || hostId !== undefined),
  });
}

/** What somebody attended. Of a guest nothing is kept: they attend for nobody. */
async function beginStretch(tx: Tx, visit: Visit, way: Way, at: Temporal.Instant): Promise<void> {
  if (!visit.personId) return;
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

/**
 * Writes a message to everybody in the room. The words are sealed even where they are removed at the end. With `once`,
 * an id that the page made, a message sent again is the same message.
 */
export async function writeMessage(
  tx: Tx,
  visit: Visit,
  text: string,
  { guest, once }: { guest?: Participant['guest']; once?: string | undefined } = {},
): Promise<void> {
  const id = once ?? crypto.randomUUID();
  await showLife(tx, visit);
  const { roomId, personId, guestId } = visit;
  const body = await sealText(tx, placeOfMessage(guest?.clientId ?? whoseIs(visit), id), text);
  const message = { id, roomId, personId, guestId, body, writtenAt: now() };
  await tx.insert(roomMessages).values(message).onConflictDoNothing();
  await tellRoom(tx, visit.roomId);
}

/** Writes between the hosts and the one who waits (`waitingId`, a guest where `guest` is given). */
export async function writeWaitingNote(
  tx: Tx,
  roomId: string,
  note: { waitingId: string; authorId: string; text: string; guest?: Participant['guest'] },
): Promise<void> {
  const id = crypto.randomUUID();
  const { waitingId, authorId, guest } = note;
  const byGuest = guest !== undefined && authorId === waitingId;
  await tx.insert(roomWaitingNotes).values({
    id,
    roomId,
    ...(guest ? { guestId: waitingId } : { personId: waitingId }),
    authorId: byGuest ? null : authorId,
    body: await sealText(tx, placeOfNote(byGuest ? guest.clientId : authorId, id), note.text),
    writtenAt: now(),
  });
  await tellRoom(tx, roomId);
}

/** Keeps how it was for a person of the house, 1 (badly) to 5 (well); the last answer counts. */
export async function giveFeedback(
  tx: Tx,
  { roomId, personId }: { roomId: string; personId: string },
  how: number,
): Promise<void> {
  await tx
    .insert(roomFeedback)
    .values({ roomId, personId, how, givenAt: now() })
    .onConflictDoUpdate({
      target: [roomFeedback.officeId, roomFeedback.roomId, roomFeedback.personId],
      set: { how, givenAt: now() },
    });
}
