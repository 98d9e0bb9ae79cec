// Who belongs to a group on a day, and what a day holds. The door gives most of these to later features.
import { type SQL, sql } from 'drizzle-orm';
import type { Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { SessionKind, Way } from './programme/rules.ts';

export type GroupBrief = {
  id: string;
  name: string;
  unitId: string | null;
  channelId: string | null;
};

export type GroupSession = {
  id: string;
  groupId: string;
  groupName: string;
  entryId: string;
  /** The day in the office's zone. */
  day: Temporal.PlainDate;
  kind: SessionKind;
  title: Text;
  description: Text | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  ways: readonly Way[];
  place: string | null;
  hostId: string | null;
  /** The first or preferred name of who leads it; never a family name. */
  hostName: string | null;
  /** The call room, once it has been opened. */
  roomId: string | null;
  cancelled: boolean;
  /** Goes otherwise than the weekly programme says. */
  changed: boolean;
  /** Why it is cancelled or changed, as told to members. */
  reason: string | null;
};

type GroupRow = { id: string; name: string; unit_id: string | null; channel_id: string | null };

const brief = (row: GroupRow): GroupBrief => ({
  id: row.id,
  name: row.name,
  unitId: row.unit_id,
  channelId: row.channel_id,
});

/** The groups in which a client is on `day`, by name. */
export async function groupsOf(tx: Tx, clientId: string, day: Temporal.PlainDate): Promise<GroupBrief[]> {
  const { rows } = await tx.execute<GroupRow>(sql`
    select g.id, g.name, g.unit_id, g.channel_id
    from group_memberships m join groups g on g.office_id = m.office_id and g.id = m.group_id
    where m.office_id = ${tx.officeId} and m.client_id = ${clientId} and ${onDay(sql`m.joins_on`, sql`m.leaves_on`, day)}
      and (g.ended_on is null or g.ended_on >= ${day.toString()}::date)
    order by g.name, g.id limit 20`);
  return rows.map(brief);
}

/** Ids of the groups in which each of these clients is on `day`; a client without a group is not in the map. */
export async function groupsOfClients(
  tx: Tx,
  clientIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<Map<string, string[]>> {
  const { rows } = await tx.execute<{ client_id: string; group_ids: string[] }>(sql`
    select m.client_id, array_agg(m.group_id::text order by m.joins_on, m.group_id) as group_ids
    from group_memberships m join groups g on g.office_id = m.office_id and g.id = m.group_id
    where m.office_id = ${tx.officeId} and ${onDay(sql`m.joins_on`, sql`m.leaves_on`, day)}
      and m.client_id in (select jsonb_array_elements_text(${JSON.stringify(clientIds)}::jsonb)::uuid)
      and (g.ended_on is null or g.ended_on >= ${day.toString()}::date)
    group by m.client_id limit 5000`);
  return new Map(rows.map((row) => [row.client_id, row.group_ids]));
}

/** The groups of a coach on `day`, by name. */
export async function groupsCoachedBy(
  tx: Tx,
  coachId: string,
  day: Temporal.PlainDate,
): Promise<GroupBrief[]> {
  const { rows } = await tx.execute<GroupRow>(sql`
    select g.id, g.name, g.unit_id, g.channel_id
    from group_coaches c join groups g on g.office_id = c.office_id and g.id = c.group_id
    where c.office_id = ${tx.officeId} and c.coach_id = ${coachId} and ${onDay(sql`c.starts_on`, sql`c.ends_on`, day)}
      and (g.ended_on is null or g.ended_on >= ${day.toString()}::date)
    order by g.name, g.id limit 100`);
  return rows.map(brief);
}

/** Every group in use on `day`, by name: for those who lead the whole office. */
export async function groupsOfOffice(tx: Tx, day: Temporal.PlainDate): Promise<GroupBrief[]> {
  const { rows } = await tx.execute<GroupRow>(sql`
    select id, name, unit_id, channel_id from groups
    where office_id = ${tx.officeId} and (ended_on is null or ended_on >= ${day.toString()}::date)
    order by name, id limit 500`);
  return rows.map(brief);
}

/** The members of a group on `day`, by the name each is shown by in it. */
export async function membersOf(tx: Tx, groupId: string, day: Temporal.PlainDate) {
  const { rows } = await tx.execute<{
    client_id: string;
    shown: string;
    joins: string;
    leaves: string | null;
  }>(
    sql`select m.client_id, coalesce(m.nickname, p.preferred_name, p.given_name) as shown,
        m.joins_on::text as joins, m.leaves_on::text as leaves
      from group_memberships m join persons p on p.office_id = m.office_id and p.id = m.client_id
      where m.office_id = ${tx.officeId} and m.group_id = ${groupId}
        and ${onDay(sql`m.joins_on`, sql`m.leaves_on`, day)} and ${activeOn(day)}
      order by shown, m.client_id limit 300`,
  );
  return rows.map((row) => ({
    clientId: row.client_id,
    shownName: row.shown,
    joinsOn: Temporal.PlainDate.from(row.joins),
    leavesOn: row.leaves === null ? null : Temporal.PlainDate.from(row.leaves),
  }));
}

/** The coaches of a group on `day`, by first or preferred name. */
export async function coachesOfGroup(tx: Tx, groupId: string, day: Temporal.PlainDate) {
  const { rows } = await tx.execute<{ coach_id: string; shown: string }>(
    sql`select c.coach_id, coalesce(p.preferred_name, p.given_name) as shown
      from group_coaches c join persons p on p.office_id = c.office_id and p.id = c.coach_id
      where c.office_id = ${tx.officeId} and c.group_id = ${groupId}
        and ${onDay(sql`c.starts_on`, sql`c.ends_on`, day)} and ${activeOn(day)}
      order by shown, c.coach_id limit 50`,
  );
  return rows.map((row) => ({ coachId: row.coach_id, shownName: row.shown }));
}

/** Whose day: a group's, or a person's as member, coach or host. */
export type WhoseSessions = { groupId: string } | { personId: string };

/** The sessions of a day in order of time, cancelled ones too. A person sees those of groups they belong to then. */
export function sessionsOn(tx: Tx, whose: WhoseSessions, day: Temporal.PlainDate): Promise<GroupSession[]> {
  return sessionsBetween(tx, whose, day, day);
}

/** The same for a span of days, both included. Sessions exist 14 days ahead. */
export async function sessionsBetween(
  tx: Tx,
  whose: WhoseSessions,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<GroupSession[]> {
  const belongs = 'groupId' in whose ? sql`s.group_id = ${whose.groupId}` : belongsTo(whose.personId);
  return sessionsWhere(
    tx,
    sql`s.day between ${from.toString()}::date and ${to.toString()}::date and ${belongs}`,
  );
}

/** One session; undefined when there is none. Who may see it is the caller's matter. */
export async function sessionById(tx: Tx, sessionId: string): Promise<GroupSession | undefined> {
  return (await sessionsWhere(tx, sql`s.id = ${sessionId}`))[0];
}

/** The session whose call room this is; undefined when it is no session's. */
export async function sessionOfRoom(tx: Tx, roomId: string): Promise<GroupSession | undefined> {
  return (await sessionsWhere(tx, sql`s.room_id = ${roomId}`))[0];
}

/** Whether a person belongs to a session: a member or coach of the group on its day, or its host. */
export async function isPartOfSession(tx: Tx, sessionId: string, personId: string): Promise<boolean> {
  return (await sessionsWhere(tx, sql`s.id = ${sessionId} and ${belongsTo(personId)}`)).length > 0;
}

// Who was deactivated later still belonged to the group then.
const activeOn = (day: Temporal.PlainDate): SQL =>
  sql`(p.deactivated_at is null or p.deactivated_at >= ${day.add({ days: 1 }).toString()}::date)`;

/** The condition that a span of days, both included and the end open, holds `day`. */
export function onDay(from: SQL, to: SQL, day: Temporal.PlainDate): SQL {
  return sql`(${from} <= ${day.toString()}::date and (${to} is null or ${to} >= ${day.toString()}::date))`;
}

const belongsTo = (personId: string): SQL => sql`(s.host_id = ${personId}
  or exists (select 1 from group_memberships m where m.office_id = s.office_id and m.group_id = s.group_id
    and m.client_id = ${personId} and m.joins_on <= s.day and (m.leaves_on is null or m.leaves_on >= s.day))
  or exists (select 1 from group_coaches c where c.office_id = s.office_id and c.group_id = s.group_id
    and c.coach_id = ${personId} and c.starts_on <= s.day and (c.ends_on is null or c.ends_on >= s.day)))`;

type SessionRow = {
  id: string;
  group_id: string;
  group_name: string;
  entry_id: string;
  day: string;
  kind: SessionKind;
  title: Text;
  description: Text | null;
  starts: string;
  ends: string;
  ways: Way[];
  place: string | null;
  host_id: string | null;
  host_name: string | null;
  room_id: string | null;
  cancelled: boolean;
  changed: boolean;
  reason: string | null;
};

async function sessionsWhere(tx: Tx, condition: SQL): Promise<GroupSession[]> {
  const { rows } = await tx.execute<SessionRow>(sql`
    select s.id, s.group_id, g.name as group_name, s.entry_id, s.day::text, s.kind, s.title, s.description,
      s.starts_at::text as starts, s.ends_at::text as ends, s.ways, s.place, s.host_id,
      coalesce(h.preferred_name, h.given_name) as host_name, s.room_id, s.cancelled, s.changed, s.reason
    from group_sessions s
    join groups g on g.office_id = s.office_id and g.id = s.group_id
    left join persons h on h.office_id = s.office_id and h.id = s.host_id
    where s.office_id = ${tx.officeId} and ${condition}
    order by s.starts_at, s.ends_at, s.id limit 1000`);
  return rows.map((row) => ({
    id: row.id,
    groupId: row.group_id,
    groupName: row.group_name,
    entryId: row.entry_id,
    day: Temporal.PlainDate.from(row.day),
    kind: row.kind,
    title: row.title,
    description: row.description,
    startsAt: Temporal.Instant.from(row.starts),
    endsAt: Temporal.Instant.from(row.ends),
    ways: row.ways,
    place: row.place,
    hostId: row.host_id,
    hostName: row.host_name,
    roomId: row.room_id,
    cancelled: row.cancelled,
    changed: row.changed,
    reason: row.reason,
  }));
}
