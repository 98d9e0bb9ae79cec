// The line for a seat: in the order of asking, one offer at a time for each free seat.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { lockGroup } from '../actions.ts';
import { seatAnswered, seatOffered } from '../events.ts';
import { topicOf } from '../programme/expansion.ts';
import { seatsLeft } from '../programme/rules.ts';
import { waitingList } from '../tables.ts';
import { addMember, blockedInGroup, type JoinRefusal, seatsTaken } from './membership-actions.ts';

export type Waiting = typeof waitingList.$inferSelect;

/** Puts a client at the end of the line. Who already waits keeps their place. */
export async function joinLine(tx: Tx, actor: Actor, groupId: string, clientId: string): Promise<void> {
  await lockGroup(tx, groupId);
  await tx.insert(waitingList).values({ groupId, clientId, addedBy: actor.personId }).onConflictDoNothing();
}

export type OfferResult = { ok: true } | { ok: false; reason: 'full' | 'not-first' | 'not-possible' };

/** Offers a free seat to the first in the line who has none offered yet, until a day. */
export async function offerSeat(
  tx: Tx,
  actor: Actor,
  waiting: Waiting,
  until: Temporal.PlainDate,
): Promise<OfferResult> {
  const group = await lockGroup(tx, waiting.groupId);
  const today = todayIn();
  if (seatsLeft(group.seats, await seatsTaken(tx, group.id, today)) === 0)
    return { ok: false, reason: 'full' };
  const { rows } = await tx.execute<{ id: string }>(sql`select id from waiting_list
    where office_id = ${tx.officeId} and group_id = ${group.id} and closed_at is null and offered_at is null
    order by asked_at, id limit 1`);
  if (rows[0]?.id !== waiting.id) return { ok: false, reason: 'not-first' };
  const pair = await blockedInGroup(tx, { groupId: group.id, clientId: waiting.clientId, joinsOn: today });
  if (pair) return { ok: false, reason: 'not-possible' };
  await tx
    .update(waitingList)
    .set({ offeredAt: now(), offerUntil: until, offeredBy: actor.personId })
    .where(and(eq(waitingList.officeId, tx.officeId), eq(waitingList.id, waiting.id)));
  const ids = { groupId: group.id, clientId: waiting.clientId };
  await recordEvent(tx, seatOffered(ids), { actorId: actor.personId, topics: [topicOf(group.id)] });
  return { ok: true };
}

export type AnswerResult = { ok: true } | { ok: false; reason: 'over' | JoinRefusal };

/** The client takes the offered seat from today, or lets it go to the next in the line. */
export async function answerOffer(
  tx: Tx,
  actor: Actor,
  waiting: Waiting,
  takes: boolean,
): Promise<AnswerResult> {
  await lockGroup(tx, waiting.groupId);
  const today = todayIn();
  const open = waiting.closedAt === null && waiting.offerUntil !== null;
  if (!open || Temporal.PlainDate.compare(today, waiting.offerUntil ?? today) > 0)
    return { ok: false, reason: 'over' };
  if (takes) {
    const { groupId, clientId } = waiting;
    const joined = await addMember(tx, actor, { groupId, clientId, joinsOn: today }, { offered: true });
    return joined.ok ? { ok: true } : joined;
  }
  await leaveLine(tx, actor, waiting, 'declined');
  return { ok: true };
}

/** Takes somebody out of the line: declined by them, or withdrawn by staff. */
export async function leaveLine(
  tx: Tx,
  actor: Actor,
  waiting: Waiting,
  outcome: 'declined' | 'withdrawn',
): Promise<void> {
  await tx
    .update(waitingList)
    .set({ closedAt: now(), outcome })
    .where(
      and(
        eq(waitingList.officeId, tx.officeId),
        eq(waitingList.id, waiting.id),
        isNull(waitingList.closedAt),
      ),
    );
  const ids = { groupId: waiting.groupId, clientId: waiting.clientId };
  await recordEvent(tx, seatAnswered(ids), { actorId: actor.personId, topics: [topicOf(waiting.groupId)] });
}

/** Closes offers whose last day is over. Runs every night. */
export async function lapseOffers(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ group_id: string; client_id: string }>(sql`
    update waiting_list set closed_at = clock_timestamp(), outcome = 'lapsed'
    where office_id = ${tx.officeId} and closed_at is null and offer_until < ${todayIn().toString()}::date
    returning group_id, client_id`);
  for (const row of rows) {
    const ids = { groupId: row.group_id, clientId: row.client_id };
    await recordEvent(tx, seatAnswered(ids), { topics: [topicOf(row.group_id)] });
  }
}
