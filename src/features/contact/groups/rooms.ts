// The call rooms of sessions: opened when the time comes near, with the members as guests and the coaches and the
// host as hosts, and kept in line when people or times change.
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import {
  closeRoom,
  type Invitation,
  inviteToRoom,
  openRoom,
  removeFromRoom,
  setWaiting,
} from '../calls/door.ts';
import { hasRoom, type SessionKind, type Way } from './programme/rules.ts';
import { coachesOfGroup, membersOf } from './queries.ts';
import { groupSessions, groups } from './tables.ts';

/** A room is opened this long before its session. */
const roomOpensMinutes = 60;

type Session = typeof groupSessions.$inferSelect;
type Group = typeof groups.$inferSelect;

/**
 * Opens the call room of a session that takes place by video, voice or text, and invites who belongs to it. Safe to
 * repeat: gives the room that is there. Undefined when the session has none: it is on site, cancelled or over.
 */
export async function openSessionRoom(tx: Tx, sessionId: string): Promise<string | undefined> {
  const [session] = await tx
    .select()
    .from(groupSessions)
    .where(and(eq(groupSessions.officeId, tx.officeId), eq(groupSessions.id, sessionId)))
    .for('no key update')
    .limit(1);
  if (!session || session.cancelled || !hasRoom(session)) return undefined;
  if (session.roomId) return session.roomId;
  if (Temporal.Instant.compare(session.endsAt, now()) <= 0) return undefined;
  const [group] = await tx
    .select()
    .from(groups)
    .where(and(eq(groups.officeId, tx.officeId), eq(groups.id, session.groupId)))
    .limit(1);
  if (!group) return undefined;
  const roomId = await openRoom(tx, {
    title: session.title,
    kind: 'group',
    opensAt: session.startsAt,
    closesAt: session.endsAt,
    waiting: group.doors,
    keepsText: group.keepsText,
  });
  await tx
    .update(groupSessions)
    .set({ roomId })
    .where(and(eq(groupSessions.officeId, tx.officeId), eq(groupSessions.id, session.id)));
  await inviteToRoom(tx, roomId, await invitationsOf(tx, session));
  return roomId;
}

async function invitationsOf(tx: Tx, session: Session): Promise<Invitation[]> {
  const guests = (await membersOf(tx, session.groupId, session.day)).map(
    (member): Invitation => ({ personId: member.clientId, as: 'guest', shownName: member.shownName }),
  );
  const hosts = (await coachesOfGroup(tx, session.groupId, session.day)).map(
    (coach): Invitation => ({ personId: coach.coachId, as: 'host', shownName: coach.shownName }),
  );
  if (session.hostId && !hosts.some((host) => host.personId === session.hostId)) {
    const { rows } = await tx.execute<{ name: string }>(sql`
      select coalesce(preferred_name, given_name) as name from persons
      where office_id = ${tx.officeId} and id = ${session.hostId}`);
    if (rows[0]) hosts.push({ personId: session.hostId, as: 'host', shownName: rows[0].name });
  }
  return [...guests, ...hosts];
}

/** Closes a session's room, if it has one: the session was cancelled or has another time. */
export async function closeSessionRoom(tx: Tx, session: Pick<Session, 'id' | 'roomId'>): Promise<void> {
  if (!session.roomId) return;
  await closeRoom(tx, session.roomId);
  await tx
    .update(groupSessions)
    .set({ roomId: null })
    .where(and(eq(groupSessions.officeId, tx.officeId), eq(groupSessions.id, session.id)));
}

/** Puts another host in the place of the one before, who stays only when they coach the group. */
export async function changeRoomHost(
  tx: Tx,
  session: Session,
  hostId: string | null,
  roomId: string,
): Promise<void> {
  const invited = await invitationsOf(tx, { ...session, hostId });
  await inviteToRoom(tx, roomId, invited);
  if (session.hostId && !invited.some((one) => one.personId === session.hostId))
    await removeFromRoom(tx, roomId, session.hostId);
}

/** Brings the invitations of a group's open rooms into line with who belongs to it on each session's day. */
export async function renewInvitations(tx: Tx, groupId: string, leavingId?: string): Promise<void> {
  for (const session of await sessionsWithRoom(tx, groupId)) {
    if (!session.roomId) continue;
    const invited = await invitationsOf(tx, session);
    await inviteToRoom(tx, session.roomId, invited);
    if (leavingId && !invited.some((one) => one.personId === leavingId))
      await removeFromRoom(tx, session.roomId, leavingId);
  }
}

/** Lets the rooms that a group has open already have its doors. */
export async function renewDoors(tx: Tx, groupId: string, doors: Group['doors']): Promise<void> {
  for (const { roomId } of await sessionsWithRoom(tx, groupId))
    if (roomId) await setWaiting(tx, roomId, doors);
}

const sessionsWithRoom = (tx: Tx, groupId: string): Promise<Session[]> =>
  tx
    .select()
    .from(groupSessions)
    .where(
      and(
        eq(groupSessions.officeId, tx.officeId),
        eq(groupSessions.groupId, groupId),
        sql`${groupSessions.roomId} is not null and ${groupSessions.endsAt} > ${now().toString()}::timestamptz`,
      ),
    )
    .limit(50);

/** Sessions of the office whose room should be open by now and is not. */
export async function sessionsWithoutRoom(tx: Tx): Promise<string[]> {
  const at = now();
  const { rows } = await tx.execute<{ id: string; kind: SessionKind; ways: Way[] }>(sql`
    select id, kind, ways from group_sessions where office_id = ${tx.officeId} and room_id is null and not cancelled
      and starts_at <= ${at.add({ minutes: roomOpensMinutes }).toString()}::timestamptz
      and starts_at > ${at.subtract({ hours: 24 }).toString()}::timestamptz
      and ends_at > ${at.toString()}::timestamptz
    order by starts_at limit 1000`);
  return rows.filter(hasRoom).map((row) => row.id);
}

/** Whether a session's room should be open by now. */
export function isNear(session: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }): boolean {
  const opens = session.startsAt.subtract({ minutes: roomOpensMinutes });
  return Temporal.Instant.compare(opens, now()) <= 0 && Temporal.Instant.compare(session.endsAt, now()) > 0;
}
