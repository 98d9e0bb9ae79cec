// What a room's script is told when it asks: one answer holds the whole state, so nothing depends on the one before.
import { now } from '../../../platform/clock.ts';
import { shortTime } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { blockedFrom } from '../../ground/people/door.ts';
import type { Entered, Visit } from './access.ts';
import { deviceChecksOf } from './door.ts';
import type { CheckedDevice, News, NewsMessage, NewsNote, NewsPerson } from './news.browser.ts';
import { firstAdmission, messagesFor, type Person, peopleIn, waitingNotes } from './queries.ts';
import { lineSeats } from './rules.ts';

type Asked = {
  /** Messages after this position. */
  messagesAfter: number;
  /** The zone in which the office's people read times. */
  zone: string;
};

/** The news for one visit. Those whom the reader must never meet are nowhere in it. */
export async function newsFor(
  tx: Tx,
  actor: Actor,
  { room, visit, isHost }: Entered & { visit: Visit },
  asked: Asked,
): Promise<News> {
  const apart = await blockedFrom(tx, actor.personId);
  const people = (await peopleIn(tx, room.id)).filter((one) => !apart.has(one.personId));
  const isIn = visit.admittedAt !== null && visit.leftAt === null;
  const waiting = isHost ? people.filter((one) => !one.admittedAt) : [];
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
    people: isIn ? people.filter((one) => one.admittedAt).map((one, place) => seen(one, place, visit)) : [],
    waiting: await doorFor(tx, actor, room.id, waiting, asked.zone),
    notes: isHost || isIn ? [] : (await waitingNotes(tx, room.id, actor.personId)).map(noteOf),
    messages: isIn ? await messagesOfRoom(tx, actor, room.id, { ...asked, apart }) : [],
  };
}

function seen(one: Person, place: number, mine: Visit): NewsPerson {
  return {
    visit: one.visitId,
    line: one.line,
    // Pages beyond the seats, and those that may not be reached straight, have messages only.
    direct: one.direct && place < lineSeats,
    name: one.name,
    host: one.host,
    way: one.way,
    lost: one.state === 'lost',
    hand: one.handAt !== null,
    me: one.visitId === mine.id,
  };
}

const noteOf = ({ fromWaiting, text }: NewsNote): NewsNote => ({ fromWaiting, text });

// Usually nobody is at the door, and then nothing is asked.
async function doorFor(
  tx: Tx,
  actor: Actor,
  roomId: string,
  waiting: readonly Person[],
  zone: string,
): Promise<News['waiting']> {
  if (waiting.length === 0) return [];
  const notes = await waitingNotes(tx, roomId);
  const checks = await deviceChecksOf(
    tx,
    waiting.map((one) => one.personId),
  );
  return waiting.map((one) => ({
    visit: one.visitId,
    name: one.name,
    since: clockOf(actor, one.arrivedAt, zone),
    notes: notes.filter((note) => note.personId === one.personId).map(noteOf),
    failed: failedIn(checks.find((check) => check.personId === one.personId)),
  }));
}

const devices: readonly CheckedDevice[] = ['microphone', 'camera', 'speaker', 'network'];
/** A check older than this says little about today. */
const checkCountsHours = 24;

function failedIn(check: Awaited<ReturnType<typeof deviceChecksOf>>[number] | undefined): CheckedDevice[] {
  if (!check || now().since(check.checkedAt).total('hours') > checkCountsHours) return [];
  return devices.filter((device) => check[device] === 'failed');
}

async function messagesOfRoom(
  tx: Tx,
  actor: Actor,
  roomId: string,
  asked: { messagesAfter: number; zone: string; apart: ReadonlySet<string> },
): Promise<NewsMessage[]> {
  const since = await firstAdmission(tx, roomId, actor.personId);
  if (!since) return [];
  const reader = { personId: actor.personId, since, apart: asked.apart };
  return (await messagesFor(tx, roomId, reader, asked.messagesAfter)).map((one) => ({
    position: one.position,
    mine: one.mine,
    name: one.name,
    text: one.text,
    time: clockOf(actor, one.writtenAt, asked.zone),
  }));
}

/** What was written in a room that keeps it, for somebody who was there, after it has closed. */
export async function keptMessages(
  tx: Tx,
  actor: Actor,
  roomId: string,
  zone: string,
): Promise<NewsMessage[]> {
  const apart = await blockedFrom(tx, actor.personId);
  return messagesOfRoom(tx, actor, roomId, { messagesAfter: 0, zone, apart });
}

function clockOf(actor: Actor, at: Temporal.Instant, zone: string): string {
  return shortTime(actor.language, at.toZonedDateTimeISO(zone).toPlainTime());
}
