// What calls do when something happens to people: somebody whose access ended leaves, and a pair that may not meet
// parts.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { pairBlocked, personDeactivated, personErased } from '../../ground/people/events.ts';
import { removeRoomTracesOf } from './erasing.ts';
import { endGuestsOf } from './guests/guest-access.ts';
import { endVisits } from './room-actions.ts';

export const reactions = [
  reaction(personDeactivated, 'takeDeactivatedOutOfRooms', async (tx, { payload }) => {
    await takeOutOfRooms(tx, payload.personId);
  }),
  reaction(personErased, 'removeRoomTracesOfErased', async (tx, { payload }) => {
    // This news may be heard before that of the end of access, and others in the room must hear who is gone.
    await takeOutOfRooms(tx, payload.personId);
    await removeRoomTracesOf(tx, payload.personId);
  }),
  // The one who came later goes back to the door, in neutral words; neither learns why.
  reaction(pairBlocked, 'partBlockedPairInRooms', async (tx, { payload: { firstId, secondId } }) => {
    const rooms = new Set(await roomsNowOf(tx, firstId));
    for (const roomId of await roomsNowOf(tx, secondId)) {
      if (!rooms.has(roomId)) continue;
      const { rows } = await tx.execute<{ person_id: string }>(sql`select person_id from room_visits
        where office_id = ${tx.officeId} and room_id = ${roomId} and left_at is null
          and person_id in (${firstId}, ${secondId}) order by coalesce(admitted_at, arrived_at) desc limit 1`);
      const later = rows[0];
      if (later) await endVisits(tx, roomId, 'uninvited', { whoId: later.person_id });
    }
  }),
];

async function takeOutOfRooms(tx: Tx, personId: string): Promise<void> {
  for (const roomId of await roomsNowOf(tx, personId))
    await endVisits(tx, roomId, 'uninvited', { whoId: personId });
  await endGuestsOf(tx, personId);
}

async function roomsNowOf(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ room_id: string }>(sql`select distinct room_id from room_visits
    where office_id = ${tx.officeId} and person_id = ${personId} and left_at is null
      and arrived_at > ${now().subtract({ hours: 48 }).toString()}::timestamptz limit 50`);
  return rows.map((row) => row.room_id);
}
