import { defineEvent } from '../../../platform/events.ts';

type Membership = { groupId: string; clientId: string };
type Session = { sessionId: string; groupId: string };

export const groupMade = defineEvent<{ groupId: string }>('group.made');
export const groupEnded = defineEvent<{ groupId: string }>('group.ended');
export const groupJoined = defineEvent<Membership>('group.joined');
export const groupLeft = defineEvent<Membership>('group.left');
export const groupCoachSet = defineEvent<{ groupId: string; coachId: string }>('group.coach-set');
export const seatOffered = defineEvent<Membership>('group.seat-offered');
export const seatAnswered = defineEvent<Membership>('group.seat-answered');
export const rulesSet = defineEvent<{ groupId: string; version: number }>('group.rules-set');
export const rulesAccepted = defineEvent<Membership & { version: number }>('group.rules-accepted');
export const programmeSet = defineEvent<{ groupId: string; entryId: string }>('programme.set');
export const sessionScheduled = defineEvent<Session>('session.scheduled');
/** `moved`: the time is another one, or it takes place after all. */
export const sessionChanged = defineEvent<Session & { moved: boolean }>('session.changed');
export const sessionCancelled = defineEvent<Session>('session.cancelled');
