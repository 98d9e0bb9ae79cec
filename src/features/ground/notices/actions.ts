// The verbs of notices: tell, take back, send a secret. Each only writes and queues; deliver.ts carries it out.
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { defineJob } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type Channel, personById } from '../people/door.ts';
import { afterQuietHours, channelsFor, digestWait, type SecretKind, secretChannels } from './rules.ts';
import { quietHoursOf } from './sending/quiet-hours.ts';
import { reachOf } from './sending/reach.ts';
import { deliveries, notices } from './tables.ts';
import type { NoticeIds, NoticeKind } from './wording/kinds.ts';

/** One attempt to send one delivery. Our own waits stand in the row; the queue only repeats a worker that died. */
export const deliverNotice = defineJob<{ officeId: string; deliveryId: string }>('notice-delivery', {
  retryLimit: 3,
  retryDelaySeconds: 30,
  expireInSeconds: 120,
  atOnce: 8,
});

export type TellOptions = {
  /** A name for this telling: asked twice with the same name, kind and person, it is told once. */
  once?: string;
  /** Not before this instant. */
  at?: Temporal.Instant;
  /** Rather by another channel than this one: a warning about a phone does not go to that phone. */
  avoid?: Channel;
};

/**
 * Tells a person something by the channel and language they chose, in the caller's transaction. Gives the notice's
 * id; undefined when it is not told: told before (`once`), declined, the person is deactivated, or no channel suits.
 */
export async function notify<I extends NoticeIds>(
  tx: Tx,
  personId: string,
  kind: NoticeKind<I>,
  ids: I,
  options: TellOptions = {},
): Promise<string | undefined> {
  const person = await personById(tx, personId);
  if (!person || person.deactivatedAt || (!kind.necessary && (await hasDeclined(tx, personId, kind.kind))))
    return undefined;
  if (options.once !== undefined && (await wasTold(tx, personId, kind.kind, options.once))) return undefined;
  const channels = channelsFor(reachOf(tx, person), kind.only);
  const channel = channels.find((one) => one !== options.avoid) ?? channels[0];
  if (!channel) return undefined;
  const wanted = options.at ?? now();
  // One letter and one call for all that waits to be told; messages only where a digest does no harm.
  const byHand = channel === 'letter' || channel === 'phone';
  const gathers = options.at === undefined && (byHand || (kind.digest === true && !kind.urgent));
  const earliest = gathers && !byHand ? wanted.add(digestWait) : wanted;
  const dueAt = kind.urgent ? earliest : await outsideQuietHours(tx, channel, earliest);
  const deliveryId = gathers
    ? await openDelivery(tx, personId, channel, dueAt)
    : await newDelivery(tx, { personId, channel, dueAt });
  const [row] = await tx
    .insert(notices)
    .values({ personId, kind: kind.kind, ids, once: options.once ?? null, deliveryId })
    .returning({ id: notices.id });
  return row?.id;
}

// Only what rings has quiet hours: a letter or a staff list wakes nobody.
async function outsideQuietHours(tx: Tx, channel: Channel, at: Temporal.Instant): Promise<Temporal.Instant> {
  if (channel !== 'sms' && channel !== 'email') return at;
  const { quiet, zone } = await quietHoursOf(tx, at);
  return afterQuietHours(at, quiet, zone);
}

async function hasDeclined(tx: Tx, personId: string, kind: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from unsubscriptions
    where office_id = ${tx.officeId} and person_id = ${personId} and kind = ${kind}`);
  return rows.length > 0;
}

// Two askers at one time must not both believe to be first; the lock lives as long as the transaction.
async function wasTold(tx: Tx, personId: string, kind: string, once: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${personId}/${kind}/${once}`}, 4))`);
  const { rows } = await tx.execute(sql`select 1 from notices where office_id = ${tx.officeId}
    and person_id = ${personId} and kind = ${kind} and once = ${once}`);
  return rows.length > 0;
}

type NewDelivery = Pick<typeof deliveries.$inferInsert, 'personId' | 'channel' | 'dueAt'> &
  Partial<typeof deliveries.$inferInsert>;

/** Writes a delivery and queues its first attempt when a machine can carry it out. Gives its id. */
export async function newDelivery(tx: Tx, delivery: NewDelivery): Promise<string> {
  const [row] = await tx.insert(deliveries).values(delivery).returning({ id: deliveries.id });
  if (!row) throw new Error('the delivery was not written');
  await queueDelivery(tx, { id: row.id, channel: delivery.channel, dueAt: delivery.dueAt });
  return row.id;
}

/** Queues the next attempt of a delivery. Letters and calls wait for people instead. */
export async function queueDelivery(
  tx: Tx,
  delivery: { id: string; channel: Channel; dueAt: Temporal.Instant },
): Promise<void> {
  if (delivery.channel !== 'sms' && delivery.channel !== 'email') return;
  const payload = { officeId: tx.officeId, deliveryId: delivery.id };
  const later = Temporal.Instant.compare(delivery.dueAt, now()) > 0;
  await tx.outside.jobs.send(tx, deliverNotice, payload, later ? { startAfter: delivery.dueAt } : {});
}

/** The delivery to this person by this channel that is still open for more; a new one when there is none. */
export async function openDelivery(
  tx: Tx,
  personId: string,
  channel: Channel,
  dueAt: Temporal.Instant,
): Promise<string> {
  const { rows } = await tx.execute<{ id: string; fresh: boolean }>(sql`
    insert into deliveries (office_id, person_id, channel, due_at, gathering)
    values (${tx.officeId}, ${personId}, ${channel}, ${dueAt.toString()}::timestamptz, true)
    on conflict (office_id, person_id, channel) where gathering do update set gathering = true
    returning id, xmax = 0 as fresh`);
  const row = rows[0];
  if (!row) throw new Error('the delivery was not opened');
  if (row.fresh) await queueDelivery(tx, { id: row.id, channel, dueAt });
  return row.id;
}

/** Takes back what has not yet been told of this kind and these ids (a reminder of a time that was cancelled). */
export async function withdrawNotices<I extends NoticeIds>(
  tx: Tx,
  kind: NoticeKind<I>,
  ids: Partial<I>,
): Promise<void> {
  const at = now().toString();
  const { rows } = await tx.execute<{ delivery_id: string }>(sql`
    update notices n set withdrawn_at = ${at}::timestamptz from deliveries d
    where n.office_id = ${tx.officeId} and n.kind = ${kind.kind} and n.ids @> ${JSON.stringify(ids)}::jsonb
      and n.withdrawn_at is null and d.office_id = n.office_id and d.id = n.delivery_id
      and d.state in ('queued', 'failed') returning n.delivery_id`);
  for (const deliveryId of new Set(rows.map((row) => row.delivery_id))) {
    await tx.execute(sql`update deliveries d set state = 'withdrawn', gathering = false
      where d.office_id = ${tx.officeId} and d.id = ${deliveryId} and not exists (
        select from notices n where n.office_id = d.office_id and n.delivery_id = d.id and n.withdrawn_at is null)`);
  }
}

export type SecretResult =
  | { ok: true; deliveryId: string; channel: 'sms' | 'email' }
  | { ok: false; reason: 'no-channel' };

/**
 * Sends a sign-in link (`secret` is the whole address) or a code (six digits) at once, in quiet hours too, by SMS or
 * e-mail, whichever the person prefers; `avoid` asks for the other one. The secret rests sealed until it is sent
 * and is then erased; it is never in a job. Gives the channel, so that the page can say where to look.
 */
export async function sendSecret(
  tx: Tx,
  personId: string,
  kind: SecretKind,
  secret: string,
  options: { avoid?: Channel } = {},
): Promise<SecretResult> {
  const person = await personById(tx, personId);
  if (!person || person.deactivatedAt) return { ok: false, reason: 'no-channel' };
  const channels = channelsFor(reachOf(tx, person), secretChannels);
  const channel = channels.find((one) => one !== options.avoid) ?? channels[0];
  if (channel !== 'sms' && channel !== 'email') return { ok: false, reason: 'no-channel' };
  const id = crypto.randomUUID();
  const sealed = await sealText(tx, { personId, table: 'deliveries', column: 'secret', rowId: id }, secret);
  await newDelivery(tx, { id, personId, channel, dueAt: now(), secretKind: kind, secret: sealed });
  return { ok: true, deliveryId: id, channel };
}

/**
 * Tells the number or address that a person had before that it is theirs no more, at once and in neutral words: whoever
 * took over an account by changing it is found out that way. The address rests sealed until the warning is sent.
 */
export async function warnFormerContact(
  tx: Tx,
  personId: string,
  former: { channel: 'sms' | 'email'; contact: string },
): Promise<void> {
  const id = crypto.randomUUID();
  const place = { personId, table: 'deliveries', column: 'secret', rowId: id };
  const secret = await sealText(tx, place, former.contact);
  const { channel } = former;
  await newDelivery(tx, { id, personId, channel, dueAt: now(), secretKind: 'contact-changed', secret });
}

/** The delivery, locked until the transaction ends; undefined when it is not there. */
export async function lockDelivery(tx: Tx, deliveryId: string) {
  const [row] = await tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.officeId, tx.officeId), eq(deliveries.id, deliveryId)))
    .for('no key update');
  return row;
}
