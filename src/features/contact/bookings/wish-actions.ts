// Waiting for a time to come free. A freed time is kept for the one who has waited longest and can take it, until an
// hour tells otherwise; then for the next. Whoever let it pass waits on at the end of the line.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { recordEvent } from '../../../platform/events.ts';
import { defineJob, jobHandler } from '../../../platform/jobs.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { blockedFrom, coachesOf } from '../../ground/people/door.ts';
import { timeOffered } from './events.ts';
import { holdPersons } from './holding.ts';
import { freeTimesOf } from './queries.ts';
import { timeWishes } from './tables.ts';

export type Wish = typeof timeWishes.$inferSelect;

/** How long a freed time is kept for one person, at most; it also ends two hours before the time itself. */
const keptHours = 12;
const lastHours = 2;

const lapseOffer = defineJob<{ officeId: string; wishId: string; startsAt: string }>('booking-offer-lapses');

/** Puts a client in the line for a time with this coach. Does nothing when they are in it. */
export async function waitForTime(
  tx: Tx,
  actor: Actor,
  wish: { clientId: string; coachId: string; untilOn: Temporal.PlainDate },
): Promise<void> {
  await tx
    .insert(timeWishes)
    .values({ ...wish, wishedBy: actor.personId, wishedAt: now() })
    .onConflictDoNothing();
}

const mine = (tx: Tx, clientId: string, coachId: string) =>
  and(
    eq(timeWishes.officeId, tx.officeId),
    eq(timeWishes.clientId, clientId),
    eq(timeWishes.coachId, coachId),
    isNull(timeWishes.closedAt),
  );

/** Takes a client out of the line, if they are in it; a time that was kept for them goes on to the next. */
export async function stopWaiting(tx: Tx, clientId: string, coachId: string): Promise<void> {
  const [wish] = await tx
    .update(timeWishes)
    .set({ closedAt: now(), outcome: 'withdrawn' })
    .where(mine(tx, clientId, coachId))
    .returning();
  if (wish?.offerStartsAt) await offerFreedTime(tx, coachId, wish.offerStartsAt);
}

/** A client has booked with the coach for whom they waited: the waiting is over. */
export async function takeWish(
  tx: Tx,
  booked: { clientId: string; coachId: string; startsAt: Temporal.Instant },
): Promise<void> {
  const [wish] = await tx
    .update(timeWishes)
    .set({ closedAt: now(), outcome: 'booked' })
    .where(mine(tx, booked.clientId, booked.coachId))
    .returning();
  // Another time than the one kept for them: that one goes to the next.
  if (wish?.offerStartsAt && !wish.offerStartsAt.equals(booked.startsAt))
    await offerFreedTime(tx, booked.coachId, wish.offerStartsAt);
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
      ),
    )
    .limit(20);
}

/** Keeps a freed time for the first in the coach's line who can have it. */
export async function offerFreedTime(tx: Tx, coachId: string, startsAt: Temporal.Instant): Promise<void> {
  const { timeZone } = await thisOffice(tx);
  const day = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const offerUntil = earliest(now().add({ hours: keptHours }), startsAt.subtract({ hours: lastHours }));
  if (Temporal.Instant.compare(offerUntil, now()) <= 0) return;
  const line = await tx
    .select()
    .from(timeWishes)
    .where(
      and(
        eq(timeWishes.officeId, tx.officeId),
        eq(timeWishes.coachId, coachId),
        isNull(timeWishes.closedAt),
        sql`${timeWishes.untilOn} >= ${day.toString()}::date`,
        // Nothing else is kept for them, and they have not let this very time pass.
        sql`(${timeWishes.offerUntil} is null or (${timeWishes.offerUntil} <= ${now().toString()}::timestamptz
          and ${timeWishes.offerStartsAt} <> ${startsAt.toString()}::timestamptz))`,
      ),
    )
    .orderBy(timeWishes.wishedAt, timeWishes.id)
    .limit(50);
  for (const wish of line) {
    if (!(await canHave(tx, wish, day, startsAt))) continue;
    await tx
      .update(timeWishes)
      .set({ offerStartsAt: startsAt, offerUntil })
      .where(and(eq(timeWishes.officeId, tx.officeId), eq(timeWishes.id, wish.id)));
    const job = { officeId: tx.officeId, wishId: wish.id, startsAt: startsAt.toString() };
    await tx.outside.jobs.send(tx, lapseOffer, job, { startAfter: offerUntil });
    await recordEvent(tx, timeOffered({ wishId: wish.id }), { topics: [`person:${wish.clientId}`] });
    return;
  }
}

async function canHave(
  tx: Tx,
  { clientId, coachId }: Wish,
  day: Temporal.PlainDate,
  startsAt: Temporal.Instant,
): Promise<boolean> {
  const related = (await coachesOf(tx, clientId, day)).some((one) => one.coachId === coachId);
  if (!related || (await blockedFrom(tx, clientId)).has(coachId)) return false;
  const free = await freeTimesOf(tx, { coachId, clientId, from: day, to: day, byStaff: false });
  return free.some((time) => time.startsAt.equals(startsAt));
}

const earliest = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) <= 0 ? a : b);

/** Ends an offer whose hour has come: its person goes to the end of the line, the time to the next. */
export const offerLapses = jobHandler(lapseOffer, async ({ inOffice }, { officeId, wishId, startsAt }) => {
  await inOffice(officeId, async (tx) => {
    const [wish] = await tx
      .select()
      .from(timeWishes)
      .where(and(eq(timeWishes.officeId, tx.officeId), eq(timeWishes.id, wishId)))
      .limit(1);
    if (!wish) return;
    await holdPersons(tx, wish.coachId, wish.clientId);
    const at = now().toString();
    const lapsed = await tx.execute(sql`update time_wishes set wished_at = ${at}::timestamptz
      where office_id = ${tx.officeId} and id = ${wishId} and closed_at is null and wished_at < offer_until
        and offer_starts_at = ${startsAt}::timestamptz and offer_until <= ${at}::timestamptz`);
    if (lapsed.rowCount) await offerFreedTime(tx, wish.coachId, Temporal.Instant.from(startsAt));
  });
});
