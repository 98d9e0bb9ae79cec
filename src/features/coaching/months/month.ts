// A client's month: each day with its arc, its class and what it brings, and the sums of the ways of taking part.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { sessionsBetween } from '../../contact/groups/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { boundsOn } from '../../offer/services/door.ts';
import {
  arcOf,
  type DayArc,
  type DayFacts,
  type DaySuggestion,
  evidenceOf,
  minutesOfWays,
  ruleOn,
  suggestionOf,
  type Way,
} from '../days/door.ts';
import {
  type Day,
  type DayClass,
  daysBetween,
  type Enrolment,
  enrolmentsOf,
  moneyOf,
} from '../enrolments/door.ts';

export type MonthDay = {
  day: Day;
  arc: DayArc;
  class: DayClass | null;
  /** What the rule says while nobody has confirmed; undefined for a day that has not come. */
  suggested: DaySuggestion['result'] | undefined;
  absenceTold: boolean;
  /** Minutes the payer is told of a confirmed day; else the minutes counted so far. */
  minutes: number;
  /** Cents that the confirmed day brings; undefined when it brings none or the amount is not known. */
  allowanceCents: number | undefined;
};

type MonthSums = {
  attended: number;
  open: number;
  absent: number;
  allowanceCents: number;
  /** Whole minutes of taking part by each way, and of own work. */
  ways: Readonly<Record<Way | 'own-work', number>>;
};

export type Month = { month: Temporal.PlainYearMonth; days: MonthDay[]; sums: MonthSums };

/** A client's month. The caller has checked that it may be read, and logged it. */
export async function monthOf(tx: Tx, clientId: string, month: Temporal.PlainYearMonth): Promise<Month> {
  const { timeZone: zone } = await thisOffice(tx);
  const first = month.toPlainDate({ day: 1 });
  const last = month.toPlainDate({ day: month.daysInMonth });
  const rows = await daysBetween(tx, clientId, first, last);
  const facts = await evidenceOf(
    tx,
    rows.map((day) => day.id),
  );
  const sessions = await sessionsBetween(tx, { personId: clientId }, first, last);
  const enrolments = new Map((await enrolmentsOf(tx, clientId)).map((one) => [one.id, one]));
  const told = await minutesTold(
    tx,
    rows.map((day) => day.id),
  );
  const at = now();
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const days: MonthDay[] = [];
  for (const day of rows) {
    const known = facts.get(day.id);
    const enrolment = enrolments.get(day.enrolmentId);
    if (!known || !enrolment) continue;
    const suggestion = await suggestionFor(tx, known, enrolment);
    days.push({
      day,
      arc: arcOf({
        sessions: sessions.filter((session) => session.day.equals(day.day)),
        facts: known,
        day: day.day,
        at,
        zone,
      }),
      class: day.class,
      suggested:
        day.class === null && Temporal.PlainDate.compare(day.day, today) <= 0 ? suggestion.result : undefined,
      absenceTold: known.absence !== undefined,
      minutes: told.get(day.id) ?? suggestion.countedMinutes,
      allowanceCents: await allowanceOf(tx, day, enrolment),
    });
  }
  return { month, days, sums: sumsOf(days, [...facts.values()]) };
}

async function suggestionFor(tx: Tx, facts: DayFacts, enrolment: Enrolment): Promise<DaySuggestion> {
  const { day, expectedMinutes } = facts.day;
  return suggestionOf(facts, await ruleOn(tx, enrolment.serviceId, day, expectedMinutes)).suggestion;
}

async function allowanceOf(tx: Tx, day: Day, enrolment: Enrolment): Promise<number | undefined> {
  if (day.class === null || enrolment.benefit === 'none' || !moneyOf(day.class).allowance) return undefined;
  return (await boundsOn(tx, enrolment.serviceId, day.day))?.bounds.allowanceCents;
}

/** The minutes of the latest confirmation of each confirmed day. */
async function minutesTold(tx: Tx, dayIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await tx.execute<{ day_id: string; minutes: number }>(sql`
    select distinct on (day_id) day_id, minutes from confirmations
    where office_id = ${tx.officeId}
      and day_id in (select jsonb_array_elements_text(${JSON.stringify(dayIds)}::jsonb)::uuid)
    order by day_id, sequence desc limit 100`);
  return new Map(rows.map((row) => [row.day_id, row.minutes]));
}

function sumsOf(days: readonly MonthDay[], facts: readonly DayFacts[]): MonthSums {
  const ways = { video: 0, voice: 0, text: 0, phone: 0, 'on-site': 0, 'own-work': 0 };
  for (const one of facts) {
    const live = minutesOfWays(one.live);
    for (const way of Object.keys(live) as Way[]) ways[way] += live[way];
    for (const work of one.ownWorks) ways['own-work'] += work.minutes;
  }
  for (const way of Object.keys(ways) as (keyof typeof ways)[]) ways[way] = Math.floor(ways[way] + 1e-9);
  const attended = days.filter((one) => one.class === 'attended').length;
  return {
    attended,
    open: days.filter((one) => one.class === null && one.suggested !== undefined).length,
    absent: days.filter(
      (one) => one.class !== null && !['attended', 'swapped', 'not-arranged'].includes(one.class),
    ).length,
    allowanceCents: days.reduce((sum, one) => sum + (one.allowanceCents ?? 0), 0),
    ways,
  };
}

/** The month of `?month=2026-11`; today's when there is none, or it is not a month. */
export function monthFrom(value: string | undefined, today: Temporal.PlainDate): Temporal.PlainYearMonth {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(value ?? '')) return today.toPlainYearMonth();
  return Temporal.PlainYearMonth.from(value ?? '');
}
