import { defineEvent } from '../../../platform/events.ts';

type OfDay = { dayId: string; clientId: string };

export const dayConfirmed = defineEvent<{ dayId: string; clientId: string; sequence: number }>(
  'day.confirmed',
);
export const dayObjected = defineEvent<OfDay>('day.objected');
export const objectionAnswered = defineEvent<OfDay>('objection.answered');
