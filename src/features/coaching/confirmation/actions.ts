// Confirming days, one or thirty at once. A correction is a new row; the earlier one stays with who and why.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now, todayIn } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { DaySuggestion } from '../days/door.ts';
import { type AbsenceClass, type DayClass, holdPayersOf, topicsOfClient } from '../enrolments/door.ts';
import { dayConfirmed } from './events.ts';
import {
  type ConfirmationAnswer,
  type ConfirmationState,
  canConfirm,
  keptMinutes,
  type SeenAbsence,
} from './rules.ts';
import { holdSwappedDay, releaseSwappedDay, type SwapAnswer } from './swap.ts';
import { confirmations } from './tables.ts';

export type NewConfirmation = {
  dayId: string;
  class: DayClass;
  /** Whole minutes that the payer is told. */
  minutes: number;
  swappedWith?: Temporal.PlainDate | undefined;
  reason?: string | undefined;
  seenSequence: number;
  seenAbsence?: SeenAbsence | undefined;
  /** What the rule suggested when the coach decided; kept beside the decision. */
  suggested: DaySuggestion['result'];
};

export type ConfirmRefusal = Exclude<ConfirmationAnswer, 'yes' | 'same-already'> | Exclude<SwapAnswer, 'yes'>;
/** `changed` is false when exactly this had been confirmed already. */
export type ConfirmResult =
  | { ok: true; sequence: number; changed: boolean }
  | { ok: false; reason: ConfirmRefusal };

/** Confirms one day, found through an access function. See `confirmDays`. */
export async function confirmDay(tx: Tx, actor: Actor, wanted: NewConfirmation): Promise<ConfirmResult> {
  const result = (await confirmDays(tx, actor, [wanted])).get(wanted.dayId);
  if (!result) throw new Error('the day that was found is gone');
  return result;
}

/**
 * Confirms days, each with an answer of its own: a refused day leaves the others confirmed. The caller has found the
 * days through an access function. Two coaches at once: the second waits for the first, and is then told that the day
 * has changed, or that exactly this has been done. Days that do not exist are missing from the answer.
 */
export async function confirmDays(
  tx: Tx,
  actor: Actor,
  wanted: readonly NewConfirmation[],
): Promise<Map<string, ConfirmResult>> {
  const locked = await lockDays(
    tx,
    wanted.map((one) => one.dayId),
  );
  const results = new Map<string, ConfirmResult>();
  for (const one of wanted) {
    const day = locked.get(one.dayId);
    if (day && !results.has(one.dayId)) results.set(one.dayId, await confirmLocked(tx, actor, one, day));
  }
  return results;
}

async function confirmLocked(
  tx: Tx,
  actor: Actor,
  wanted: NewConfirmation,
  day: LockedDay,
): Promise<ConfirmResult> {
  const { state, clientId } = day;
  const swappedWith = wanted.class === 'swapped' ? wanted.swappedWith : undefined;
  const answer = canConfirm({ ...wanted, swappedWith, hasReason: Boolean(wanted.reason) }, state);
  if (answer === 'same-already') return { ok: true, sequence: state.sequence, changed: false };
  if (answer !== 'yes') return { ok: false, reason: answer };
  if (swappedWith) {
    const held = await holdSwappedDay(tx, day, swappedWith);
    if (held !== 'yes') return { ok: false, reason: held };
  }
  if (state.swappedWith && !swappedWith?.equals(state.swappedWith))
    await releaseSwappedDay(tx, day, state.swappedWith);

  const sequence = state.sequence + 1;
  await keepConfirmation(tx, actor, { wanted, clientId, sequence, swappedWith });
  // A day whose period has been told is told again, as a correction, when the payer's next period is closed.
  await tx.execute(sql`update days set class = ${wanted.class}, confirmed_at = ${now().toString()}::timestamptz,
      owes_correction = owes_correction or ${state.reported}
    where office_id = ${tx.officeId} and id = ${wanted.dayId}`);
  noteAccess(tx, {
    actor,
    personId: clientId,
    act: sequence === 1 ? 'created' : 'changed',
    subject: 'day-confirmation',
    subjectId: wanted.dayId,
    purpose: 'coaching',
  });
  await recordEvent(tx, dayConfirmed({ dayId: wanted.dayId, clientId, sequence }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, clientId),
  });
  return { ok: true, sequence, changed: true };
}

type Kept = {
  wanted: NewConfirmation;
  clientId: string;
  sequence: number;
  swappedWith: Temporal.PlainDate | undefined;
};

async function keepConfirmation(tx: Tx, actor: Actor, kept: Kept): Promise<void> {
  const { wanted, clientId, sequence, swappedWith } = kept;
  const id = randomUUID();
  const place = { personId: clientId, table: 'confirmations', column: 'reason', rowId: id };
  await tx.insert(confirmations).values({
    id,
    dayId: wanted.dayId,
    sequence,
    class: wanted.class,
    minutes: keptMinutes(wanted),
    swappedWith: swappedWith ?? null,
    reason: wanted.reason ? await sealText(tx, place, wanted.reason) : null,
    suggested: wanted.suggested,
    confirmedBy: actor.personId,
    confirmedAt: now(),
  });
}

export type LockedDay = { id: string; clientId: string; state: ConfirmationState };

type DayRow = {
  id: string;
  client_id: string;
  day: string;
  class: DayClass | null;
  sequence: number | null;
  minutes: number | null;
  swapped_with: string | null;
  absence: AbsenceClass | null;
  reported: boolean;
};

/**
 * Locks the days in one order, so that two coaches with the same thirty never wait for each other in a circle, and
 * then reads what stands. The reading is a statement of its own: one that waited for a lock would still see the
 * confirmations as they were before it waited.
 */
async function lockDays(tx: Tx, dayIds: readonly string[]): Promise<Map<string, LockedDay>> {
  const these = sql`(select jsonb_array_elements_text(${JSON.stringify(dayIds)}::jsonb)::uuid)`;
  await holdPayersOf(tx, dayIds);
  await tx.execute(sql`select id from days where office_id = ${tx.officeId} and id in ${these}
    order by id for no key update`);
  const { rows } = await tx.execute<DayRow>(sql`
    select d.id, d.client_id, d.day::text, c.class, c.sequence, c.minutes, c.swapped_with::text,
      (select t.class from absences t where t.office_id = d.office_id and t.day_id = d.id and t.withdrawn_at is null
        order by t.told_at desc limit 1) as absence,
      exists (select 1 from payer_periods p join enrolments e on e.office_id = p.office_id and e.payer = p.payer
        where e.office_id = d.office_id and e.id = d.enrolment_id and p.reopened_at is null
          and p.starts_on <= d.day and p.ends_on >= d.day) as reported
    from days d
      left join lateral (select class, sequence, minutes, swapped_with from confirmations c
        where c.office_id = d.office_id and c.day_id = d.id order by sequence desc limit 1) c on true
    where d.office_id = ${tx.officeId} and d.id in ${these}`);
  const today = todayIn();
  return new Map(rows.map((row) => [row.id, lockedDay(row, today)]));
}

function lockedDay(row: DayRow, today: Temporal.PlainDate): LockedDay {
  return {
    id: row.id,
    clientId: row.client_id,
    state: {
      day: Temporal.PlainDate.from(row.day),
      today,
      sequence: row.sequence ?? 0,
      class: row.class ?? undefined,
      minutes: row.minutes ?? undefined,
      swappedWith: row.swapped_with === null ? undefined : Temporal.PlainDate.from(row.swapped_with),
      absence: row.absence ?? undefined,
      reported: row.reported,
    },
  };
}
