// What happens after news of rooms, closed days and silence.
import { sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import { type HappenedEvent, reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { toldMeetingOf } from '../../contact/bookings/door.ts';
import { bookingHappened, bookingMissed } from '../../contact/bookings/events.ts';
import { roomJoined, roomWaiting } from '../../contact/calls/events.ts';
import { servedTurn } from '../../contact/drop-in/door.ts';
import { placeServed } from '../../contact/drop-in/events.ts';
import { sessionOfRoom } from '../../contact/groups/door.ts';
import { postedAtOf } from '../../contact/messages/door.ts';
import { messagePosted } from '../../contact/messages/events.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { personErased } from '../../ground/people/events.ts';
import { ensureDay } from '../enrolments/door.ts';
import { sayHello } from './day-actions.ts';
import { forgetMeeting, keepMeeting } from './meetings.ts';

type InRoom = { roomId: string; personId: string; visitId: string };

/** Coming to a room, or to its door, is a hello; opening a link is not. Coaches and hosts have no day to greet. */
async function greetFromRoom(tx: Tx, event: HappenedEvent<InRoom>): Promise<void> {
  const { roomId, personId } = event.payload;
  const session = await sessionOfRoom(tx, roomId);
  const day = session?.day ?? todayIn((await thisOffice(tx)).timeZone);
  const expected = await ensureDay(tx, personId, day);
  if (expected) await sayHello(tx, personId, expected, 'room');
}

const greetWhoJoined = reaction(roomJoined, 'greetWhoJoined', greetFromRoom);
const greetWhoWaits = reaction(roomWaiting, 'greetWhoWaits', greetFromRoom);

/** Whoever writes to the coach or the group is not silent that day: taking part by text alone is taking part. */
const greetWhoWrote = reaction(messagePosted, 'greetWhoWrote', async (tx, { actorId, payload }) => {
  const postedAt = await postedAtOf(tx, payload.messageId);
  if (!actorId || !postedAt) return;
  const { timeZone } = await thisOffice(tx);
  const day = await ensureDay(tx, actorId, postedAt.toZonedDateTimeISO(timeZone).toPlainDate());
  if (day) await sayHello(tx, actorId, day, 'page');
});

/**
 * What the client said of absences and calls for help goes. Days and confirmations stay as the payer's evidence; their
 * words are sealed and cannot be opened any more.
 */
const emptyDaysOfErased = reaction(personErased, 'emptyDaysOfErased', async (tx, event) => {
  const { personId } = event.payload;
  const office = sql`office_id = ${tx.officeId}`;
  await tx.execute(sql`update help_requests set words = null where ${office} and client_id = ${personId}`);
  await tx.execute(sql`update absences set words = null where ${office}
    and day_id in (select id from days where ${office} and client_id = ${personId})`);
});

/** What a coach tells of a meeting, the first time or anew, is evidence of the day: the latest word, once. */
async function keepTold(tx: Tx, { payload }: HappenedEvent<{ bookingId: string }>): Promise<void> {
  const told = await toldMeetingOf(tx, payload.bookingId);
  if (!told) return;
  if (told.happened) await keepMeeting(tx, told);
  else await forgetMeeting(tx, told);
}

const countMeeting = reaction(bookingHappened, 'countMeeting', keepTold);
const uncountMeeting = reaction(bookingMissed, 'uncountMeeting', keepTold);

/** A turn in a queue is a meeting like any other. */
const countTurn = reaction(placeServed, 'countTurn', async (tx, { payload: { placeId } }) => {
  const turn = await servedTurn(tx, placeId);
  if (turn) await keepMeeting(tx, { ...turn, way: turn.mode === 'in-person' ? 'on-site' : turn.mode });
});

export const reactions = [
  countTurn,
  countMeeting,
  uncountMeeting,
  greetWhoJoined,
  greetWhoWaits,
  greetWhoWrote,
  emptyDaysOfErased,
];
