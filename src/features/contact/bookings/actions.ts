// The verbs of a booking: book, cancel, move, change the way of meeting.
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { type RecordedEvent, recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { blockedFrom, coachesOf } from '../../ground/people/door.ts';
import { closeRoom } from '../calls/door.ts';
import { actsAsStaff, noteBooking } from './access.ts';
import type { CancelReason } from './choices.ts';
import { bookingCancelled, bookingMade, bookingModeChanged, bookingMoved } from './events.ts';
import { holdPersons, holdPlace } from './holding.ts';
import { poolServes } from './pools/pool-membership.ts';
import { type Booking, freeTimesOf, termsOf } from './queries.ts';
import { openBookingRoom } from './rooms.ts';
import {
  canCancel,
  canChangeMode,
  canMove,
  type FreeTime,
  hasRoom,
  type Mode,
  modesToChange,
  weekAfterWeek,
} from './rules.ts';
import { bookingChanges, bookings } from './tables.ts';
import { offerFreedTime, takeWish } from './waiting/wish-actions.ts';

export type NewBooking = {
  clientId: string;
  coachId: string;
  startsAt: Temporal.Instant;
  mode: Mode;
  question?: string | undefined;
  /** Times on the same weekday and hour, week after week; those that are not free are left out. */
  weeks?: number | undefined;
  /** The pool through which coach and client meet, when they are not each other's own. */
  poolId?: string | undefined;
};

export type Booked = { ok: true; bookingId: string; booked: number } | { ok: false; reason: 'time-taken' };

/**
 * Books a time, or one a week for `weeks` weeks. The first must be free; of the others those that are. Everybody who
 * wants the same coach, client or place at the same moment comes one after the other.
 */
export async function bookTime(tx: Tx, actor: Actor, wish: NewBooking): Promise<Booked> {
  const { timeZone } = await thisOffice(tx);
  // Whoever is clearly too late need not stand in the line of those who hold the coach.
  if (!(await stillFree(tx, actor, wish, timeZone, false))) return { ok: false, reason: 'time-taken' };
  await holdPersons(tx, wish.coachId, wish.clientId);
  const seriesId = (wish.weeks ?? 1) > 1 ? crypto.randomUUID() : null;
  let first: string | undefined;
  let booked = 0;
  for (const startsAt of weekAfterWeek(wish.startsAt, wish.weeks ?? 1, timeZone)) {
    const free = await stillFree(tx, actor, { ...wish, startsAt }, timeZone);
    if (!free && !first) return { ok: false, reason: 'time-taken' };
    if (!free) continue;
    const question = first ? undefined : wish.question;
    const id = await writeBooking(tx, actor, { ...wish, question }, free, seriesId);
    first ??= id;
    booked += 1;
  }
  if (!first) return { ok: false, reason: 'time-taken' };
  await takeWish(tx, wish);
  return { ok: true, bookingId: first, booked };
}

type Wanted = {
  clientId: string;
  coachId: string;
  startsAt: Temporal.Instant;
  mode: Mode;
  butBookingId?: string;
  poolId?: string | null | undefined;
};

/** The free time at this instant in this mode, when there is one; a place is held before it is given. */
async function stillFree(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
  zone: string,
  holds = true,
): Promise<FreeTime | undefined> {
  const day = wanted.startsAt.toZonedDateTimeISO(zone).toPlainDate();
  const coaches = await coachesOf(tx, wanted.clientId, day);
  const apart = await blockedFrom(tx, wanted.clientId);
  const own = coaches.some((one) => one.coachId === wanted.coachId);
  if (apart.has(wanted.coachId) || !(own || (await poolServes(tx, wanted.poolId, wanted)))) return undefined;
  const ask = async () => {
    const byStaff = actsAsStaff(actor, wanted.clientId);
    const times = await freeTimesOf(tx, { ...wanted, from: day, to: day, byStaff });
    return times.find((time) => time.startsAt.equals(wanted.startsAt) && time.modes.includes(wanted.mode));
  };
  const found = await ask();
  if (!holds || !found?.place || wanted.mode !== 'in-person') return found;
  await holdPlace(tx, found.place);
  return ask();
}

async function writeBooking(
  tx: Tx,
  actor: Actor,
  wish: NewBooking,
  free: FreeTime,
  seriesId: string | null,
): Promise<string> {
  const id = crypto.randomUUID();
  const { clientId, coachId, mode, poolId = null } = wish;
  const { startsAt, endsAt } = free;
  const { bufferMinutes } = await termsOf(tx, coachId);
  const sealed = { personId: clientId, table: 'bookings', column: 'question', rowId: id };
  await tx.insert(bookings).values({
    id,
    clientId,
    coachId,
    day: free.day,
    starts: free.time,
    startsAt,
    endsAt,
    busyUntil: endsAt.add({ minutes: bufferMinutes }),
    mode,
    place: mode === 'in-person' ? free.place : null,
    roomId: await openBookingRoom(tx, { clientId, coachId, mode, startsAt, endsAt, poolId }),
    seriesId,
    poolId,
    question: wish.question ? await sealText(tx, sealed, wish.question) : null,
    bookedBy: actor.personId,
    bookedAt: now(),
  });
  noteBooking(tx, actor, clientId, id, 'created');
  await happened(
    tx,
    actor,
    { id, clientId, coachId, mode, startsAt },
    'booked',
    bookingMade({ bookingId: id }),
  );
  return id;
}

type Brief = Pick<Booking, 'id' | 'clientId' | 'coachId' | 'mode' | 'startsAt'>;

async function happened(
  tx: Tx,
  actor: Actor,
  booking: Brief,
  what: 'booked' | 'moved' | 'mode' | 'cancelled',
  event: RecordedEvent,
): Promise<void> {
  const { id: bookingId, mode, startsAt } = booking;
  const change = { bookingId, what, mode, startsAt, changedBy: actor.personId, changedAt: now() };
  await tx.insert(bookingChanges).values(change);
  await recordEvent(tx, event, { actorId: actor.personId, topics: topicsOf(booking) });
}

/** Who hears at once that something changed: the client's pages and the coach's list. */
export const topicsOf = ({ clientId, coachId }: { clientId: string; coachId: string }): string[] => [
  `person:${clientId}`,
  `person:${coachId}`,
];

const row = (tx: Tx, booking: { id: string }) =>
  and(eq(bookings.officeId, tx.officeId), eq(bookings.id, booking.id));

export type Refused = { ok: false; reason: 'too-late' };

/** Cancels a time that has not begun. The freed time is offered to who waits for one. */
export async function cancelBooking(
  tx: Tx,
  actor: Actor,
  booking: Booking,
  reason: CancelReason,
): Promise<{ ok: true } | Refused> {
  if (!canCancel(booking, now())) return { ok: false, reason: 'too-late' };
  await tx
    .update(bookings)
    .set({
      cancelledAt: now(),
      cancelledBy: actor.personId,
      cancelReason: reason,
      sequence: sql`${bookings.sequence} + 1`,
    })
    .where(row(tx, booking));
  if (booking.roomId) await closeRoom(tx, booking.roomId, actor.personId);
  await happened(tx, actor, booking, 'cancelled', bookingCancelled({ bookingId: booking.id }));
  // A time that the coach cannot keep is not free for others either.
  if (reason !== 'coach-cannot' && booking.mode !== 'own-time')
    await offerFreedTime(tx, booking.coachId, booking.startsAt);
  return { ok: true };
}

/** Moves a time to another free one of the same coach, in the same mode. */
export async function moveBooking(
  tx: Tx,
  actor: Actor,
  booking: Booking,
  startsAt: Temporal.Instant,
): Promise<{ ok: true } | Refused | { ok: false; reason: 'time-taken' }> {
  if (!canMove(booking, now())) return { ok: false, reason: 'too-late' };
  const { timeZone } = await thisOffice(tx);
  await holdPersons(tx, booking.coachId, booking.clientId);
  const { id: butBookingId, clientId, coachId, mode } = booking;
  const wanted = { clientId, coachId, mode, startsAt, butBookingId, poolId: booking.poolId };
  const free = await stillFree(tx, actor, wanted, timeZone);
  if (!free) return { ok: false, reason: 'time-taken' };
  // The old room is let go: a link to it would lead to the old time.
  if (booking.roomId) await closeRoom(tx, booking.roomId, actor.personId);
  const { bufferMinutes } = await termsOf(tx, coachId);
  await tx
    .update(bookings)
    .set({
      day: free.day,
      starts: free.time,
      startsAt: free.startsAt,
      endsAt: free.endsAt,
      busyUntil: free.endsAt.add({ minutes: bufferMinutes }),
      place: mode === 'in-person' ? free.place : null,
      roomId: await openBookingRoom(tx, { ...booking, startsAt: free.startsAt, endsAt: free.endsAt }),
      comingAt: null,
      sequence: sql`${bookings.sequence} + 1`,
    })
    .where(row(tx, booking));
  const moved = { ...booking, startsAt: free.startsAt };
  await happened(tx, actor, moved, 'moved', bookingMoved({ bookingId: booking.id }));
  await takeWish(tx, { clientId, coachId, poolId: booking.poolId, startsAt: free.startsAt });
  await offerFreedTime(tx, coachId, booking.startsAt);
  return { ok: true };
}

/** Changes the way of meeting and keeps the time. A room stays when the new way needs one too. */
export async function changeMode(
  tx: Tx,
  actor: Actor,
  booking: Booking,
  mode: Mode,
): Promise<{ ok: true } | { ok: false; reason: 'too-late' | 'not-offered' }> {
  if (!canChangeMode(booking, mode, now())) return { ok: false, reason: 'too-late' };
  if (!modesToChange(booking.mode).includes(mode)) return { ok: false, reason: 'not-offered' };
  const keeps = booking.roomId !== null && hasRoom(booking.mode) && hasRoom(mode);
  if (booking.roomId && !keeps) await closeRoom(tx, booking.roomId, actor.personId);
  const roomId = keeps ? booking.roomId : await openBookingRoom(tx, { ...booking, mode });
  await tx
    .update(bookings)
    .set({ mode, roomId, place: null, sequence: sql`${bookings.sequence} + 1` })
    .where(row(tx, booking));
  await happened(tx, actor, { ...booking, mode }, 'mode', bookingModeChanged({ bookingId: booking.id }));
  return { ok: true };
}
