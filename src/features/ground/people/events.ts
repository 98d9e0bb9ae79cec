import { defineEvent } from '../../../platform/events.ts';

export const personAdded = defineEvent<{ personId: string }>('person.added');
export const roleGranted = defineEvent<{ personId: string; role: string }>('role.granted');
export const relationStarted = defineEvent<{ clientId: string; coachId: string }>('relation.started');
/** Somebody is to get a personal link with which they sign in for the first time, or again. */
export const personInvited = defineEvent<{ personId: string }>('person.invited');
export const personChanged = defineEvent<{ personId: string }>('person.changed');
/** Whether the person's whereabouts are hidden (turvakielto) has changed. */
export const protectionChanged = defineEvent<{ personId: string }>('person.protection-changed');
/** Everything of this person ends: sessions, links, keys. */
export const personDeactivated = defineEvent<{ personId: string }>('person.deactivated');
export const personReactivated = defineEvent<{ personId: string }>('person.reactivated');
/** Nothing readable of this person is to remain: their key is destroyed, and each feature removes what it holds. */
export const personErased = defineEvent<{ personId: string }>('person.erased');
export const roleEnded = defineEvent<{ personId: string; role: string }>('role.ended');
export const relationEnded = defineEvent<{ clientId: string; coachId: string }>('relation.ended');
export const pairBlocked = defineEvent<{ firstId: string; secondId: string }>('pair.blocked');
/** Clients came from a file; each has a person.added of their own. */
export const clientsImported = defineEvent<{ count: number }>('clients.imported');
export const pairUnblocked = defineEvent<{ firstId: string; secondId: string }>('pair.unblocked');
