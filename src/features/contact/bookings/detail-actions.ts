// Smaller acts around a booking: an answer to the reminder, a question before, and whether it happened.
import { and, eq } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { openText, sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { topicsOf } from './actions.ts';
import type { MissReason } from './choices.ts';
import { bookingAnswered, bookingHappened, bookingMissed } from './events.ts';
import type { Booking } from './queries.ts';
import { canCancel, canTellOutcome, type Mode } from './rules.ts';
import { bookingOutcomes, bookings } from './tables.ts';

const row = (tx: Tx, booking: Booking) =>
  and(eq(bookings.officeId, tx.officeId), eq(bookings.id, booking.id));

const questionPlace = (booking: Booking) => ({
  personId: booking.clientId,
  table: 'bookings',
  column: 'question',
  rowId: booking.id,
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
  await recordEvent(tx, bookingAnswered({ bookingId: booking.id }), {
    actorId: booking.clientId,
    topics: topicsOf(booking),
  });
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
