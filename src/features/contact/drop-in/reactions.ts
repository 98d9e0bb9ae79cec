// Whom a queue tells: the client whose turn it is, and those whom the hours ended before.
import { reaction } from '../../../platform/events.ts';
import { notify } from '../../ground/notices/door.ts';
import { placeCalled, placeEnded } from './events.ts';
import { hoursEnded, yourTurn } from './notices.ts';
import { anyPlace } from './queries.ts';
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

export const reactions = [tellTurn, tellHoursEnded];
