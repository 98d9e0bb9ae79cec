// The rows of days: made ahead from enrolments, taken away again while nothing has happened on them.
import { type SQL, sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { closedDaysBetween, thisOffice } from '../../ground/offices/door.ts';

/** So many days ahead stand ready, like the sessions of groups. */
const daysAhead = 14;

/**
 * Makes the missing day rows from today until `daysAhead` from now, for one enrolment or for all: agreed weekdays
 * within the enrolment, without closed days. Safe to repeat.
 */
export async function makeDaysAhead(tx: Tx, enrolmentId?: string): Promise<void> {
  const today = todayIn((await thisOffice(tx)).timeZone);
  const last = today.add({ days: daysAhead });
  await tx.execute(sql`
    insert into days (office_id, client_id, enrolment_id, day, expected_minutes)
    select e.office_id, e.client_id, e.id, d.day::date, e.day_minutes
    from enrolments e
    cross join lateral generate_series(greatest(e.starts_on, ${today.toString()}::date)::timestamp,
      least(coalesce(e.ended_early_on, e.ends_on), ${last.toString()}::date)::timestamp,
      interval '1 day') as d(day)
    where e.office_id = ${tx.officeId} and coalesce(e.ended_early_on, e.ends_on) >= ${today.toString()}::date
      and e.starts_on <= ${last.toString()}::date
      and (${enrolmentId ?? null}::uuid is null or e.id = ${enrolmentId ?? null}::uuid)
      and extract(isodow from d.day)::int = any(e.weekdays)
      and d.day::date <> all(${await closedDays(tx, today, last)}::date[])
    on conflict (office_id, client_id, day) do nothing`);
}

/** The days between on which the office is closed all day, as an array in the database's words. */
async function closedDays(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<string> {
  return `{${(await closedDaysBetween(tx, from, to)).map((one) => one.day).join(',')}}`;
}

/**
 * Holds for a day `d` on which nothing has been done, told or confirmed: it may go without a trace. What is done on a
 * day is written by a later feature, whose tables are named here all the same: a mark on the day would make every hello
 * and every task lock that row. A test holds the list to the foreign keys.
 */
export const untouched: SQL = sql`(d.class is null and d.silent_since is null
  and not exists (select 1 from day_hellos t where t.office_id = d.office_id and t.day_id = d.id)
  and not exists (select 1 from day_presences t where t.office_id = d.office_id and t.day_id = d.id)
  and not exists (select 1 from day_plans t where t.office_id = d.office_id and t.day_id = d.id)
  and not exists (select 1 from own_works t where t.office_id = d.office_id and t.day_id = d.id)
  and not exists (select 1 from diaries t where t.office_id = d.office_id and t.day_id = d.id)
  and not exists (select 1 from absences t where t.office_id = d.office_id and t.day_id = d.id)
  and not exists (select 1 from help_requests t where t.office_id = d.office_id and t.day_id = d.id)
  and not exists (select 1 from day_contacts t where t.office_id = d.office_id and t.day_id = d.id))`;

/** Takes away an enrolment's untouched days after `lastOn`. */
export async function removeDaysAfter(tx: Tx, enrolmentId: string, lastOn: Temporal.PlainDate) {
  await tx.execute(sql`delete from days d where d.office_id = ${tx.officeId} and d.enrolment_id = ${enrolmentId}
    and d.day > ${lastOn.toString()}::date and ${untouched}`);
}

/** The last day of an enrolment after `day` on which something has been done, told or confirmed. */
export async function lastTouchedAfter(tx: Tx, enrolmentId: string, day: Temporal.PlainDate) {
  const { rows } = await tx.execute<{ day: string }>(sql`select d.day::text from days d
    where d.office_id = ${tx.officeId} and d.enrolment_id = ${enrolmentId} and d.day > ${day.toString()}::date
      and not ${untouched} order by d.day desc limit 1`);
  return rows[0] ? Temporal.PlainDate.from(rows[0].day) : undefined;
}

/** Brings coming days into line with the office's closed days: untouched ones on a closed day go. */
export async function removeClosedDays(tx: Tx): Promise<void> {
  const today = todayIn((await thisOffice(tx)).timeZone);
  await tx.execute(sql`delete from days d where d.office_id = ${tx.officeId} and d.day >= ${today.toString()}::date
    and d.day = any(${await closedDays(tx, today, today.add({ years: 2 }))}::date[]) and ${untouched}`);
}
