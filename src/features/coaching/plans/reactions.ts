// Whom plans tell: the one who did not do it themselves. The day's reminders are in jobs.ts.
import { reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { forgetUsualModes } from '../../contact/bookings/door.ts';
import { notify } from '../../ground/notices/door.ts';
import { coachesOf } from '../../ground/people/door.ts';
import { personErased } from '../../ground/people/events.ts';
import { officeToday } from './access.ts';
import { modeChosen, modeReviewStarted } from './events.ts';
import { choiceChanged, choiceNoted, reviewStarted } from './notices.ts';
import { choiceById } from './queries.ts';

const tellOfChoice = reaction(modeChosen, 'tellOfModeChoice', async (tx, event) => {
  const choice = await choiceById(tx, event.payload.choiceId);
  if (!choice) return;
  const { id: choiceId, clientId } = choice;
  if (event.actorId !== clientId) {
    await notify(tx, clientId, choiceNoted, { choiceId }, { once: event.id });
    return;
  }
  // That all stays as it was is no news for the coach.
  if (choice.what === 'kept') return;
  for (const coachId of await ownCoachesOf(tx, clientId))
    await notify(tx, coachId, choiceChanged, { clientId }, { once: event.id });
});

const tellOfReview = reaction(modeReviewStarted, 'tellOfModeReview', async (tx, event) => {
  const choice = await choiceById(tx, event.payload.choiceId);
  if (choice) await notify(tx, choice.clientId, reviewStarted, { choiceId: choice.id }, { once: event.id });
});

/** The client's own coaches of today, or the substitutes when there is none. */
export async function ownCoachesOf(tx: Tx, clientId: string): Promise<string[]> {
  const coaches = await coachesOf(tx, clientId, await officeToday(tx));
  const own = coaches.filter((coach) => coach.kind === 'own-coach');
  return [...new Set((own.length > 0 ? own : coaches).map((coach) => coach.coachId))];
}

/** Reasons and answers are sealed and cannot be opened any more; which ways were wished stays for the figures. */
const forgetModesOfErased = reaction(personErased, 'forgetModesOfErased', (tx, event) =>
  forgetUsualModes(tx, event.payload.personId),
);

export const reactions = [tellOfChoice, tellOfReview, forgetModesOfErased];
