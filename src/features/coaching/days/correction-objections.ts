// A client's message against a confirmation, and the coach's answer to it.
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import { openText, sealText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { objectionAnswered } from './events.ts';
import { topicsOfClient } from './topics.ts';

type DayBrief = { id: string; clientId: string };

/** Answers a client's message, once. Throws NotFound when there is no such message without an answer on the day. */
export async function answerObjection(
  tx: Tx,
  actor: Actor,
  day: DayBrief,
  objectionId: string | undefined,
  words: string,
): Promise<void> {
  if (!isId(objectionId)) throw new NotFound('objection');
  const place = { personId: day.clientId, table: 'objections', column: 'answer', rowId: objectionId };
  const { rows } = await tx.execute(sql`
    update objections set answer = ${await sealText(tx, place, words)},
      answered_at = ${now().toString()}::timestamptz, answered_by = ${actor.personId}
    where office_id = ${tx.officeId} and id = ${objectionId} and day_id = ${day.id} and answered_at is null
    returning id`);
  if (rows.length === 0) throw new NotFound('objection');
  noteAccess(tx, {
    actor,
    personId: day.clientId,
    act: 'changed',
    subject: 'day-confirmation',
    subjectId: day.id,
    purpose: 'coaching',
  });
  await recordEvent(tx, objectionAnswered({ dayId: day.id, clientId: day.clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
}

export type ObjectionAnswer = { words: string; by: string; at: Temporal.Instant };

/** The answers to the messages about a day, by the message's id. The caller has checked the right to read the day. */
export async function answersOf(tx: Tx, day: DayBrief): Promise<Map<string, ObjectionAnswer>> {
  type Row = { id: string; answer: Buffer; answered_at: string; answered_by: string };
  const { rows } = await tx.execute<Row>(sql`
    select o.id, o.answer, o.answered_at::text, coalesce(p.preferred_name, p.given_name) as answered_by
    from objections o join persons p on p.office_id = o.office_id and p.id = o.answered_by
    where o.office_id = ${tx.officeId} and o.day_id = ${day.id} and o.answer is not null
    order by o.answered_at limit 50`);
  const answers = new Map<string, ObjectionAnswer>();
  for (const row of rows) {
    const place = { personId: day.clientId, table: 'objections', column: 'answer', rowId: row.id };
    const words = await openText(tx, place, row.answer);
    answers.set(row.id, { words, by: row.answered_by, at: Temporal.Instant.from(row.answered_at) });
  }
  return answers;
}
