import { defineEvent } from '../../../platform/events.ts';

export const sessionStarted = defineEvent<{ personId: string; way: string }>('session.started');
export const sessionEnded = defineEvent<{ personId: string }>('session.ended');
export const passkeyAdded = defineEvent<{ personId: string }>('passkey.added');
export const passkeyRemoved = defineEvent<{ personId: string }>('passkey.removed');
export const providerChanged = defineEvent<{ providerId: string }>('sign-in-provider.changed');
export const identityLinked = defineEvent<{ personId: string; providerId: string }>('identity.linked');
