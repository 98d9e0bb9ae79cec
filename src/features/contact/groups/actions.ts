// The verbs of a group as a whole, and the channel that follows it.
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { blockedFrom } from '../../ground/people/door.ts';
import {
  endChannel,
  type Hours,
  joinChannel,
  leaveChannel,
  openChannel,
  renameChannel,
} from '../messages/door.ts';
import type { Group } from './access.ts';
import { holdCoachTimes } from './coach-times.ts';
import { groupCoachSet, groupEnded, groupMade } from './events.ts';
import { expandSessions, topicOf } from './programme/expansion.ts';
import { onDay } from './queries.ts';
import { renewDoors, renewInvitations } from './rooms.ts';
import { groupCoaches, groups } from './tables.ts';

export type NewGroup = {
  name: string;
  unitId?: string | null;
  seats?: number | null;
  doors?: 'everyone' | 'open-door';
  keepsText?: boolean;
};

/** Makes a group with its channel. A coach who makes it coaches it from today. Gives its id. */
export async function makeGroup(
  tx: Tx,
  actor: Actor,
  group: NewGroup & { channelHours: readonly Hours[]; coachId?: string },
): Promise<string> {
  const { channelHours, coachId, ...about } = group;
  const channelId = await openChannel(tx, actor, { title: group.name, hours: channelHours });
  const [row] = await tx
    .insert(groups)
    .values({ ...about, channelId, madeBy: actor.personId })
    .returning({ id: groups.id });
  if (!row) throw new Error('the group was not made');
  await recordEvent(tx, groupMade({ groupId: row.id }), { actorId: actor.personId });
  if (coachId) await addGroupCoach(tx, actor, { groupId: row.id, coachId, startsOn: todayIn() });
  return row.id;
}

/** Changes what is known of a group; its channel takes the name, and rooms that are open already its doors. */
export async function changeGroup(tx: Tx, actor: Actor, group: Group, change: NewGroup): Promise<void> {
  await tx
    .update(groups)
    .set(change)
    .where(and(eq(groups.officeId, tx.officeId), eq(groups.id, group.id)));
  if (group.channelId && change.name !== group.name) await renameChannel(tx, group.channelId, change.name);
  if (change.doors && change.doors !== group.doors) await renewDoors(tx, group.id, change.doors);
  await recordEvent(tx, groupMade({ groupId: group.id }), about(actor, group.id));
}

/** Ends a group after a day: later sessions are cancelled, and the channel ends when that day is over. */
export async function endGroup(
  tx: Tx,
  actor: Actor,
  group: Group,
  endsOn: Temporal.PlainDate,
): Promise<void> {
  await tx
    .update(groups)
    .set({ endedOn: endsOn })
    .where(and(eq(groups.officeId, tx.officeId), eq(groups.id, group.id)));
  await tx.execute(sql`update group_memberships set leaves_on = greatest(joins_on, ${endsOn.toString()}::date)
    where office_id = ${tx.officeId} and group_id = ${group.id}
      and (leaves_on is null or leaves_on > ${endsOn.toString()}::date)`);
  await recordEvent(tx, groupEnded({ groupId: group.id }), about(actor, group.id));
  await expandSessions(tx, group.id);
  await holdCoachTimes(tx, group.id);
  await settleChannel(tx, group.id, actor);
}

/**
 * Lets a coach lead a group from a day on. `already` when they do then; `not-possible` when they must never meet one
 * of its members.
 */
export async function addGroupCoach(
  tx: Tx,
  actor: Actor,
  coach: { groupId: string; coachId: string; startsOn: Temporal.PlainDate },
): Promise<'added' | 'already' | 'not-possible'> {
  await lockGroup(tx, coach.groupId);
  const { rows } = await tx.execute(sql`select 1 from group_coaches where office_id = ${tx.officeId}
    and group_id = ${coach.groupId} and coach_id = ${coach.coachId}
    and (ends_on is null or ends_on >= ${coach.startsOn.toString()}::date) limit 1`);
  if (rows.length > 0) return 'already';
  if (!(await mayMeetMembers(tx, coach.groupId, coach.coachId, coach.startsOn))) return 'not-possible';
  await tx.insert(groupCoaches).values({ ...coach, setBy: actor.personId });
  await coachesChanged(tx, actor, coach);
  return 'added';
}

/** Whether somebody may be with the members that a group has from a day on: none of them must never be met. */
export async function mayMeetMembers(
  tx: Tx,
  groupId: string,
  personId: string,
  from: Temporal.PlainDate,
): Promise<boolean> {
  const blocked = JSON.stringify([...(await blockedFrom(tx, personId))]);
  const { rows } = await tx.execute(sql`select 1 from group_memberships where office_id = ${tx.officeId}
    and group_id = ${groupId} and (leaves_on is null or leaves_on >= ${from.toString()}::date)
    and client_id in (select jsonb_array_elements_text(${blocked}::jsonb)::uuid) limit 1`);
  return rows.length === 0;
}

/** Ends a coach's time with a group after `endsOn`. False for the last coach: a group is never left alone. */
export async function endGroupCoach(
  tx: Tx,
  actor: Actor,
  coach: { groupId: string; coachId: string; endsOn: Temporal.PlainDate },
): Promise<boolean> {
  await lockGroup(tx, coach.groupId);
  const { rows } = await tx.execute<{ coach_id: string }>(sql`select c.coach_id from group_coaches c
    where c.office_id = ${tx.officeId} and c.group_id = ${coach.groupId}
      and ${onDay(sql`c.starts_on`, sql`c.ends_on`, coach.endsOn.add({ days: 1 }))}`);
  if (!rows.some((row) => row.coach_id !== coach.coachId)) return false;
  const ofCoach = sql`office_id = ${tx.officeId} and group_id = ${coach.groupId} and coach_id = ${coach.coachId}`;
  // A time that would end before its first day never was; who set it and ended it stands among the events.
  await tx.execute(
    sql`delete from group_coaches where ${ofCoach} and starts_on > ${coach.endsOn.toString()}::date`,
  );
  await tx.execute(sql`update group_coaches set ends_on = ${coach.endsOn.toString()}::date
    where ${ofCoach} and (ends_on is null or ends_on > ${coach.endsOn.toString()}::date)`);
  await coachesChanged(tx, actor, coach);
  return true;
}

async function coachesChanged(tx: Tx, actor: Actor, coach: { groupId: string; coachId: string }) {
  await recordEvent(
    tx,
    groupCoachSet({ groupId: coach.groupId, coachId: coach.coachId }),
    about(actor, coach.groupId),
  );
  await settleChannel(tx, coach.groupId, actor);
  await renewInvitations(tx, coach.groupId, coach.coachId);
  await holdCoachTimes(tx, coach.groupId);
}

/**
 * Locks a group's row until the transaction ends, so that seats and pairs are judged one at a time. References to it are
 * let be: two who have each written something of the group, and then want its row alone, would wait for each other.
 */
export async function lockGroup(tx: Tx, groupId: string): Promise<Group> {
  const [group] = await tx
    .select()
    .from(groups)
    .where(and(eq(groups.officeId, tx.officeId), eq(groups.id, groupId)))
    .for('no key update')
    .limit(1);
  if (!group) throw new NotFound('group');
  return group;
}

type Seat = { person_id: string; part: 'member' | 'moderator'; shown_as: string | null };

/**
 * Brings a group's channel into line with today: its coaches moderate it, its members are in it once they have
 * accepted the house rules, and everybody else is out. Safe to repeat; runs after each change and every night.
 */
export async function settleChannel(tx: Tx, groupId: string, actor?: Actor): Promise<void> {
  const group = await lockGroup(tx, groupId);
  const { channelId } = group;
  if (!channelId) return;
  const today = todayIn();
  const over = group.endedOn !== null && Temporal.PlainDate.compare(group.endedOn, today) < 0;
  const wanted = over ? [] : await seatsOn(tx, groupId, today);
  const { rows: seated } = await tx.execute<Seat>(sql`select person_id, part, shown_as from channel_members
    where office_id = ${tx.officeId} and channel_id = ${channelId} and left_at is null`);
  for (const seat of wanted) {
    const now = seated.find((one) => one.person_id === seat.person_id);
    if (now?.part === seat.part && now.shown_as === seat.shown_as) continue;
    await joinChannel(tx, actor, {
      channelId,
      personId: seat.person_id,
      part: seat.part,
      shownAs: seat.shown_as,
    });
  }
  for (const seat of seated) {
    if (!wanted.some((one) => one.person_id === seat.person_id))
      await leaveChannel(tx, actor, { channelId, personId: seat.person_id });
  }
  if (over) await endChannel(tx, actor, channelId);
}

const isActive = (personId: SQL) => sql`exists (select 1 from persons p
  where p.office_id = current_office() and p.id = ${personId} and p.deactivated_at is null)`;

async function seatsOn(tx: Tx, groupId: string, day: Temporal.PlainDate): Promise<Seat[]> {
  const { rows } = await tx.execute<Seat>(sql`
    select c.coach_id as person_id, 'moderator' as part, null::text as shown_as from group_coaches c
    where c.office_id = ${tx.officeId} and c.group_id = ${groupId} and ${onDay(sql`c.starts_on`, sql`c.ends_on`, day)}
      and ${isActive(sql`c.coach_id`)}
    union all
    select m.client_id, 'member', m.nickname from group_memberships m
    where m.office_id = ${tx.officeId} and m.group_id = ${groupId} and ${onDay(sql`m.joins_on`, sql`m.leaves_on`, day)}
      and ${isActive(sql`m.client_id`)}
      and (not exists (select 1 from group_rules r where r.office_id = m.office_id and r.group_id = m.group_id)
        or exists (select 1 from group_rule_acceptances a where a.office_id = m.office_id
          and a.group_id = m.group_id and a.client_id = m.client_id))`);
  return rows;
}

const about = (actor: Actor, groupId: string) => ({ actorId: actor.personId, topics: [topicOf(groupId)] });
