// The only ways to a group or a session for an actor. A coach has the groups they coach today, a manager those of
// their units; a member sees their own group from inside; a host sees only the sessions they lead.
import { and, eq, sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { blockedFrom, unitsHeldBy, withinUnits } from '../../ground/people/door.ts';
import { type GroupSession, isPartOfSession, membersOf, onDay, sessionById } from './queries.ts';
import { groupMemberships, groups, programmeEntries } from './tables.ts';

export type Group = typeof groups.$inferSelect;
export type Membership = typeof groupMemberships.$inferSelect;

/** A group for one who leads it: its coach of today, or a manager of its unit. Throws NotFound for others. */
export async function groupLedBy(tx: Tx, actor: Actor, groupId: string | undefined): Promise<Group> {
  const group = await groupById(tx, groupId);
  if (!group || !(await leads(tx, actor, group))) throw new NotFound('group');
  return group;
}

async function groupById(tx: Tx, groupId: string | undefined): Promise<Group | undefined> {
  if (!isId(groupId)) return undefined;
  const [group] = await tx
    .select()
    .from(groups)
    .where(and(eq(groups.officeId, tx.officeId), eq(groups.id, groupId)))
    .limit(1);
  return group;
}

async function leads(tx: Tx, actor: Actor, group: Group): Promise<boolean> {
  if (managesUnit(actor, group.unitId)) return true;
  if (!hasRole(actor, 'coach')) return false;
  const { rows } = await tx.execute(sql`select 1 from group_coaches c where c.office_id = ${tx.officeId}
    and c.group_id = ${group.id} and c.coach_id = ${actor.personId}
    and ${onDay(sql`c.starts_on`, sql`c.ends_on`, todayIn())} limit 1`);
  return rows.length > 0;
}

/** Whether the actor manages this unit, or the whole office. */
export const managesUnit = (actor: Actor, unitId: string | null): boolean =>
  withinUnits(unitsHeldBy(actor, 'manager'), unitId);

export type MemberView = { group: Group; membership: Membership; blocked: ReadonlySet<string> };

/** A group from inside, for a client who is in it today. Throws NotFound for others. */
export async function groupOfMember(tx: Tx, actor: Actor, groupId: string | undefined): Promise<MemberView> {
  const group = await groupById(tx, groupId);
  const membership = group && (await membershipToday(tx, group.id, actor.personId));
  const over = group?.endedOn && Temporal.PlainDate.compare(group.endedOn, todayIn()) < 0;
  if (!group || !membership || over) throw new NotFound('group');
  return { group, membership, blocked: await blockedFrom(tx, actor.personId) };
}

async function membershipToday(tx: Tx, groupId: string, clientId: string): Promise<Membership | undefined> {
  const [membership] = await tx
    .select()
    .from(groupMemberships)
    .where(
      and(
        eq(groupMemberships.officeId, tx.officeId),
        eq(groupMemberships.groupId, groupId),
        eq(groupMemberships.clientId, clientId),
        onDay(sql`${groupMemberships.joinsOn}`, sql`${groupMemberships.leavesOn}`, todayIn()),
      ),
    )
    .limit(1);
  return membership;
}

/** A membership of a group that the actor leads. */
export async function membershipLedBy(
  tx: Tx,
  actor: Actor,
  groupId: string | undefined,
  membershipId: string | undefined,
): Promise<{ group: Group; membership: Membership }> {
  const group = await groupLedBy(tx, actor, groupId);
  if (!isId(membershipId)) throw new NotFound('membership');
  const [membership] = await tx
    .select()
    .from(groupMemberships)
    .where(
      and(
        eq(groupMemberships.officeId, tx.officeId),
        eq(groupMemberships.groupId, group.id),
        eq(groupMemberships.id, membershipId),
      ),
    )
    .limit(1);
  if (!membership) throw new NotFound('membership');
  noteMembers(tx, actor, [membership.clientId], 'changed');
  return { group, membership };
}

/** A programme entry of a group that the actor leads. */
export async function entryLedBy(
  tx: Tx,
  actor: Actor,
  groupId: string | undefined,
  entryId: string | undefined,
) {
  const group = await groupLedBy(tx, actor, groupId);
  if (!isId(entryId)) throw new NotFound('entry');
  const [entry] = await tx
    .select()
    .from(programmeEntries)
    .where(
      and(
        eq(programmeEntries.officeId, tx.officeId),
        eq(programmeEntries.groupId, group.id),
        eq(programmeEntries.id, entryId),
      ),
    )
    .limit(1);
  if (!entry) throw new NotFound('entry');
  return { group, entry };
}

export type SessionView = {
  session: GroupSession;
  /** Leads the group; leads this session as its host; or takes part. */
  as: 'lead' | 'host' | 'member';
};

/** A session for those who belong to it. A provider sees only what they host, and only while they hold the role. */
export async function sessionSeenBy(
  tx: Tx,
  actor: Actor,
  sessionId: string | undefined,
): Promise<SessionView> {
  const session = isId(sessionId) ? await sessionById(tx, sessionId) : undefined;
  if (!session) throw new NotFound('session');
  const group = await groupById(tx, session.groupId);
  if (group && (await leads(tx, actor, group))) return { session, as: 'lead' };
  if (session.hostId === actor.personId && hasRole(actor, 'coach', 'provider'))
    return { session, as: 'host' };
  const ended = hasRole(actor, 'client')
    ? !(await membershipToday(tx, session.groupId, actor.personId))
    : true;
  if (ended || !(await isPartOfSession(tx, session.id, actor.personId))) throw new NotFound('session');
  return { session, as: 'member' };
}

/** A session of a group that the actor leads. */
export async function sessionLedBy(
  tx: Tx,
  actor: Actor,
  sessionId: string | undefined,
): Promise<GroupSession> {
  const { session, as } = await sessionSeenBy(tx, actor, sessionId);
  if (as !== 'lead') throw new NotFound('session');
  return session;
}

/** Members of a day by the names they chose, as staff see them; each look is noted. */
export async function membersSeenBy(tx: Tx, actor: Actor, groupId: string, day: Temporal.PlainDate) {
  const members = await membersOf(tx, groupId, day);
  noteMembers(
    tx,
    actor,
    members.map((member) => member.clientId),
  );
  return members;
}

/** Notes that staff saw or changed who belongs to a group. */
export function noteMembers(
  tx: Tx,
  actor: Actor,
  clientIds: readonly string[],
  act: 'read' | 'changed' = 'read',
): void {
  for (const personId of clientIds)
    noteAccess(tx, { actor, personId, act, subject: 'group-membership', purpose: 'coaching' });
}

/** Which of these persons may hear hints about a group: its members, coaches and hosts of today, and managers. */
export async function inGroup(tx: Tx, personIds: readonly string[], groupId: string): Promise<Set<string>> {
  const today = todayIn();
  const { rows } = await tx.execute<{ id: string }>(sql`
    select p.id from (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid as id) p
    where exists (select 1 from group_memberships m where m.office_id = ${tx.officeId} and m.group_id = ${groupId}
        and m.client_id = p.id and ${onDay(sql`m.joins_on`, sql`m.leaves_on`, today)})
      or exists (select 1 from group_coaches c where c.office_id = ${tx.officeId} and c.group_id = ${groupId}
        and c.coach_id = p.id and ${onDay(sql`c.starts_on`, sql`c.ends_on`, today)})
      or exists (select 1 from group_sessions s where s.office_id = ${tx.officeId} and s.group_id = ${groupId}
        and s.host_id = p.id and s.day >= ${today.toString()}::date)
      or exists (select 1 from role_grants g where g.office_id = ${tx.officeId} and g.person_id = p.id
        and g.role = 'manager' and ${onDay(sql`g.starts_on`, sql`g.ends_on`, today)})`);
  return new Set(rows.map((row) => row.id));
}
