// The call room of a booking: there while the booking is by video, voice or text.
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { personById } from '../../ground/people/door.ts';
import { inviteToRoom, openRoom } from '../calls/door.ts';
import { poolServes } from './pools/pool-membership.ts';
import { namesOf } from './queries.ts';
import { hasRoom, type Mode } from './rules.ts';
import { bookings } from './tables.ts';
import { texts } from './texts.ts';

type Parties = { clientId: string; coachId: string; poolId: string | null };
type Meeting = Parties & {
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
  await inviteBoth(tx, roomId, meeting);
  return roomId;
}

// The coach's invitation counts while they are the client's coach. Whom a pool serves has it by the time itself,
// unless the client is protected: then they meet coaches of their own only.
async function inviteBoth(tx: Tx, roomId: string, { clientId, coachId, poolId }: Parties): Promise<void> {
  const names = await namesOf(tx, [clientId, coachId]);
  const byPool =
    (await poolServes(tx, poolId, { coachId, clientId })) && !(await personById(tx, clientId))?.protected;
  await inviteToRoom(tx, roomId, [
    { personId: clientId, as: 'guest', shownName: names.get(clientId) ?? '' },
    {
      personId: coachId,
      as: 'host',
      shownName: names.get(coachId) ?? '',
      asCoachOf: byPool ? undefined : clientId,
    },
  ]);
}

/** Brings the rooms of coming times of a pool, or of one client through pools, into line with whom pools serve now. */
export async function renewPoolRooms(tx: Tx, of: { poolId: string } | { clientId: string }): Promise<void> {
  const coming = await tx
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.officeId, tx.officeId),
        'poolId' in of ? eq(bookings.poolId, of.poolId) : eq(bookings.clientId, of.clientId),
        isNotNull(bookings.poolId),
        isNotNull(bookings.roomId),
        isNull(bookings.cancelledAt),
        gt(bookings.endsAt, now()),
      ),
    )
    .limit(1000);
  for (const booking of coming) if (booking.roomId) await inviteBoth(tx, booking.roomId, booking);
}
