// The only ways to a conversation for an actor. A thread belongs to the client and to the client's coaches of today;
// managers and colleagues have no way in. A channel belongs to those who are in it now.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole, staffRoles } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { blockedFrom, coachesOf, hasOwnClient, personById, shownName } from '../../ground/people/door.ts';
import { channelMembers, channels, conversations, messages } from './tables.ts';

export type Thread = { kind: 'thread'; clientId: string; clientName: string };

/** The thread of a client, for the client and for their coaches. Throws NotFound for everybody else. */
export async function threadFor(
  tx: Tx,
  actor: Actor,
  clientId: string | undefined,
  act: 'read' | 'changed' = 'read',
): Promise<Thread> {
  if (!isId(clientId)) throw new NotFound('thread');
  const own = actor.personId === clientId && hasRole(actor, 'client');
  if (!own && !(await hasOwnClient(tx, actor, clientId))) throw new NotFound('thread');
  const client = await personById(tx, clientId);
  if (!client) throw new NotFound('thread');
  noteAccess(tx, { actor, personId: clientId, act, subject: 'message', purpose: 'coaching' });
  return { kind: 'thread', clientId, clientName: shownName(client) };
}

export type ChannelSeat = {
  kind: 'channel';
  id: string;
  title: string;
  closedUntil: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  moderates: boolean;
  joinedAt: Temporal.Instant;
  mutedUntil: Temporal.Instant | null;
  /** Whose words this person never meets. */
  blocked: ReadonlySet<string>;
};

/** A channel for somebody who is in it now. Throws NotFound for everybody else, those who have left included. */
export async function channelFor(tx: Tx, actor: Actor, channelId: string | undefined): Promise<ChannelSeat> {
  if (!isId(channelId)) throw new NotFound('channel');
  const [row] = await tx
    .select({ channel: channels, seat: channelMembers })
    .from(channelMembers)
    .innerJoin(
      channels,
      and(eq(channels.officeId, channelMembers.officeId), eq(channels.id, channelMembers.channelId)),
    )
    .where(
      and(
        eq(channelMembers.officeId, tx.officeId),
        eq(channelMembers.channelId, channelId),
        eq(channelMembers.personId, actor.personId),
        isNull(channelMembers.leftAt),
      ),
    )
    .limit(1);
  if (!row) throw new NotFound('channel');
  return {
    kind: 'channel',
    id: row.channel.id,
    title: row.channel.title,
    closedUntil: row.channel.closedUntil,
    endedAt: row.channel.endedAt,
    moderates: row.seat.part === 'moderator',
    joinedAt: row.seat.joinedAt,
    mutedUntil: row.seat.mutedUntil,
    blocked: await blockedFrom(tx, actor.personId),
  };
}

/** The same for moderators only. */
export async function channelModeratedBy(tx: Tx, actor: Actor, channelId: string | undefined) {
  const seat = await channelFor(tx, actor, channelId);
  if (!seat.moderates) throw new NotFound('channel');
  return seat;
}

/** A message that the actor sees in this channel, and that is still there. Throws NotFound otherwise. */
export async function messageIn(tx: Tx, actor: Actor, seat: ChannelSeat, messageId: string | undefined) {
  const message = await messageOf(tx, seat.id, messageId);
  const seen = seat.moderates || Temporal.Instant.compare(message.postedAt, seat.joinedAt) >= 0;
  if (!seen || seat.blocked.has(message.authorId)) throw new NotFound('message');
  noteAuthors(tx, actor, [message.authorId]);
  return message;
}

/** The actor's own message in a client's thread. Throws NotFound when it is somebody else's. */
export async function ownMessageInThread(
  tx: Tx,
  actor: Actor,
  thread: Thread,
  messageId: string | undefined,
) {
  const [conversation] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.officeId, tx.officeId), eq(conversations.clientId, thread.clientId)))
    .limit(1);
  const message = await messageOf(tx, conversation?.id ?? '', messageId);
  if (message.authorId !== actor.personId) throw new NotFound('message');
  return message;
}

async function messageOf(tx: Tx, conversationId: string, messageId: string | undefined) {
  if (!isId(messageId) || !isId(conversationId)) throw new NotFound('message');
  const [message] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.officeId, tx.officeId),
        eq(messages.conversationId, conversationId),
        eq(messages.id, messageId),
        isNull(messages.deletedAt),
      ),
    )
    .limit(1);
  if (!message) throw new NotFound('message');
  return message;
}

/** Notes that staff read what these persons wrote. Members reading their own group's talk is not looking up a person. */
export function noteAuthors(tx: Tx, actor: Actor, authorIds: readonly string[]): void {
  if (!hasRole(actor, ...staffRoles)) return;
  for (const personId of new Set(authorIds)) {
    noteAccess(tx, { actor, personId, act: 'read', subject: 'channel-message', purpose: 'coaching' });
  }
}

/** Which of these persons may hear hints about a channel: those who are in it. */
export async function inChannel(tx: Tx, personIds: readonly string[], channelId: string) {
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select person_id from channel_members where office_id = ${tx.officeId} and channel_id = ${channelId}
      and left_at is null
      and person_id in (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid)`);
  return new Set(rows.map((row) => row.person_id));
}

/** Which of these persons may hear hints about a client's thread: the client and the coaches of today. */
export async function inThread(tx: Tx, personIds: readonly string[], clientId: string) {
  const today = todayIn();
  const coaches = new Set((await coachesOf(tx, clientId, today)).map((one) => one.coachId));
  return new Set(personIds.filter((id) => id === clientId || coaches.has(id)));
}
