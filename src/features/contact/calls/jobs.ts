// The room's own timed work: visits whose pages fell silent end, and a room that nobody ended closes.
import { and, eq, isNull } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { jobHandler } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { Room } from './access.ts';
import { endRoom, watchLater, watchRoom } from './job-kinds.ts';
import { closeRoom, endVisits } from './room-actions.ts';
import { graceSeconds, lastMoment, presenceAt } from './rules.ts';
import { rooms, roomVisits } from './tables.ts';

const nextLook = (at: Temporal.Instant) => at.add({ seconds: graceSeconds + 15 });
/** A look this late has been lost with its worker; the next arrival asks for a new one. */
const lostAfterMinutes = 5;

/** Sees to it that one look for silent visits is on its way, and not a second one for each arrival. */
export async function keepWatch(tx: Tx, room: Room, at: Temporal.Instant): Promise<void> {
  if (room.watchAt && at.since(room.watchAt).total('minutes') < lostAfterMinutes) return;
  await setWatch(tx, room.id, nextLook(at));
}

async function setWatch(tx: Tx, roomId: string, watchAt: Temporal.Instant | null): Promise<void> {
  await tx
    .update(rooms)
    .set({ watchAt })
    .where(and(eq(rooms.officeId, tx.officeId), eq(rooms.id, roomId)));
  if (watchAt) await watchLater(tx, roomId, watchAt);
}

/** Ends the visits of a room that have been silent longer than their grace, and looks again later while any go on. */
export async function endSilentVisits(tx: Tx, roomId: string): Promise<void> {
  const room = await lockedRoom(tx, roomId);
  if (!room || room.closedAt) return;
  const at = now();
  const visits = await tx
    .select()
    .from(roomVisits)
    .where(
      and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.roomId, roomId), isNull(roomVisits.leftAt)),
    )
    .limit(1000);
  let live = 0;
  for (const visit of visits) {
    if (presenceAt(visit, at) !== 'gone') live += 1;
    else await endVisits(tx, roomId, 'silent', { visitId: visit.id });
  }
  await setWatch(tx, roomId, live > 0 ? nextLook(at) : null);
}

/** Closes a room whose time is over; one that has been given another time is looked at again then. */
export async function closeWhenOver(tx: Tx, roomId: string): Promise<void> {
  const room = await lockedRoom(tx, roomId);
  if (!room || room.closedAt) return;
  if (Temporal.Instant.compare(now(), lastMoment(room)) >= 0) await closeRoom(tx, roomId);
}

async function lockedRoom(tx: Tx, roomId: string): Promise<Room | undefined> {
  const [room] = await tx
    .select()
    .from(rooms)
    .where(and(eq(rooms.officeId, tx.officeId), eq(rooms.id, roomId)))
    .for('no key update');
  return room;
}

export const callJobs = [
  jobHandler(watchRoom, ({ inOffice }, { officeId, roomId }) =>
    inOffice(officeId, (tx) => endSilentVisits(tx, roomId)),
  ),
  jobHandler(endRoom, ({ inOffice }, { officeId, roomId }) =>
    inOffice(officeId, (tx) => closeWhenOver(tx, roomId)),
  ),
];
