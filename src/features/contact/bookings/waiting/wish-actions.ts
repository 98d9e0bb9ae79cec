// Waiting for a time to come free, with one coach or with whoever of a pool. A freed time is kept for the one who has
// waited longest and can take it, until an hour tells otherwise; then for the next. Whoever let it pass waits on at the
// end of the line.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import { defineJob, jobHandler } from '../../../../platform/jobs.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { blockedFrom, coachesOf } from '../../../ground/people/door.ts';
import { timeOffered } from '../events.ts';
import { holdLine, holdPersons } from '../holding.ts';
import { poolServes, poolsOfCoach } from '../pools/pool-membership.ts';
import { freeTimesOf } from '../queries.ts';
import { timeWishes } from '../tables.ts';
import { inLineFor, isKept, keptUntil, passedBy } from './wish-rules.ts';

export type Wish = typeof timeWishes.$inferSelect;

/** Whose time is waited for. */
export type Awaited = { coachId: string } | { poolId: string };

const lapseOffer = defineJob<{ officeId: string; wishId: string; startsAt: string }>('booking-offer-lapses');

/** Puts a client in the line for a time. Does nothing when they are in it. */
export async function waitForTime(
  tx: Tx,
  actor: Actor,
  wish: { clientId: string; of: Awaited; untilOn: Temporal.PlainDate },
): Promise<void> {
  const { clientId, of, untilOn } = wish;
  // One that waited for days that are over makes room for the new one.
  await tx
    .update(timeWishes)
    .set({ closedAt: now(), outcome: 'lapsed' })
    .where(and(mine(tx, clientId, of), sql`${timeWishes.untilOn} < ${todayIn().toString()}::date`));
  await tx
    .insert(timeWishes)
    .values({ clientId, ...of, untilOn, wishedBy: actor.personId, wishedAt: now() })
    .onConflictDoNothing();
}

const mine = (tx: Tx, clientId: string, of: Awaited) =>
  and(
    eq(timeWishes.officeId, tx.officeId),
    eq(timeWishes.clientId, clientId),
    'coachId' in of ? eq(timeWishes.coachId, of.coachId) : eq(timeWishes.poolId, of.poolId),
    isNull(timeWishes.closedAt),
  );

/** Takes a client out of the line, if they are in it; a time that was kept for them goes on to the next. */
export async function stopWaiting(tx: Tx, clientId: string, of: Awaited): Promise<void> {
  await holdLine(tx);
  await close(tx, mine(tx, clientId, of), 'withdrawn');
}

/** Nobody waits for a time of a pool that has ended, or of one of its coaches who has left it. */
export async function leaveLinesOf(
  tx: Tx,
  poolId: string,
  coachIds: readonly string[] | 'all',
): Promise<void> {
  await holdLine(tx);
  const inPool = and(
    eq(timeWishes.officeId, tx.officeId),
    eq(timeWishes.poolId, poolId),
    isNull(timeWishes.closedAt),
  );
  if (coachIds === 'all') return close(tx, inPool, 'lapsed');
  const kept = (await tx.select().from(timeWishes).where(inPool).limit(500)).filter(
    (wish) => isKept(wish, now()) && coachIds.includes(wish.offerCoachId ?? ''),
  );
  for (const wish of kept) {
    // Not their doing: their place in the line stays.
    await tx.update(timeWishes).set({ offerUntil: now() }).where(row(tx, wish));
    await offerOn(tx, wish);
  }
}

/** Lets the time that is kept for a client pass: they wait on at the end of the line, and the next is asked. */
export async function passOffer(tx: Tx, clientId: string, of: Awaited): Promise<void> {
  await holdLine(tx);
  const [wish] = await tx
    .select()
    .from(timeWishes)
    .where(mine(tx, clientId, of))
    .limit(1);
  if (!wish || !isKept(wish, now())) return;
  const { wishedAt, offerUntil } = passedBy(wish, now());
  await tx.update(timeWishes).set({ wishedAt, offerUntil }).where(row(tx, wish));
  await offerOn(tx, wish);
}

type Booked = {
  clientId: string;
  coachId: string;
  /** The pool it was booked from. */
  poolId?: string | null | undefined;
  startsAt: Temporal.Instant;
};

/**
 * A client has booked with the coach or in the pool for which they waited: the waiting is over. Call it when all that
 * is booked has been written: whoever holds the line waits for nothing more.
 */
export async function takeWish(tx: Tx, { clientId, coachId, poolId, startsAt }: Booked): Promise<void> {
  const lines: Awaited[] = [{ coachId }, ...(poolId ? [{ poolId }] : [])];
  for (const of of lines) {
    const [waits] = await tx
      .select()
      .from(timeWishes)
      .where(mine(tx, clientId, of))
      .limit(1);
    if (!waits) continue;
    await holdLine(tx);
    await close(tx, mine(tx, clientId, of), 'booked', { coachId, startsAt });
  }
}

/** Closes these wishes. What was kept for them goes to the next, but not the time that has been taken. */
async function close(
  tx: Tx,
  which: ReturnType<typeof and>,
  outcome: NonNullable<Wish['outcome']>,
  taken?: { coachId: string; startsAt: Temporal.Instant },
): Promise<void> {
  const closed = await tx.update(timeWishes).set({ closedAt: now(), outcome }).where(which).returning();
  for (const wish of closed) {
    const took = taken && wish.offerCoachId === taken.coachId && wish.offerStartsAt?.equals(taken.startsAt);
    if (!took) await offerOn(tx, wish);
  }
}

const row = (tx: Tx, { id }: Pick<Wish, 'id'>) =>
  and(eq(timeWishes.officeId, tx.officeId), eq(timeWishes.id, id));

/** What was kept for one goes to the next. */
async function offerOn(tx: Tx, { offerCoachId, offerStartsAt }: Wish): Promise<void> {
  if (offerCoachId && offerStartsAt) await offerFreedTime(tx, offerCoachId, offerStartsAt);
}

/** The wishes of a client that are open, with what is kept for them. */
export async function wishesOf(tx: Tx, clientId: string): Promise<Wish[]> {
  return tx
    .select()
    .from(timeWishes)
    .where(
      and(
        eq(timeWishes.officeId, tx.officeId),
        eq(timeWishes.clientId, clientId),
        isNull(timeWishes.closedAt),
        sql`${timeWishes.untilOn} >= ${todayIn().toString()}::date`,
      ),
    )
    .limit(20);
}

/** Keeps a freed time for the first who waits for this coach, or for a pool of theirs, and can have it. */
export async function offerFreedTime(tx: Tx, coachId: string, startsAt: Temporal.Instant): Promise<void> {
  const { timeZone } = await thisOffice(tx);
  const day = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const offerUntil = keptUntil(startsAt, now());
  if (!offerUntil) return;
  // Two times that come free at once are offered one after the other, so that nobody is kept both.
  await holdLine(tx);
  const poolIds = await poolsOfCoach(tx, coachId);
  const line = await tx
    .select()
    .from(timeWishes)
    .where(
      and(
        eq(timeWishes.officeId, tx.officeId),
        sql`(${timeWishes.coachId} = ${coachId} or ${timeWishes.poolId} = any(array(
          select jsonb_array_elements_text(${JSON.stringify(poolIds)}::jsonb)::uuid)))`,
        isNull(timeWishes.closedAt),
      ),
    )
    .limit(500);
  // Whoever let this very time pass in one line is not asked in another.
  const asked = new Set(line.flatMap((one) => (one.offerStartsAt?.equals(startsAt) ? [one.clientId] : [])));
  for (const wish of inLineFor(line, { coachId, poolIds, startsAt, day }, now())) {
    if (asked.has(wish.clientId) || !(await canHave(tx, wish, coachId, day, startsAt))) continue;
    await tx
      .update(timeWishes)
      .set({ offerStartsAt: startsAt, offerCoachId: coachId, offerUntil })
      .where(row(tx, wish));
    const job = { officeId: tx.officeId, wishId: wish.id, startsAt: startsAt.toString() };
    await tx.outside.jobs.send(tx, lapseOffer, job, { startAfter: offerUntil });
    await recordEvent(tx, timeOffered({ wishId: wish.id }), { topics: [`person:${wish.clientId}`] });
    return;
  }
}

async function canHave(
  tx: Tx,
  { clientId, poolId }: Wish,
  coachId: string,
  day: Temporal.PlainDate,
  startsAt: Temporal.Instant,
): Promise<boolean> {
  const met = poolId
    ? await poolServes(tx, poolId, { coachId, clientId })
    : (await coachesOf(tx, clientId, day)).some((one) => one.coachId === coachId) &&
      !(await blockedFrom(tx, clientId)).has(coachId);
  if (!met) return false;
  const free = await freeTimesOf(tx, { coachId, clientId, from: day, to: day, byStaff: false });
  return free.some((time) => time.startsAt.equals(startsAt));
}

/** Ends an offer whose hour has come: its person goes to the end of the line, the time to the next. */
export const offerLapses = jobHandler(lapseOffer, async ({ inOffice }, { officeId, wishId, startsAt }) => {
  await inOffice(officeId, async (tx) => {
    const [wish] = await tx
      .select()
      .from(timeWishes)
      .where(and(eq(timeWishes.officeId, tx.officeId), eq(timeWishes.id, wishId)))
      .limit(1);
    if (!wish?.offerCoachId) return;
    // From this hour on anybody may book the time, and may be doing so now.
    await holdPersons(tx, wish.offerCoachId, wish.clientId);
    await holdLine(tx);
    const at = now().toString();
    const lapsed = await tx.execute(sql`update time_wishes set wished_at = ${at}::timestamptz
      where office_id = ${tx.officeId} and id = ${wishId} and closed_at is null and wished_at < offer_until
        and offer_starts_at = ${startsAt}::timestamptz and offer_until <= ${at}::timestamptz`);
    if (lapsed.rowCount) await offerOn(tx, wish);
  });
});
