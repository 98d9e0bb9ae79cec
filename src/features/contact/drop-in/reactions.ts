// Whom a queue tells: the client whose turn it is, and those whom the hours ended before.
import { reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { notify } from '../../ground/notices/door.ts';
import { personDeactivated, personErased } from '../../ground/people/events.ts';
import { endPlace } from './actions.ts';
import { placeCalled, placeEnded } from './events.ts';
import { hoursEnded, yourTurn } from './notices.ts';
import { anyPlace, waitsWhere } from './queries.ts';
import { isCalled } from './rules.ts';

const tellTurn = reaction(placeCalled, 'tellTurn', async (tx, event) => {
  const place = await anyPlace(tx, event.payload.placeId);
  // Whoever comes by phone is called by a person: a message would only be in the way.
  if (!place || !isCalled(place) || place.mode === 'phone') return;
  await notify(tx, place.clientId, yourTurn, { dropInId: place.dropInId }, { once: event.id });
});

const tellHoursEnded = reaction(placeEnded, 'tellHoursEnded', async (tx, event) => {
  const place = await anyPlace(tx, event.payload.placeId);
  if (place?.outcome !== 'closed' || place.callbackAskedAt) return;
  await notify(tx, place.clientId, hoursEnded, { dropInId: place.dropInId }, { once: event.payload.placeId });
});

/** Whoever is not here any more waits for nothing; what was is kept without a name, as figures need it. */
async function leaveFor(tx: Tx, personId: string): Promise<void> {
  const place = await waitsWhere(tx, personId);
  if (place) await endPlace(tx, undefined, place, 'left');
}

const leaveForErased = reaction(personErased, 'leaveQueueForErased', (tx, event) =>
  leaveFor(tx, event.payload.personId),
);
const leaveForDeactivated = reaction(personDeactivated, 'leaveQueueForDeactivated', (tx, event) =>
  leaveFor(tx, event.payload.personId),
);

export const reactions = [tellTurn, tellHoursEnded, leaveForErased, leaveForDeactivated];
