// What pages and scripts of a room show, always without those whom the reader must never meet.
import { and, asc, eq, gt, gte, isNull, or, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { openText } from '../../../platform/encryption.ts';
import type { Text } from '../../../platform/language.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { blockedFrom } from '../../ground/people/door.ts';
import { hosts, invitationStands, type Visit, whoseIs } from './access.ts';
import { guestsIn } from './guests/guest-rows.ts';
import { presenceAt, type Way } from './rules.ts';
import { roomFeedback, roomInvitations, roomMessages, roomVisits, roomWaitingNotes } from './tables.ts';

export type Person = {
  visitId: string;
  /** The id of the person or the guest. */
  whoId: string;
  /** As what a guest has come; persons of the house need no label. */
  label: Text | undefined;
  line: number;
  direct: boolean;
  name: string;
  host: boolean;
  way: Way;
  state: 'in' | 'waiting' | 'lost';
  arrivedAt: Temporal.Instant;
  admittedAt: Temporal.Instant | null;
  handAt: Temporal.Instant | null;
  mutedAt: Temporal.Instant | null;
};

/** Everybody in the room and at its door whose right stands, in the order they came in, then the order they came to the door. */
export async function peopleIn(tx: Tx, roomId: string): Promise<Person[]> {
  const rows = await tx
    .select({ visit: roomVisits, name: roomInvitations.shownName, as: roomInvitations.invitedAs })
    .from(roomVisits)
    .leftJoin(
      roomInvitations,
      and(
        eq(roomInvitations.officeId, roomVisits.officeId),
        eq(roomInvitations.roomId, roomVisits.roomId),
        eq(roomInvitations.personId, roomVisits.personId),
      ),
    )
    .where(
      and(
        eq(roomVisits.officeId, tx.officeId),
        eq(roomVisits.roomId, roomId),
        isNull(roomVisits.leftAt),
        or(isNull(roomVisits.personId), invitationStands(tx)),
      ),
    )
    .orderBy(sql`${roomVisits.admittedAt} nulls last`, asc(roomVisits.arrivedAt))
    .limit(300);
  const guestIds = rows.map(({ visit }) => visit.guestId);
  const guests = await guestsIn(tx, roomId, guestIds);
  const at = now();
  return rows.flatMap(({ visit, name, as }) => {
    const state = presenceAt(visit, at);
    if (state === 'gone') return [];
    const guest = guests.get(visit.guestId ?? '');
    return [
      {
        visitId: visit.id,
        whoId: whoseIs(visit),
        label: guest?.label,
        line: visit.line,
        direct: visit.direct,
        name: name ?? guest?.name ?? '',
        host: as === 'host',
        way: visit.way,
        state,
        arrivedAt: visit.arrivedAt,
        admittedAt: visit.admittedAt,
        handAt: visit.handAt,
        mutedAt: visit.mutedAt,
      },
    ];
  });
}

/** The same as `whoId` may see it. */
export async function peopleSeenBy(tx: Tx, roomId: string, whoId: string): Promise<Person[]> {
  const [people, apart] = [await peopleIn(tx, roomId), await blockedFrom(tx, whoId)];
  return people.filter((one) => !apart.has(one.whoId));
}

/**
 * Whether somebody has been let into this room before, and since when. A guest counts only in the browser that was let
 * in: whoever else has their link waits until a host has looked.
 */
export async function firstAdmission(
  tx: Tx,
  roomId: string,
  visit: Pick<Visit, 'personId' | 'guestId' | 'passHash'>,
): Promise<Temporal.Instant | undefined> {
  const [row] = await tx
    .select({ at: roomVisits.admittedAt })
    .from(roomVisits)
    .where(
      and(
        eq(roomVisits.officeId, tx.officeId),
        eq(roomVisits.roomId, roomId),
        visit.personId
          ? eq(roomVisits.personId, visit.personId)
          : eq(roomVisits.guestId, visit.guestId ?? ''),
        visit.passHash ? eq(roomVisits.passHash, visit.passHash) : undefined,
        sql`${roomVisits.admittedAt} is not null`,
      ),
    )
    .orderBy(asc(roomVisits.admittedAt))
    .limit(1);
  return row?.at ?? undefined;
}

export type Message = {
  position: number;
  mine: boolean;
  name: string;
  label: Text | undefined;
  text: string;
  writtenAt: Temporal.Instant;
};

/** What has been written in the room since the reader first came in, after position `after`. */
export async function messagesFor(
  tx: Tx,
  roomId: string,
  reader: { id: string; since: Temporal.Instant; apart: ReadonlySet<string> },
  after = 0,
): Promise<Message[]> {
  const rows = await tx
    .select({ message: roomMessages, name: roomInvitations.shownName })
    .from(roomMessages)
    .leftJoin(
      roomInvitations,
      and(
        eq(roomInvitations.officeId, roomMessages.officeId),
        eq(roomInvitations.roomId, roomMessages.roomId),
        eq(roomInvitations.personId, roomMessages.personId),
      ),
    )
    .where(
      and(
        eq(roomMessages.officeId, tx.officeId),
        eq(roomMessages.roomId, roomId),
        gt(roomMessages.position, after),
        gte(roomMessages.writtenAt, reader.since),
      ),
    )
    .orderBy(asc(roomMessages.position))
    .limit(500);
  const guestIds = rows.map(({ message }) => message.guestId);
  const guests = await guestsIn(tx, roomId, guestIds);
  const messages: Message[] = [];
  for (const { message, name } of rows) {
    const writerId = whoseIs(message);
    if (reader.apart.has(writerId)) continue;
    const guest = guests.get(writerId);
    messages.push({
      position: message.position,
      mine: writerId === reader.id,
      name: name ?? guest?.name ?? '',
      label: guest?.label,
      text: await openText(tx, placeOfMessage(guest?.clientId ?? writerId, message.id), message.body),
      writtenAt: message.writtenAt,
    });
  }
  return messages;
}

export const placeOfMessage = (personId: string, rowId: string) => ({
  personId,
  table: 'room_messages',
  column: 'body',
  rowId,
});

export const placeOfNote = (personId: string, rowId: string) => ({
  personId,
  table: 'room_waiting_notes',
  column: 'body',
  rowId,
});

export type WaitingNote = {
  id: string;
  /** The one who waits. */
  whoId: string;
  fromWaiting: boolean;
  text: string;
  writtenAt: Temporal.Instant;
};

/** What has been written between the hosts and those who wait, or one of them. */
export async function waitingNotes(tx: Tx, roomId: string, whoId?: string): Promise<WaitingNote[]> {
  const rows = await tx
    .select()
    .from(roomWaitingNotes)
    .where(
      and(
        eq(roomWaitingNotes.officeId, tx.officeId),
        eq(roomWaitingNotes.roomId, roomId),
        whoId === undefined
          ? undefined
          : or(eq(roomWaitingNotes.personId, whoId), eq(roomWaitingNotes.guestId, whoId)),
      ),
    )
    .orderBy(asc(roomWaitingNotes.writtenAt))
    .limit(200);
  const guestIds = rows.map((row) => row.guestId);
  const guests = await guestsIn(tx, roomId, guestIds);
  const notes: WaitingNote[] = [];
  for (const row of rows) {
    const sealedFor = row.authorId ?? guests.get(row.guestId ?? '')?.clientId ?? '';
    notes.push({
      id: row.id,
      whoId: whoseIs(row),
      fromWaiting: row.authorId === row.personId,
      text: await openText(tx, placeOfNote(sealedFor, row.id), row.body),
      writtenAt: row.writtenAt,
    });
  }
  return notes;
}

/** Names of the room's hosts, but for those whom the reader must never meet. */
export async function hostsOf(tx: Tx, roomId: string, readerId: string): Promise<string[]> {
  const apart = await blockedFrom(tx, readerId);
  const rows = await tx
    .select({ personId: roomInvitations.personId, name: roomInvitations.shownName })
    .from(roomInvitations)
    .where(hosts(tx, roomId))
    .orderBy(asc(roomInvitations.shownName))
    .limit(5);
  return rows.filter((row) => row.personId !== readerId && !apart.has(row.personId)).map((row) => row.name);
}

/** Whether the person has told how it was. */
export async function feedbackGiven(tx: Tx, roomId: string, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: roomFeedback.id })
    .from(roomFeedback)
    .where(
      and(
        eq(roomFeedback.officeId, tx.officeId),
        eq(roomFeedback.roomId, roomId),
        eq(roomFeedback.personId, personId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** A visit of the room that is going on; undefined when there is none with this id. */
export async function liveVisit(tx: Tx, roomId: string, visitId: string | undefined) {
  if (!isId(visitId)) return undefined;
  const [visit] = await tx
    .select()
    .from(roomVisits)
    .where(
      and(
        eq(roomVisits.officeId, tx.officeId),
        eq(roomVisits.roomId, roomId),
        eq(roomVisits.id, visitId),
        isNull(roomVisits.leftAt),
      ),
    )
    .limit(1);
  return visit;
}
