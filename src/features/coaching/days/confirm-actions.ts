// Confirming a day, one or thirty at once. A correction is a new row; the earlier one stays with who and why.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now, todayIn } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type ConfirmationAnswer, type ConfirmationState, canConfirm } from './confirm-rules.ts';
import { dayConfirmed } from './events.ts';
import type { DayClass, DaySuggestion } from './rules.ts';
import { confirmations } from './tables.ts';

export type NewConfirmation = {
  dayId: string;
  class: DayClass;
  /** Whole minutes that the payer is told. */
  minutes: number;
  swappedWith?: Temporal.PlainDate | undefined;
  reason?: string | undefined;
  seenSequence: number;
  /** What the rule suggested when the coach decided; kept beside the decision. */
  suggested: DaySuggestion['result'];
};

export type ConfirmResult =
  | { ok: true; sequence: number }
  | { ok: false; reason: Exclude<ConfirmationAnswer, 'yes' | 'same-already'> };

/**
 * Confirms one day. The caller has found the day through `access.ts`. Two coaches at once: the second waits for the
 * first, and is then told that the day has changed, or that exactly this has been done.
 */
export async function confirmDay(tx: Tx, actor: Actor, wanted: NewConfirmation): Promise<ConfirmResult> {
  const locked = await lockDay(tx, wanted.dayId);
  const answer = canConfirm(
    { ...wanted, swappedWith: wanted.swappedWith, hasReason: Boolean(wanted.reason) },
    locked.state,
  );
  if (answer === 'same-already') return { ok: true, sequence: locked.state.sequence };
  if (answer !== 'yes') return { ok: false, reason: answer };

  const id = randomUUID();
  const sequence = locked.state.sequence + 1;
  const place = { personId: locked.clientId, table: 'confirmations', column: 'reason', rowId: id };
  await tx.insert(confirmations).values({
    id,
    dayId: wanted.dayId,
    sequence,
    class: wanted.class,
    minutes: wanted.class === 'attended' ? wanted.minutes : 0,
    swappedWith: wanted.class === 'swapped' ? (wanted.swappedWith ?? null) : null,
    reason: wanted.reason ? await sealText(tx, place, wanted.reason) : null,
    suggested: wanted.suggested,
    confirmedBy: actor.personId,
    confirmedAt: now(),
  });
  await tx.execute(sql`update days set class = ${wanted.class}, confirmed_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${wanted.dayId}`);
  noteAccess(tx, {
    actor,
    personId: locked.clientId,
    act: sequence === 1 ? 'created' : 'changed',
    subject: 'day-confirmation',
    subjectId: wanted.dayId,
    purpose: 'coaching',
  });
  await recordEvent(tx, dayConfirmed({ dayId: wanted.dayId, clientId: locked.clientId, sequence }), {
    actorId: actor.personId,
    topics: [`day:${wanted.dayId}`, `client-day:${locked.clientId}`],
  });
  return { ok: true, sequence };
}

type LockedDay = { clientId: string; state: ConfirmationState };

async function lockDay(tx: Tx, dayId: string): Promise<LockedDay> {
  const { rows } = await tx.execute<{
    client_id: string;
    day: string;
    class: DayClass | null;
    sequence: number | null;
    minutes: number | null;
  }>(sql`
    with locked as (select office_id, id, client_id, day from days
      where office_id = ${tx.officeId} and id = ${dayId} for update)
    select l.client_id, l.day::text, c.class, c.sequence, c.minutes from locked l
      left join lateral (select class, sequence, minutes from confirmations c
        where c.office_id = l.office_id and c.day_id = l.id order by sequence desc limit 1) c on true`);
  const row = rows[0];
  if (!row) throw new NotFound('day');
  return {
    clientId: row.client_id,
    state: {
      day: Temporal.PlainDate.from(row.day),
      today: todayIn(),
      sequence: row.sequence ?? 0,
      class: row.class ?? undefined,
      minutes: row.minutes ?? undefined,
      reported: await isReported(tx, dayId),
    },
  };
}

/** Whether the payer has been told of this day in a period that is still closed. */
export async function isReported(tx: Tx, dayId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from payer_rows r join payer_periods p on p.office_id = r.office_id and p.id = r.period_id
    where r.office_id = ${tx.officeId} and r.day_id = ${dayId} and p.reopened_at is null limit 1`);
  return rows.length > 0;
}
