// A group's month for staff: each member's days with their arcs and classes, and minutes by way of taking part.
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { sessionsBetween } from '../../contact/groups/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { arcOf, type DayArc, evidenceOf, minutesOfWays, type Way } from '../days/door.ts';
import { type DayClass, reachOf } from '../enrolments/door.ts';

export type GroupMonthDay = {
  dayId: string;
  day: Temporal.PlainDate;
  class: DayClass | null;
  /** The day has not come yet. */
  ahead: boolean;
  arc: DayArc;
};

export type GroupMonthRow = {
  clientId: string;
  name: string;
  days: GroupMonthDay[];
  /** Whole minutes by way of taking part, and of own work. */
  ways: Record<Way | 'own-work', number>;
};

export type GroupMonth = {
  month: Temporal.PlainYearMonth;
  rows: GroupMonthRow[];
  /** Members whose days the reader may not see: they have another coach. */
  others: number;
};

/** The month of a group that the actor leads. Each client shown is noted in the access log. */
export async function groupMonth(
  tx: Tx,
  actor: Actor,
  groupId: string,
  month: Temporal.PlainYearMonth,
): Promise<GroupMonth> {
  const { timeZone: zone } = await thisOffice(tx);
  const at = now();
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const span = { first: month.toPlainDate({ day: 1 }), last: month.toPlainDate({ day: month.daysInMonth }) };
  const members = await membersDuring(tx, actor, groupId, span);
  const shown = members.filter((member) => member.seen);
  const days = await daysDuring(tx, shown, span);
  const facts = await evidenceOf(
    tx,
    days.map((day) => day.id),
  );
  const sessions = await sessionsBetween(tx, { groupId }, span.first, span.last);
  for (const { id: personId } of shown)
    noteAccess(tx, { actor, personId, act: 'read', subject: 'day', purpose: 'coaching' });
  const rows = shown.map((member): GroupMonthRow => {
    const ofMember = days.filter((day) => day.clientId === member.id);
    const ways = { video: 0, voice: 0, text: 0, phone: 0, 'on-site': 0, 'own-work': 0 };
    for (const day of ofMember) {
      const live = minutesOfWays(facts.get(day.id)?.live ?? []);
      for (const way of Object.keys(live) as Way[]) ways[way] += live[way];
      for (const work of facts.get(day.id)?.ownWorks ?? []) ways['own-work'] += work.minutes;
    }
    for (const way of Object.keys(ways) as (keyof typeof ways)[]) ways[way] = Math.floor(ways[way] + 1e-9);
    return {
      clientId: member.id,
      name: member.name,
      ways,
      days: ofMember.map((day) => ({
        dayId: day.id,
        day: day.day,
        class: day.class,
        ahead: Temporal.PlainDate.compare(day.day, today) > 0,
        arc: arcOf({
          sessions: sessions.filter((session) => session.day.equals(day.day)),
          facts: facts.get(day.id),
          day: day.day,
          at,
          zone,
        }),
      })),
    };
  });
  return { month, rows, others: members.length - shown.length };
}

type Span = { first: Temporal.PlainDate; last: Temporal.PlainDate };

/** Everybody who was in the group on some day of the span, by name. */
async function membersDuring(tx: Tx, actor: Actor, groupId: string, { first, last }: Span) {
  const reach = await reachOf(tx, actor);
  const { rows } = await tx.execute<{ id: string; name: string; seen: boolean }>(sql`
    select distinct p.id, trim(coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1)) as name,
      ${reach(sql`p.id`)} as seen
    from group_memberships m join persons p on p.office_id = m.office_id and p.id = m.client_id
    where m.office_id = ${tx.officeId} and m.group_id = ${groupId} and m.joins_on <= ${last.toString()}::date
      and (m.leaves_on is null or m.leaves_on >= ${first.toString()}::date)
    order by name, p.id limit 300`);
  return rows;
}

async function daysDuring(tx: Tx, members: readonly { id: string }[], { first, last }: Span) {
  const ids = JSON.stringify(members.map((member) => member.id));
  const { rows } = await tx.execute<{
    id: string;
    client_id: string;
    day: string;
    class: DayClass | null;
  }>(sql`
    select id, client_id, day::text, class from days
    where office_id = ${tx.officeId} and day between ${first.toString()}::date and ${last.toString()}::date
      and client_id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)
    order by day limit 10000`);
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    day: Temporal.PlainDate.from(row.day),
    class: row.class,
  }));
}
