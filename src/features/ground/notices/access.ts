// The only ways to get a delivery for an actor. Managers and administrators see the office's, coaches their own
// clients'; every person shown is noted in the access log.
import { and, asc, desc, eq, gt, inArray, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now, todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole, type Role } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { clientsOf, mayKnowOf, personById } from '../people/door.ts';
import { lockDelivery } from './actions.ts';
import { deliveries } from './tables.ts';

/** The roles that print letters, make calls and see what did not arrive. */
export const deliveringRoles: readonly Role[] = ['coach', 'manager', 'administrator'];

const shownAtOnce = 50;
const failuresShownDays = 30;

type Delivery = typeof deliveries.$inferSelect;
type Person = NonNullable<Awaited<ReturnType<typeof personById>>>;
export type DeliveryTo = { delivery: Delivery; person: Person };

/** Letters or calls that wait for somebody, oldest first. */
export async function waitingFor(tx: Tx, actor: Actor, channel: 'letter' | 'phone'): Promise<DeliveryTo[]> {
  return found(tx, actor, and(await within(tx, actor), isWaiting(channel)), asc(deliveries.dueAt));
}

/** How many letters and calls wait, and how many messages did not arrive. */
export async function countsFor(tx: Tx, actor: Actor) {
  const scope = await within(tx, actor);
  return {
    letters: await tx.$count(deliveries, and(scope, isWaiting('letter'))),
    calls: await tx.$count(deliveries, and(scope, isWaiting('phone'))),
    failures: await tx.$count(deliveries, and(scope, isFailure())),
  };
}

/** Messages of the last 30 days that did not arrive, newest first, each with the channel that took its place. */
export async function failuresFor(tx: Tx, actor: Actor) {
  const failed = await found(
    tx,
    actor,
    and(await within(tx, actor), isFailure()),
    desc(deliveries.createdAt),
  );
  const ids = failed.flatMap(({ delivery }) => delivery.followedBy ?? []);
  const followers =
    ids.length === 0
      ? []
      : await tx
          .select({ id: deliveries.id, channel: deliveries.channel })
          .from(deliveries)
          .where(and(eq(deliveries.officeId, tx.officeId), inArray(deliveries.id, ids)))
          .limit(shownAtOnce);
  const channels = new Map(followers.map((row) => [row.id, row.channel]));
  return failed.map((one) => ({ ...one, movedTo: channels.get(one.delivery.followedBy ?? '') }));
}

/** One letter or call that still waits, locked. Throws NotFound when it is another's or done already. */
export async function waitingDelivery(
  tx: Tx,
  actor: Actor,
  deliveryId: string | undefined,
  channel: 'letter' | 'phone',
): Promise<DeliveryTo> {
  const delivery = isId(deliveryId) ? await lockDelivery(tx, deliveryId) : undefined;
  if (
    delivery?.channel !== channel ||
    !(delivery.state === 'queued' || delivery.state === 'failed') ||
    !hasRole(actor, ...deliveringRoles) ||
    !(await mayKnowOf(tx, actor, delivery.personId))
  ) {
    throw new NotFound('delivery');
  }
  const person = await personById(tx, delivery.personId);
  if (!person) throw new NotFound('person');
  noteRead(tx, actor, delivery);
  return { delivery, person };
}

const isWaiting = (channel: 'letter' | 'phone') =>
  and(
    eq(deliveries.channel, channel),
    inArray(deliveries.state, ['queued', 'failed']),
    lte(deliveries.dueAt, now()),
  );

// A call that was not answered yet is not lost: it stands in its own list.
const isFailure = () =>
  and(
    or(
      eq(deliveries.state, 'given-up'),
      and(eq(deliveries.state, 'failed'), inArray(deliveries.channel, ['sms', 'email'])),
    ),
    isNotNull(deliveries.reason),
    gt(deliveries.createdAt, now().subtract({ hours: 24 * failuresShownDays })),
  );

async function within(tx: Tx, actor: Actor): Promise<SQL | undefined> {
  const office = eq(deliveries.officeId, tx.officeId);
  if (hasRole(actor, 'manager', 'administrator')) return office;
  const clients = hasRole(actor, 'coach') ? await clientsOf(tx, actor.personId, todayIn()) : [];
  return clients.length === 0 ? sql`false` : and(office, inArray(deliveries.personId, clients));
}

async function found(tx: Tx, actor: Actor, which: SQL | undefined, order: SQL): Promise<DeliveryTo[]> {
  const rows = await tx.select().from(deliveries).where(which).orderBy(order).limit(shownAtOnce);
  const persons = new Map<string, Person>();
  const shown: DeliveryTo[] = [];
  for (const delivery of rows) {
    const person = persons.get(delivery.personId) ?? (await personById(tx, delivery.personId));
    if (!person || person.deactivatedAt) continue;
    if (!persons.has(person.id)) noteRead(tx, actor, delivery);
    persons.set(person.id, person);
    shown.push({ delivery, person });
  }
  return shown;
}

function noteRead(tx: Tx, actor: Actor, delivery: Delivery): void {
  const { personId, id: subjectId } = delivery;
  noteAccess(tx, { actor, personId, act: 'read', subject: 'delivery', subjectId, purpose: 'coaching' });
}
