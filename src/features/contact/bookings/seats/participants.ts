// Who else comes to a meeting: a relative, an interpreter, somebody of a partner. They are nobody here: a sealed name
// and address, and a link of their own that shows when, how and where, and nothing of whom.
import { and, asc, eq, isNull } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { openText, sealText } from '../../../../platform/encryption.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { personById } from '../../../ground/people/door.ts';
import { isPutOut, removeGuest } from '../../calls/door.ts';
import { topicsOf } from '../actions.ts';
import type { ParticipantKind } from '../choices.ts';
import { bookingAnswered } from '../events.ts';
import { tellSeat } from '../job-kinds.ts';
import { codeOf, idBehind } from '../links/link-codes.ts';
import { type Booking, bookingById } from '../queries.ts';
import { canCancel, type Mode } from '../rules.ts';
import { bookingParticipants } from '../tables.ts';
import { texts as staffTexts } from '../texts-staff.ts';

export type Participant = typeof bookingParticipants.$inferSelect;
/** What somebody comes as. */
export const kindTexts: Readonly<Record<ParticipantKind, Text>> = {
  relative: staffTexts.relative,
  interpreter: staffTexts.interpreter,
  partner: staffTexts.partner,
};

type Column = 'name' | 'email' | 'phone';

/** After its end a meeting's seat can still be looked at this long. */
const hoursAfter = 2;

const placeOf = (clientId: string, rowId: string, column: Column) => ({
  personId: clientId,
  table: 'booking_participants',
  column,
  rowId,
});

const rowOf = (tx: Tx, id: string) =>
  and(eq(bookingParticipants.officeId, tx.officeId), eq(bookingParticipants.id, id));

/** Adds somebody who comes too, and tells them by the address given, when one is. */
export async function addParticipant(
  tx: Tx,
  actor: Actor,
  booking: Booking,
  about: { kind: ParticipantKind; name: string; email?: string | undefined; phone?: string | undefined },
): Promise<void> {
  const id = crypto.randomUUID();
  const sealed = (column: Column, words: string) =>
    sealText(tx, placeOf(booking.clientId, id, column), words);
  await tx.insert(bookingParticipants).values({
    id,
    bookingId: booking.id,
    kind: about.kind,
    name: await sealed('name', about.name),
    email: about.email ? await sealed('email', about.email) : null,
    phone: about.phone ? await sealed('phone', about.phone) : null,
    addedBy: actor.personId,
  });
  await tellLater(tx, id);
}

/** Takes somebody away: their link opens nothing any more, and they are told that they need not come. */
export async function removeParticipant(tx: Tx, booking: Booking, id: string | undefined): Promise<void> {
  if (!isId(id)) throw new NotFound('participant');
  const removed = await tx
    .update(bookingParticipants)
    .set({ removedAt: now() })
    .where(
      and(
        rowOf(tx, id),
        eq(bookingParticipants.bookingId, booking.id),
        isNull(bookingParticipants.removedAt),
      ),
    )
    .returning({ id: bookingParticipants.id });
  if (removed.length === 0) throw new NotFound('participant');
  await removeGuest(tx, id);
  await tellLater(tx, id);
}

async function tellLater(tx: Tx, participantId: string): Promise<void> {
  await tx.outside.jobs.send(tx, tellSeat, { officeId: tx.officeId, participantId });
}

/** Tells everybody who comes too that the meeting has changed. Asked twice, each is told once. */
export async function tellSeatsOf(tx: Tx, bookingId: string): Promise<void> {
  for (const one of await seatsOf(tx, bookingId)) await tellLater(tx, one.id);
}

const seatsOf = (tx: Tx, bookingId: string): Promise<Participant[]> =>
  tx
    .select()
    .from(bookingParticipants)
    .where(
      and(
        eq(bookingParticipants.officeId, tx.officeId),
        eq(bookingParticipants.bookingId, bookingId),
        isNull(bookingParticipants.removedAt),
      ),
    )
    .orderBy(asc(bookingParticipants.addedAt))
    .limit(20);

export type ShownParticipant = {
  id: string;
  kind: ParticipantKind;
  name: string;
  cannot: boolean;
  told: boolean;
  href: string;
};

/** Who else comes, with their names opened and the addresses of their links. */
export async function participantsOf(tx: Tx, booking: Booking): Promise<ShownParticipant[]> {
  const shown = [];
  for (const one of await seatsOf(tx, booking.id)) {
    const name = await openText(tx, placeOf(booking.clientId, one.id, 'name'), one.name);
    const { id, kind, cannotAt, toldSequence } = one;
    const href = await addressOfSeat(tx, id);
    shown.push({ id, kind, name, cannot: cannotAt !== null, told: toldSequence !== null, href });
  }
  return shown;
}

/** The whole address of somebody's own link. */
export async function addressOfSeat(tx: Tx, participantId: string): Promise<string> {
  const { slug } = await thisOffice(tx);
  return `${tx.outside.config.baseUrl}/${slug}/seat/${codeOf(tx, 'seat', participantId)}`;
}

/** How somebody is told: by mail rather than by text message. */
export async function addressOf(tx: Tx, booking: Booking, participant: Participant) {
  const open = (column: 'email' | 'phone') => {
    const sealed = participant[column];
    return sealed && openText(tx, placeOf(booking.clientId, participant.id, column), sealed);
  };
  return { email: await open('email'), phone: await open('phone') };
}

/** The row, locked for a job that tells; undefined when it is gone. */
export async function participantById(tx: Tx, id: string): Promise<Participant | undefined> {
  const [row] = await tx
    .select()
    .from(bookingParticipants)
    .where(rowOf(tx, id))
    .limit(1)
    .for('no key update');
  return row;
}

export type Seat = {
  participant: Participant;
  booking: Booking;
  /** The place of a protected client's meeting is told by word of mouth only. */
  hidesPlace: boolean;
};

/**
 * What somebody's own link opens. Whatever does not open looks alike: unknown, taken away, put out of the call,
 * cancelled, over, or the client is no longer here.
 */
export async function seatBehind(tx: Tx, code: string | undefined, lock?: 'lock'): Promise<Seat> {
  const id = idBehind(tx, 'seat', code);
  if (!id) throw new NotFound('seat');
  const asked = tx.select().from(bookingParticipants).where(rowOf(tx, id)).limit(1);
  const [participant] = await (lock ? asked.for('no key update') : asked);
  const booking = participant && (await bookingById(tx, participant.bookingId));
  const client = booking && (await personById(tx, booking.clientId));
  if (!participant || !booking || !client || participant.removedAt || booking.cancelledAt)
    throw new NotFound('seat');
  if (client.deactivatedAt || client.erasedAt) throw new NotFound('client');
  if (Temporal.Instant.compare(booking.endsAt.add({ hours: hoursAfter }), now()) <= 0)
    throw new NotFound('seat');
  if (await isPutOut(tx, participant.id)) throw new NotFound('seat');
  return { participant, booking, hidesPlace: client.protected };
}

/** Whether somebody who comes too may enter the meeting's room by themselves: others meet, call or write. */
export const hasSeatInRoom = ({ mode, roomId }: { mode: Mode; roomId: string | null }): boolean =>
  roomId !== null && (mode === 'video' || mode === 'voice');

/** The seat as the meeting's room knows it, with the name opened; NotFound when the meeting has no room for it. */
export async function seatInRoom(tx: Tx, { participant, booking }: Seat) {
  const { id: seatId, kind } = participant;
  const { roomId, clientId } = booking;
  if (!roomId || !hasSeatInRoom(booking)) throw new NotFound('room');
  const name = await openText(tx, placeOf(clientId, seatId, 'name'), participant.name);
  return { seatId, roomId, clientId, name, label: kindTexts[kind] };
}

/** Somebody says whether they can come; those who meet see it at once. False when the meeting has begun. */
export async function answerSeat(tx: Tx, seat: Seat, can: boolean): Promise<boolean> {
  const { participant, booking } = seat;
  if (!canCancel(booking, now())) return false;
  if ((participant.cannotAt === null) === can) return true;
  await tx
    .update(bookingParticipants)
    .set({ cannotAt: can ? null : now() })
    .where(rowOf(tx, participant.id));
  await recordEvent(tx, bookingAnswered({ bookingId: booking.id }), { topics: topicsOf(booking) });
  return true;
}
