// The morning board: what a coach must learn of wherever in the house they look.
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { roomsOutOfSight } from '../../contact/bookings/door.ts';
import { type AtDoor, atDoorsOf } from '../../contact/calls/door.ts';

/** Who waits for the actor just now, at the door of any room that is theirs to host. */
export async function whoWaitsFor(tx: Tx, actor: Actor): Promise<AtDoor[]> {
  const waiting = await atDoorsOf(tx, actor.personId);
  const pairs = waiting.filter((one) => one.kind === 'pair').map((one) => one.roomId);
  if (pairs.length === 0) return waiting;
  const hidden = await roomsOutOfSight(tx, actor, [...new Set(pairs)]);
  return waiting.filter((one) => !hidden.has(one.roomId));
}
