// One booked time with everything an address of it may name.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { addException, addHours } from '../../src/features/contact/bookings/availability-actions.ts';
import { addParticipant } from '../../src/features/contact/bookings/detail-actions.ts';
import { bookingById } from '../../src/features/contact/bookings/door.ts';
import { coachingDay } from '../coaching-day.ts';
import type { Come, Place } from './actors.ts';

export type MadeBooking = { bookingId: string; participantId: string; hoursId: string; exceptionId: string };

/** A phone time of Aino with Mika at noon of the coaching day, somebody else who comes, and Mika's hours. */
export async function makeBooking({ office, aino, mika }: Place): Promise<MadeBooking> {
  const coachId = mika.id;
  const bookingId = randomUUID();
  const spot = { modes: ['phone', 'video'] as const, place: null };
  return office.inOffice(async (tx) => {
    const starts = Temporal.PlainTime.from('11:00');
    const ends = Temporal.PlainTime.from('14:00');
    const hoursId = await addHours(tx, mika.actor, { coachId, weekday: 2, starts, ends, ...spot });
    const day = coachingDay.add({ days: 2 });
    await addException(tx, mika.actor, {
      day,
      kind: 'away',
      starts: null,
      ends: null,
      modes: [],
      place: null,
    });
    const at = (time: string) =>
      coachingDay
        .toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: Temporal.PlainTime.from(time) })
        .toInstant()
        .toString();
    await tx.execute(sql`insert into bookings (id, client_id, coach_id, day, starts, starts_at, ends_at, busy_until, mode)
      values (${bookingId}, ${aino.id}, ${coachId}, ${coachingDay.toString()}, '12:00', ${at('12:00')}, ${at('12:30')},
        ${at('12:40')}, 'phone')`);
    const booking = await bookingById(tx, bookingId);
    if (booking) await addParticipant(tx, mika.actor, booking, { kind: 'relative', name: 'Äiti' });
    const { rows } = await tx.execute<{ participant: string; exception: string }>(sql`
      select (select id from booking_participants limit 1) as participant,
        (select id from availability_exceptions limit 1) as exception`);
    return {
      bookingId,
      participantId: rows[0]?.participant ?? '',
      hoursId,
      exceptionId: rows[0]?.exception ?? '',
    };
  });
}

type Rule = (come: Come) => boolean;

/** Who may do what with it. */
export function ofBookings(
  made: MadeBooking,
  { client, dayKeepers, ownCoach }: { client: Rule; dayKeepers: Rule; ownCoach: Rule },
) {
  const params = { id: made.bookingId };
  const seen = { params, may: (come: Come) => client(come) || dayKeepers(come) };
  const own = { params, may: client };
  const held = { params, may: dayKeepers };
  return {
    '/times/:id': seen,
    '/times/:id/cancellation': seen,
    '/times/:id/move': seen,
    '/times/:id/mode': seen,
    '/times/:id/coming': own,
    '/times/:id/question': own,
    '/times/:id/outcome': held,
    '/times/:id/participants': held,
    '/times/:id/participants/:participantId/removal': {
      ...held,
      params: { ...params, participantId: made.participantId },
    },
    '/times/hours/:id/removal': { params: { id: made.hoursId }, may: ownCoach },
    '/times/exceptions/:id/removal': { params: { id: made.exceptionId }, may: ownCoach },
  };
}
