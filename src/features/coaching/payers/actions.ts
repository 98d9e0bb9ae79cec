// The payer's summary: closing a period fixes what was told; what changes later is told as a correction.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now, todayIn } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { holdPayer, type Payer } from '../enrolments/door.ts';
import { payerPeriodClosed, payerPeriodReopened } from './events.ts';
import type { Period } from './rules.ts';
import { payerPeriods } from './tables.ts';

export type PeriodOf = Period & { payer: Payer };
export type CloseResult =
  | { ok: true; periodId: string; days: number; corrections: number }
  | { ok: false; reason: 'days-open'; open: number }
  | { ok: false; reason: 'closed-already' | 'not-over' };

/**
 * Closes a payer's period: it must be over, and every expected day in it confirmed. The rows told are kept as they
 * were: the days of the period, and those days of periods closed earlier that have been confirmed anew since.
 */
export async function closePeriod(tx: Tx, actor: Actor, period: PeriodOf): Promise<CloseResult> {
  await holdPayer(tx, period.payer);
  if (Temporal.PlainDate.compare(period.endsOn, todayIn()) > 0) return { ok: false, reason: 'not-over' };
  if (await overlapsClosed(tx, period)) return { ok: false, reason: 'closed-already' };
  const open = await openDays(tx, period);
  if (open > 0) return { ok: false, reason: 'days-open', open };

  const id = randomUUID();
  const { payer, startsOn, endsOn } = period;
  await tx
    .insert(payerPeriods)
    .values({ id, payer, startsOn, endsOn, closedAt: now(), closedBy: actor.personId });
  const told = await tellDays(tx, id, period);
  const corrected = await tellCorrections(tx, id, period);
  await settleCorrections(tx, period.payer);
  for (const personId of new Set([...told, ...corrected])) {
    noteAccess(tx, {
      actor,
      personId,
      act: 'created',
      subject: 'payer-summary',
      subjectId: id,
      purpose: 'payer',
    });
  }
  await recordEvent(tx, payerPeriodClosed({ periodId: id }), { actorId: actor.personId });
  return { ok: true, periodId: id, days: told.length, corrections: corrected.length };
}

async function overlapsClosed(tx: Tx, period: PeriodOf): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from payer_periods
    where office_id = ${tx.officeId} and payer = ${period.payer} and reopened_at is null
      and starts_on <= ${period.endsOn.toString()}::date and ends_on >= ${period.startsOn.toString()}::date
    limit 1`);
  return rows.length > 0;
}

/** How many days keep a period open: those of the period, and those added later to periods already closed. */
export async function openDays(tx: Tx, period: PeriodOf): Promise<number> {
  const { rows } = await tx.execute<{ open: number }>(sql`
    select count(*)::int as open from days d
      join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
    where d.office_id = ${tx.officeId} and d.class is null and e.payer = ${period.payer}
      and d.day <= ${period.endsOn.toString()}::date
      and (d.day >= ${period.startsOn.toString()}::date or exists (select 1 from payer_periods p
        where p.office_id = d.office_id and p.payer = e.payer and p.reopened_at is null
          and p.starts_on <= d.day and p.ends_on >= d.day))`);
  return rows[0]?.open ?? 0;
}

type Told = { client_id: string };

/** Keeps the days of the period as they stand now; gives the client of each. */
async function tellDays(tx: Tx, periodId: string, period: PeriodOf): Promise<string[]> {
  const { rows } = await tx.execute<Told>(sql`
    with told as (
      insert into payer_rows (period_id, day_id, confirmation_id, correction)
      select ${periodId}::uuid, d.id, c.id, false
      from days d
        join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
        join lateral (select id from confirmations c where c.office_id = d.office_id and c.day_id = d.id
          order by sequence desc limit 1) c on true
      where d.office_id = ${tx.officeId} and e.payer = ${period.payer}
        and d.day between ${period.startsOn.toString()}::date and ${period.endsOn.toString()}::date
      returning day_id)
    select d.client_id from told join days d on d.office_id = ${tx.officeId} and d.id = told.day_id`);
  return rows.map((row) => row.client_id);
}

/**
 * Keeps the days outside the period that wait to be told anew, unless they say what the payer was last told: a day
 * corrected and corrected back is no correction. Gives the client of each.
 */
async function tellCorrections(tx: Tx, periodId: string, period: PeriodOf): Promise<string[]> {
  const { rows } = await tx.execute<Told>(sql`
    with told as (
      insert into payer_rows (period_id, day_id, confirmation_id, correction)
      select ${periodId}::uuid, d.id, c.id, true
      from days d
        join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
        join lateral (select id, class, minutes, swapped_with from confirmations c
          where c.office_id = d.office_id and c.day_id = d.id order by sequence desc limit 1) c on true
        left join lateral (select t.class, t.minutes, t.swapped_with from payer_rows r
            join payer_periods p on p.office_id = r.office_id and p.id = r.period_id and p.reopened_at is null
            join confirmations t on t.office_id = r.office_id and t.id = r.confirmation_id
          where r.office_id = d.office_id and r.day_id = d.id order by p.closed_at desc, p.id desc limit 1) t on true
      where d.office_id = ${tx.officeId} and d.owes_correction and e.payer = ${period.payer}
        and not (d.day between ${period.startsOn.toString()}::date and ${period.endsOn.toString()}::date)
        and (c.class, c.minutes, c.swapped_with) is distinct from (t.class, t.minutes, t.swapped_with)
      returning day_id)
    select d.client_id from told join days d on d.office_id = ${tx.officeId} and d.id = told.day_id`);
  return rows.map((row) => row.client_id);
}

/** What has been told, or need not be, waits no more. */
async function settleCorrections(tx: Tx, payer: Payer): Promise<void> {
  await tx.execute(sql`update days d set owes_correction = false from enrolments e
    where d.office_id = ${tx.officeId} and d.owes_correction and e.office_id = d.office_id
      and e.id = d.enrolment_id and e.payer = ${payer}`);
}

/**
 * Reopens a closed period with a reason, which is kept. Its days can be confirmed as if never told, and the corrections
 * that it told of earlier periods wait again. Throws NotFound when there is no such closed period.
 */
export async function reopenPeriod(tx: Tx, actor: Actor, periodId: string, reason: string): Promise<void> {
  const payer = await payerOf(tx, periodId);
  await holdPayer(tx, payer);
  const place = {
    personId: actor.personId,
    table: 'payer_periods',
    column: 'reopen_reason',
    rowId: periodId,
  };
  const sealed = await sealText(tx, place, reason);
  const { rows } = await tx.execute(sql`update payer_periods
    set reopened_at = ${now().toString()}::timestamptz, reopened_by = ${actor.personId}, reopen_reason = ${sealed}
    where office_id = ${tx.officeId} and id = ${periodId} and reopened_at is null returning id`);
  if (rows.length === 0) throw new NotFound('payer period');
  await tx.execute(sql`update days d set owes_correction = true from payer_rows r
    where r.office_id = ${tx.officeId} and r.period_id = ${periodId} and r.correction
      and d.office_id = r.office_id and d.id = r.day_id`);
  await recordEvent(tx, payerPeriodReopened({ periodId }), { actorId: actor.personId });
}

async function payerOf(tx: Tx, periodId: string): Promise<Payer> {
  const { rows } = await tx.execute<{ payer: Payer }>(sql`select payer from payer_periods
    where office_id = ${tx.officeId} and id = ${periodId}`);
  const row = rows[0];
  if (!row) throw new NotFound('payer period');
  return row.payer;
}
