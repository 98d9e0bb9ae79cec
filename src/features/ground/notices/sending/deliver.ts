// Carrying out deliveries. Three steps, so that no transaction waits for the outside world: take the delivery and make
// its words; send; write down what came of it. A worker that dies between the steps loses its lease, and the message
// goes again under the same id, by which a gateway knows it.
import { sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { sealText } from '../../../../platform/encryption.ts';
import { recordEvent } from '../../../../platform/events.ts';
import { jobHandler } from '../../../../platform/jobs.ts';
import type { SendResult } from '../../../../platform/mail.ts';
import type { Outside } from '../../../../platform/outside.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { type Channel, personById } from '../../people/door.ts';
import { deliverNotice, lockDelivery, newDelivery, openDelivery, queueDelivery } from '../actions.ts';
import { deliveryGivenUp } from '../events.ts';
import { afterQuietHours, channelsFor, mayBeSent, secretChannels, smsNumber, waitAfter } from '../rules.ts';
import { type deliveries, outbox } from '../tables.ts';
import {
  type LinkFor,
  type Message,
  messageOf,
  noticesOf,
  officeHref,
  secretOf,
} from '../wording/message.ts';
import { quietHoursOf } from './quiet-hours.ts';
import { reachOf } from './reach.ts';

type Delivery = typeof deliveries.$inferSelect;

const lease = Temporal.Duration.from('PT90S');

/** The handler of the delivery job. `linkFor` makes personal links; see LinkFor. */
export const deliverNotices = ({ linkFor }: { linkFor: LinkFor }) =>
  jobHandler(deliverNotice, async ({ inOffice }, { officeId, deliveryId }) => {
    const ready = await inOffice(officeId, (tx) => takeDelivery(tx, deliveryId, linkFor));
    if (!ready) return;
    const result = await ready.send();
    await inOffice(officeId, (tx) => settle(tx, deliveryId, result));
  });

type Ready = { send(): Promise<SendResult> };

async function takeDelivery(tx: Tx, deliveryId: string, linkFor: LinkFor): Promise<Ready | undefined> {
  const delivery = await lockDelivery(tx, deliveryId);
  if (!delivery || !mayBeSent(delivery.state)) return undefined;
  if (delivery.leasedUntil && Temporal.Instant.compare(delivery.leasedUntil, now()) > 0) {
    // Another worker has it. Should that one have died, this looks again when its lease has run out.
    await queueDelivery(tx, { id: delivery.id, channel: delivery.channel, dueAt: delivery.leasedUntil });
    return undefined;
  }
  const person = await personById(tx, delivery.personId);
  const message =
    person && !person.deactivatedAt ? await messageOf(tx, delivery, person, linkFor) : undefined;
  if (!person || !message) {
    await change(tx, delivery, sql`state = 'withdrawn', gathering = false, secret = null`);
    return undefined;
  }
  const leasedUntil = now().add(lease).toString();
  await change(
    tx,
    delivery,
    sql`attempts = attempts + 1, gathering = false, leased_until = ${leasedUntil}::timestamptz`,
  );
  if (tx.outside.config.demo) {
    await showInOutbox(tx, delivery, message);
    await settle(tx, deliveryId, { ok: true });
    return undefined;
  }
  const callback = `${await officeHref(tx)}/sms-report`;
  const to = await addressOf(tx, delivery, person);
  return { send: () => send(tx.outside, delivery, { ...message, callback }, to) };
}

type Addressed = { phone: string | null; email: string | null };
// A warning goes to the address that was the person's before, whatever their present one is.
async function addressOf(tx: Tx, delivery: Delivery, person: Addressed): Promise<Addressed> {
  if (delivery.secretKind !== 'contact-changed') return person;
  const former = (await secretOf(tx, delivery)) ?? null;
  return { phone: former, email: former };
}

type Letter = Message & { callback: string };

async function send(
  outside: Outside,
  delivery: Delivery,
  message: Letter,
  to: Addressed,
): Promise<SendResult> {
  const { id } = delivery;
  if (delivery.channel === 'sms') {
    const number = smsNumber(to.phone);
    if (!outside.sms) return { ok: false, reason: 'not-set-up', final: true };
    if (!number) return { ok: false, reason: 'bad-number', final: true };
    return outside.sms.send({ id, to: number, text: message.text, callback: message.callback });
  }
  if (!outside.mail) return { ok: false, reason: 'not-set-up', final: true };
  if (!to.email) return { ok: false, reason: 'bad-address', final: true };
  const { subject, text, headers, calendar } = message;
  return outside.mail.send({ id, to: to.email, subject, text, headers, calendar });
}

async function showInOutbox(tx: Tx, delivery: Delivery, message: { subject: string; text: string }) {
  const id = crypto.randomUUID();
  const { personId } = delivery;
  const words = delivery.channel === 'sms' ? message.text : `${message.subject}\n${message.text}`;
  const sealed = await sealText(tx, { personId, table: 'outbox', column: 'message', rowId: id }, words);
  const channel = delivery.channel === 'sms' ? 'sms' : 'email';
  await tx.insert(outbox).values({ id, personId, channel, message: sealed, at: now() });
}

async function settle(tx: Tx, deliveryId: string, result: SendResult): Promise<void> {
  const delivery = await lockDelivery(tx, deliveryId);
  // A delivery report may have come before the gateway's own answer was written down.
  if (!delivery || !mayBeSent(delivery.state)) return;
  if (result.ok) {
    const at = now().toString();
    await change(
      tx,
      delivery,
      sql`state = 'sent', sent_at = ${at}::timestamptz, secret = null, reason = null, leased_until = null`,
    );
    return;
  }
  const wait = result.final ? undefined : waitAfter(delivery.attempts, delivery.secretKind !== null);
  if (!wait) return giveUp(tx, delivery, result.reason);
  const dueAt = await whenAllowed(tx, delivery, now().add(wait));
  await change(
    tx,
    delivery,
    sql`state = 'failed', reason = ${result.reason}, leased_until = null, due_at = ${dueAt.toString()}::timestamptz`,
  );
  await queueDelivery(tx, { id: delivery.id, channel: delivery.channel, dueAt });
}

// A message put off does not wake anybody either; sign-in and what is urgent pass.
async function whenAllowed(tx: Tx, delivery: Delivery, at: Temporal.Instant): Promise<Temporal.Instant> {
  if (delivery.secretKind) return at;
  if ((await noticesOf(tx, delivery.id)).some(({ kind }) => kind.urgent)) return at;
  const { quiet, zone } = await quietHoursOf(tx, at);
  return afterQuietHours(at, quiet, zone);
}

/** Ends a delivery that did not arrive. What it told goes on by the next channel; when none is left, staff hear of it. */
export async function giveUp(tx: Tx, delivery: Delivery, reason: string): Promise<void> {
  const secret = await secretOf(tx, delivery);
  await change(
    tx,
    delivery,
    sql`state = 'given-up', reason = ${reason}, gathering = false, secret = null, leased_until = null`,
  );
  const channel = await nextChannel(tx, delivery);
  const { personId } = delivery;
  if (!channel && delivery.secretKind === 'contact-changed') return;
  if (!channel || (delivery.secretKind && secret === undefined)) {
    await recordEvent(tx, deliveryGivenUp({ deliveryId: delivery.id, personId }), {
      topics: ['deliveries:all'],
    });
    return;
  }
  const next = byHand(channel)
    ? await openDelivery(tx, personId, channel, now())
    : await passOn(tx, delivery, channel, secret);
  await change(tx, delivery, sql`followed_by = ${next}`);
  await tx.execute(sql`update notices set delivery_id = ${next}
    where office_id = ${tx.officeId} and delivery_id = ${delivery.id} and withdrawn_at is null`);
}

const byHand = (channel: Channel) => channel === 'letter' || channel === 'phone';

async function passOn(tx: Tx, delivery: Delivery, channel: Channel, secret: string | undefined) {
  const id = crypto.randomUUID();
  const { personId, secretKind } = delivery;
  const place = { personId, table: 'deliveries', column: 'secret', rowId: id };
  return newDelivery(tx, {
    id,
    personId,
    channel,
    dueAt: await whenAllowed(tx, delivery, now()),
    secretKind,
    secret: secret === undefined ? null : await sealText(tx, place, secret),
  });
}

async function nextChannel(tx: Tx, delivery: Delivery): Promise<Channel | undefined> {
  // A former address has no other way, and it may well be dead: that is why it was changed.
  if (delivery.secretKind === 'contact-changed') return undefined;
  const person = await personById(tx, delivery.personId);
  if (!person || person.deactivatedAt) return undefined;
  const { rows } = await tx.execute<{ channel: Channel }>(sql`
    with recursive earlier as (
      select id, channel from deliveries where office_id = ${tx.officeId} and id = ${delivery.id}
      union
      select d.id, d.channel from deliveries d join earlier e on d.followed_by = e.id
      where d.office_id = ${tx.officeId})
    select channel from earlier`);
  const tried = new Set(rows.map((row) => row.channel));
  const told = delivery.secretKind ? [] : await noticesOf(tx, delivery.id);
  if (!delivery.secretKind && told.length === 0) return undefined;
  return channelsFor(reachOf(tx, person), delivery.secretKind ? secretChannels : undefined).find(
    (channel) => !tried.has(channel) && told.every(({ kind }) => kind.only?.includes(channel) ?? true),
  );
}

function change(tx: Tx, delivery: Delivery, values: ReturnType<typeof sql>) {
  return tx.execute(sql`update deliveries set ${values}
    where office_id = ${tx.officeId} and id = ${delivery.id}`);
}

/** What the gateway said became of a text message. Only what is still on its way can change; said twice is once. */
export async function applyReport(
  tx: Tx,
  report: { id: string; state: 'delivered' | 'failed' },
): Promise<void> {
  const delivery = await lockDelivery(tx, report.id);
  if (delivery?.channel !== 'sms' || !(delivery.state === 'sent' || mayBeSent(delivery.state))) return;
  if (report.state === 'failed') return giveUp(tx, delivery, 'not-delivered');
  const at = now().toString();
  await change(
    tx,
    delivery,
    sql`state = 'delivered', delivered_at = ${at}::timestamptz, secret = null, leased_until = null`,
  );
}
