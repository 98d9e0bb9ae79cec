import { defineEvent } from '../../../platform/events.ts';

export const personAdded = defineEvent<{ personId: string }>('person.added');
export const roleGranted = defineEvent<{ personId: string; role: string }>('role.granted');
export const relationStarted = defineEvent<{ clientId: string; coachId: string }>('relation.started');
