// Smaller acts around a booking: an answer to the reminder, a question before, who else comes, and whether it happened.
import { and, eq } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { openText, sealText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { topicsOf } from './actions.ts';
import type { MissReason, ParticipantKind } from './choices.ts';
import { bookingAnswered, bookingHappened, bookingMissed } from './events.ts';
import type { Booking } from './queries.ts';
import { canCancel, canTellOutcome, type Mode } from './rules.ts';
import { bookingOutcomes, bookingParticipants, bookings } from './tables.ts';

const row = (tx: Tx, booking: Booking) =>
  and(eq(bookings.officeId, tx.officeId), eq(bookings.id, booking.id));

const questionPlace = (booking: Booking) => ({
  personId: booking.clientId,
  table: 'bookings',
  column: 'question',
  rowId: booking.id,
});

const namePlace = (clientId: string, rowId: string) => ({
  personId: clientId,
  table: 'booking_participants',
  column: 'name',
  rowId,
});

/** The client is coming. Said twice it is said once. False when it is too late to tell. */
export async function sayComing(tx: Tx, actor: Actor, booking: Booking): Promise<boolean> {
  if (!canCancel(booking, now())) return false;
  if (booking.comingAt) return true;
  await tx.update(bookings).set({ comingAt: now() }).where(row(tx, booking));
  await recordEvent(tx, bookingAnswered({ bookingId: booking.id }), {
    actorId: actor.personId,
    topics: topicsOf(booking),
  });
  return true;
}

/** Keeps what the client wants to ask or tell before the meeting; empty takes it back. */
export async function askBefore(tx: Tx, booking: Booking, question: string | undefined): Promise<void> {
  const sealed = question ? await sealText(tx, questionPlace(booking), question) : null;
  await tx.update(bookings).set({ question: sealed }).where(row(tx, booking));
}

/** The client's question in plain words; undefined when there is none. */
export async function questionOf(tx: Tx, booking: Booking): Promise<string | undefined> {
  return booking.question ? openText(tx, questionPlace(booking), booking.question) : undefined;
}

export type Outcome =
  | { happened: true; actualMode: Mode; lateMinutes: number }
  | { happened: false; reason: MissReason };

/** Tells whether a meeting happened. Told again, the latest holds. False when it has not begun or was cancelled. */
export async function tellOutcome(
  tx: Tx,
  actor: Actor,
  booking: Booking,
  outcome: Outcome,
): Promise<boolean> {
  if (!canTellOutcome(booking, now())) return false;
  await tx.insert(bookingOutcomes).values({
    bookingId: booking.id,
    happened: outcome.happened,
    reason: outcome.happened ? null : outcome.reason,
    actualMode: outcome.happened ? outcome.actualMode : null,
    lateMinutes: outcome.happened ? outcome.lateMinutes : 0,
    toldBy: actor.personId,
    toldAt: now(),
  });
  const news = outcome.happened ? bookingHappened : bookingMissed;
  await recordEvent(tx, news({ bookingId: booking.id }), {
    actorId: actor.personId,
    topics: topicsOf(booking),
  });
  return true;
}

/** Adds somebody else who comes: a relative, an interpreter, somebody of a partner. */
export async function addParticipant(
  tx: Tx,
  actor: Actor,
  booking: Booking,
  participant: { kind: ParticipantKind; name: string },
): Promise<void> {
  const id = crypto.randomUUID();
  await tx.insert(bookingParticipants).values({
    id,
    bookingId: booking.id,
    kind: participant.kind,
    name: await sealText(tx, namePlace(booking.clientId, id), participant.name),
    addedBy: actor.personId,
  });
}

export async function removeParticipant(tx: Tx, booking: Booking, id: string | undefined): Promise<void> {
  if (!isId(id)) throw new NotFound('participant');
  const removed = await tx
    .delete(bookingParticipants)
    .where(
      and(
        eq(bookingParticipants.officeId, tx.officeId),
        eq(bookingParticipants.bookingId, booking.id),
        eq(bookingParticipants.id, id),
      ),
    )
    .returning({ id: bookingParticipants.id });
  if (removed.length === 0) throw new NotFound('participant');
}

/** Who else comes, with their names opened. */
export async function participantsOf(tx: Tx, booking: Booking) {
  const rows = await tx
    .select()
    .from(bookingParticipants)
    .where(and(eq(bookingParticipants.officeId, tx.officeId), eq(bookingParticipants.bookingId, booking.id)))
    .limit(20);
  const shown = [];
  for (const one of rows) {
    const name = await openText(tx, namePlace(booking.clientId, one.id), one.name);
    shown.push({ id: one.id, kind: one.kind, name });
  }
  return shown;
}
