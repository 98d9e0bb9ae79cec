// Who and what can be chosen in the forms of groups, and the rows of the lists.
import { and, eq, sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import { type Language, say } from '../../../platform/language.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { clientsManagedBy, clientsOf, personsWithRole } from '../../ground/people/door.ts';
import { managesUnit } from './access.ts';
import { daysAhead } from './programme/expansion.ts';
import { texts } from './programme/texts-programme.ts';
import {
  coachesOfGroup,
  type GroupSession,
  groupsCoachedBy,
  groupsOfOffice,
  onDay,
  sessionsBetween,
} from './queries.ts';
import { programmeEntries } from './tables.ts';

export type PersonOption = { id: string; name: string };
export type HostOption = PersonOption;

/** Groups that the actor leads today: those they coach, and all of the units they manage. */
export async function groupsLedBy(tx: Tx, actor: Actor) {
  const today = todayIn();
  const coached = hasRole(actor, 'coach') ? await groupsCoachedBy(tx, actor.personId, today) : [];
  if (!hasRole(actor, 'manager')) return coached;
  const managed = (await groupsOfOffice(tx, today)).filter((group) => managesUnit(actor, group.unitId));
  const others = coached.filter((group) => !managed.some((one) => one.id === group.id));
  return [...managed, ...others].sort((a, b) => a.name.localeCompare(b.name, 'fi'));
}

export type GroupCounts = { members: number; waiting: number; seats: number | null };

/** Members, waiting and seats of each of these groups today. */
export async function countsOf(tx: Tx, groupIds: readonly string[]): Promise<Map<string, GroupCounts>> {
  const { rows } = await tx.execute<{
    id: string;
    members: string;
    waiting: string;
    seats: number | null;
  }>(sql`
    select g.id, g.seats,
      (select count(*) from group_memberships m where m.office_id = g.office_id and m.group_id = g.id
        and ${onDay(sql`m.joins_on`, sql`m.leaves_on`, todayIn())}) as members,
      (select count(*) from waiting_list w where w.office_id = g.office_id and w.group_id = g.id
        and w.closed_at is null) as waiting
    from groups g where g.office_id = ${tx.officeId}
      and g.id in (select jsonb_array_elements_text(${JSON.stringify(groupIds)}::jsonb)::uuid)`);
  return new Map(
    rows.map((row) => [
      row.id,
      { members: Number(row.members), waiting: Number(row.waiting), seats: row.seats },
    ]),
  );
}

/** Clients whom the actor may put into a group: a coach their own, a manager those of their units. */
export async function clientsToChoose(tx: Tx, actor: Actor): Promise<PersonOption[]> {
  const today = todayIn();
  const clients = await personsWithRole(tx, 'client', today);
  const own = new Set(await clientsOf(tx, actor.personId, today));
  if (hasRole(actor, 'manager')) for (const id of await clientsManagedBy(tx, actor)) own.add(id);
  return clients.filter((client) => own.has(client.id));
}

/** Coaches of the office who do not coach this group yet. */
export async function coachesToChoose(tx: Tx, groupId: string): Promise<PersonOption[]> {
  const today = todayIn();
  const already = new Set((await coachesOfGroup(tx, groupId, today)).map((coach) => coach.coachId));
  return (await personsWithRole(tx, 'coach', today)).filter((coach) => !already.has(coach.id));
}

/** Who can lead a session: coaches and providers of the office. */
export async function hostsToChoose(tx: Tx, language: Language): Promise<HostOption[]> {
  const today = todayIn();
  const coaches = await personsWithRole(tx, 'coach', today);
  const providers = await personsWithRole(tx, 'provider', today);
  const others = providers
    .filter((provider) => !coaches.some((coach) => coach.id === provider.id))
    .map(({ id, name }) => ({ id, name: say(language, texts.hostProvider, { name }) }));
  return [...coaches.map(({ id, name }) => ({ id, name })), ...others];
}

export type WaitingRow = {
  id: string;
  clientId: string;
  name: string;
  askedOn: Temporal.PlainDate;
  offerUntil: Temporal.PlainDate | null;
};

/** The line of a group in its order. */
export async function lineOf(tx: Tx, groupId: string, zone: string): Promise<WaitingRow[]> {
  const { rows } = await tx.execute<{
    id: string;
    client_id: string;
    name: string;
    asked_at: string;
    offer_until: string | null;
  }>(sql`
    select w.id, w.client_id, coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1) as name,
      w.asked_at::text, w.offer_until::text
    from waiting_list w join persons p on p.office_id = w.office_id and p.id = w.client_id
    where w.office_id = ${tx.officeId} and w.group_id = ${groupId} and w.closed_at is null
    order by w.asked_at, w.id limit 200`);
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    name: row.name.trim(),
    askedOn: Temporal.Instant.from(row.asked_at).toZonedDateTimeISO(zone).toPlainDate(),
    offerUntil: row.offer_until === null ? null : Temporal.PlainDate.from(row.offer_until),
  }));
}

export type MemberRow = {
  membershipId: string;
  clientId: string;
  /** As staff know them: the preferred name and the first letter of the family name. */
  name: string;
  nickname: string | null;
  joinsOn: Temporal.PlainDate;
  leavesOn: Temporal.PlainDate | null;
  accepted: boolean;
};

/** Members of a group from today on, those to come included, for those who lead it. */
export async function memberRowsOf(tx: Tx, groupId: string): Promise<MemberRow[]> {
  const { rows } = await tx.execute<{
    id: string;
    client_id: string;
    name: string;
    nickname: string | null;
    joins: string;
    leaves: string | null;
    accepted: boolean;
  }>(sql`
    select m.id, m.client_id, coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1) as name,
      m.nickname, m.joins_on::text as joins, m.leaves_on::text as leaves,
      not exists (select 1 from group_rules r where r.office_id = m.office_id and r.group_id = m.group_id
        and not exists (select 1 from group_rule_acceptances a where a.office_id = r.office_id
          and a.group_id = r.group_id and a.client_id = m.client_id and a.version >= r.version)) as accepted
    from group_memberships m join persons p on p.office_id = m.office_id and p.id = m.client_id
    where m.office_id = ${tx.officeId} and m.group_id = ${groupId}
      and (m.leaves_on is null or m.leaves_on >= ${todayIn().toString()}::date)
    order by name, m.joins_on limit 300`);
  return rows.map((row) => ({
    membershipId: row.id,
    clientId: row.client_id,
    name: row.name.trim(),
    nickname: row.nickname,
    joinsOn: Temporal.PlainDate.from(row.joins),
    leavesOn: row.leaves === null ? null : Temporal.PlainDate.from(row.leaves),
    accepted: row.accepted,
  }));
}

/** Pairs of members who must never meet: blocked after both had come in. Only for those who may know. */
export async function pairsInGroup(tx: Tx, members: readonly MemberRow[]): Promise<[MemberRow, MemberRow][]> {
  const ids = JSON.stringify(members.map((member) => member.clientId));
  const { rows } = await tx.execute<{ first_id: string; second_id: string }>(sql`
    select first_id, second_id from blocked_pairs where office_id = ${tx.officeId}
      and first_id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)
      and second_id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid) limit 20`);
  return rows.flatMap((row): [MemberRow, MemberRow][] => {
    const one = members.find((member) => member.clientId === row.first_id);
    const other = members.find((member) => member.clientId === row.second_id);
    return one && other ? [[one, other]] : [];
  });
}

/** The entries of a group's week that are in force or still to come, in order. */
export async function entriesOf(tx: Tx, groupId: string) {
  return tx
    .select()
    .from(programmeEntries)
    .where(
      and(
        eq(programmeEntries.officeId, tx.officeId),
        eq(programmeEntries.groupId, groupId),
        sql`(${programmeEntries.validUntil} is null or ${programmeEntries.validUntil} >= ${todayIn().toString()}::date)`,
      ),
    )
    .orderBy(programmeEntries.weekday, programmeEntries.starts)
    .limit(200);
}

/** Sessions that a person hosts from today on. */
export async function hostedBy(tx: Tx, personId: string): Promise<GroupSession[]> {
  const today = todayIn();
  const sessions = await sessionsBetween(tx, { personId }, today, today.add({ days: daysAhead }));
  return sessions.filter((session) => session.hostId === personId);
}

/** Seats offered to a client that wait for an answer. */
export async function offersTo(
  tx: Tx,
  clientId: string,
): Promise<{ id: string; until: Temporal.PlainDate }[]> {
  const { rows } = await tx.execute<{ id: string; until: string }>(sql`
    select id, offer_until::text as until from waiting_list
    where office_id = ${tx.officeId} and client_id = ${clientId} and closed_at is null
      and offer_until >= ${todayIn().toString()}::date order by offer_until limit 10`);
  return rows.map((row) => ({ id: row.id, until: Temporal.PlainDate.from(row.until) }));
}
