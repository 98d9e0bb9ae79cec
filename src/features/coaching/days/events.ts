import { defineEvent } from '../../../platform/events.ts';

type OfDay = { dayId: string; clientId: string };

/** The client showed a first or another sign of being there: a button, a room, a coach's mark. */
export const dayGreeted = defineEvent<OfDay & { way: string }>('day.greeted');
export const dayPlanned = defineEvent<OfDay>('day.planned');
export const dayPresenceNoted = defineEvent<OfDay>('day.presence-noted');
export const dayContacted = defineEvent<OfDay>('day.contacted');
export const ownWorkAdded = defineEvent<OfDay & { ownWorkId: string }>('own-work.added');
export const ownWorkRemoved = defineEvent<OfDay & { ownWorkId: string }>('own-work.removed');
export const diaryWritten = defineEvent<OfDay>('diary.written');
export const absenceTold = defineEvent<OfDay>('absence.told');
export const absenceWithdrawn = defineEvent<OfDay>('absence.withdrawn');
export const helpAsked = defineEvent<{ helpId: string; clientId: string }>('help.asked');
export const helpHandled = defineEvent<{ helpId: string; clientId: string }>('help.handled');
