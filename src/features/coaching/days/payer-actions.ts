// The payer's summary: closing a period fixes what was told; what changes later is told as a correction.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { payerPeriodClosed, payerPeriodReopened } from './events.ts';
import { type Payer, payerPeriods } from './tables.ts';

export type PeriodOf = { payer: Payer; startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate };
export type CloseResult =
  | { ok: true; periodId: string }
  | { ok: false; reason: 'days-open'; open: number }
  | { ok: false; reason: 'closed-already' };

/**
 * Closes a payer's period: every expected day in it must be confirmed. The rows told are kept as they were: the days of
 * the period, and those days of earlier closed periods whose confirmation has changed since.
 */
export async function closePeriod(tx: Tx, actor: Actor, period: PeriodOf): Promise<CloseResult> {
  // One closing at a time for an office and payer; the exclusion constraint holds it whatever the code does.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.officeId}/${period.payer}`}, 0))`,
  );
  if (await closedPeriod(tx, period)) return { ok: false, reason: 'closed-already' };
  const open = await openDays(tx, period);
  if (open > 0) return { ok: false, reason: 'days-open', open };

  const id = randomUUID();
  await tx.insert(payerPeriods).values({ id, ...period, closedAt: now(), closedBy: actor.personId });
  await keepRows(tx, id, period);
  await recordEvent(tx, payerPeriodClosed({ periodId: id }), {
    actorId: actor.personId,
    topics: ['payer-periods'],
  });
  return { ok: true, periodId: id };
}

async function closedPeriod(tx: Tx, period: PeriodOf): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from payer_periods
    where office_id = ${tx.officeId} and payer = ${period.payer} and reopened_at is null
      and daterange(starts_on, ends_on, '[]') && daterange(${period.startsOn.toString()}::date, ${period.endsOn.toString()}::date, '[]')
    limit 1`);
  return rows.length > 0;
}

/** How many expected days of the period have no confirmation yet. */
export async function openDays(tx: Tx, period: PeriodOf): Promise<number> {
  const { rows } = await tx.execute<{ open: number }>(sql`
    select count(*)::int as open from days d
      join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
    where d.office_id = ${tx.officeId} and d.class is null and e.payer = ${period.payer}
      and d.day between ${period.startsOn.toString()}::date and ${period.endsOn.toString()}::date`);
  return rows[0]?.open ?? 0;
}

async function keepRows(tx: Tx, periodId: string, period: PeriodOf): Promise<void> {
  const from = period.startsOn.toString();
  const to = period.endsOn.toString();
  await tx.execute(sql`
    insert into payer_rows (period_id, day_id, confirmation_id, correction)
    select ${periodId}::uuid, d.id, c.id, false
    from days d
      join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
      join lateral (select id from confirmations c where c.office_id = d.office_id and c.day_id = d.id
        order by sequence desc limit 1) c on true
    where d.office_id = ${tx.officeId} and e.payer = ${period.payer} and d.day between ${from}::date and ${to}::date`);
  // A day told earlier whose latest confirmation is not the one last told.
  await tx.execute(sql`
    insert into payer_rows (period_id, day_id, confirmation_id, correction)
    select ${periodId}::uuid, told.day_id, c.id, true
    from (select distinct on (r.day_id) r.day_id, r.confirmation_id from payer_rows r
        join payer_periods p on p.office_id = r.office_id and p.id = r.period_id
      where r.office_id = ${tx.officeId} and p.payer = ${period.payer} and p.reopened_at is null and p.id <> ${periodId}
      order by r.day_id, p.closed_at desc) told
      join lateral (select id from confirmations c where c.office_id = ${tx.officeId} and c.day_id = told.day_id
        order by sequence desc limit 1) c on true
    where c.id <> told.confirmation_id
    on conflict do nothing`);
}

/** Reopens a closed period with a reason, which is kept. Throws NotFound when there is no such closed period. */
export async function reopenPeriod(tx: Tx, actor: Actor, periodId: string, reason: string): Promise<void> {
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
  await recordEvent(tx, payerPeriodReopened({ periodId }), {
    actorId: actor.personId,
    topics: ['payer-periods'],
  });
}
