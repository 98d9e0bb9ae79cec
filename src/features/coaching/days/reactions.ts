// What happens after news of rooms, closed days and silence.
import { sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import { type HappenedEvent, reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { toldMeetingOf } from '../../contact/bookings/door.ts';
import { bookingHappened, bookingMissed } from '../../contact/bookings/events.ts';
import { roomJoined, roomWaiting } from '../../contact/calls/events.ts';
import { sessionOfRoom } from '../../contact/groups/door.ts';
import { notify } from '../../ground/notices/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { closedDaysChanged } from '../../ground/offices/events.ts';
import { coachesOf, personsWithRole } from '../../ground/people/door.ts';
import { personErased } from '../../ground/people/events.ts';
import { sayHello } from './day-actions.ts';
import { makeDaysAhead, removeClosedDays } from './day-rows.ts';
import { daySilenceToldOn, daySilent } from './events.ts';
import { dayById, ensureDay } from './expected.ts';
import { forgetMeeting, keepMeeting } from './meetings.ts';
import { missedToday, silenceToldOn } from './notices.ts';

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

const tellClientWeMissThem = reaction(daySilent, 'tellClientWeMissThem', async (tx, event) => {
  const { dayId, clientId } = event.payload;
  const day = await dayById(tx, dayId);
  // Heard of in the meantime: then nothing is asked.
  if (!day || day.silenceEndedAt) return;
  await notify(tx, clientId, missedToday, { dayId }, { once: dayId });
});

/** The client's substitutes hear of a long silence; without any, those who lead the service. */
const tellSubstitutesOfSilence = reaction(
  daySilenceToldOn,
  'tellSubstitutesOfSilence',
  async (tx, { payload: { dayId, clientId } }) => {
    const day = await dayById(tx, dayId);
    if (!day || day.silenceEndedAt) return;
    const today = todayIn((await thisOffice(tx)).timeZone);
    const substitutes = (await coachesOf(tx, clientId, today)).filter((one) => one.kind === 'substitute');
    const told =
      substitutes.length > 0
        ? substitutes.map((one) => one.coachId)
        : (await personsWithRole(tx, 'manager', today)).map((one) => one.id);
    for (const personId of new Set(told))
      await notify(tx, personId, silenceToldOn, { dayId }, { once: dayId });
  },
);

const keepDaysOpen = reaction(closedDaysChanged, 'keepDaysToOpenDays', async (tx) => {
  await removeClosedDays(tx);
  await makeDaysAhead(tx);
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

export const reactions = [
  countMeeting,
  uncountMeeting,
  greetWhoJoined,
  greetWhoWaits,
  tellClientWeMissThem,
  tellSubstitutesOfSilence,
  keepDaysOpen,
  emptyDaysOfErased,
];
