// What a room's script is told when it asks: one answer holds the whole state, so nothing depends on the one before.
import { shortTime } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { blockedFrom } from '../../ground/people/door.ts';
import type { Entered, Visit } from './access.ts';
import type { News } from './news.browser.ts';
import { firstAdmission, messagesFor, peopleIn, signalsFor, waitingNotes } from './queries.ts';
import { lineSeats } from './rules.ts';

/** The zone in which the office's people read times. */
const clockOf = (actor: Actor, at: Temporal.Instant, zone: string) =>
  shortTime(actor.language, at.toZonedDateTimeISO(zone).toPlainTime());

/** The news for one visit: signals after position `after`, messages after position `messagesAfter`. */
export async function newsFor(
  tx: Tx,
  actor: Actor,
  { room, visit, isHost }: Entered & { visit: Visit },
  asked: { line: number; after: number; messagesAfter: number; zone: string },
): Promise<News> {
  const apart = await blockedFrom(tx, actor.personId);
  const people = (await peopleIn(tx, room.id)).filter((one) => !apart.has(one.personId));
  const inside = people.filter((one) => one.admittedAt);
  const since = await firstAdmission(tx, room.id, actor.personId);
  const isIn = visit.admittedAt !== null && visit.leftAt === null;
  const notes = await notesFor(tx, actor, { isHost, roomId: room.id, isIn }, people);
  return {
    me: {
      state: visit.leftAt ? 'left' : visit.admittedAt ? 'in' : 'waiting',
      why: visit.leftWhy ?? undefined,
      line: visit.line,
      way: visit.way,
      mutedAt: visit.mutedAt?.epochMilliseconds,
    },
    locked: room.lockedAt !== null,
    spotlight: room.spotlightVisitId ?? undefined,
    people: isIn
      ? inside.map((one, place) => ({
          visit: one.visitId,
          line: one.line,
          // Pages beyond the seats, and those that may not be reached straight, have messages only.
          direct: one.direct && place < lineSeats,
          name: one.name,
          host: one.host,
          way: one.way,
          lost: one.state === 'lost',
          hand: one.handAt !== null,
          me: one.visitId === visit.id,
        }))
      : [],
    waiting: isHost
      ? people
          .filter((one) => !one.admittedAt)
          .map((one) => ({
            visit: one.visitId,
            name: one.name,
            since: clockOf(actor, one.arrivedAt, asked.zone),
            notes: notes
              .filter((note) => note.personId === one.personId)
              .map(({ fromWaiting, text }) => ({ fromWaiting, text })),
          }))
      : [],
    notes: isHost ? [] : notes.map(({ fromWaiting, text }) => ({ fromWaiting, text })),
    signals: isIn ? await signalsFor(tx, visit.id, asked.line, asked.after) : [],
    messages:
      isIn && since
        ? (
            await messagesFor(tx, room.id, { personId: actor.personId, since, apart }, asked.messagesAfter)
          ).map((one) => ({
            position: one.position,
            mine: one.mine,
            name: one.name,
            text: one.text,
            time: clockOf(actor, one.writtenAt, asked.zone),
          }))
        : [],
  };
}

async function notesFor(
  tx: Tx,
  actor: Actor,
  { isHost, roomId, isIn }: { isHost: boolean; roomId: string; isIn: boolean },
  people: readonly { admittedAt: Temporal.Instant | null }[],
) {
  if (!isHost) return isIn ? [] : waitingNotes(tx, roomId, actor.personId);
  // Nobody at the door, nothing to read: the usual case of a question asked many times a minute.
  return people.some((one) => !one.admittedAt) ? waitingNotes(tx, roomId) : [];
}
