// What staff do with deliveries that only people can carry out, and what a receiver declines.
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../../platform/access-log.ts';
import { now } from '../../../../platform/clock.ts';
import { openText, sealText } from '../../../../platform/encryption.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import type { DeliveryTo } from '../access.ts';
import { deliveryGivenUp, deliveryHandled, kindDeclined } from '../events.ts';
import { callTries } from '../rules.ts';
import type { NoticeKind } from '../wording/kinds.ts';
import { noticesOf } from '../wording/message.ts';

type Delivery = DeliveryTo['delivery'];

/** Marks a letter as posted. */
export async function markPosted(tx: Tx, actor: Actor, letter: Delivery): Promise<void> {
  await tx.execute(sql`update deliveries
    set state = 'sent', gathering = false, sent_at = ${now().toString()}::timestamptz, handled_by = ${actor.personId}
    where office_id = ${tx.officeId} and id = ${letter.id}`);
  await handled(tx, actor, letter);
}

/** Writes down what came of a call. Unanswered three times, it is given up and shown among what did not arrive. */
export async function noteCall(
  tx: Tx,
  actor: Actor,
  call: Delivery,
  outcome: { reached: boolean; note: string },
): Promise<void> {
  const at = now().toString();
  const attempts = call.attempts + 1;
  const note = await joinedNote(tx, call, outcome.note);
  const lost = !outcome.reached && attempts >= callTries;
  const state = outcome.reached ? 'delivered' : lost ? 'given-up' : 'failed';
  await tx.execute(sql`update deliveries
    set state = ${state}, gathering = ${state === 'failed' && call.gathering}, attempts = ${attempts}, note = ${note}, handled_by = ${actor.personId},
        reason = ${outcome.reached ? null : 'not-reached'},
        delivered_at = ${outcome.reached ? at : null}::timestamptz
    where office_id = ${tx.officeId} and id = ${call.id}`);
  if (lost) await recordEvent(tx, deliveryGivenUp({ deliveryId: call.id, personId: call.personId }));
  else if (outcome.reached) await handled(tx, actor, call);
}

async function handled(tx: Tx, actor: Actor, delivery: Delivery): Promise<void> {
  const { personId, id: subjectId } = delivery;
  noteAccess(tx, { actor, personId, act: 'changed', subject: 'delivery', subjectId, purpose: 'coaching' });
  await recordEvent(tx, deliveryHandled({ deliveryId: delivery.id, personId }), { actorId: actor.personId });
}

const placeOfNote = (call: Delivery) => ({
  personId: call.personId,
  table: 'deliveries',
  column: 'note',
  rowId: call.id,
});

/** What earlier callers wrote; empty when they wrote nothing. */
export async function noteOf(tx: Tx, call: Delivery): Promise<string> {
  return call.note ? openText(tx, placeOfNote(call), call.note) : '';
}

async function joinedNote(tx: Tx, call: Delivery, note: string): Promise<Buffer | null> {
  const whole = [await noteOf(tx, call), note].filter((part) => part !== '').join('\n');
  return whole === '' ? null : sealText(tx, placeOfNote(call), whole);
}

/** Stops telling a person of a kind that is not necessary, or starts again. Safe to repeat. */
export async function setDeclined(
  tx: Tx,
  personId: string,
  kind: NoticeKind,
  declined: boolean,
): Promise<void> {
  if (kind.necessary) return;
  if (!declined) {
    await tx.execute(sql`delete from unsubscriptions
      where office_id = ${tx.officeId} and person_id = ${personId} and kind = ${kind.kind}`);
    return;
  }
  const { rows } = await tx.execute(sql`insert into unsubscriptions (office_id, person_id, kind)
    values (${tx.officeId}, ${personId}, ${kind.kind}) on conflict do nothing returning kind`);
  if (rows.length > 0)
    await recordEvent(tx, kindDeclined({ personId, kind: kind.kind }), { actorId: personId });
}

/** Declines every unnecessary kind that one delivery told of. */
export async function declineKindsOf(tx: Tx, delivery: Delivery): Promise<void> {
  for (const { kind } of await noticesOf(tx, delivery.id)) {
    await setDeclined(tx, delivery.personId, kind, true);
  }
}

/** Whether everything unnecessary that one delivery told of has been declined. */
export async function isDeclined(tx: Tx, delivery: Delivery): Promise<boolean> {
  const declined = await declinedBy(tx, delivery.personId);
  const told = await noticesOf(tx, delivery.id);
  return told.every(({ kind }) => kind.necessary || declined.has(kind.kind));
}

/** Names of the kinds that a person has declined. */
export async function declinedBy(tx: Tx, personId: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ kind: string }>(sql`select kind from unsubscriptions
    where office_id = ${tx.officeId} and person_id = ${personId} limit 500`);
  return new Set(rows.map((row) => row.kind));
}
