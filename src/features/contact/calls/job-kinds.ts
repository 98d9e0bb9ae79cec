// Timed work of one room: it ends those whose pages fell silent, and itself when its time is over.
import { defineJob } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/tenancy.ts';

type OfRoom = { officeId: string; roomId: string };

/** Looks whether somebody in the room has fallen silent. */
export const watchRoom = defineJob<OfRoom>('room-watch');
/** Closes the room when its time is over and nobody has. */
export const endRoom = defineJob<OfRoom>('room-end');

export async function watchLater(tx: Tx, roomId: string, at: Temporal.Instant): Promise<void> {
  await tx.outside.jobs.send(tx, watchRoom, { officeId: tx.officeId, roomId }, { startAfter: at });
}

export async function endLater(tx: Tx, roomId: string, at: Temporal.Instant): Promise<void> {
  await tx.outside.jobs.send(tx, endRoom, { officeId: tx.officeId, roomId }, { startAfter: at });
}
