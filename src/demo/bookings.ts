// One-to-one times: each coach's weekly hours, four weeks of times that were and what came of them, times to come,
// tasks in the client's own time, and one list that the coaches of the workshop share.
import { keepMeeting } from '../features/coaching/days/meetings.ts';
import {
  addHours,
  bookingById,
  bookTime,
  changeMode,
  giveTask,
  type Mode,
  makePool,
  type Outcome,
  setTravel,
  tellOutcome,
  toldMeetingOf,
} from '../features/contact/bookings/door.ts';
import { freeTimesOf } from '../features/contact/bookings/queries.ts';
import { servicesOf } from '../features/offer/services/door.ts';
import { setClock, todayIn } from '../platform/clock.ts';
import type { InOffice, Tx } from '../platform/tenancy.ts';
import { actorOf, type People } from './actors.ts';
import { chance, pick } from './chance.ts';
import { momentOf, wallClock } from './clock-time.ts';
import { clients, type DemoClient } from './likijarvi-people.ts';
import { wishedWays } from './likijarvi-wishes.ts';
import { describePlaces, prepareNext } from './meeting-places.ts';

const coaches = ['mika', 'raili', 'sanna', 'jonas'] as const;
const modes: readonly Mode[] = ['video', 'voice', 'phone', 'text', 'in-person'];
const hours = [12 * 60 + 30, 15 * 60] as const;
const weeksBehind = 4;

type Town = { officeId: string; people: People };

/** Sets the coaches' hours and writes the times of eight weeks, half of them over. */
export async function makeBookings(inOffice: InOffice, town: Town): Promise<void> {
  const { officeId, people } = town;
  const first = todayIn().subtract({ weeks: weeksBehind + 1 });
  await at(momentOf(first, 9 * 60), () => inOffice(officeId, (tx) => setHours(tx, town)));
  for (let week = weeksBehind; week >= 0; week--) await makeWeek(inOffice, town, week);
  await inOffice(officeId, async (tx) => {
    for (const [index, client] of clients.entries()) {
      // Every fifth client has not booked yet: the page shows how.
      if (index % 5 !== 4) await bookAhead(tx, town, client);
      if (index % 4 === 1) await giveDemoTask(tx, town, client);
    }
    const leader = actorOf(officeId, people, 'antti');
    await makePool(tx, leader, {
      name: { fi: 'Kuka tahansa pajalta', sv: 'Vem som helst på verkstaden', en: 'Anybody at the workshop' },
      unitId: null,
      serviceId: (await servicesOf(tx)).find(({ kind }) => kind === 'youth-workshop')?.id ?? null,
      forEveryone: false,
      coachIds: coaches.map((key) => people.get(key) as string),
    });
    await setTravel(tx, leader, { from: 'Asematie 7', to: 'Rantatie 4', minutes: 25, unitId: null });
    await describePlaces(tx, leader);
    for (const client of clients.filter((_, index) => index % 5 === 2))
      await prepareNext(
        tx,
        actorOf(officeId, people, client.coach),
        people.get(client.key) as string,
        client.comesAlong,
      );
  });
}

async function setHours(tx: Tx, { officeId, people }: Town): Promise<void> {
  for (const key of coaches) {
    const coach = actorOf(officeId, people, key);
    for (const weekday of [1, 2, 3, 4, 5])
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

/** One time of most clients in the days of a week that are over: booked on the Friday before, told of on the day. */
async function makeWeek(inOffice: InOffice, town: Town, weeksAgo: number): Promise<void> {
  const today = todayIn();
  const monday = today.subtract({ days: today.dayOfWeek - 1 + weeksAgo * 7 });
  const last = weeksAgo === 0 ? today.subtract({ days: 1 }) : monday.add({ days: 4 });
  if (Temporal.PlainDate.compare(last, monday) < 0) return;
  const booked: string[] = [];
  const then = momentOf(monday.subtract({ days: 3 }), 14 * 60);
  await at(then, () =>
    inOffice(town.officeId, async (tx) => {
      for (const client of clients) {
        // In some weeks somebody lets it be.
        if (chance(`no booking ${client.key} ${monday}`)() < 0.15) continue;
        const id = await bookIn(tx, town, client, { from: monday, to: last });
        if (id) booked.push(id);
      }
    }),
  );
  await inOffice(town.officeId, async (tx) => {
    for (const id of booked) await tellOf(tx, town, id);
  });
}

type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate };

/** Books one of the client's free times by chance. Gives its id; undefined where none is free. */
async function bookIn(
  tx: Tx,
  town: Town,
  client: DemoClient,
  days: Days,
  only?: Mode,
): Promise<string | undefined> {
  const random = chance(`booking ${client.key} ${days.from}`);
  const coach = actorOf(town.officeId, town.people, client.coach);
  const clientId = town.people.get(client.key) as string;
  // Most meet in the way they wished; now and then it is another.
  const wished = wishedWays(client.key).flatMap((way) => modes.filter((mode) => mode === way))[0];
  const mode = only ?? (wished && random() < 0.75 ? wished : pick(modes, random()));
  const free = await freeTimesOf(tx, { coachId: coach.personId, clientId, ...days, byStaff: true, mode });
  const time = free[Math.floor(random() * free.length)];
  if (!time) return undefined;
  const wish = { clientId, coachId: coach.personId, startsAt: time.startsAt, mode };
  const booked = await bookTime(tx, coach, wish);
  return booked.ok ? booked.bookingId : undefined;
}

/** Most times took place, some calls went on by phone, and a few did not happen. */
async function tellOf(tx: Tx, { officeId, people }: Town, bookingId: string): Promise<void> {
  const booking = await bookingById(tx, bookingId);
  if (!booking) return;
  const client = clients.find((one) => people.get(one.key) === booking.clientId)?.key;
  const random = chance(`outcome ${client} ${booking.day}`);
  const key = coaches.find((one) => people.get(one) === booking.coachId) ?? 'mika';
  const coach = actorOf(officeId, people, key);
  const kind = random();
  if (kind > 0.9 && booking.mode === 'video')
    await at(booking.startsAt.add({ minutes: 6 }), () => changeMode(tx, coach, booking, 'phone'));
  const now = (await bookingById(tx, bookingId)) ?? booking;
  const outcome: Outcome =
    kind < 0.12
      ? { happened: false, reason: pick(['acceptable', 'none', 'technology', 'coach'] as const, random()) }
      : { happened: true, actualMode: now.mode, lateMinutes: kind < 0.25 ? 5 : 0 };
  await at(booking.endsAt.add({ minutes: 20 }), async () => {
    await tellOutcome(tx, coach, now, outcome);
    const told = await toldMeetingOf(tx, bookingId);
    if (told?.happened) await keepMeeting(tx, told);
  });
}

/**
 * The next time of a client: within two weeks, for some today. Whom the visitor meets first has theirs soon, and so has
 * whoever talks through an interpreter, by video.
 */
async function bookAhead(tx: Tx, town: Town, client: DemoClient): Promise<void> {
  const interpreted = client.comesAlong?.kind === 'interpreter';
  const soon = interpreted || clients.indexOf(client) === 0;
  const after = soon ? 1 : Math.floor(chance(`ahead ${client.key} ${todayIn()}`)() * 12);
  const from = todayIn().add({ days: after });
  await bookIn(tx, town, client, { from, to: from.add({ days: 3 }) }, interpreted ? 'video' : undefined);
}

async function giveDemoTask(tx: Tx, { officeId, people }: Town, client: DemoClient): Promise<void> {
  const coach = actorOf(officeId, people, client.coach);
  await giveTask(tx, coach, {
    clientId: people.get(client.key) as string,
    coachId: coach.personId,
    dueAt: momentOf(todayIn().add({ days: 4 }), 15 * 60),
    task:
      client.language === 'sv'
        ? 'Skriv tre saker som du är bra på. Vi går igenom dem när vi ses.'
        : 'Kirjoita kolme asiaa, joissa olet hyvä. Käydään ne läpi, kun tavataan.',
  });
}

/** Does something as if it were then. */
async function at<T>(instant: Temporal.Instant, act: () => Promise<T>): Promise<T> {
  const restore = setClock(() => instant);
  try {
    return await act();
  } finally {
    restore();
  }
}
