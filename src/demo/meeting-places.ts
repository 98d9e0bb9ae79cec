// The places of Likijärvi where people meet, and what a coach asks and who comes along to some of the coming times.
import {
  addParticipant,
  askToPrepare,
  bookingsBetween,
  describePlace,
} from '../features/contact/bookings/door.ts';
import { now } from '../platform/clock.ts';
import type { Actor } from '../platform/session.ts';
import type { Tx } from '../platform/tenancy.ts';
import type { Companion } from './likijarvi-people.ts';

export async function describePlaces(tx: Tx, leader: Actor): Promise<void> {
  await describePlace(tx, leader, {
    unitId: null,
    name: 'Asematie 7',
    address: 'Asematie 7, Likijärvi',
    directions:
      'Ovi on kadun puolella, kynnystä ei ole. Kylän bussi pysähtyy oven eteen.\nPihalla on kaksi paikkaa autolle.',
    latitude: null,
    longitude: null,
  });
  await describePlace(tx, leader, {
    unitId: null,
    name: 'Rantatie 4',
    address: 'Rantatie 4, Likijärvi',
    directions: 'Verstas on rannan puolella. Soita ovikelloa.',
    latitude: null,
    longitude: null,
  });
}

/** What one coach and client have agreed for their next time, and who comes along to it. */
export async function prepareNext(
  tx: Tx,
  coach: Actor,
  clientId: string,
  comesAlong: Companion | undefined,
): Promise<void> {
  const from = now();
  const [next] = (await bookingsBetween(tx, clientId, from, from.add({ hours: 60 * 24 }))).filter(
    (booking) => !booking.cancelledAt && booking.mode !== 'own-time' && booking.coachId === coach.personId,
  );
  if (!next) return;
  await askToPrepare(tx, coach, next, 'Ota mukaan ansioluettelo. Mieti, mikä työ sopisi sinulle.');
  if (comesAlong) await addParticipant(tx, coach, next, comesAlong);
}
