// Whom bookings tell when something has happened to a time, and the reminders that follow from it.
import { and, eq, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../platform/clock.ts';
import { type HappenedEvent, reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type NoticeKind, notify } from '../../ground/notices/door.ts';
import { settingInForce } from '../../ground/offices/door.ts';
import { personById } from '../../ground/people/door.ts';
import { personErased, protectionChanged } from '../../ground/people/events.ts';
import { isFirstOfSeries, keepsCalendar } from './calendar-telling.ts';
import { hasClash } from './clashes/clashes.ts';
import {
  bookingCancelled,
  bookingMade,
  bookingModeChanged,
  bookingMoved,
  timeOffered,
  timesClash,
} from './events.ts';
import { bookingNears } from './job-kinds.ts';
import {
  forCalendar,
  groupInTheWay,
  modeChanged,
  timeBooked,
  timeCancelled,
  timeFreed,
  timeMoved,
} from './notices.ts';
import { type Booking, bookingById } from './queries.ts';
import { renewPoolRooms } from './rooms.ts';
import { tellSeatsOf } from './seats/participants.ts';
import { firstReminderHours, secondReminderHours } from './settings.ts';
import { timeWishes } from './tables.ts';

type Happened = HappenedEvent<{ bookingId: string }>;

// The one who did it knows; the other one is told. What is over is not told any more, and times booked together are
// told of once. A time for calendars goes by mail: with what is told by mail anyway, else by itself.
async function tellOthers(tx: Tx, event: Happened, kind: NoticeKind<{ bookingId: string }>): Promise<void> {
  const booking = await bookingById(tx, event.payload.bookingId);
  if (!booking || Temporal.Instant.compare(booking.endsAt, now()) <= 0) return;
  const made = kind.kind === timeBooked.kind;
  if (made && !(await isFirstOfSeries(tx, booking))) return;
  const ids = { bookingId: booking.id };
  for (const personId of [booking.clientId, booking.coachId]) {
    const knows = personId === event.actorId;
    if (!knows) await notify(tx, personId, kind, ids, { once: event.id });
    const byMail = (await personById(tx, personId))?.channel === 'email';
    if (!knows && byMail) continue;
    if (await keepsCalendar(tx, booking, personId))
      await notify(tx, personId, forCalendar, { ...ids, whole: made ? 'yes' : 'no' }, { once: event.id });
  }
}

async function remindLater(tx: Tx, booking: Booking): Promise<void> {
  const today = todayIn();
  for (const setting of [firstReminderHours, secondReminderHours]) {
    const { value: hours } = await settingInForce(tx, setting, today);
    const at = booking.startsAt.subtract({ hours });
    if (hours === 0 || Temporal.Instant.compare(at, now()) <= 0) continue;
    await tx.outside.jobs.send(
      tx,
      bookingNears,
      { officeId: tx.officeId, bookingId: booking.id, startsAt: booking.startsAt.toString(), hours },
      { startAfter: at, singletonKey: `${booking.id}/${booking.startsAt}/${hours}` },
    );
  }
}

const tellOfBooking = reaction(bookingMade, 'tellOfBooking', (tx, event) =>
  tellOthers(tx, event, timeBooked),
);

const remindOfBooking = reaction(bookingMade, 'remindOfBooking', async (tx, event) => {
  const booking = await bookingById(tx, event.payload.bookingId);
  if (booking && !booking.cancelledAt) await remindLater(tx, booking);
});

const tellOfMove = reaction(bookingMoved, 'tellOfMove', (tx, event) => tellOthers(tx, event, timeMoved));

const remindOfMove = reaction(bookingMoved, 'remindOfMove', async (tx, event) => {
  const booking = await bookingById(tx, event.payload.bookingId);
  if (booking && !booking.cancelledAt) await remindLater(tx, booking);
});

const tellOfMode = reaction(bookingModeChanged, 'tellOfMode', (tx, event) =>
  tellOthers(tx, event, modeChanged),
);

const tellOfCancellation = reaction(bookingCancelled, 'tellOfCancellation', (tx, event) =>
  tellOthers(tx, event, timeCancelled),
);

const tellSeatsOfMove = reaction(bookingMoved, 'tellSeatsOfMove', (tx, { payload }) =>
  tellSeatsOf(tx, payload.bookingId),
);
const tellSeatsOfMode = reaction(bookingModeChanged, 'tellSeatsOfMode', (tx, { payload }) =>
  tellSeatsOf(tx, payload.bookingId),
);
const tellSeatsOfCancellation = reaction(bookingCancelled, 'tellSeatsOfCancellation', (tx, { payload }) =>
  tellSeatsOf(tx, payload.bookingId),
);

const tellOfFreedTime = reaction(timeOffered, 'tellOfFreedTime', async (tx, event) => {
  const [wish] = await tx
    .select()
    .from(timeWishes)
    .where(and(eq(timeWishes.officeId, tx.officeId), eq(timeWishes.id, event.payload.wishId)))
    .limit(1);
  if (!wish?.offerUntil || wish.closedAt || Temporal.Instant.compare(wish.offerUntil, now()) <= 0) return;
  await notify(tx, wish.clientId, timeFreed, { wishId: wish.id }, { once: event.id });
});

const tellOfClash = reaction(timesClash, 'tellOfClash', async (tx, event) => {
  const { coachId } = event.payload;
  if (await hasClash(tx, coachId)) await notify(tx, coachId, groupInTheWay, { coachId }, { once: event.id });
});

/** The times stay, as figures and the coach's own record need them; what was asked and who came along goes. */
const emptyBookingsOfErased = reaction(personErased, 'emptyBookingsOfErased', async (tx, event) => {
  const { personId } = event.payload;
  const office = sql`office_id = ${tx.officeId}`;
  await tx.execute(sql`delete from booking_participants where ${office}
    and booking_id in (select id from bookings where ${office} and client_id = ${personId})`);
  await tx.execute(
    sql`update bookings set question = null, preparation = null where ${office} and client_id = ${personId}`,
  );
  await tx.execute(sql`delete from time_links where ${office} and client_id = ${personId}`);
  await tx.execute(sql`update time_wishes set closed_at = ${now().toString()}::timestamptz, outcome = 'withdrawn'
    where ${office} and client_id = ${personId} and closed_at is null`);
});

/** From now on a protected client meets coaches of their own only, also in a room that is open already. */
const renewRoomsOfProtected = reaction(protectionChanged, 'renewRoomsOfProtected', (tx, { payload }) =>
  renewPoolRooms(tx, { clientId: payload.personId }),
);

export const reactions = [
  tellOfBooking,
  remindOfBooking,
  tellOfMove,
  remindOfMove,
  tellOfMode,
  tellOfCancellation,
  tellSeatsOfMove,
  tellSeatsOfMode,
  tellSeatsOfCancellation,
  tellOfFreedTime,
  tellOfClash,
  emptyBookingsOfErased,
  renewRoomsOfProtected,
];
