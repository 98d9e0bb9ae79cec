// The call room of a booking: there while the booking is by video, voice or text.
import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { inviteToRoom, openRoom } from '../calls/door.ts';
import { meetsInPool, seesTimesOf } from './access.ts';
import { namesOf } from './queries.ts';
import { hasRoom, type Mode } from './rules.ts';
import { bookings } from './tables.ts';
import { texts } from './texts.ts';

type Meeting = {
  clientId: string;
  coachId: string;
  mode: Mode;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
};

/** Opens the room of a meeting and invites both; null when the mode has none. */
export async function openBookingRoom(tx: Tx, meeting: Meeting): Promise<string | null> {
  if (!hasRoom(meeting.mode)) return null;
  const roomId = await openRoom(tx, {
    title: texts.meeting,
    kind: 'pair',
    opensAt: meeting.startsAt,
    closesAt: meeting.endsAt,
    waiting: 'open-door',
    keepsText: false,
  });
  const names = await namesOf(tx, [meeting.clientId, meeting.coachId]);
  await inviteToRoom(tx, roomId, [
    { personId: meeting.clientId, as: 'guest', shownName: names.get(meeting.clientId) ?? '' },
    { personId: meeting.coachId, as: 'host', shownName: names.get(meeting.coachId) ?? '' },
  ]);
  return roomId;
}

/** Of these rooms, those of times that the coach may not see any more: their right to meet the client has ended. */
export async function roomsOutOfSight(
  tx: Tx,
  coach: Actor,
  roomIds: readonly string[],
): Promise<Set<string>> {
  const found = await tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.officeId, tx.officeId), inArray(bookings.roomId, [...roomIds])))
    .limit(100);
  const hidden = new Set<string>();
  for (const booking of found) {
    const sees = (await seesTimesOf(tx, coach, booking.clientId)) || (await meetsInPool(tx, coach, booking));
    if (!sees && booking.roomId) hidden.add(booking.roomId);
  }
  return hidden;
}
