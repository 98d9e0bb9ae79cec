import { defineEvent } from '../../../platform/events.ts';

type OfEnrolment = { enrolmentId: string; clientId: string };

export const enrolmentStarted = defineEvent<OfEnrolment>('enrolment.started');
export const enrolmentEnded = defineEvent<OfEnrolment>('enrolment.ended');
