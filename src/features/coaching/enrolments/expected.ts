// Who is expected on a day: enrolments in force, their weekdays, closed days, and the day rows made from them.
import { type SQL, sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { closedDaysBetween } from '../../ground/offices/door.ts';
import type { DayClass } from './day-classes.ts';
import type { Reach } from './reach.ts';
import type { Benefit, Payer } from './tables.ts';

export type Day = {
  id: string;
  clientId: string;
  enrolmentId: string;
  day: Temporal.PlainDate;
  /** Agreed minutes of the day. */
  expectedMinutes: number;
  /** The class confirmed last; null until a coach has confirmed. */
  class: DayClass | null;
  confirmedAt: Temporal.Instant | null;
  /** Since when nothing was heard, when the substitute was told, and when something was heard again. */
  silentSince: Temporal.Instant | null;
  silenceToldOnAt: Temporal.Instant | null;
  silenceEndedAt: Temporal.Instant | null;
};

export type Enrolment = {
  id: string;
  clientId: string;
  serviceId: string;
  groupId: string | null;
  startsOn: Temporal.PlainDate;
  /** The last day: the agreed one, or the earlier one on which it ended after all. */
  lastOn: Temporal.PlainDate;
  weekdays: readonly number[];
  dayMinutes: number;
  payer: Payer;
  benefit: Benefit;
  endedEarly: boolean;
};

/** One client expected on a day. `day` is undefined until its row has been made, which the timed job does ahead. */
export type Expected = {
  clientId: string;
  /** First or preferred name and the initial of the family name: for staff. */
  shownName: string;
  enrolment: Enrolment;
  day: Day | undefined;
};

/** Whose clients: a coach's own today, a group's members on the day, those within somebody's reach, or everybody's. */
export type Whose = { coachId: string } | { groupId: string } | { within: Reach } | { office: true };

/** The row of a client's day; undefined when there is none. */
export async function dayOf(tx: Tx, clientId: string, day: Temporal.PlainDate): Promise<Day | undefined> {
  return (await daysWhere(tx, sql`d.client_id = ${clientId} and d.day = ${day.toString()}::date`))[0];
}

/** A day by its id; undefined when there is none. Who may see it is the caller's matter. */
export async function dayById(tx: Tx, dayId: string): Promise<Day | undefined> {
  return (await daysWhere(tx, sql`d.id = ${dayId}`))[0];
}

/** Days by their ids, in order of day. */
export async function daysByIds(tx: Tx, dayIds: readonly string[]): Promise<Day[]> {
  if (dayIds.length === 0) return [];
  return daysWhere(
    tx,
    sql`d.id in (select jsonb_array_elements_text(${JSON.stringify(dayIds)}::jsonb)::uuid)`,
  );
}

/** A client's days between two days, both included, in order. */
export async function daysBetween(
  tx: Tx,
  clientId: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Day[]> {
  const span = sql`d.day between ${from.toString()}::date and ${to.toString()}::date`;
  return daysWhere(tx, sql`d.client_id = ${clientId} and ${span}`);
}

/** The enrolment in force on `day`, whatever its weekdays are; undefined when the client is in no service then. */
export async function enrolmentOn(
  tx: Tx,
  clientId: string,
  day: Temporal.PlainDate,
): Promise<Enrolment | undefined> {
  return (await enrolmentsWhere(tx, sql`e.client_id = ${clientId} and ${inForce(day)}`))[0];
}

/** All enrolments of a client, the latest first. */
export async function enrolmentsOf(tx: Tx, clientId: string): Promise<Enrolment[]> {
  return enrolmentsWhere(tx, sql`e.client_id = ${clientId}`);
}

export async function enrolmentById(tx: Tx, enrolmentId: string): Promise<Enrolment | undefined> {
  return (await enrolmentsWhere(tx, sql`e.id = ${enrolmentId}`))[0];
}

/**
 * The row of a client's day, made from the enrolment in force when there is none yet. Undefined when nobody expects
 * the client then: no enrolment, another weekday, or a closed day. `extra` makes a day of another weekday too, for a
 * day that was swapped.
 */
export async function ensureDay(
  tx: Tx,
  clientId: string,
  day: Temporal.PlainDate,
  options: { extra?: boolean } = {},
): Promise<Day | undefined> {
  const found = await dayOf(tx, clientId, day);
  if (found) return found;
  const enrolment = await enrolmentOn(tx, clientId, day);
  if (!enrolment || (!options.extra && !enrolment.weekdays.includes(day.dayOfWeek))) return undefined;
  if ((await closedDaysBetween(tx, day, day)).length > 0) return undefined;
  await tx.execute(sql`insert into days (office_id, client_id, enrolment_id, day, expected_minutes)
    values (${tx.officeId}, ${clientId}, ${enrolment.id}, ${day.toString()}::date, ${enrolment.dayMinutes})
    on conflict (office_id, client_id, day) do nothing`);
  return dayOf(tx, clientId, day);
}

/**
 * The clients expected on a day, by name: those whose enrolment has its weekday, and those with an extra day. Nobody
 * on a day when the office is closed.
 */
export async function expectedOn(tx: Tx, whose: Whose, day: Temporal.PlainDate): Promise<Expected[]> {
  const expected = tx.execute<EnrolmentRow & DayRowOrNone & { shown_name: string }>(sql`
    select ${enrolmentColumns}, ${dayColumns},
      trim(coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1)) as shown_name
    from enrolments e
    join persons p on p.office_id = e.office_id and p.id = e.client_id
    left join days d on d.office_id = e.office_id and d.client_id = e.client_id and d.day = ${day.toString()}::date
    where e.office_id = ${tx.officeId} and ${inForce(day)} and ${belongsTo(whose, day)}
      and (d.id is not null or ${day.dayOfWeek} = any(e.weekdays)) and p.deactivated_at is null
    order by shown_name, e.client_id limit 2000`);
  const [closed, { rows }] = await Promise.all([closedDaysBetween(tx, day, day), expected]);
  if (closed.length > 0) return [];
  return rows.map((row) => ({
    clientId: row.client_id,
    shownName: row.shown_name,
    enrolment: enrolmentFrom(row),
    day: row.day_id === null ? undefined : dayFrom(row as DayRow),
  }));
}

function belongsTo(whose: Whose, day: Temporal.PlainDate): SQL {
  const on = day.toString();
  if ('coachId' in whose) {
    // The right to see a client's days, old ones too, stands and falls with today's relation.
    const today = todayIn().toString();
    return sql`exists (select 1 from relations r where r.office_id = e.office_id and r.client_id = e.client_id
      and r.coach_id = ${whose.coachId} and r.starts_on <= ${today}::date
      and (r.ends_on is null or r.ends_on >= ${today}::date))`;
  }
  if ('groupId' in whose) {
    return sql`exists (select 1 from group_memberships m where m.office_id = e.office_id and m.client_id = e.client_id
      and m.group_id = ${whose.groupId} and m.joins_on <= ${on}::date
      and (m.leaves_on is null or m.leaves_on >= ${on}::date))`;
  }
  if ('within' in whose) return whose.within(sql`e.client_id`);
  return sql`true`;
}

function inForce(day: Temporal.PlainDate): SQL {
  return sql`e.starts_on <= ${day.toString()}::date and coalesce(e.ended_early_on, e.ends_on) >= ${day.toString()}::date`;
}

type DayRow = {
  day_id: string;
  client_id: string;
  day_enrolment_id: string;
  day: string;
  expected_minutes: number;
  class: DayClass | null;
  confirmed_at: string | null;
  silent_since: string | null;
  silence_told_on_at: string | null;
  silence_ended_at: string | null;
};
type DayRowOrNone = { [K in keyof DayRow]: DayRow[K] | null } & { client_id: string };

const dayColumns = sql`d.id as day_id, d.enrolment_id as day_enrolment_id, d.day::text as day, d.expected_minutes,
  d.class, d.confirmed_at::text, d.silent_since::text, d.silence_told_on_at::text, d.silence_ended_at::text`;

async function daysWhere(tx: Tx, condition: SQL): Promise<Day[]> {
  const { rows } = await tx.execute<DayRow>(sql`select ${dayColumns}, d.client_id from days d
    where d.office_id = ${tx.officeId} and ${condition} order by d.day, d.client_id limit 5000`);
  return rows.map(dayFrom);
}

function dayFrom(row: DayRow): Day {
  return {
    id: row.day_id,
    clientId: row.client_id,
    enrolmentId: row.day_enrolment_id,
    day: Temporal.PlainDate.from(row.day),
    expectedMinutes: row.expected_minutes,
    class: row.class,
    confirmedAt: instantFrom(row.confirmed_at),
    silentSince: instantFrom(row.silent_since),
    silenceToldOnAt: instantFrom(row.silence_told_on_at),
    silenceEndedAt: instantFrom(row.silence_ended_at),
  };
}

const instantFrom = (value: string | null) => (value === null ? null : Temporal.Instant.from(value));

type EnrolmentRow = {
  enrolment_id: string;
  client_id: string;
  service_id: string;
  group_id: string | null;
  starts_on: string;
  last_on: string;
  weekdays: number[];
  day_minutes: number;
  payer: Payer;
  benefit: Benefit;
  ended_early: boolean;
};

const enrolmentColumns = sql`e.id as enrolment_id, e.client_id, e.service_id, e.group_id, e.starts_on::text,
  coalesce(e.ended_early_on, e.ends_on)::text as last_on, e.weekdays, e.day_minutes, e.payer, e.benefit,
  e.ended_early_on is not null as ended_early`;

async function enrolmentsWhere(tx: Tx, condition: SQL): Promise<Enrolment[]> {
  const { rows } = await tx.execute<EnrolmentRow>(sql`select ${enrolmentColumns} from enrolments e
    where e.office_id = ${tx.officeId} and ${condition} order by e.starts_on desc, e.id limit 200`);
  return rows.map(enrolmentFrom);
}

function enrolmentFrom(row: EnrolmentRow): Enrolment {
  return {
    id: row.enrolment_id,
    clientId: row.client_id,
    serviceId: row.service_id,
    groupId: row.group_id,
    startsOn: Temporal.PlainDate.from(row.starts_on),
    lastOn: Temporal.PlainDate.from(row.last_on),
    weekdays: [...row.weekdays].sort(),
    dayMinutes: row.day_minutes,
    payer: row.payer,
    benefit: row.benefit,
    endedEarly: row.ended_early,
  };
}
