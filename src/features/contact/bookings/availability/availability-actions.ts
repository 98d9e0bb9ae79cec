// A coach says when they can be met. What is booked already stays booked.
import { and, eq } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { availabilitySet } from '../events.ts';
import type { HoursException, Terms, WeeklyHours } from '../rules.ts';
import { availability, availabilityExceptions, bookingTerms } from '../tables.ts';

/** Adds weekly hours to a coach from today on. Gives their id. */
export async function addHours(
  tx: Tx,
  actor: Actor,
  hours: Omit<WeeklyHours, 'validFrom' | 'validUntil'> & { coachId: string },
): Promise<string> {
  const [row] = await tx
    .insert(availability)
    .values({ ...hours, modes: [...hours.modes], validFrom: todayIn(), setBy: actor.personId, setAt: now() })
    .returning({ id: availability.id });
  if (!row) throw new Error('the hours were not written');
  await told(tx, actor, hours.coachId);
  return row.id;
}

/** Removes weekly hours of the actor's own. Throws NotFound for anybody else's. */
export async function removeHours(tx: Tx, actor: Actor, hoursId: string | undefined): Promise<void> {
  if (!isId(hoursId)) throw new NotFound('hours');
  const removed = await tx
    .delete(availability)
    .where(
      and(
        eq(availability.officeId, tx.officeId),
        eq(availability.id, hoursId),
        eq(availability.coachId, actor.personId),
      ),
    )
    .returning({ id: availability.id });
  if (removed.length === 0) throw new NotFound('hours');
  await told(tx, actor, actor.personId);
}

/** Adds a day that goes otherwise. */
export async function addException(tx: Tx, actor: Actor, exception: HoursException): Promise<void> {
  await tx.insert(availabilityExceptions).values({
    ...exception,
    modes: [...exception.modes],
    coachId: actor.personId,
    setBy: actor.personId,
    setAt: now(),
  });
  await told(tx, actor, actor.personId);
}

export async function removeException(tx: Tx, actor: Actor, exceptionId: string | undefined): Promise<void> {
  if (!isId(exceptionId)) throw new NotFound('exception');
  const removed = await tx
    .delete(availabilityExceptions)
    .where(
      and(
        eq(availabilityExceptions.officeId, tx.officeId),
        eq(availabilityExceptions.id, exceptionId),
        eq(availabilityExceptions.coachId, actor.personId),
      ),
    )
    .returning({ id: availabilityExceptions.id });
  if (removed.length === 0) throw new NotFound('exception');
  await told(tx, actor, actor.personId);
}

/** Sets how long a coach's times are and how they may be booked. */
export async function setTerms(tx: Tx, actor: Actor, terms: Terms): Promise<void> {
  const values = { ...terms, setBy: actor.personId, setAt: now() };
  await tx
    .insert(bookingTerms)
    .values({ ...values, coachId: actor.personId })
    .onConflictDoUpdate({ target: [bookingTerms.officeId, bookingTerms.coachId], set: values });
  await told(tx, actor, actor.personId);
}

const told = (tx: Tx, actor: Actor, coachId: string) =>
  recordEvent(tx, availabilitySet({ coachId }), {
    actorId: actor.personId,
    topics: [`person:${coachId}`],
  });
