// What happens after silence has been noticed.
import { todayIn } from '../../../platform/clock.ts';
import { reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { notify } from '../../ground/notices/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { coachesOf, personsWithRole } from '../../ground/people/door.ts';
import { dayById, inReach } from '../enrolments/door.ts';
import { daySilenceToldOn, daySilent } from './events.ts';
import { missedToday, silenceToldOn } from './notices.ts';

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
      substitutes.length > 0 ? substitutes.map((one) => one.coachId) : await managersOf(tx, clientId, today);
    // A round tells of all its silences at one instant; whoever opens the board sees all, so one message does.
    const once = day.silenceToldOnAt?.toString() ?? dayId;
    for (const personId of new Set(told)) await notify(tx, personId, silenceToldOn, { dayId }, { once });
  },
);

/** Those who lead the service and the client within it today. */
async function managersOf(tx: Tx, clientId: string, today: Temporal.PlainDate): Promise<string[]> {
  const leading: string[] = [];
  for (const { id, unitId } of await personsWithRole(tx, 'manager', today)) {
    const manager = { personId: id, roles: [{ role: 'manager', unitId }] } as const;
    if (await inReach(tx, manager, clientId)) leading.push(id);
  }
  return leading;
}

export const reactions = [tellClientWeMissThem, tellSubstitutesOfSilence];
