// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** The person's own thread in whole, what they wrote in channels, and where they belong. Others' names stay out. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const office = sql`office_id = ${tx.officeId}`;
  return {
    thread: await rowsAbout(
      tx,
      personId,
      sql`select m.id as row_id, m.sealed_for, m.posted_at as "writtenAt", m.author_id = ${personId} as "byMe",
          m.body as text, m.file_id is not null as "withFile"
        from messages m join conversations c on c.office_id = m.office_id and c.id = m.conversation_id
        where m.${office} and c.client_id = ${personId} and m.deleted_at is null order by m.position limit 20000`,
      { text: 'messages.body' },
    ),
    inChannels: await rowsAbout(
      tx,
      personId,
      sql`select m.id as row_id, m.sealed_for, h.title as "channelTitle", m.posted_at as "writtenAt", m.body as text
        from messages m join channels h on h.office_id = m.office_id and h.id = m.conversation_id
        where m.${office} and m.author_id = ${personId} and m.deleted_at is null order by m.position limit 20000`,
      { text: 'messages.body' },
    ),
    channels: await rowsAbout(
      tx,
      personId,
      sql`select h.title as "channelTitle", m.shown_as as nickname, m.joined_at as "joinedAt", m.left_at as "leftAt"
        from channel_members m join channels h on h.office_id = m.office_id and h.id = m.channel_id
        where m.${office} and m.person_id = ${personId} order by m.joined_at limit 500`,
    ),
    reports: await rowsAbout(
      tx,
      personId,
      sql`select id as row_id, reported_at as "writtenAt", words from message_reports
        where ${office} and reporter_id = ${personId} order by reported_at limit 500`,
      { words: 'message_reports.words' },
    ),
  };
}
