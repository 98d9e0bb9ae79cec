// The verbs of conversations that everybody has: say, take back, read.
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { messageDeleted, messagePosted } from './events.ts';
import { conversations, messages } from './tables.ts';

/** What is said: a text, a kept file, or both. */
export type Said = { text: string; fileId?: string | null };

type Where = { id: string; clientId: string | null };

/** The client's thread, which begins when something is first said in it. Gives the conversation's id. */
export async function threadOf(tx: Tx, clientId: string): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into conversations (office_id, kind, client_id) values (${tx.officeId}, 'thread', ${clientId})
    on conflict (office_id, client_id) where client_id is not null do update set kind = 'thread' returning id`);
  const id = rows[0]?.id;
  if (!id) throw new Error('the thread was not opened');
  return id;
}

/** Says something in a client's thread. Gives the message's id. The caller has checked that the actor may. */
export async function postInThread(tx: Tx, actor: Actor, clientId: string, said: Said): Promise<string> {
  return post(tx, actor, { id: await threadOf(tx, clientId), clientId }, said);
}

/** Writes a message and its news. What the author has said, the author has read. */
export async function post(tx: Tx, actor: Actor, where: Where, said: Said): Promise<string> {
  const id = crypto.randomUUID();
  const sealedFor = where.clientId ?? actor.personId;
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
      fileId: said.fileId ?? null,
    })
    .returning({ position: messages.position });
  await markRead(tx, actor.personId, where.id, row?.position ?? 0);
  const ids = { messageId: id, conversationId: where.id, clientId: where.clientId };
  await recordEvent(tx, messagePosted(ids), { actorId: actor.personId, topics: topicsOf(where) });
  return id;
}

/** The live topics that a change in a conversation touches. */
export function topicsOf(where: Where): string[] {
  return [where.clientId === null ? `channel:${where.id}` : `thread:${where.clientId}`];
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
  const [where] = await tx
    .select({ id: conversations.id, clientId: conversations.clientId })
    .from(conversations)
    .where(and(eq(conversations.officeId, tx.officeId), eq(conversations.id, row.conversationId)))
    .limit(1);
  await recordEvent(tx, messageDeleted({ messageId, conversationId: row.conversationId }), {
    actorId: actor.personId,
    topics: where ? topicsOf(where) : [],
  });
}
