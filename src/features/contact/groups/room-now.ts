// The room of a group that is open just now, for whoever may step in.
import { now } from '../../../platform/clock.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { inRoom, type Present, presentNow } from '../calls/door.ts';
import { type GroupSession, sessionsOn } from './queries.ts';

export type RoomOfGroup = { id: string; session: GroupSession; present: readonly Present[] };

/** The group's room that is open on `day`, with who is inside; undefined for whoever is not invited to it. */
export async function roomNowOf(
  tx: Tx,
  actor: Actor,
  groupId: string,
  day: Temporal.PlainDate,
): Promise<RoomOfGroup | undefined> {
  const at = now();
  const open = (session: GroupSession) =>
    session.roomId !== null &&
    !session.cancelled &&
    Temporal.Instant.compare(session.startsAt.subtract({ minutes: earlyMinutes }), at) <= 0 &&
    Temporal.Instant.compare(session.endsAt, at) > 0;
  const session = (await sessionsOn(tx, { groupId }, day)).find(open);
  if (!session?.roomId) return undefined;
  if (!(await inRoom(tx, [actor.personId], session.roomId)).has(actor.personId)) return undefined;
  return { id: session.roomId, session, present: await presentNow(tx, [session.roomId]) };
}

/** Hosts come before the others do. */
const earlyMinutes = 15;
