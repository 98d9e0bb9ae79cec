// What payers are told: the days of a period as they stand, or as they were told when it was closed, and corrections.
import { type SQL, sql } from 'drizzle-orm';
import { openText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type DayClass, officeToday, type Payer, type Reach } from '../enrolments/door.ts';
import type { PeriodOf } from './actions.ts';
import { type Period, periodBeside, periodsBetween } from './rules.ts';
import { payers, rhythmOf } from './settings.ts';

export type ClosedPeriod = PeriodOf & {
  id: string;
  closedAt: Temporal.Instant;
  closedBy: string;
};

type ClosedRow = {
  id: string;
  payer: Payer;
  starts_on: string;
  ends_on: string;
  closed_at: string;
  closed_by: string;
};

/** The closed periods of a payer that touch the days between two days, the latest first. */
export async function closedPeriods(
  tx: Tx,
  payer: Payer,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<ClosedPeriod[]> {
  const { rows } = await tx.execute<ClosedRow>(sql`
    select p.id, p.payer, p.starts_on::text, p.ends_on::text, p.closed_at::text,
      trim(coalesce(c.preferred_name, c.given_name) || ' ' || left(c.family_name, 1)) as closed_by
    from payer_periods p join persons c on c.office_id = p.office_id and c.id = p.closed_by
    where p.office_id = ${tx.officeId} and p.payer = ${payer} and p.reopened_at is null
      and p.starts_on <= ${to.toString()}::date and p.ends_on >= ${from.toString()}::date
    order by p.starts_on desc limit 200`);
  return rows.map((row) => ({
    id: row.id,
    payer: row.payer,
    startsOn: Temporal.PlainDate.from(row.starts_on),
    endsOn: Temporal.PlainDate.from(row.ends_on),
    closedAt: Temporal.Instant.from(row.closed_at),
    closedBy: row.closed_by,
  }));
}

export type Reopening = {
  id: string;
  reopenedAt: Temporal.Instant;
  /** First or preferred name and the initial: a colleague. */
  reopenedBy: string;
  /** Empty when the one who wrote it has been erased. */
  reason: string;
};

/** When a period was reopened after closing, by whom and why in clear, the latest first. The caller has checked the right. */
export async function reopeningsOf(tx: Tx, period: PeriodOf): Promise<Reopening[]> {
  type Row = { id: string; reopened_at: string; person_id: string; reopened_by: string; reason: Buffer };
  const { rows } = await tx.execute<Row>(sql`
    select p.id, p.reopened_at::text, p.reopened_by as person_id, p.reopen_reason as reason,
      trim(coalesce(o.preferred_name, o.given_name) || ' ' || left(o.family_name, 1)) as reopened_by
    from payer_periods p join persons o on o.office_id = p.office_id and o.id = p.reopened_by
    where p.office_id = ${tx.officeId} and p.payer = ${period.payer}
      and p.starts_on = ${period.startsOn.toString()}::date
    order by p.reopened_at desc limit 20`);
  const reopenings: Reopening[] = [];
  for (const row of rows) {
    const place = {
      personId: row.person_id,
      table: 'payer_periods',
      column: 'reopen_reason',
      rowId: row.id,
    };
    reopenings.push({
      id: row.id,
      reopenedAt: Temporal.Instant.from(row.reopened_at),
      reopenedBy: row.reopened_by,
      reason: await openText(tx, place, row.reason),
    });
  }
  return reopenings;
}

/** The period of a payer that begins on `startsOn`. Throws NotFound when none does. */
export async function periodStarting(
  tx: Tx,
  payer: Payer,
  startsOn: Temporal.PlainDate,
): Promise<{ period: PeriodOf; closed: ClosedPeriod | undefined }> {
  const rhythm = await rhythmOf(tx, payer, startsOn);
  const around = await closedPeriods(tx, payer, startsOn.subtract({ days: 70 }), startsOn.add({ days: 70 }));
  const period = periodBeside(rhythm, around, startsOn);
  if (!period.startsOn.equals(startsOn)) throw new NotFound('period');
  const closed = around.find((one) => one.startsOn.equals(startsOn));
  return { period: { payer, startsOn, endsOn: period.endsOn }, closed };
}

/** Whose clients a reader sees: everybody's, when the office itself asks, or those within an actor's reach. */
export type Scope = 'everybody' | Reach;

/** Holds for a day `d` whose client the reader may see. */
const within = (scope: Scope): SQL => (scope === 'everybody' ? sql`true` : scope(sql`d.client_id`));

export type PeriodLine = PeriodOf & {
  days: number;
  open: number;
  closed: ClosedPeriod | undefined;
};

/** So far back the list of periods goes; older ones are found by their addresses. */
const listedDays = 12 * 7;

/** The latest periods of each payer that has days in them, the latest first. */
export async function periodLines(tx: Tx, scope: Scope): Promise<PeriodLine[]> {
  const to = await officeToday(tx);
  const from = to.subtract({ days: listedDays });
  const counts = await countsByDay(tx, scope, from, to);
  const lines: PeriodLine[] = [];
  for (const payer of payers) {
    const ofPayer = counts.filter((row) => row.payer === payer);
    if (ofPayer.length === 0) continue;
    const closed = await closedPeriods(tx, payer, from, to);
    for (const period of periodsBetween(await rhythmOf(tx, payer, to), closed, from, to)) {
      const inside = ofPayer.filter((row) => isIn(period, row.day));
      if (inside.length === 0) continue;
      lines.push({
        payer,
        ...period,
        days: inside.reduce((sum, row) => sum + row.days, 0),
        open: inside.reduce((sum, row) => sum + row.open, 0),
        closed: closed.find((one) => one.startsOn.equals(period.startsOn)),
      });
    }
  }
  return lines;
}

const isIn = (period: Period, day: string) =>
  day >= period.startsOn.toString() && day <= period.endsOn.toString();

async function countsByDay(tx: Tx, scope: Scope, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const { rows } = await tx.execute<{ payer: Payer; day: string; days: number; open: number }>(sql`
    select e.payer, d.day::text, count(*)::int as days, (count(*) filter (where d.class is null))::int as open
    from days d join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
    where d.office_id = ${tx.officeId} and d.day between ${from.toString()}::date and ${to.toString()}::date
      and ${within(scope)}
    group by e.payer, d.day limit 5000`);
  return rows;
}

/** One day as the payer is told of it. */
export type SummaryDay = {
  dayId: string;
  clientId: string;
  /** Family name first, as in the payer's own lists. */
  clientName: string;
  serviceId: string;
  serviceName: Text;
  day: Temporal.PlainDate;
  /** Null while nobody has confirmed it. */
  class: DayClass | null;
  minutes: number;
  swappedWith: Temporal.PlainDate | undefined;
};

type SummaryRow = {
  day_id: string;
  client_id: string;
  client_name: string;
  service_id: string;
  service_name: Text;
  day: string;
  class: DayClass | null;
  minutes: number | null;
  swapped_with: string | null;
};

const summaryColumns = sql`d.id as day_id, d.client_id, d.day::text, c.class, c.minutes, c.swapped_with::text,
  trim(p.family_name || ' ' || coalesce(p.preferred_name, p.given_name)) as client_name,
  s.id as service_id, s.name as service_name`;
const aboutDay = sql`
  join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
  join services s on s.office_id = e.office_id and s.id = e.service_id
  join persons p on p.office_id = d.office_id and p.id = d.client_id`;
const latest = sql`left join lateral (select id, class, minutes, swapped_with, reason from confirmations c
  where c.office_id = d.office_id and c.day_id = d.id order by sequence desc limit 1) c on true`;
const mostDays = 20_000;

function summaryDay(row: SummaryRow): SummaryDay {
  return {
    dayId: row.day_id,
    clientId: row.client_id,
    clientName: row.client_name,
    serviceId: row.service_id,
    serviceName: row.service_name,
    day: Temporal.PlainDate.from(row.day),
    class: row.class,
    minutes: row.minutes ?? 0,
    swappedWith: row.swapped_with === null ? undefined : Temporal.PlainDate.from(row.swapped_with),
  };
}

/**
 * The days of a period, by client and day: as they stand, or as told when it was closed. Of days to come, only those
 * confirmed ahead: the others wait for nobody yet.
 */
export async function daysOfPeriod(
  tx: Tx,
  scope: Scope,
  period: PeriodOf,
  closed: ClosedPeriod | undefined,
): Promise<SummaryDay[]> {
  const { rows } = closed
    ? await tx.execute<SummaryRow>(sql`
        select ${summaryColumns} from payer_rows t
          join days d on d.office_id = t.office_id and d.id = t.day_id ${aboutDay}
          join confirmations c on c.office_id = t.office_id and c.id = t.confirmation_id
        where t.office_id = ${tx.officeId} and t.period_id = ${closed.id} and not t.correction and ${within(scope)}
        order by client_name, d.client_id, d.day limit ${mostDays}`)
    : await tx.execute<SummaryRow>(sql`
        select ${summaryColumns} from days d ${aboutDay} ${latest}
        where d.office_id = ${tx.officeId} and e.payer = ${period.payer} and ${within(scope)}
          and d.day between ${period.startsOn.toString()}::date and ${period.endsOn.toString()}::date
          and (d.day <= ${(await officeToday(tx)).toString()}::date or d.class is not null)
        order by client_name, d.client_id, d.day limit ${mostDays}`);
  return rows.map(summaryDay);
}

export type Correction = SummaryDay & {
  /** What the payer was told before; undefined for a day it was never told of. */
  before:
    | (Pick<SummaryDay, 'swappedWith'> & { class: DayClass; minutes: number; toldIn: Temporal.PlainDate })
    | undefined;
  reason: string | undefined;
};

type CorrectionRow = SummaryRow & {
  confirmation_id: string;
  reason: Buffer | null;
  before_class: DayClass | null;
  before_minutes: number | null;
  before_swapped: string | null;
  before_in: string | null;
};

/**
 * Corrections of days told earlier: those told in a closed period, or those that wait to be told in the next one to be
 * closed. With reasons in clear: the caller has checked the right.
 */
export async function correctionsFor(
  tx: Tx,
  scope: Scope,
  period: PeriodOf,
  closed: ClosedPeriod | undefined,
): Promise<Correction[]> {
  // What was told last before this; for a closed period, before it was closed.
  const before = sql`left join lateral (select t.class, t.minutes, t.swapped_with, b.starts_on from payer_rows r
      join payer_periods b on b.office_id = r.office_id and b.id = r.period_id and b.reopened_at is null
      join confirmations t on t.office_id = r.office_id and t.id = r.confirmation_id
    where r.office_id = d.office_id and r.day_id = d.id
      and (${closed?.closedAt.toString() ?? null}::timestamptz is null
        or b.closed_at < ${closed?.closedAt.toString() ?? null}::timestamptz)
    order by b.closed_at desc, b.id desc limit 1) b on true`;
  const columns = sql`${summaryColumns}, c.id as confirmation_id, c.reason, b.class as before_class,
    b.minutes as before_minutes, b.swapped_with::text as before_swapped, b.starts_on::text as before_in`;
  const { rows } = closed
    ? await tx.execute<CorrectionRow>(sql`
        select ${columns} from payer_rows t
          join days d on d.office_id = t.office_id and d.id = t.day_id ${aboutDay}
          join confirmations c on c.office_id = t.office_id and c.id = t.confirmation_id ${before}
        where t.office_id = ${tx.officeId} and t.period_id = ${closed.id} and t.correction and ${within(scope)}
        order by client_name, d.day limit 2000`)
    : await tx.execute<CorrectionRow>(sql`
        select ${columns} from days d ${aboutDay} ${latest} ${before}
        where d.office_id = ${tx.officeId} and d.owes_correction and e.payer = ${period.payer} and ${within(scope)}
          and not (d.day between ${period.startsOn.toString()}::date and ${period.endsOn.toString()}::date)
          and (c.class, c.minutes, c.swapped_with) is distinct from (b.class, b.minutes, b.swapped_with)
        order by client_name, d.day limit 2000`);
  const corrections: Correction[] = [];
  for (const row of rows) {
    const place = {
      personId: row.client_id,
      table: 'confirmations',
      column: 'reason',
      rowId: row.confirmation_id,
    };
    corrections.push({
      ...summaryDay(row),
      before: row.before_class
        ? {
            class: row.before_class,
            minutes: row.before_minutes ?? 0,
            swappedWith: row.before_swapped ? Temporal.PlainDate.from(row.before_swapped) : undefined,
            toldIn: Temporal.PlainDate.from(row.before_in ?? row.day),
          }
        : undefined,
      reason: row.reason ? await openText(tx, place, row.reason) : undefined,
    });
  }
  return corrections;
}

/** Days come by now that keep a period open: its own, and those added later to periods closed. Oldest first. */
export async function missingDays(tx: Tx, scope: Scope, period: PeriodOf): Promise<SummaryDay[]> {
  const { rows } = await tx.execute<SummaryRow>(sql`
    select ${summaryColumns} from days d ${aboutDay} ${latest}
    where d.office_id = ${tx.officeId} and d.class is null and e.payer = ${period.payer} and ${within(scope)}
      and d.day <= least(${period.endsOn.toString()}::date, ${(await officeToday(tx)).toString()}::date)
      and (d.day >= ${period.startsOn.toString()}::date or exists (select 1 from payer_periods q
        where q.office_id = d.office_id and q.payer = e.payer and q.reopened_at is null
          and q.starts_on <= d.day and q.ends_on >= d.day))
    order by d.day, client_name limit 2000`);
  return rows.map(summaryDay);
}
