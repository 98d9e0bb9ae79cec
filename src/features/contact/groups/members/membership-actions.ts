// Who is in a group and when. Everything here holds the group's row, so that two acts never both take the last seat
// or each add one half of a pair that must not meet; the database holds the pairs apart as well.
import { and, eq, sql } from 'drizzle-orm';
import { todayIn } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import { type Actor, hasRole } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { blockedFrom, mayKnowOf } from '../../../ground/people/door.ts';
import type { Group, Membership } from '../access.ts';
import { lockGroup, settleChannel } from '../actions.ts';
import { groupJoined, groupLeft } from '../events.ts';
import { topicOf } from '../programme/expansion.ts';
import { seatsLeft } from '../programme/rules.ts';
import { renewInvitations } from '../rooms.ts';
import { groupMemberships } from '../tables.ts';

export type NewMember = {
  groupId: string;
  clientId: string;
  nickname?: string | null;
  joinsOn: Temporal.PlainDate;
  leavesOn?: Temporal.PlainDate | null;
};

/**
 * Why a client cannot join. `blocked` is only said to staff who know both persons; everybody else hears
 * `not-possible`, which has other causes too and so tells nothing.
 */
export type JoinRefusal = 'blocked' | 'not-possible' | 'full' | 'already';
export type JoinResult = { ok: true; membershipId: string } | { ok: false; reason: JoinRefusal };

/** Adds a client to a group from a day on. `offered`: the seat was offered to this client and is counted as theirs. */
export async function addMember(
  tx: Tx,
  actor: Actor,
  member: NewMember,
  options: { offered?: boolean } = {},
): Promise<JoinResult> {
  const group = await lockGroup(tx, member.groupId);
  const refusal = await refusalOf(tx, actor, group, member, options.offered ?? false);
  if (refusal) return { ok: false, reason: refusal };
  const [row] = await tx
    .insert(groupMemberships)
    .values({ ...member, setBy: actor.personId })
    .returning({ id: groupMemberships.id });
  if (!row) throw new Error('the membership was not written');
  await closeLine(tx, member);
  await recordEvent(
    tx,
    groupJoined({ groupId: group.id, clientId: member.clientId }),
    about(actor, group.id),
  );
  await settleChannel(tx, group.id, actor);
  await renewInvitations(tx, group.id);
  return { ok: true, membershipId: row.id };
}

async function refusalOf(
  tx: Tx,
  actor: Actor,
  group: Group,
  member: NewMember,
  offered: boolean,
): Promise<JoinRefusal | undefined> {
  const ended = group.endedOn && Temporal.PlainDate.compare(member.joinsOn, group.endedOn) > 0;
  if (ended || !(await isClient(tx, member.clientId))) return 'not-possible';
  if (await overlaps(tx, member)) return 'already';
  const pair = await blockedInGroup(tx, member);
  if (pair) return (await mayKnowBoth(tx, actor, member.clientId, pair)) ? 'blocked' : 'not-possible';
  const left = seatsLeft(group.seats, await seatsTaken(tx, group.id, member.joinsOn));
  return left === 0 && !offered ? 'full' : undefined;
}

async function isClient(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from persons p join role_grants g
      on g.office_id = p.office_id and g.person_id = p.id
    where p.office_id = ${tx.officeId} and p.id = ${personId} and p.deactivated_at is null and g.role = 'client'
      and (g.ends_on is null or g.ends_on >= ${todayIn().toString()}::date) limit 1`);
  return rows.length > 0;
}

const span = (member: NewMember) =>
  sql`daterange(${member.joinsOn.toString()}::date, ${member.leavesOn?.toString() ?? null}::date, '[]')`;

async function overlaps(tx: Tx, member: NewMember): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from group_memberships
    where office_id = ${tx.officeId} and group_id = ${member.groupId} and client_id = ${member.clientId}
      and daterange(joins_on, leaves_on, '[]') && ${span(member)} limit 1`);
  return rows.length > 0;
}

/**
 * Somebody whom this client must never meet and who belongs to the group on those days: as a member, a coach or the
 * host of a session. Undefined when there is nobody.
 */
export async function blockedInGroup(tx: Tx, member: NewMember): Promise<string | undefined> {
  if (member.leavesOn && Temporal.PlainDate.compare(member.leavesOn, member.joinsOn) < 0) return undefined;
  const blocked = [...(await blockedFrom(tx, member.clientId))];
  if (blocked.length === 0) return undefined;
  const days = span(member);
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    with blocked as (select jsonb_array_elements_text(${JSON.stringify(blocked)}::jsonb)::uuid as id)
    select b.id as person_id from blocked b
    where exists (select 1 from group_memberships m where m.office_id = ${tx.officeId}
        and m.group_id = ${member.groupId} and m.client_id = b.id
        and daterange(m.joins_on, m.leaves_on, '[]') && ${days})
      or exists (select 1 from group_coaches c where c.office_id = ${tx.officeId}
        and c.group_id = ${member.groupId} and c.coach_id = b.id
        and daterange(c.starts_on, c.ends_on, '[]') && ${days})
      or exists (select 1 from programme_entries e where e.office_id = ${tx.officeId}
        and e.group_id = ${member.groupId} and e.host_id = b.id
        and daterange(e.valid_from, e.valid_until, '[]') && ${days})
      or exists (select 1 from group_sessions s where s.office_id = ${tx.officeId}
        and s.group_id = ${member.groupId} and s.host_id = b.id and not s.cancelled and s.day <@ ${days})
    limit 1`);
  return rows[0]?.person_id;
}

/** Whether the actor may know that these two are a blocked pair: only staff who know both of them. */
export async function mayKnowBoth(tx: Tx, actor: Actor, one: string, other: string): Promise<boolean> {
  if (!hasRole(actor, 'coach', 'manager', 'administrator')) return false;
  return (await mayKnowOf(tx, actor, one)) && mayKnowOf(tx, actor, other);
}

/** Seats of a day that are not free: members then or later, and open offers. */
export async function seatsTaken(tx: Tx, groupId: string, day: Temporal.PlainDate) {
  const { rows } = await tx.execute<{ members: string; offers: string }>(sql`select
    (select count(*) from group_memberships m where m.office_id = ${tx.officeId} and m.group_id = ${groupId}
      and (m.leaves_on is null or m.leaves_on >= ${day.toString()}::date)) as members,
    (select count(*) from waiting_list w where w.office_id = ${tx.officeId} and w.group_id = ${groupId}
      and w.closed_at is null and w.offered_at is not null) as offers`);
  return { members: Number(rows[0]?.members ?? 0), offers: Number(rows[0]?.offers ?? 0) };
}

// Who has come in does not wait any more.
async function closeLine(tx: Tx, member: NewMember): Promise<void> {
  await tx.execute(sql`update waiting_list set closed_at = clock_timestamp(), outcome = 'joined'
    where office_id = ${tx.officeId} and group_id = ${member.groupId} and client_id = ${member.clientId}
      and closed_at is null`);
}

/**
 * Sets the last day of a membership. A day before the first one takes it away; a day in the past ends it at once; a
 * later day than before may be refused, because somebody else has come in the meantime.
 */
export async function endMembership(
  tx: Tx,
  actor: Actor,
  membership: Pick<Membership, 'id' | 'groupId' | 'clientId' | 'joinsOn' | 'leavesOn'>,
  leavesOn: Temporal.PlainDate,
): Promise<{ ok: true } | { ok: false; reason: JoinRefusal }> {
  const group = await lockGroup(tx, membership.groupId);
  const refusal = await refusalToStay(tx, actor, group, membership, leavesOn);
  if (refusal) return { ok: false, reason: refusal };
  const neverBegan = Temporal.PlainDate.compare(leavesOn, membership.joinsOn) < 0;
  const which = and(eq(groupMemberships.officeId, tx.officeId), eq(groupMemberships.id, membership.id));
  if (neverBegan) await tx.delete(groupMemberships).where(which);
  else await tx.update(groupMemberships).set({ leavesOn }).where(which);
  const { groupId, clientId } = membership;
  await recordEvent(tx, groupLeft({ groupId, clientId }), about(actor, groupId));
  await settleChannel(tx, groupId, actor);
  await renewInvitations(tx, groupId, clientId);
  return { ok: true };
}

// Only days that are added are judged: whoever must leave can always leave.
async function refusalToStay(
  tx: Tx,
  actor: Actor,
  group: Group,
  membership: Pick<Membership, 'groupId' | 'clientId' | 'leavesOn'>,
  leavesOn: Temporal.PlainDate,
): Promise<JoinRefusal | undefined> {
  const until = membership.leavesOn;
  if (until === null || Temporal.PlainDate.compare(leavesOn, until) <= 0) return undefined;
  const { groupId, clientId } = membership;
  const added = { groupId, clientId, joinsOn: until.add({ days: 1 }), leavesOn };
  if (await overlaps(tx, added)) return 'already';
  const pair = await blockedInGroup(tx, added);
  if (pair) return (await mayKnowBoth(tx, actor, clientId, pair)) ? 'blocked' : 'not-possible';
  const left = seatsLeft(group.seats, await seatsTaken(tx, groupId, added.joinsOn));
  return left === 0 ? 'full' : undefined;
}

/** The name a member is shown by in this group; null for the person's own shown name. */
export async function setNickname(
  tx: Tx,
  actor: Actor,
  membership: Pick<Membership, 'id' | 'groupId'>,
  nickname: string | null,
): Promise<void> {
  await lockGroup(tx, membership.groupId);
  await tx
    .update(groupMemberships)
    .set({ nickname })
    .where(and(eq(groupMemberships.officeId, tx.officeId), eq(groupMemberships.id, membership.id)));
  await settleChannel(tx, membership.groupId, actor);
  await renewInvitations(tx, membership.groupId);
}

const about = (actor: Actor, groupId: string) => ({ actorId: actor.personId, topics: [topicOf(groupId)] });
