import { defineEvent } from '../../../platform/events.ts';

type Place = { placeId: string };

export const dropInSet = defineEvent<{ dropInId: string }>('drop-in.set');
export const placeTaken = defineEvent<Place>('queue-place.taken');
/** It is somebody's turn. */
export const placeCalled = defineEvent<Place>('queue-place.called');
/** They have been served: it was a meeting. */
export const placeServed = defineEvent<Place>('queue-place.served');
/** It ended otherwise: they left, were not reached, or the hours ended first. */
export const placeEnded = defineEvent<Place>('queue-place.ended');
export const callbackAsked = defineEvent<Place>('queue-place.callback-asked');
