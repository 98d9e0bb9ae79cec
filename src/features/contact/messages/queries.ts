// What pages show of conversations. Texts are opened one by one after the rows are chosen.
import { type SQL, sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import { openText } from '../../../platform/encryption.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { fileById, fileHref } from '../../ground/files/door.ts';
import { writeSpans } from '../../ground/offices/door.ts';
import type { ChannelSeat } from './access.ts';
import type { ReportReason } from './tables.ts';

export type ShownFile = {
  /** Good for a few minutes; the actor's right has been checked. */
  href: string;
  kind: 'image' | 'audio' | 'pdf';
  width: number | null;
  height: number | null;
};

export type ShownMessage = {
  id: string;
  position: number;
  authorId: string;
  authorName: string;
  /** Null when there is none, or it cannot be opened any more because its writer has been erased. */
  text: string | null;
  file: ShownFile | null;
  postedAt: Temporal.Instant;
  pinned: boolean;
  /** `author` took it back, or a moderator removed it. */
  deleted: 'author' | 'moderator' | null;
};

export type MessagePage = {
  messages: ShownMessage[];
  /** Pass as `before` for what was said earlier; undefined when this is the beginning. */
  earlier: number | undefined;
};

const messagesAPage = 40;

type MessageRow = {
  id: string;
  position: string;
  author_id: string;
  author_name: string;
  sealed_for: string;
  body: Buffer | null;
  file_id: string | null;
  posted_at: string;
  pinned: boolean;
  deleted: 'author' | 'moderator' | null;
};

const authorName = sql`coalesce(p.preferred_name, p.given_name)`;
// The name of the author's latest seat in the channel.
const nameInChannel = sql`coalesce((select c.shown_as from channel_members c
  where c.office_id = m.office_id and c.channel_id = m.conversation_id and c.person_id = m.author_id
  order by c.joined_at desc limit 1), p.preferred_name, p.given_name)`;

const chosen = (tx: Tx, name: SQL, condition: SQL, limit: number) =>
  tx.execute<MessageRow>(sql`
    select m.id, m.position::text, m.author_id, ${name} as author_name, m.sealed_for, m.body, m.file_id,
      m.posted_at::text, m.pinned_at is not null as pinned,
      case when m.deleted_at is null then null when m.deleted_by = m.author_id then 'author' else 'moderator' end as deleted
    from messages m join persons p on p.office_id = m.office_id and p.id = m.author_id
    where m.office_id = ${tx.officeId} and ${condition}
    order by m.position desc limit ${limit}`);

/** The latest messages of a client's thread before `before`, in the order they were said. */
export async function messagesOfThread(
  tx: Tx,
  actor: Actor,
  clientId: string,
  before?: number,
): Promise<MessagePage> {
  const thread = sql`m.conversation_id = (select c.id from conversations c
    where c.office_id = ${tx.officeId} and c.client_id = ${clientId})`;
  const { rows } = await chosen(
    tx,
    authorName,
    before === undefined ? thread : sql`${thread} and m.position < ${before}`,
    messagesAPage + 1,
  );
  return page(tx, actor, rows);
}

/** The latest messages of a channel that this person may see: since joining, and nobody's whom they must not meet. */
export async function messagesOfChannel(
  tx: Tx,
  actor: Actor,
  seat: ChannelSeat,
  before?: number,
): Promise<MessagePage> {
  const seen = seenBy(seat);
  const { rows } = await chosen(
    tx,
    nameInChannel,
    before === undefined ? seen : sql`${seen} and m.position < ${before}`,
    messagesAPage + 1,
  );
  return page(tx, actor, rows);
}

/** What has been pinned, the latest first. */
export async function pinnedInChannel(tx: Tx, actor: Actor, seat: ChannelSeat): Promise<ShownMessage[]> {
  const { rows } = await chosen(tx, nameInChannel, sql`${seenBy(seat)} and m.pinned_at is not null`, 5);
  return opened(tx, actor, rows);
}

function seenBy(seat: ChannelSeat): SQL {
  const blocked = JSON.stringify([...seat.blocked]);
  const since = seat.moderates ? sql`` : sql` and m.posted_at >= ${seat.joinedAt.toString()}::timestamptz`;
  return sql`m.conversation_id = ${seat.id}${since}
    and not (${blocked}::jsonb ? m.author_id::text)`;
}

async function page(tx: Tx, actor: Actor, rows: readonly MessageRow[]): Promise<MessagePage> {
  const shown = rows.slice(0, messagesAPage);
  const last = shown.at(-1);
  return {
    messages: (await opened(tx, actor, shown)).reverse(),
    earlier: rows.length > messagesAPage && last ? Number(last.position) : undefined,
  };
}

async function opened(tx: Tx, actor: Actor, rows: readonly MessageRow[]): Promise<ShownMessage[]> {
  const messages: ShownMessage[] = [];
  for (const row of rows) {
    messages.push({
      id: row.id,
      position: Number(row.position),
      authorId: row.author_id,
      authorName: row.author_name,
      text: row.body && ((await openText(tx, placeOf(row), row.body)) || null),
      file: row.file_id === null ? null : await shownFile(tx, actor, row.file_id),
      postedAt: Temporal.Instant.from(row.posted_at),
      pinned: row.pinned,
      deleted: row.deleted,
    });
  }
  return messages;
}

async function shownFile(tx: Tx, actor: Actor, fileId: string): Promise<ShownFile | null> {
  const file = await fileById(tx, fileId);
  if (!file) return null;
  const { kind, width, height } = file;
  return { href: await fileHref(tx, actor, fileId), kind, width, height };
}

const placeOf = (row: { id: string; sealed_for: string }) => ({
  personId: row.sealed_for,
  table: 'messages',
  column: 'body',
  rowId: row.id,
});

export type Inbox = {
  /** Null when nothing has been said in the client's thread yet. */
  conversationId: string | null;
  kind: 'thread' | 'channel';
  clientId: string | null;
  /** The client's shown name or the channel's title. */
  title: string;
  unread: number;
  latestAt: Temporal.Instant | null;
};

type InboxRow = {
  conversation_id: string | null;
  kind: 'thread' | 'channel';
  client_id: string | null;
  title: string;
  unread: string;
  latest_at: string | null;
};

/**
 * A person's conversations with the number of unread messages in each: their own thread, their clients' threads
 * today (also those where nothing has been said yet), their channels. What others have read is nobody's business and is not counted here.
 */
export async function inboxOf(tx: Tx, personId: string): Promise<Inbox[]> {
  const today = todayIn().toString();
  const { rows } = await tx.execute<InboxRow>(sql`
    with mine as (
      select c.id, 'thread' as kind, p.id as client_id, coalesce(p.preferred_name, p.given_name)
          || case when p.id = ${personId} then '' else ' ' || left(p.family_name, 1) end as title,
        '-infinity'::timestamptz as since, false as moderates
      from persons p left join conversations c on c.office_id = p.office_id and c.client_id = p.id
      where p.office_id = ${tx.officeId} and p.deactivated_at is null
        and ((p.id = ${personId} and c.id is not null) or p.id in (select r.client_id from relations r
          where r.office_id = ${tx.officeId} and r.coach_id = ${personId}
            and r.starts_on <= ${today}::date and (r.ends_on is null or r.ends_on >= ${today}::date)))
      union all
      select h.id, 'channel', null, h.title, s.joined_at, s.part = 'moderator'
      from channel_members s join channels h on h.office_id = s.office_id and h.id = s.channel_id
      where s.office_id = ${tx.officeId} and s.person_id = ${personId} and s.left_at is null and h.ended_at is null)
    select mine.id as conversation_id, mine.kind, mine.client_id, trim(mine.title) as title, n.unread, n.latest_at::text
    from mine left join reading_marks k
      on k.office_id = ${tx.officeId} and k.person_id = ${personId} and k.conversation_id = mine.id
    cross join lateral (
      select count(*) filter (where m.position > coalesce(k.read_to, 0) and m.author_id <> ${personId}) as unread,
        max(m.posted_at) as latest_at
      from (select position, author_id, posted_at from messages m
        where m.office_id = ${tx.officeId} and m.conversation_id = mine.id and m.deleted_at is null
          and (mine.moderates or m.posted_at >= mine.since)
          and not exists (select 1 from blocked_pairs b where b.office_id = m.office_id
            and b.first_id = least(m.author_id, ${personId}::uuid)
            and b.second_id = greatest(m.author_id, ${personId}::uuid))
        order by m.position desc limit 100) m) n
    order by (n.unread > 0) desc, n.latest_at desc nulls last, title limit 300`);
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    kind: row.kind,
    clientId: row.client_id,
    title: row.title,
    unread: Number(row.unread),
    latestAt: row.latest_at === null ? null : Temporal.Instant.from(row.latest_at),
  }));
}

/** How many messages a person has not read, of the newest hundred of each conversation: the same as `inboxOf` counts. */
export async function unreadCountOf(tx: Tx, personId: string): Promise<number> {
  const today = todayIn().toString();
  const { rows } = await tx.execute<{ unread: string }>(sql`
    with mine as (
      select c.id, '-infinity'::timestamptz as since, false as moderates
      from conversations c join persons p on p.office_id = c.office_id and p.id = c.client_id
      where c.office_id = ${tx.officeId} and p.deactivated_at is null
        and (c.client_id = ${personId} or c.client_id in (select r.client_id from relations r
          where r.office_id = ${tx.officeId} and r.coach_id = ${personId}
            and r.starts_on <= ${today}::date and (r.ends_on is null or r.ends_on >= ${today}::date)))
      union all
      select h.id, s.joined_at, s.part = 'moderator'
      from channel_members s join channels h on h.office_id = s.office_id and h.id = s.channel_id
      where s.office_id = ${tx.officeId} and s.person_id = ${personId} and s.left_at is null and h.ended_at is null)
    select coalesce(sum(n.unread), 0) as unread
    from mine left join reading_marks k
      on k.office_id = ${tx.officeId} and k.person_id = ${personId} and k.conversation_id = mine.id
    cross join lateral (
      select count(*) filter (where m.position > coalesce(k.read_to, 0) and m.author_id <> ${personId}) as unread
      from (select position, author_id from messages m
        where m.office_id = ${tx.officeId} and m.conversation_id = mine.id and m.deleted_at is null
          and (mine.moderates or m.posted_at >= mine.since)
          and not exists (select 1 from blocked_pairs b where b.office_id = m.office_id
            and b.first_id = least(m.author_id, ${personId}::uuid)
            and b.second_id = greatest(m.author_id, ${personId}::uuid))
        order by m.position desc limit 100) m) n`);
  return Number(rows[0]?.unread ?? 0);
}

export type OpenReport = {
  messageId: string;
  reason: ReportReason;
  words: string | null;
  reporterName: string;
  reportedAt: Temporal.Instant;
  message: ShownMessage;
};

/** Reports of a channel that nobody has handled yet, the oldest first. For moderators. */
export async function openReportsOf(tx: Tx, actor: Actor, channelId: string): Promise<OpenReport[]> {
  const { rows } = await tx.execute<ReportRow>(sql`
    select r.id as report_id, r.reason, r.words, r.reporter_id, r.reported_at::text, r.message_id,
      coalesce(p.preferred_name, p.given_name) as reporter_name
    from message_reports r
    join messages m on m.office_id = r.office_id and m.id = r.message_id
    join persons p on p.office_id = r.office_id and p.id = r.reporter_id
    where r.office_id = ${tx.officeId} and m.conversation_id = ${channelId} and r.handled_at is null
      and m.deleted_at is null
    order by r.reported_at limit 50`);
  const reports: OpenReport[] = [];
  for (const row of rows) {
    const found = await chosen(tx, nameInChannel, sql`m.id = ${row.message_id}`, 1);
    const [message] = await opened(tx, actor, found.rows);
    if (!message) continue;
    const place = {
      personId: row.reporter_id,
      table: 'message_reports',
      column: 'words',
      rowId: row.report_id,
    };
    reports.push({
      messageId: row.message_id,
      reason: row.reason,
      words: row.words && (await openText(tx, place, row.words)),
      reporterName: row.reporter_name,
      reportedAt: Temporal.Instant.from(row.reported_at),
      message,
    });
  }
  return reports;
}

type ReportRow = {
  report_id: string;
  reason: ReportReason;
  words: Buffer | null;
  reporter_id: string;
  reported_at: string;
  message_id: string;
  reporter_name: string;
};

export type ChannelPerson = {
  personId: string;
  name: string;
  part: 'member' | 'moderator';
  mutedUntil: Temporal.Instant | null;
};

/** Who is in a channel now, by the names chosen for it, without those whom the reader must not meet. */
export async function personsInChannel(tx: Tx, seat: ChannelSeat): Promise<ChannelPerson[]> {
  const { rows } = await tx.execute<{
    person_id: string;
    name: string;
    part: 'member' | 'moderator';
    muted_until: string | null;
  }>(sql`
    select c.person_id, coalesce(c.shown_as, p.preferred_name, p.given_name) as name, c.part, c.muted_until::text
    from channel_members c join persons p on p.office_id = c.office_id and p.id = c.person_id
    where c.office_id = ${tx.officeId} and c.channel_id = ${seat.id} and c.left_at is null
      and not (${JSON.stringify([...seat.blocked])}::jsonb ? c.person_id::text)
    order by c.part desc, name limit 300`);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    part: row.part,
    mutedUntil: row.muted_until === null ? null : Temporal.Instant.from(row.muted_until),
  }));
}

/** One message as it is shown in its channel. */
export async function shownMessage(
  tx: Tx,
  actor: Actor,
  messageId: string,
): Promise<ShownMessage | undefined> {
  const { rows } = await chosen(tx, nameInChannel, sql`m.id = ${messageId}`, 1);
  return (await opened(tx, actor, rows))[0];
}

/** How far a person has read a client's thread or a channel; the conversation's id, once something has been said. */
export async function readingMarkOf(
  tx: Tx,
  personId: string,
  which: { clientId: string } | { channelId: string },
): Promise<{ conversationId: string | undefined; readTo: number }> {
  const chosenOne =
    'clientId' in which ? sql`c.client_id = ${which.clientId}` : sql`c.id = ${which.channelId}`;
  const { rows } = await tx.execute<{ id: string; read_to: string | null }>(sql`
    select c.id, k.read_to::text from conversations c left join reading_marks k
      on k.office_id = c.office_id and k.conversation_id = c.id and k.person_id = ${personId}
    where c.office_id = ${tx.officeId} and ${chosenOne} limit 1`);
  return { conversationId: rows[0]?.id, readTo: Number(rows[0]?.read_to ?? 0) };
}

/** When a message was posted; undefined when there is none. */
export async function postedAtOf(tx: Tx, messageId: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await tx.execute<{ posted_at: string }>(sql`
    select posted_at::text from messages where office_id = ${tx.officeId} and id = ${messageId}`);
  return rows[0] && Temporal.Instant.from(rows[0].posted_at);
}

/** Whose thread a conversation is; undefined when it is a channel or not there. */
export async function clientOfConversation(tx: Tx, conversationId: string): Promise<string | undefined> {
  const { rows } = await tx.execute<{ client_id: string | null }>(sql`
    select client_id from conversations where office_id = ${tx.officeId} and id = ${conversationId} limit 1`);
  return rows[0]?.client_id ?? undefined;
}

/** A channel's hours as they are written into its form. */
export async function hoursOf(tx: Tx, channelId: string) {
  const { rows } = await tx.execute<{ weekday: number; opens: string; closes: string }>(sql`
    select weekday, opens::text, closes::text from channel_hours
    where office_id = ${tx.officeId} and channel_id = ${channelId} order by weekday, opens limit 50`);
  const values: Record<string, string> = {};
  for (let weekday = 1; weekday <= 7; weekday++) {
    const spans = rows
      .filter((row) => row.weekday === weekday)
      .map((row) => ({
        opens: Temporal.PlainTime.from(row.opens),
        closes: Temporal.PlainTime.from(row.closes),
      }));
    values[`day-${weekday}`] = writeSpans(spans);
  }
  return { values, errors: {} };
}
