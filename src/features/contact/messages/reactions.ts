// What happens after something was said or reported: the receiver is told that something waits.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { notify } from '../../ground/notices/door.ts';
import { personErased } from '../../ground/people/events.ts';
import { messagePosted, messageReported } from './events.ts';
import { messageWaits, reportWaits } from './notices.ts';

/** A client is told once of what a coach has written since they last read. Coaches see it on their own pages. */
const tellClientOfMessage = reaction(messagePosted, 'tellClientOfMessage', async (tx, event) => {
  const { clientId, conversationId, messageId } = event.payload;
  if (clientId === null || event.actorId === clientId) return;
  const unread = await unreadSince(tx, { clientId, conversationId, messageId });
  if (unread !== undefined)
    await notify(tx, clientId, messageWaits, { clientId }, { once: `${conversationId}/${unread}` });
});

// How far the client had read; undefined when the message has been read, or taken back, in the meantime.
async function unreadSince(tx: Tx, ids: { clientId: string; conversationId: string; messageId: string }) {
  const { rows } = await tx.execute<{ read_to: string }>(sql`
    select coalesce(k.read_to, 0)::text as read_to
    from messages m left join reading_marks k on k.office_id = m.office_id and k.person_id = ${ids.clientId}
      and k.conversation_id = m.conversation_id
    where m.office_id = ${tx.officeId} and m.id = ${ids.messageId} and m.deleted_at is null
      and m.position > coalesce(k.read_to, 0)`);
  return rows[0]?.read_to;
}

const tellModeratorsOfReport = reaction(messageReported, 'tellModeratorsOfReport', async (tx, event) => {
  const { conversationId: channelId, reportId } = event.payload;
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select person_id from channel_members where office_id = ${tx.officeId} and channel_id = ${channelId}
      and part = 'moderator' and left_at is null limit 20`);
  for (const { person_id: personId } of rows)
    await notify(tx, personId, reportWaits, { channelId }, { once: reportId });
});

/** What an erased person wrote, and the thread that was about them, is emptied; a nickname told who they were. */
const emptyMessagesOfErased = reaction(personErased, 'emptyMessagesOfErased', async (tx, event) => {
  const { personId } = event.payload;
  const office = sql`office_id = ${tx.officeId}`;
  await tx.execute(sql`update messages
    set body = null, file_id = null, pinned_at = null, pinned_by = null, deleted_at = coalesce(deleted_at, ${now().toString()}::timestamptz),
      deleted_by = coalesce(deleted_by, author_id)
    where ${office} and (author_id = ${personId} or sealed_for = ${personId})`);
  await tx.execute(
    sql`update message_reports set words = null where ${office} and reporter_id = ${personId}`,
  );
  await tx.execute(
    sql`update channel_members set shown_as = null where ${office} and person_id = ${personId}`,
  );
  await tx.execute(sql`delete from reading_marks where ${office} and person_id = ${personId}`);
});

export const reactions = [tellClientOfMessage, tellModeratorsOfReport, emptyMessagesOfErased];
