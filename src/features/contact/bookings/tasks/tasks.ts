// A task in the client's own time: it has a due time, takes nobody's hours and is done when the client says so.
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { openText, sealText } from '../../../../platform/encryption.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { noteBooking } from '../access.ts';
import { topicsOf } from '../actions.ts';
import { bookingHappened, bookingMade } from '../events.ts';
import type { Booking } from '../queries.ts';
import { bookingChanges, bookingOutcomes, bookings } from '../tables.ts';

const taskPlace = (clientId: string, rowId: string) => ({
  personId: clientId,
  table: 'bookings',
  column: 'task',
  rowId,
});

/** Gives a client something to do until `dueAt`. Gives the booking's id, or a refusal when that is over already. */
export async function giveTask(
  tx: Tx,
  actor: Actor,
  given: { clientId: string; coachId: string; dueAt: Temporal.Instant; task: string },
): Promise<{ ok: true; bookingId: string } | { ok: false; reason: 'over' }> {
  const { clientId, coachId, dueAt: startsAt } = given;
  if (Temporal.Instant.compare(startsAt, now()) <= 0) return { ok: false, reason: 'over' };
  const id = crypto.randomUUID();
  const { timeZone } = await thisOffice(tx);
  const due = startsAt.toZonedDateTimeISO(timeZone);
  const endsAt = startsAt.add({ minutes: 1 });
  await tx.insert(bookings).values({
    id,
    clientId,
    coachId,
    day: due.toPlainDate(),
    starts: due.toPlainTime(),
    startsAt,
    endsAt,
    busyUntil: endsAt,
    mode: 'own-time',
    task: await sealText(tx, taskPlace(clientId, id), given.task),
    bookedBy: actor.personId,
    bookedAt: now(),
  });
  await tx.insert(bookingChanges).values({
    bookingId: id,
    what: 'booked',
    mode: 'own-time',
    startsAt,
    changedBy: actor.personId,
    changedAt: now(),
  });
  noteBooking(tx, actor, clientId, id, 'created');
  await recordEvent(tx, bookingMade({ bookingId: id }), {
    actorId: actor.personId,
    topics: topicsOf({ clientId, coachId }),
  });
  return { ok: true, bookingId: id };
}

/** What is to be done, in plain words; undefined for a meeting. */
export async function taskOf(tx: Tx, booking: Booking): Promise<string | undefined> {
  return booking.task ? openText(tx, taskPlace(booking.clientId, booking.id), booking.task) : undefined;
}

/** Whether a task has been marked done. */
export async function isDone(tx: Tx, booking: Pick<Booking, 'id'>): Promise<boolean> {
  const rows = await tx
    .select({ id: bookingOutcomes.id })
    .from(bookingOutcomes)
    .where(
      and(
        eq(bookingOutcomes.officeId, tx.officeId),
        eq(bookingOutcomes.bookingId, booking.id),
        sql`${bookingOutcomes.happened}`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The task is done, also after its time. Said twice it is said once. False for a meeting and for one that was cancelled. */
export async function markDone(tx: Tx, actor: Actor, booking: Booking): Promise<boolean> {
  if (booking.mode !== 'own-time' || booking.cancelledAt) return false;
  if (await isDone(tx, booking)) return true;
  await tx.insert(bookingOutcomes).values({
    bookingId: booking.id,
    happened: true,
    actualMode: 'own-time',
    toldBy: actor.personId,
    toldAt: now(),
  });
  await recordEvent(tx, bookingHappened({ bookingId: booking.id }), {
    actorId: actor.personId,
    topics: topicsOf(booking),
  });
  return true;
}
