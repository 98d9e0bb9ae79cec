// Waiting for a time to come free. A freed time is kept for the one who has waited longest and can take it, until an
// hour tells otherwise; then for the next. Whoever let it pass waits on at the end of the line.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import { defineJob, jobHandler } from '../../../../platform/jobs.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { blockedFrom, coachesOf } from '../../../ground/people/door.ts';
import { timeOffered } from '../events.ts';
import { holdPerson, holdPersons } from '../holding.ts';
import { freeTimesOf } from '../queries.ts';
import { timeWishes } from '../tables.ts';
import { inLineFor, isKept, keptUntil, passedBy } from './wish-rules.ts';

export type Wish = typeof timeWishes.$inferSelect;

const lapseOffer = defineJob<{ officeId: string; wishId: string; startsAt: string }>('booking-offer-lapses');

/** Puts a client in the line for a time with this coach. Does nothing when they are in it. */
export async function waitForTime(
  tx: Tx,
  actor: Actor,
  wish: { clientId: string; coachId: string; untilOn: Temporal.PlainDate },
): Promise<void> {
  // One that waited for days that are over makes room for the new one.
  await tx
    .update(timeWishes)
    .set({ closedAt: now(), outcome: 'lapsed' })
    .where(
      and(mine(tx, wish.clientId, wish.coachId), sql`${timeWishes.untilOn} < ${todayIn().toString()}::date`),
    );
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

/** Lets the time that is kept for a client pass: they wait on at the end of the line, and the next is asked. */
export async function passOffer(tx: Tx, clientId: string, coachId: string): Promise<void> {
  const [wish] = await tx
    .select()
    .from(timeWishes)
    .where(mine(tx, clientId, coachId))
    .for('no key update')
    .limit(1);
  if (!wish?.offerStartsAt || !isKept(wish, now())) return;
  const { wishedAt, offerUntil } = passedBy(wish, now());
  await tx
    .update(timeWishes)
    .set({ wishedAt, offerUntil })
    .where(and(eq(timeWishes.officeId, tx.officeId), eq(timeWishes.id, wish.id)));
  await offerFreedTime(tx, coachId, wish.offerStartsAt);
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
        sql`${timeWishes.untilOn} >= ${todayIn().toString()}::date`,
      ),
    )
    .limit(20);
}

/** Keeps a freed time for the first in the coach's line who can have it. */
export async function offerFreedTime(tx: Tx, coachId: string, startsAt: Temporal.Instant): Promise<void> {
  const { timeZone } = await thisOffice(tx);
  const day = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const offerUntil = keptUntil(startsAt, now());
  if (!offerUntil) return;
  // Two times that come free at once are offered one after the other, so that nobody is kept both.
  await holdPerson(tx, coachId);
  const line = await tx
    .select()
    .from(timeWishes)
    .where(
      and(eq(timeWishes.officeId, tx.officeId), eq(timeWishes.coachId, coachId), isNull(timeWishes.closedAt)),
    )
    .limit(500);
  for (const wish of inLineFor(line, { startsAt, day }, now())) {
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
