// What a room's script is told when it asks: one answer holds the whole state, so nothing depends on the one before.
import { now } from '../../../platform/clock.ts';
import { type Language, shortTime } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { blockedFrom } from '../../ground/people/door.ts';
import { type Entered, type Visit, whoseIs } from './access.ts';
import { deviceChecksOf } from './door.ts';
import { sayName } from './guests/guest-rows.ts';
import type { CheckedDevice, News, NewsMessage, NewsNote, NewsPerson } from './news.browser.ts';
import { firstAdmission, messagesFor, type Person, peopleIn, waitingNotes } from './queries.ts';
import { holdsLine } from './rules.ts';

type Asked = {
  /** Messages after this position. */
  messagesAfter: number;
  /** The zone in which the office's people read times. */
  zone: string;
  /** The reader's. */
  language: Language;
};

/** The news for one visit. Those whom the reader must never meet are nowhere in it. */
export async function newsFor(
  tx: Tx,
  { room, me, visit, isHost }: Entered & { visit: Visit },
  asked: Asked,
): Promise<News> {
  const apart = await blockedFrom(tx, me.id);
  const people = (await peopleIn(tx, room.id)).filter((one) => !apart.has(one.whoId));
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
    people: isIn
      ? people.filter((one) => one.admittedAt).map((one, place) => seen(one, place, visit, asked))
      : [],
    waiting: await doorFor(tx, room.id, waiting, asked),
    notes: isHost || isIn ? [] : (await waitingNotes(tx, room.id, me.id)).map(noteOf),
    messages: isIn ? await messagesOfRoom(tx, room.id, visit, { ...asked, apart }) : [],
  };
}

function seen(one: Person, place: number, mine: Visit, { language }: Asked): NewsPerson {
  return {
    visit: one.visitId,
    line: one.line,
    // Pages beyond the seats, and those that may not be reached straight, have messages only.
    direct: holdsLine(one, place),
    name: sayName(language, one),
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
  roomId: string,
  waiting: readonly Person[],
  asked: Asked,
): Promise<News['waiting']> {
  if (waiting.length === 0) return [];
  const notes = await waitingNotes(tx, roomId);
  const checks = await deviceChecksOf(
    tx,
    waiting.map((one) => one.whoId),
  );
  return waiting.map((one) => ({
    visit: one.visitId,
    name: sayName(asked.language, one),
    since: clockOf(asked, one.arrivedAt),
    notes: notes.filter((note) => note.whoId === one.whoId).map(noteOf),
    failed: failedIn(checks.find((check) => check.personId === one.whoId)),
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
  roomId: string,
  visit: Parameters<typeof firstAdmission>[2],
  asked: Asked & { apart: ReadonlySet<string> },
): Promise<NewsMessage[]> {
  const since = await firstAdmission(tx, roomId, visit);
  if (!since) return [];
  const reader = { id: whoseIs(visit), since, apart: asked.apart };
  return (await messagesFor(tx, roomId, reader, asked.messagesAfter)).map((one) => ({
    position: one.position,
    mine: one.mine,
    name: sayName(asked.language, one),
    text: one.text,
    time: clockOf(asked, one.writtenAt),
  }));
}

/** What was written in a room that keeps it, for somebody who was there, after it has closed. */
export async function keptMessages(
  tx: Tx,
  personId: string,
  roomId: string,
  asked: Omit<Asked, 'messagesAfter'>,
): Promise<NewsMessage[]> {
  const apart = await blockedFrom(tx, personId);
  const reader = { personId, guestId: null, passHash: null };
  return messagesOfRoom(tx, roomId, reader, { ...asked, messagesAfter: 0, apart });
}

function clockOf({ language, zone }: Asked, at: Temporal.Instant): string {
  return shortTime(language, at.toZonedDateTimeISO(zone).toPlainTime());
}
