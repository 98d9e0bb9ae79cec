// The verbs of channels: open, join, leave, say, and keep order.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { now, nowIn, todayIn } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { closedDaysBetween, thisOffice } from '../../ground/offices/door.ts';
import type { ChannelSeat } from './access.ts';
import { deleteMessage, type PostResult, post, type Said } from './actions.ts';
import {
  channelClosedNow,
  channelEnded,
  channelHoursSet,
  channelJoined,
  channelLeft,
  channelOpened,
  memberMuted,
  messagePinned,
  messageReported,
  reportHandled,
} from './events.ts';
import { type ChannelState, channelState, daysLookedAhead, type Hours } from './rules.ts';
import {
  channelHours,
  channelMembers,
  channels,
  conversations,
  messageReports,
  messages,
  type ReportReason,
} from './tables.ts';

/** Opens a channel with opening hours on wall-clock time (none: always open). Gives its id. */
export async function openChannel(
  tx: Tx,
  actor: Actor,
  channel: { title: string; hours: readonly Hours[] },
): Promise<string> {
  const [conversation] = await tx
    .insert(conversations)
    .values({ kind: 'channel' })
    .returning({ id: conversations.id });
  if (!conversation) throw new Error('the channel was not opened');
  await tx.insert(channels).values({ id: conversation.id, title: channel.title, openedBy: actor.personId });
  await writeHours(tx, conversation.id, channel.hours);
  await recordEvent(tx, channelOpened({ channelId: conversation.id }), { actorId: actor.personId });
  return conversation.id;
}

async function writeHours(tx: Tx, channelId: string, hours: readonly Hours[]): Promise<void> {
  await tx
    .delete(channelHours)
    .where(and(eq(channelHours.officeId, tx.officeId), eq(channelHours.channelId, channelId)));
  if (hours.length > 0) await tx.insert(channelHours).values(hours.map((one) => ({ channelId, ...one })));
}

/** Replaces the opening hours, and opens again what had been closed by hand. */
export async function setChannelHours(
  tx: Tx,
  actor: Actor,
  channelId: string,
  hours: readonly Hours[],
): Promise<void> {
  await writeHours(tx, channelId, hours);
  await changeChannel(tx, channelId, { closedUntil: null, closedBy: null });
  await recordEvent(tx, channelHoursSet({ channelId }), about(actor, channelId));
}

/** Closes a channel for the rest of the day, or opens it again. */
export async function closeChannelNow(
  tx: Tx,
  actor: Actor,
  channelId: string,
  closed: boolean,
): Promise<void> {
  const { timeZone } = await thisOffice(tx);
  const tomorrow = todayIn(timeZone).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  await changeChannel(tx, channelId, {
    closedUntil: closed ? tomorrow : null,
    closedBy: closed ? actor.personId : null,
  });
  await recordEvent(tx, channelClosedNow({ channelId, closed }), about(actor, channelId));
}

/** Renames a channel: its group has a new name. */
export async function renameChannel(tx: Tx, channelId: string, title: string): Promise<void> {
  await changeChannel(tx, channelId, { title });
}

/** Ends a channel for good; those in it leave. */
export async function endChannel(tx: Tx, actor: Actor | undefined, channelId: string): Promise<void> {
  await changeChannel(tx, channelId, { endedAt: now() });
  await recordEvent(tx, channelEnded({ channelId }), about(actor, channelId));
}

async function changeChannel(tx: Tx, channelId: string, change: Partial<typeof channels.$inferInsert>) {
  await tx
    .update(channels)
    .set(change)
    .where(and(eq(channels.officeId, tx.officeId), eq(channels.id, channelId)));
}

export type Joining = {
  channelId: string;
  personId: string;
  part?: 'member' | 'moderator';
  /** The name chosen for this group. */
  shownAs?: string | null;
};

/** Lets a person into a channel, or changes the part and name of one who is in it. */
export async function joinChannel(tx: Tx, actor: Actor | undefined, joining: Joining): Promise<void> {
  const { channelId, personId, part = 'member', shownAs = null } = joining;
  const { rows } = await tx.execute<{ fresh: boolean }>(sql`
    insert into channel_members (office_id, channel_id, person_id, part, shown_as)
    values (${tx.officeId}, ${channelId}, ${personId}, ${part}, ${shownAs})
    on conflict (office_id, channel_id, person_id) where left_at is null
      do update set part = excluded.part, shown_as = excluded.shown_as
    returning xmax = 0 as fresh`);
  if (!rows[0]?.fresh) return;
  await recordEvent(tx, channelJoined({ channelId, personId }), {
    actorId: actor?.personId,
    topics: [`channel:${channelId}`],
  });
}

/** Takes a person out of a channel; what they said stays, and they see nothing of it any more. */
export async function leaveChannel(
  tx: Tx,
  actor: Actor | undefined,
  { channelId, personId }: { channelId: string; personId: string },
): Promise<void> {
  const left = await tx
    .update(channelMembers)
    .set({ leftAt: sql`clock_timestamp()` })
    .where(seatOf(tx, channelId, personId))
    .returning({ id: channelMembers.id });
  if (left.length === 0) return;
  await recordEvent(tx, channelLeft({ channelId, personId }), {
    actorId: actor?.personId,
    topics: [`channel:${channelId}`],
  });
}

/** Whether the channel is open now, and when it opens or closes. */
export async function channelNow(
  tx: Tx,
  channel: { id: string; closedUntil: Temporal.Instant | null; endedAt: Temporal.Instant | null },
): Promise<ChannelState> {
  const { timeZone } = await thisOffice(tx);
  const at = nowIn(timeZone);
  const hours = await tx
    .select()
    .from(channelHours)
    .where(and(eq(channelHours.officeId, tx.officeId), eq(channelHours.channelId, channel.id)))
    .limit(50);
  const today = at.toPlainDate();
  const closed = await closedDaysBetween(tx, today, today.add({ days: daysLookedAhead }));
  return channelState(
    { ...channel, hours, closedDays: new Set(closed.map(({ day }) => day.toString())) },
    at,
  );
}

export type ChannelPostResult = PostResult | { ok: false; reason: 'closed' | 'muted' };

/** Says something in a channel. A moderator may speak when it is closed; a muted member waits. */
export async function postInChannel(
  tx: Tx,
  actor: Actor,
  seat: ChannelSeat,
  said: Said,
): Promise<ChannelPostResult> {
  const state = await channelNow(tx, seat);
  if (state.state === 'ended' || (state.state === 'closed' && !seat.moderates))
    return { ok: false, reason: 'closed' };
  if (isMuted(seat)) return { ok: false, reason: 'muted' };
  return post(tx, actor, { id: seat.id, clientId: null }, said);
}

export const isMuted = (seat: { mutedUntil: Temporal.Instant | null }) =>
  seat.mutedUntil !== null && Temporal.Instant.compare(now(), seat.mutedUntil) < 0;

/** Lifts a message to the top of the channel, or puts it back. */
export async function pinMessage(
  tx: Tx,
  actor: Actor,
  ids: { messageId: string; conversationId: string },
  pinned: boolean,
): Promise<void> {
  await tx
    .update(messages)
    .set({ pinnedAt: pinned ? now() : null, pinnedBy: pinned ? actor.personId : null })
    .where(and(eq(messages.officeId, tx.officeId), eq(messages.id, ids.messageId)));
  await recordEvent(tx, messagePinned({ ...ids, pinned }), about(actor, ids.conversationId));
}

/** Keeps a member from writing until an instant; null lets them write again. Moderators are not muted. */
export async function muteMember(
  tx: Tx,
  actor: Actor,
  member: { channelId: string; personId: string; until: Temporal.Instant | null },
): Promise<boolean> {
  const rows = await tx
    .update(channelMembers)
    .set({ mutedUntil: member.until, mutedBy: member.until ? actor.personId : null })
    .where(and(seatOf(tx, member.channelId, member.personId), eq(channelMembers.part, 'member')))
    .returning({ id: channelMembers.id });
  if (rows.length === 0) return false;
  const { channelId, personId } = member;
  await recordEvent(
    tx,
    memberMuted({ channelId, personId, muted: member.until !== null }),
    about(actor, channelId),
  );
  return true;
}

/** Reports a message to the moderators. Said twice by one person it is one report. */
export async function reportMessage(
  tx: Tx,
  actor: Actor,
  ids: { messageId: string; conversationId: string },
  why: { reason: ReportReason; words: string },
): Promise<void> {
  const id = crypto.randomUUID();
  const place = { personId: actor.personId, table: 'message_reports', column: 'words', rowId: id };
  const rows = await tx
    .insert(messageReports)
    .values({
      id,
      messageId: ids.messageId,
      reporterId: actor.personId,
      reason: why.reason,
      words: why.words === '' ? null : await sealText(tx, place, why.words),
    })
    .onConflictDoNothing()
    .returning({ id: messageReports.id });
  if (rows.length === 0) return;
  await recordEvent(tx, messageReported({ ...ids, reportId: id }), about(actor, ids.conversationId));
}

/** Ends the open reports of a message: it is removed, or it stays. */
export async function handleReports(
  tx: Tx,
  actor: Actor,
  ids: { messageId: string; conversationId: string },
  outcome: 'removed' | 'kept',
): Promise<void> {
  const rows = await tx
    .update(messageReports)
    .set({ handledAt: now(), handledBy: actor.personId, outcome })
    .where(
      and(
        eq(messageReports.officeId, tx.officeId),
        eq(messageReports.messageId, ids.messageId),
        isNull(messageReports.handledAt),
      ),
    )
    .returning({ id: messageReports.id });
  if (outcome === 'removed') await deleteMessage(tx, actor, ids.messageId);
  if (rows.length > 0)
    await recordEvent(tx, reportHandled({ ...ids, outcome }), about(actor, ids.conversationId));
}

const about = (actor: Actor | undefined, channelId: string) => ({
  actorId: actor?.personId,
  topics: [`channel:${channelId}`],
});

const seatOf = (tx: Tx, channelId: string, personId: string) =>
  and(
    eq(channelMembers.officeId, tx.officeId),
    eq(channelMembers.channelId, channelId),
    eq(channelMembers.personId, personId),
    isNull(channelMembers.leftAt),
  );
