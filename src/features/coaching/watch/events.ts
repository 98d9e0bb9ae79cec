import { defineEvent } from '../../../platform/events.ts';

type OfDay = { dayId: string; clientId: string };

/** Nothing has been heard of somebody expected; `day.silence-told-on` when the substitute is told too. */
export const daySilent = defineEvent<OfDay>('day.silent');
export const daySilenceToldOn = defineEvent<OfDay>('day.silence-told-on');
