// Feedback about services: given by anybody, dealt with by the office, removed when its time is over.
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { openText, sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Language } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { feedbackDone, feedbackGiven, feedbackReopened } from './events.ts';
import { serviceFeedback } from './tables.ts';

// Nobody's person is known, so each feedback has a data key of its own under its own id.
const placeOf = (id: string, column: 'words' | 'contact') => ({
  personId: id,
  table: 'service_feedback',
  column,
  rowId: id,
});

/** Keeps what somebody thinks of a service. Who they are is not kept, even when they are signed in. Gives its id. */
export async function giveFeedback(
  tx: Tx,
  feedback: { serviceId: string; language: Language; words: string; contact: string | undefined },
): Promise<string> {
  const id = randomUUID();
  await tx.insert(serviceFeedback).values({
    id,
    serviceId: feedback.serviceId,
    language: feedback.language,
    words: await sealText(tx, placeOf(id, 'words'), feedback.words),
    contact: feedback.contact ? await sealText(tx, placeOf(id, 'contact'), feedback.contact) : null,
    givenAt: now(),
  });
  await recordEvent(tx, feedbackGiven({ feedbackId: id, serviceId: feedback.serviceId }), {
    actorId: undefined,
  });
  return id;
}

/** What was written and how to reach the writer, in clear. */
export async function openFeedback(tx: Tx, sealed: { id: string; words: Buffer; contact: Buffer | null }) {
  return {
    words: await openText(tx, placeOf(sealed.id, 'words'), sealed.words),
    contact: sealed.contact ? await openText(tx, placeOf(sealed.id, 'contact'), sealed.contact) : undefined,
  };
}

/** Marks a feedback as dealt with, or takes the mark away. The same mark twice changes nothing. */
export async function markFeedback(tx: Tx, actor: Actor, feedbackId: string, done: boolean): Promise<void> {
  const marked = await tx
    .update(serviceFeedback)
    .set(done ? { doneAt: now(), doneBy: actor.personId } : { doneAt: null, doneBy: null })
    .where(
      and(
        eq(serviceFeedback.officeId, tx.officeId),
        eq(serviceFeedback.id, feedbackId),
        sql`(${serviceFeedback.doneAt} is null) = ${done}`,
      ),
    )
    .returning({ id: serviceFeedback.id });
  if (marked.length === 0) return;
  const event = done ? feedbackDone({ feedbackId }) : feedbackReopened({ feedbackId });
  await recordEvent(tx, event, { actorId: actor.personId });
}

/** Removes feedback given before `before` with the keys of its words, so that no copy can be read any more. */
export async function removeFeedbackBefore(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with gone as (delete from service_feedback where office_id = ${tx.officeId}
                     and given_at < ${before.toString()}::timestamptz returning id),
         keys as (delete from data_keys using gone where office_id = ${tx.officeId} and person_id = gone.id)
    select id from gone`);
  return rows.length;
}
