// The verbs of an enrolment: a client is in a service for a time, on agreed days.
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type BoundBroken, boundsOn, outsideBounds, serviceById } from '../../offer/services/door.ts';
import { lastTouchedAfter, makeDaysAhead, removeDaysAfter } from './day-rows.ts';
import { enrolmentEnded, enrolmentStarted } from './events.ts';
import { type Enrolment, enrolmentById } from './expected.ts';
import { type Benefit, enrolments, type Payer } from './tables.ts';
import { topicsOfClient } from './topics.ts';

export type NewEnrolment = {
  clientId: string;
  serviceId: string;
  groupId: string | null;
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate;
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  weekdays: readonly number[];
  dayMinutes: number;
  payer: Payer;
  benefit: Benefit;
};

export type EnrolmentAnswer =
  | { ok: true; enrolmentId: string }
  | { ok: false; reason: 'outside-bounds'; broken: BoundBroken; source: string }
  | {
      ok: false;
      reason: 'overlaps';
      service: Text;
      startsOn: Temporal.PlainDate;
      lastOn: Temporal.PlainDate;
    };

/**
 * Starts an enrolment and makes its coming days. Refused with the reason when the service's bounds (on the first day)
 * do not allow it, or when the client is in a service already: payers count days, not services.
 */
export async function startEnrolment(
  tx: Tx,
  actor: Actor | undefined,
  wanted: NewEnrolment,
): Promise<EnrolmentAnswer> {
  const inForce = await boundsOn(tx, wanted.serviceId, wanted.startsOn);
  const broken =
    inForce &&
    outsideBounds(inForce.bounds, { weekdays: wanted.weekdays.length, dayMinutes: wanted.dayMinutes });
  if (broken) return { ok: false, reason: 'outside-bounds', broken, source: inForce.source };
  // One at a time for a client, so that the second is told in words; the exclusion constraint holds it anyway.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`enrolment ${tx.officeId} ${wanted.clientId}`}, 0))`,
  );
  const other = await overlapping(tx, wanted);
  if (other) {
    const service = await serviceById(tx, other.serviceId);
    if (!service) throw new NotFound('service');
    return {
      ok: false,
      reason: 'overlaps',
      service: service.name,
      startsOn: other.startsOn,
      lastOn: other.lastOn,
    };
  }
  const id = randomUUID();
  await tx.insert(enrolments).values({
    ...wanted,
    weekdays: [...wanted.weekdays],
    id,
    agreedBy: actor?.personId ?? null,
    agreedAt: now(),
  });
  await makeDaysAhead(tx, id);
  await recordEvent(tx, enrolmentStarted({ enrolmentId: id, clientId: wanted.clientId }), {
    actorId: actor?.personId,
    topics: await topicsOfClient(tx, wanted.clientId),
  });
  return { ok: true, enrolmentId: id };
}

async function overlapping(tx: Tx, wanted: NewEnrolment): Promise<Enrolment | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from enrolments where office_id = ${tx.officeId} and client_id = ${wanted.clientId}
      and daterange(starts_on, coalesce(ended_early_on, ends_on) + 1)
        && daterange(${wanted.startsOn.toString()}::date, ${wanted.endsOn.toString()}::date + 1)
    order by starts_on limit 1`);
  const id = rows[0]?.id;
  return id === undefined ? undefined : enrolmentById(tx, id);
}

export type EndAnswer =
  | { ok: true }
  | { ok: false; reason: 'outside' }
  | { ok: false; reason: 'days-after'; day: Temporal.PlainDate };

/**
 * Ends an enrolment earlier than agreed; `lastOn` is its last day, or the day before its first when it never began.
 * Refused when something has happened on a later day: that day would lose its ground.
 */
export async function endEnrolment(
  tx: Tx,
  actor: Actor,
  enrolmentId: string,
  lastOn: Temporal.PlainDate,
): Promise<EndAnswer> {
  await tx.execute(
    sql`select id from enrolments where office_id = ${tx.officeId} and id = ${enrolmentId} for no key update`,
  );
  const enrolment = await enrolmentById(tx, enrolmentId);
  if (!enrolment) throw new NotFound('enrolment');
  const { compare } = Temporal.PlainDate;
  if (compare(lastOn, enrolment.startsOn.subtract({ days: 1 })) < 0 || compare(lastOn, enrolment.lastOn) >= 0)
    return { ok: false, reason: 'outside' };
  const touched = await lastTouchedAfter(tx, enrolmentId, lastOn);
  if (touched) return { ok: false, reason: 'days-after', day: touched };
  await removeDaysAfter(tx, enrolmentId, lastOn);
  await tx
    .update(enrolments)
    .set({ endedEarlyOn: lastOn, endedBy: actor.personId, endedAt: now() })
    .where(and(eq(enrolments.officeId, tx.officeId), eq(enrolments.id, enrolmentId)));
  await recordEvent(tx, enrolmentEnded({ enrolmentId, clientId: enrolment.clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, enrolment.clientId),
  });
  return { ok: true };
}
