// What a coach needs to see in order to confirm: days that wait, with what speaks for them, and a day's history.
import { type SQL, sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { nowIn } from '../../../platform/clock.ts';
import { openText } from '../../../platform/encryption.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { closedDaysBetween, settingInForce, thisOffice } from '../../ground/offices/door.ts';
import {
  type DaySuggestion,
  evidenceOf,
  type RuleInForce,
  ruleOn,
  type Suggested,
  startsWithoutProgramme,
  suggestionOf,
  timeOfSetting,
} from '../days/door.ts';
import { type DayClass, officeToday, reachOf } from '../enrolments/door.ts';
import { isClear, offeredClass, offeredMinutes } from './rules.ts';

export type WaitingDay = {
  dayId: string;
  clientId: string;
  shownName: string;
  day: Temporal.PlainDate;
  expectedMinutes: number;
  serviceId: string;
};

/** A day that waits for confirmation, what the rule says of it, and what is offered. */
export type DayOffer = WaitingDay & {
  suggested: Suggested;
  /** Undefined when the coach must look and choose. */
  offered: DayClass | undefined;
  minutes: number;
  /** Ticked beforehand when many are confirmed at once. */
  clear: boolean;
};

/** So many wait on one page; the oldest come first, so the rest come when these are done. */
export const waitingAtOnce = 60;

/** The days until today that nobody has confirmed: within the actor's reach. */
export async function waitingDays(tx: Tx, actor: Actor): Promise<{ days: WaitingDay[]; count: number }> {
  const days = await waitingWhere(tx, await waitingFor(tx, actor));
  return { days, count: days.length < waitingAtOnce ? days.length : await waitingCount(tx, actor) };
}

/** How many days wait for the actor's confirmation. */
export async function waitingCount(tx: Tx, actor: Actor): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from days d where ${await waitingFor(tx, actor)}`,
  );
  return rows[0]?.count ?? 0;
}

async function waitingFor(tx: Tx, actor: Actor): Promise<SQL> {
  const today = (await officeToday(tx)).toString();
  const [reach, waiting] = await Promise.all([reachOf(tx, actor), waits(tx)]);
  return sql`d.office_id = ${tx.officeId} and d.day <= ${today}::date and ${waiting}
    and ${reach(sql`d.client_id`)}`;
}

/**
 * Holds for a day `d` that waits for confirmation: nobody has confirmed it and it is over. Today is over once its
 * agreed minutes have gone by since the office's usual beginning of a day.
 */
export async function waits(tx: Tx): Promise<SQL> {
  const here = nowIn((await thisOffice(tx)).timeZone);
  const today = here.toPlainDate();
  const usual = timeOfSetting((await settingInForce(tx, startsWithoutProgramme, today)).value);
  const gone = Math.floor(usual.until(here.toPlainTime()).total('minutes'));
  return sql`(d.class is null and (d.day < ${today.toString()}::date
    or (d.day = ${today.toString()}::date and d.expected_minutes <= ${gone})))`;
}

type WaitingRow = {
  id: string;
  client_id: string;
  shown_name: string;
  day: string;
  expected_minutes: number;
  service_id: string;
};

async function waitingWhere(tx: Tx, which: SQL): Promise<WaitingDay[]> {
  const { rows } = await tx.execute<WaitingRow>(sql`
    select d.id, d.client_id, d.day::text, d.expected_minutes, e.service_id,
      trim(coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1)) as shown_name
    from days d
      join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
      join persons p on p.office_id = d.office_id and p.id = d.client_id
    where ${which} order by d.day, shown_name, d.id limit ${waitingAtOnce}`);
  return rows.map((row) => ({
    dayId: row.id,
    clientId: row.client_id,
    shownName: row.shown_name,
    day: Temporal.PlainDate.from(row.day),
    expectedMinutes: row.expected_minutes,
    serviceId: row.service_id,
  }));
}

/** The same days by their ids, whoever they belong to and confirmed or not: the caller has checked the right. */
export async function daysToOffer(tx: Tx, dayIds: readonly string[]): Promise<WaitingDay[]> {
  return waitingWhere(
    tx,
    sql`d.office_id = ${tx.officeId}
      and d.id in (select jsonb_array_elements_text(${JSON.stringify(dayIds)}::jsonb)::uuid)`,
  );
}

/** What the rule says of these days, in order. Each client shown is noted in the access log. */
export async function offersFor(tx: Tx, actor: Actor, days: readonly WaitingDay[]): Promise<DayOffer[]> {
  const evidence = await evidenceOf(
    tx,
    days.map((day) => day.dayId),
  );
  const closed = await closedDays(tx, days);
  const rules = new Map<string, RuleInForce>();
  const offers: DayOffer[] = [];
  for (const day of days) {
    const facts = evidence.get(day.dayId);
    if (!facts) continue;
    const key = `${day.serviceId} ${day.day} ${day.expectedMinutes}`;
    const rule = rules.get(key) ?? (await ruleOn(tx, day.serviceId, day.day, day.expectedMinutes));
    rules.set(key, rule);
    const suggested = suggestionOf(facts, rule);
    const about = {
      told: facts.absence?.class,
      result: suggested.suggestion.result,
      closed: closed.has(day.day.toString()),
    };
    const { countedMinutes } = suggested.suggestion;
    offers.push({
      ...day,
      suggested,
      offered: offeredClass(about),
      minutes: offeredMinutes({ countedMinutes, expectedMinutes: day.expectedMinutes }),
      clear: isClear(about),
    });
  }
  noteReadings(tx, actor, days);
  return offers;
}

async function closedDays(tx: Tx, days: readonly WaitingDay[]): Promise<Set<string>> {
  const ordered = days.map(({ day }) => day).sort(Temporal.PlainDate.compare);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return new Set();
  return new Set((await closedDaysBetween(tx, first, last)).map(({ day }) => day.toString()));
}

function noteReadings(tx: Tx, actor: Actor, days: readonly WaitingDay[]): void {
  for (const personId of new Set(days.map((day) => day.clientId)))
    noteAccess(tx, { actor, personId, act: 'read', subject: 'day', purpose: 'coaching' });
}

export type HistoryEntry = {
  sequence: number;
  class: DayClass;
  minutes: number;
  swappedWith: Temporal.PlainDate | undefined;
  reason: string | undefined;
  suggested: DaySuggestion['result'];
  /** First or preferred name and the initial: a colleague. */
  confirmedBy: string;
  confirmedAt: Temporal.Instant;
  /** The first day of the payer's period in which this was told; undefined while it has not been. */
  toldIn: Temporal.PlainDate | undefined;
};

/** Every confirmation of a day, the latest first, with its reason in clear. The caller has checked the right. */
export async function historyOf(tx: Tx, day: { id: string; clientId: string }): Promise<HistoryEntry[]> {
  type Row = {
    id: string;
    sequence: number;
    class: DayClass;
    minutes: number;
    swapped_with: string | null;
    reason: Buffer | null;
    suggested: DaySuggestion['result'];
    confirmed_by: string;
    confirmed_at: string;
    told_in: string | null;
  };
  const { rows } = await tx.execute<Row>(sql`
    select c.id, c.sequence, c.class, c.minutes, c.swapped_with::text, c.reason, c.suggested, c.confirmed_at::text,
      trim(coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1)) as confirmed_by,
      (select max(t.starts_on)::text from payer_rows r
        join payer_periods t on t.office_id = r.office_id and t.id = r.period_id and t.reopened_at is null
        where r.office_id = c.office_id and r.day_id = c.day_id and r.confirmation_id = c.id) as told_in
    from confirmations c join persons p on p.office_id = c.office_id and p.id = c.confirmed_by
    where c.office_id = ${tx.officeId} and c.day_id = ${day.id} order by c.sequence desc limit 100`);
  const history: HistoryEntry[] = [];
  for (const row of rows) {
    const place = { personId: day.clientId, table: 'confirmations', column: 'reason', rowId: row.id };
    history.push({
      sequence: row.sequence,
      class: row.class,
      minutes: row.minutes,
      swappedWith: row.swapped_with === null ? undefined : Temporal.PlainDate.from(row.swapped_with),
      reason: row.reason ? await openText(tx, place, row.reason) : undefined,
      suggested: row.suggested,
      confirmedBy: row.confirmed_by,
      confirmedAt: Temporal.Instant.from(row.confirmed_at),
      toldIn: row.told_in === null ? undefined : Temporal.PlainDate.from(row.told_in),
    });
  }
  return history;
}
