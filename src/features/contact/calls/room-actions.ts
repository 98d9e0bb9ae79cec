// The verbs of a room as a whole: open, invite, move, close. Later features call them through the door.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { guestLeft, roomClosed, roomLeft, roomOpened } from './events.ts';
import { topicsOfVisit } from './hints.ts';
import { endLater } from './job-kinds.ts';
import { type LeftWhy, lastMoment } from './rules.ts';
import { roomInvitations, rooms } from './tables.ts';

export type NewRoom = {
  /** What the room is called on its own pages. Never the service: others may see the screen. */
  title?: Text | string | undefined;
  kind: 'group' | 'pair';
  opensAt: Temporal.Instant;
  closesAt: Temporal.Instant;
  /** `open-door`: those invited come straight in; `everyone`: each waits until a host lets them in. */
  waiting: 'everyone' | 'open-door';
  /** Whether what is written in the room stays with the session, or is removed when the room closes. */
  keepsText: boolean;
  maxSeats?: number | undefined;
};

export type Invitation = {
  personId: string;
  as: 'host' | 'guest';
  shownName: string;
  /** The client whose coach is invited, when it counts only while they are their coach. */
  asCoachOf?: string | undefined;
};

/** Opens a room for a stretch of time and gives its id, which is random and is its address. */
export async function openRoom(tx: Tx, room: NewRoom): Promise<string> {
  const [row] = await tx
    .insert(rooms)
    .values({
      id: crypto.randomUUID(),
      title: room.title ?? null,
      kind: room.kind,
      opensAt: room.opensAt,
      closesAt: room.closesAt,
      waiting: room.waiting,
      keepsText: room.keepsText,
      maxSeats: room.maxSeats ?? null,
    })
    .returning({ id: rooms.id });
  if (!row) throw new Error('the room was not opened');
  await recordEvent(tx, roomOpened({ roomId: row.id }));
  await endLater(tx, row.id, lastMoment(room));
  return row.id;
}

/** Invites persons, or renews their name and part. Somebody put out by a host during the call stays out. */
export async function inviteToRoom(
  tx: Tx,
  roomId: string,
  invitations: readonly Invitation[],
): Promise<void> {
  if (invitations.length === 0) return;
  await tx
    .insert(roomInvitations)
    .values(
      invitations.map((one) => ({
        roomId,
        personId: one.personId,
        invitedAs: one.as,
        shownName: one.shownName.slice(0, 80),
        asCoachOf: one.asCoachOf ?? null,
      })),
    )
    .onConflictDoUpdate({
      target: [roomInvitations.officeId, roomInvitations.roomId, roomInvitations.personId],
      set: {
        invitedAs: sql`excluded.invited_as`,
        shownName: sql`excluded.shown_name`,
        asCoachOf: sql`excluded.as_coach_of`,
        removedAt: null,
      },
    });
}

/** Takes an invitation back; whoever is in is taken out. Does nothing for somebody who was not invited. */
export async function removeFromRoom(tx: Tx, roomId: string, personId: string): Promise<void> {
  await tx
    .update(roomInvitations)
    .set({ removedAt: now() })
    .where(
      and(
        eq(roomInvitations.officeId, tx.officeId),
        eq(roomInvitations.roomId, roomId),
        eq(roomInvitations.personId, personId),
        isNull(roomInvitations.removedAt),
      ),
    );
  await endVisits(tx, roomId, 'uninvited', { whoId: personId });
}

/** Gives a room another time. A closed room is not moved: the one who moves a session opens a new room for it. */
export async function moveRoom(
  tx: Tx,
  roomId: string,
  times: { opensAt: Temporal.Instant; closesAt: Temporal.Instant },
): Promise<void> {
  const moved = await tx
    .update(rooms)
    .set({ opensAt: times.opensAt, closesAt: times.closesAt })
    .where(and(eq(rooms.officeId, tx.officeId), eq(rooms.id, roomId), isNull(rooms.closedAt)))
    .returning({ id: rooms.id });
  if (moved.length === 0) throw new NotFound('room');
  await endLater(tx, roomId, lastMoment(times));
}

/** Lets those invited wait or come straight in from now on; whoever is in stays. Does nothing for a closed room. */
export async function setWaiting(tx: Tx, roomId: string, waiting: NewRoom['waiting']): Promise<void> {
  await tx
    .update(rooms)
    .set({ waiting })
    .where(and(eq(rooms.officeId, tx.officeId), eq(rooms.id, roomId), isNull(rooms.closedAt)));
}

/** Closes a room for good: everybody is out, and what was written is removed unless the room keeps it. */
export async function closeRoom(tx: Tx, roomId: string, actorId?: string): Promise<void> {
  const [room] = await tx
    .select()
    .from(rooms)
    .where(and(eq(rooms.officeId, tx.officeId), eq(rooms.id, roomId)))
    .for('no key update');
  if (!room || room.closedAt) return;
  await endVisits(tx, roomId, 'closed');
  await tx
    .update(rooms)
    .set({ closedAt: now(), closedBy: actorId ?? null, spotlightVisitId: null })
    .where(and(eq(rooms.officeId, tx.officeId), eq(rooms.id, roomId)));
  await tx.execute(sql`delete from room_signals where office_id = ${tx.officeId} and room_id = ${roomId}`);
  if (!room.keepsText) {
    await tx.execute(sql`delete from room_messages where office_id = ${tx.officeId} and room_id = ${roomId}`);
    await tx.execute(
      sql`delete from room_waiting_notes where office_id = ${tx.officeId} and room_id = ${roomId}`,
    );
  }
  await recordEvent(tx, roomClosed({ roomId }), { actorId, topics: [`room:${roomId}`] });
}

/**
 * Ends visits that are still going on: all in the room, one person's or guest's, or one visit. What was attended ends at the
 * last sign of life before `at`.
 */
export async function endVisits(
  tx: Tx,
  roomId: string,
  why: LeftWhy,
  which: { whoId?: string; visitId?: string } = {},
  at = now(),
): Promise<number> {
  const { rows } = await tx.execute<Ended>(sql`
    update room_visits set left_at = ${at.toString()}::timestamptz, left_why = ${why}, hand_at = null
    where office_id = ${tx.officeId} and room_id = ${roomId} and left_at is null
      and (${which.whoId ?? null}::uuid is null or coalesce(person_id, guest_id) = ${which.whoId ?? null}::uuid)
      and (${which.visitId ?? null}::uuid is null or id = ${which.visitId ?? null}::uuid)
    returning id, person_id, guest_id, admitted_at is null as waited`);
  if (rows.length === 0) return 0;
  const topics = await topicsOfVisit(
    tx,
    roomId,
    rows.some((row) => row.waited),
  );
  for (const row of rows) {
    await tx.execute(sql`update room_ways set ended = true
      where office_id = ${tx.officeId} and visit_id = ${row.id} and not ended`);
    await tx.execute(
      sql`delete from room_signals where office_id = ${tx.officeId} and to_visit_id = ${row.id}`,
    );
    const { id: visitId, person_id: personId, guest_id: guestId } = row;
    const left = personId
      ? roomLeft({ roomId, personId, visitId })
      : guestLeft({ roomId, guestId: guestId ?? '', visitId });
    await recordEvent(tx, left, { topics });
  }
  return rows.length;
}

type Ended = { id: string; person_id: string | null; guest_id: string | null; waited: boolean };
