import { defineEvent } from '../../../platform/events.ts';

export const dayConfirmed = defineEvent<{ dayId: string; clientId: string; sequence: number }>(
  'day.confirmed',
);
export const payerPeriodClosed = defineEvent<{ periodId: string }>('payer-period.closed');
export const payerPeriodReopened = defineEvent<{ periodId: string }>('payer-period.reopened');

type OfEnrolment = { enrolmentId: string; clientId: string };
type OfDay = { dayId: string; clientId: string };

export const enrolmentStarted = defineEvent<OfEnrolment>('enrolment.started');
export const enrolmentEnded = defineEvent<OfEnrolment>('enrolment.ended');
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
export const dayObjected = defineEvent<OfDay>('day.objected');
export const objectionAnswered = defineEvent<OfDay>('objection.answered');
/** Nothing has been heard of somebody expected; `day.silence-told-on` when the substitute is told too. */
export const daySilent = defineEvent<OfDay>('day.silent');
export const daySilenceToldOn = defineEvent<OfDay>('day.silence-told-on');
