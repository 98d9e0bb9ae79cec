// Queues, shared lists of times, travel and tasks: one of each, and whose they are.
import { sql } from 'drizzle-orm';
import { makePool, setTravel } from '../../src/features/contact/bookings/door.ts';
import {
  askCallback,
  callNext,
  dropInById,
  endPlace,
  makeDropIn,
  takeNumber,
} from '../../src/features/contact/drop-in/door.ts';
import type { Come, Place } from './actors.ts';
import type { Subject } from './subjects.ts';

const name = { fi: 'Jono', sv: 'Kö', en: 'Queue' };
const [opens, closes] = [Temporal.PlainTime.from('00:00'), Temporal.PlainTime.from('23:59')];

export type QueueThings = Awaited<ReturnType<typeof makeQueueThings>>;

/** Mika has called Ville, who asked for a call before, and Aino waits. */
export async function makeQueueThings({ office, aino, ville, mika, manager }: Place) {
  return office.inOffice(async (tx) => {
    const dropInId = await makeDropIn(tx, manager.actor, {
      name,
      unitId: null,
      serviceId: null,
      modes: ['phone'],
      place: null,
      closedWords: null,
      usualMinutes: 10,
      hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, starts: opens, ends: closes })),
      coachIds: [mika.id],
    });
    const dropIn = await dropInById(tx, dropInId);
    if (!dropIn) throw new Error('no drop-in');
    await takeNumber(tx, ville.actor, dropIn, 'phone');
    const missed = await callNext(tx, mika.actor, dropIn);
    if (!missed) throw new Error('nobody was called');
    await endPlace(tx, mika.actor, missed, 'no-answer');
    await askCallback(tx, ville.actor, { ...missed, outcome: 'no-answer' });
    await takeNumber(tx, ville.actor, dropIn, 'phone');
    const called = await callNext(tx, mika.actor, dropIn);
    const taken = await takeNumber(tx, aino.actor, dropIn, 'phone');
    const poolId = await makePool(tx, manager.actor, {
      name,
      unitId: null,
      serviceId: null,
      forEveryone: false,
      coachIds: [mika.id],
    });
    await setTravel(tx, manager.actor, { from: 'a', to: 'b', minutes: 10, unitId: null });
    const { rows } = await tx.execute<{ id: string }>(sql`select id from travel_times limit 1`);
    return {
      dropInId,
      poolId,
      waitingPlaceId: taken.ok ? taken.placeId : '',
      calledPlaceId: called?.id ?? '',
      callbackPlaceId: missed.id,
      travelId: rows[0]?.id ?? '',
    };
  });
}

type Rule = (come: Come) => boolean;

export function ofQueues(
  place: Place,
  made: QueueThings & { bookingId: string; freeTime: string },
  may: Readonly<Record<'clients' | 'client' | 'ownCoach' | 'coaches' | 'manager', Rule>>,
): Record<string, Subject> {
  const { clients, client, ownCoach, coaches, manager } = may;
  const params = { id: made.dropInId };
  const keepers: Rule = (come) => client(come) || coaches(come) || manager(come);
  const placed = (placeId: string) => ({ params: { placeId } });
  const pool = { params: { id: made.poolId }, may: manager };
  const task = { client: place.aino.id, task: 'Lue', day: '2026-12-01', time: '15.00' };
  return {
    'GET /drop-in/:id': { params, may: (come) => clients(come) || ownCoach(come) || manager(come) },
    '/drop-in/:id/places': { params, may: clients, fields: { mode: 'phone' } },
    '/drop-in/:id/next': { params, may: ownCoach },
    '/drop-in/:id/settings': { params, may: manager },
    '/drop-in/:id/ending': { params, may: manager },
    '/drop-in/places/:placeId/leaving': { ...placed(made.waitingPlaceId), may: client },
    '/drop-in/places/:placeId/callback': { ...placed(made.waitingPlaceId), may: client },
    '/drop-in/places/:placeId/end': { ...placed(made.calledPlaceId), may: ownCoach },
    '/drop-in/places/:placeId/called-back': { ...placed(made.callbackPlaceId), may: ownCoach },
    'POST /times/pools/:id': {
      ...pool,
      fields: { 'name-fi': 'a', 'name-sv': 'b', 'name-en': 'c', 'coaches[]': place.mika.id },
    },
    'GET /times/pools/:id': pool,
    '/times/pools/:id/ending': pool,
    '/times/pools/:id/booking': {
      ...pool,
      may: keepers,
      fields: { client: place.aino.id, at: made.freeTime, mode: 'video' },
    },
    '/times/travel/:id/removal': { params: { id: made.travelId }, may: manager },
    '/times/:id/done': { params: { id: made.bookingId }, may: keepers },
    'POST /times/tasks': { params: {}, may: coaches, fields: task },
    // Nothing is kept for whoever comes: it changes nothing.
    '/times/wishes/passing': { params: {}, may: () => true, fields: { coach: place.mika.id } },
  };
}
