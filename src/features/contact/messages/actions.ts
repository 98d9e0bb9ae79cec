// The verbs of conversations that everybody has: say, take back, read.
import { and, eq, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type FileRefusal, keepFile, removeFile } from '../../ground/files/door.ts';
import { coachesOf } from '../../ground/people/door.ts';
import { messageDeleted, messagePosted } from './events.ts';
import { conversations, messages } from './tables.ts';

/** What is said: a text, a file, or both. */
export type Said = { text: string; file?: File | undefined };
export type PostResult = { ok: true; messageId: string } | { ok: false; reason: FileRefusal };

type Where = { id: string; clientId: string | null };

/** The client's thread, which begins when something is first said in it. Gives the conversation's id. */
async function threadOf(tx: Tx, clientId: string): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into conversations (office_id, kind, client_id) values (${tx.officeId}, 'thread', ${clientId})
    on conflict (office_id, client_id) where client_id is not null do update set kind = 'thread' returning id`);
  const id = rows[0]?.id;
  if (!id) throw new Error('the thread was not opened');
  return id;
}

/** Says something in a client's thread. The caller has checked that the actor may. */
export async function postInThread(tx: Tx, actor: Actor, clientId: string, said: Said): Promise<PostResult> {
  return post(tx, actor, { id: await threadOf(tx, clientId), clientId }, said);
}

/** Writes a message and its news. What the author has said, the author has read. */
export async function post(tx: Tx, actor: Actor, where: Where, said: Said): Promise<PostResult> {
  const id = crypto.randomUUID();
  const sealedFor = where.clientId ?? actor.personId;
  const kept = said.file && (await keepSaidFile(tx, actor, sealedFor, said.file));
  if (kept && !kept.ok) return kept;
  const text = said.text.trim();
  const body =
    text === ''
      ? null
      : await sealText(tx, { personId: sealedFor, table: 'messages', column: 'body', rowId: id }, text);
  const [row] = await tx
    .insert(messages)
    .values({
      id,
      conversationId: where.id,
      authorId: actor.personId,
      sealedFor,
      body,
      fileId: kept?.fileId ?? null,
    })
    .returning({ position: messages.position });
  await markRead(tx, actor.personId, where.id, row?.position ?? 0);
  const ids = { messageId: id, conversationId: where.id, clientId: where.clientId };
  await recordEvent(tx, messagePosted(ids), { actorId: actor.personId, topics: await topicsOf(tx, where) });
  return { ok: true, messageId: id };
}

async function keepSaidFile(tx: Tx, actor: Actor, personId: string, file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const allowed = ['image', 'audio', 'pdf'] as const;
  return keepFile(tx, actor, { personId, bytes, name: file.name, purpose: 'message', allowed });
}

/** The live topics that a change in a conversation touches: the conversation, and the inbox of each who is in it. */
async function topicsOf(tx: Tx, where: Where): Promise<string[]> {
  const { clientId } = where;
  const persons =
    clientId === null
      ? await personsInChannel(tx, where.id)
      : [clientId, ...(await coachesOf(tx, clientId, todayIn())).map((coach) => coach.coachId)];
  const inboxes = [...new Set(persons)].map((personId) => `inbox:${personId}`);
  return [clientId === null ? `channel:${where.id}` : `thread:${clientId}`, ...inboxes];
}

async function personsInChannel(tx: Tx, channelId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ person_id: string }>(sql`select person_id from channel_members
    where office_id = ${tx.officeId} and channel_id = ${channelId} and left_at is null limit 300`);
  return rows.map((row) => row.person_id);
}

/** Remembers how far a person has read; never backwards. Only that person's own count follows from it. */
export async function markRead(tx: Tx, personId: string, conversationId: string, readTo: number) {
  await tx.execute(sql`
    insert into reading_marks (office_id, conversation_id, person_id, read_to)
    values (${tx.officeId}, ${conversationId}, ${personId}, ${readTo})
    on conflict (office_id, person_id, conversation_id)
      do update set read_to = greatest(reading_marks.read_to, excluded.read_to)`);
}

/** Empties a message; that one stood there remains in sight, so that answers to it still make sense. */
export async function deleteMessage(tx: Tx, actor: Actor, messageId: string): Promise<void> {
  const [before] = await tx
    .select({ fileId: messages.fileId })
    .from(messages)
    .where(and(eq(messages.officeId, tx.officeId), eq(messages.id, messageId)))
    .for('no key update')
    .limit(1);
  const [row] = await tx
    .update(messages)
    .set({
      body: null,
      fileId: null,
      pinnedAt: null,
      pinnedBy: null,
      deletedAt: now(),
      deletedBy: actor.personId,
    })
    .where(and(eq(messages.officeId, tx.officeId), eq(messages.id, messageId)))
    .returning({ conversationId: messages.conversationId });
  if (!row) return;
  if (before?.fileId) await removeFile(tx, actor, before.fileId);
  const [where] = await tx
    .select({ id: conversations.id, clientId: conversations.clientId })
    .from(conversations)
    .where(and(eq(conversations.officeId, tx.officeId), eq(conversations.id, row.conversationId)))
    .limit(1);
  await recordEvent(tx, messageDeleted({ messageId, conversationId: row.conversationId }), {
    actorId: actor.personId,
    topics: where ? await topicsOf(tx, where) : [],
  });
}
