// One-to-one times: each coach's weekly hours, and a coming time for most clients.
import { addHours, bookTime, type Mode } from '../features/contact/bookings/door.ts';
import { todayIn } from '../platform/clock.ts';
import type { Tx } from '../platform/tenancy.ts';
import { actorOf, type People } from './actors.ts';
import { chance, pick } from './chance.ts';
import { momentOf, wallClock } from './clock-time.ts';
import { clients } from './likijarvi-people.ts';

const coaches = ['mika', 'raili', 'sanna', 'jonas'] as const;
const modes: readonly Mode[] = ['video', 'voice', 'phone', 'text', 'in-person'];
const hours = [12 * 60 + 30, 15 * 60] as const;

/** Sets the coaches' hours on working days and books times over the coming four weeks. */
export async function makeBookings(tx: Tx, officeId: string, people: People): Promise<void> {
  for (const key of coaches) {
    const coach = actorOf(officeId, people, key);
    for (const weekday of [1, 2, 3, 4, 5]) {
      await addHours(tx, coach, {
        coachId: coach.personId,
        weekday,
        starts: wallClock(hours[0]),
        ends: wallClock(hours[1]),
        modes: [...modes],
        place: 'Asematie 7',
      });
    }
  }
  for (const [index, client] of clients.entries()) {
    // Every fifth client has not booked yet: the page shows how.
    if (index % 5 === 0) continue;
    await bookFor(tx, officeId, people, client.key, client.coach);
  }
}

/** The first free time of the client's own coach from a day chosen by chance. */
async function bookFor(
  tx: Tx,
  officeId: string,
  people: People,
  key: string,
  coachKey: string,
): Promise<void> {
  const random = chance(`booking ${key} ${todayIn()}`);
  const coach = actorOf(officeId, people, coachKey);
  const clientId = people.get(key) as string;
  const mode = pick(['video', 'voice', 'phone', 'text'] as const, random());
  const first = 1 + Math.floor(random() * 20);
  for (let after = first; after < first + 7; after++) {
    const day = todayIn().add({ days: after });
    for (let minute = hours[0]; minute < hours[1]; minute += 15) {
      const startsAt = momentOf(day, minute);
      const booked = await bookTime(tx, coach, { clientId, coachId: coach.personId, startsAt, mode });
      if (booked.ok) return;
    }
  }
}
