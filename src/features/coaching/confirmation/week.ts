// A week as those who lead the service see it: its days, silences, ways of taking part and calls for help. The caller
// notes in the access log whom it shows.
import { sql } from 'drizzle-orm';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { evidenceOf, type HelpKind, type HelpOutcome, minutesOfWays, type Way } from '../days/door.ts';
import { type DayClass, reachOf } from '../enrolments/door.ts';
import { waits } from './queries.ts';

export type WeekDay = {
  dayId: string;
  clientId: string;
  name: string;
  day: Temporal.PlainDate;
  class: DayClass | null;
  /** The day is over and nobody has confirmed it. */
  waits: boolean;
  silentSince: Temporal.Instant | null;
  silenceEndedAt: Temporal.Instant | null;
  /** The client's own coach of today; undefined when there is none. */
  coach: { id: string; name: string } | undefined;
};

type WeekRow = {
  id: string;
  client_id: string;
  name: string;
  day: string;
  class: DayClass | null;
  waits: boolean;
  silent_since: string | null;
  silence_ended_at: string | null;
  coach_id: string | null;
  coach_name: string | null;
};

/** The days within the actor's reach between two days, both included, by day and name. */
export async function daysDuring(
  tx: Tx,
  actor: Actor,
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate; today: Temporal.PlainDate },
): Promise<WeekDay[]> {
  const today = span.today.toString();
  const reach = await reachOf(tx, actor);
  const { rows } = await tx.execute<WeekRow>(sql`
    select d.id, d.client_id, d.day::text, d.class, ${await waits(tx)} as waits, d.silent_since::text, d.silence_ended_at::text,
      trim(coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1)) as name,
      r.coach_id, r.coach_name
    from days d
      join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
      join persons p on p.office_id = d.office_id and p.id = d.client_id
      left join lateral (
        select k.coach_id, trim(coalesce(c.preferred_name, c.given_name) || ' ' || left(c.family_name, 1)) as coach_name
        from relations k join persons c on c.office_id = k.office_id and c.id = k.coach_id
        where k.office_id = d.office_id and k.client_id = d.client_id and k.kind = 'own-coach'
          and k.starts_on <= ${today}::date and (k.ends_on is null or k.ends_on >= ${today}::date)
        order by k.starts_on limit 1) r on true
    where d.office_id = ${tx.officeId}
      and d.day between ${span.from.toString()}::date and ${span.to.toString()}::date and ${reach(sql`d.client_id`)}
    order by d.day, name, d.id limit 20000`);
  return rows.map((row) => ({
    dayId: row.id,
    clientId: row.client_id,
    name: row.name,
    day: Temporal.PlainDate.from(row.day),
    class: row.class,
    waits: row.waits,
    silentSince: row.silent_since === null ? null : Temporal.Instant.from(row.silent_since),
    silenceEndedAt: row.silence_ended_at === null ? null : Temporal.Instant.from(row.silence_ended_at),
    coach: row.coach_id === null ? undefined : { id: row.coach_id, name: row.coach_name ?? '' },
  }));
}

/** Minutes of each day by way of taking part, by the day's id. Days without any are left out. */
export async function waysDuring(
  tx: Tx,
  dayIds: readonly string[],
): Promise<Map<string, ReadonlyMap<Way, number>>> {
  const ways = new Map<string, ReadonlyMap<Way, number>>();
  for (const [dayId, facts] of await evidenceOf(tx, dayIds)) {
    const some = Object.entries(minutesOfWays(facts.live)).filter(([, minutes]) => minutes > 0);
    if (some.length > 0) ways.set(dayId, new Map(some as [Way, number][]));
  }
  return ways;
}

export type HelpDuring = {
  helpId: string;
  clientId: string;
  name: string;
  dayId: string | null;
  kind: HelpKind;
  askedAt: Temporal.Instant;
  handledAt: Temporal.Instant | null;
  outcome: HelpOutcome | null;
};

/** Calls for help of clients within the actor's reach, made between two days, both included, without their words. */
export async function helpDuring(
  tx: Tx,
  actor: Actor,
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<HelpDuring[]> {
  const { timeZone } = await thisOffice(tx);
  const reach = await reachOf(tx, actor);
  const from = span.from.toZonedDateTime(timeZone).toInstant().toString();
  const to = span.to.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString();
  type Row = {
    id: string;
    client_id: string;
    name: string;
    day_id: string | null;
    kind: HelpKind;
    asked_at: string;
    handled_at: string | null;
    outcome: HelpOutcome | null;
  };
  const { rows } = await tx.execute<Row>(sql`
    select h.id, h.client_id, h.day_id, h.kind, h.asked_at::text, h.handled_at::text, h.outcome,
      trim(coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1)) as name
    from help_requests h join persons p on p.office_id = h.office_id and p.id = h.client_id
    where h.office_id = ${tx.officeId} and h.asked_at >= ${from}::timestamptz and h.asked_at < ${to}::timestamptz
      and ${reach(sql`h.client_id`)}
    order by h.asked_at limit 2000`);
  return rows.map((row) => ({
    helpId: row.id,
    clientId: row.client_id,
    name: row.name,
    dayId: row.day_id,
    kind: row.kind,
    askedAt: Temporal.Instant.from(row.asked_at),
    handledAt: row.handled_at === null ? null : Temporal.Instant.from(row.handled_at),
    outcome: row.outcome,
  }));
}
