// The verbs of a queue: take a number, leave, call the next, end, ask to be called back. Whoever changes a queue holds
// it until the transaction ends, so that numbers follow one another and nobody is called twice.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../platform/clock.ts';
import { type RecordedEvent, recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { personById, shownName } from '../../ground/people/door.ts';
import { closeRoom, inviteToRoom, openRoom } from '../calls/door.ts';
import { notePlace } from './access.ts';
import { callbackAsked, placeCalled, placeEnded, placeServed, placeTaken } from './events.ts';
import { dropInCloses } from './job-kinds.ts';
import { type DropIn, openingOf, type Place, queueOf, servesWhom, waitsWhere } from './queries.ts';
import { isWaiting, type Mode, mayAskCallback, mayLeave, type Outcome } from './rules.ts';
import { queuePlaces } from './tables.ts';
import { texts } from './texts.ts';

export type Taken =
  | { ok: true; placeId: string }
  | { ok: false; reason: 'closed' | 'elsewhere' | 'not-offered' };

/** Gives a client the next number. Whoever has one in this queue keeps it; one who waits elsewhere must leave there. */
export async function takeNumber(tx: Tx, actor: Actor, dropIn: DropIn, mode: Mode): Promise<Taken> {
  if (!dropIn.modes.includes(mode)) return { ok: false, reason: 'not-offered' };
  await hold(tx, actor.personId);
  await hold(tx, dropIn.id);
  const known = await waitsWhere(tx, actor.personId);
  if (known)
    return known.dropInId === dropIn.id
      ? { ok: true, placeId: known.id }
      : { ok: false, reason: 'elsewhere' };
  const opening = await openingOf(tx, dropIn);
  if (opening.state === 'closed') return { ok: false, reason: 'closed' };
  const { timeZone } = await thisOffice(tx);
  const day = todayIn(timeZone);
  const { rows } = await tx.execute<{
    last: number;
  }>(sql`select coalesce(max(number), 0)::int as last from queue_places
    where office_id = ${tx.officeId} and drop_in_id = ${dropIn.id} and day = ${day.toString()}::date`);
  const id = crypto.randomUUID();
  const number = (rows[0]?.last ?? 0) + 1;
  const place = { id, dropInId: dropIn.id, clientId: actor.personId, day, number, mode, takenAt: now() };
  await tx.insert(queuePlaces).values(place);
  const job = { officeId: tx.officeId, dropInId: dropIn.id };
  const closing = { startAfter: opening.closesAt, singletonKey: `${dropIn.id}/${opening.closesAt}` };
  await tx.outside.jobs.send(tx, dropInCloses, job, closing);
  await told(tx, actor.personId, place, placeTaken({ placeId: id }));
  return { ok: true, placeId: id };
}

/** The client does not wait any more. */
export async function leaveQueue(tx: Tx, actor: Actor, place: Place): Promise<void> {
  if (mayLeave(place)) await endPlace(tx, actor, place, 'left');
}

/**
 * Calls the next whom this coach may serve, in the order of the numbers. A coach who has somebody already gets them
 * again: nobody is called while another is on the line. Undefined when nobody waits.
 */
export async function callNext(tx: Tx, coach: Actor, dropIn: DropIn): Promise<Place | undefined> {
  await hold(tx, coach.personId);
  await hold(tx, dropIn.id);
  const [busy] = await tx
    .select()
    .from(queuePlaces)
    .where(
      and(
        eq(queuePlaces.officeId, tx.officeId),
        eq(queuePlaces.calledBy, coach.personId),
        isNull(queuePlaces.endedAt),
      ),
    )
    .limit(1);
  if (busy) return busy;
  const waiting = (await queueOf(tx, dropIn.id)).filter(isWaiting);
  const mine = await servesWhom(
    tx,
    dropIn.id,
    waiting.map(({ clientId }) => clientId),
    coach.personId,
  );
  const next = waiting.find(({ clientId }) => mine.has(clientId));
  if (!next) return undefined;
  const roomId = next.mode === 'video' ? await openDropInRoom(tx, next.clientId, coach.personId) : null;
  const called = { calledAt: now(), calledBy: coach.personId, roomId };
  await tx.update(queuePlaces).set(called).where(row(tx, next));
  notePlace(tx, coach, next, 'read');
  await told(tx, coach.personId, next, placeCalled({ placeId: next.id }));
  return { ...next, ...called };
}

const longestTalk = { hours: 2 };

async function openDropInRoom(tx: Tx, clientId: string, coachId: string): Promise<string> {
  const roomId = await openRoom(tx, {
    title: texts.dropIn,
    kind: 'pair',
    opensAt: now(),
    closesAt: now().add(longestTalk),
    waiting: 'open-door',
    keepsText: false,
  });
  const [client, coach] = [await personById(tx, clientId), await personById(tx, coachId)];
  await inviteToRoom(tx, roomId, [
    { personId: clientId, as: 'guest', shownName: client ? shownName(client) : '' },
    { personId: coachId, as: 'host', shownName: coach ? shownName(coach) : '' },
  ]);
  return roomId;
}

/** Ends a place: served or not reached by the coach, left by the client, or closed by the clock. */
export async function endPlace(
  tx: Tx,
  actor: Pick<Actor, 'personId'> | undefined,
  place: Place,
  outcome: Outcome,
): Promise<void> {
  await tx.update(queuePlaces).set({ endedAt: now(), outcome }).where(row(tx, place));
  if (place.roomId) await closeRoom(tx, place.roomId, actor?.personId);
  const news = outcome === 'served' ? placeServed : placeEnded;
  await told(tx, actor?.personId, place, news({ placeId: place.id }));
}

/** The client asks to be called when there is time. False when there is nothing to call back about. */
export async function askCallback(tx: Tx, actor: Actor, place: Place): Promise<boolean> {
  if (place.callbackAskedAt) return true;
  if (!mayAskCallback(place)) return false;
  await tx.update(queuePlaces).set({ callbackAskedAt: now() }).where(row(tx, place));
  await told(tx, actor.personId, place, callbackAsked({ placeId: place.id }));
  return true;
}

/** A coach has called back. */
export async function markCalledBack(tx: Tx, coach: Actor, place: Place): Promise<void> {
  if (place.calledBackAt) return;
  await tx
    .update(queuePlaces)
    .set({ calledBackAt: now(), calledBackBy: coach.personId })
    .where(row(tx, place));
  await told(tx, coach.personId, place, placeEnded({ placeId: place.id }));
}

/** Ends the wait of everybody when the hours are over. Does nothing while they go on. Gives whose wait it ended. */
export async function closeQueue(tx: Tx, dropIn: DropIn): Promise<Place[]> {
  await hold(tx, dropIn.id);
  if (!dropIn.endedAt && (await openingOf(tx, dropIn)).state === 'open') return [];
  const waiting = (await queueOf(tx, dropIn.id)).filter(isWaiting);
  for (const place of waiting) await endPlace(tx, undefined, place, 'closed');
  return waiting;
}

const row = (tx: Tx, place: { id: string }) =>
  and(eq(queuePlaces.officeId, tx.officeId), eq(queuePlaces.id, place.id));

const told = (
  tx: Tx,
  actorId: string | undefined,
  { dropInId, clientId }: Pick<Place, 'dropInId' | 'clientId'>,
  event: RecordedEvent,
) =>
  recordEvent(tx, event, {
    ...(actorId ? { actorId } : {}),
    topics: [`drop-in:${dropInId}`, `person:${clientId}`],
  });

async function hold(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`drop-in/${id}`}, 31))`);
}
