// What happens after news of rooms, closed days and silence.
import { todayIn } from '../../../platform/clock.ts';
import { type HappenedEvent, reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { roomJoined, roomWaiting } from '../../contact/calls/events.ts';
import { sessionOfRoom } from '../../contact/groups/door.ts';
import { notify } from '../../ground/notices/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { closedDaysChanged } from '../../ground/offices/events.ts';
import { coachesOf, personsWithRole } from '../../ground/people/door.ts';
import { sayHello } from './day-actions.ts';
import { makeDaysAhead, removeClosedDays } from './day-rows.ts';
import { daySilenceToldOn, daySilent } from './events.ts';
import { dayById, ensureDay } from './expected.ts';
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

export const reactions = [
  greetWhoJoined,
  greetWhoWaits,
  tellClientWeMissThem,
  tellSubstitutesOfSilence,
  keepDaysOpen,
];
