import { defineEvent } from '../../../platform/events.ts';

export const feedbackGiven = defineEvent<{ feedbackId: string; serviceId: string }>('service-feedback.given');
export const feedbackDone = defineEvent<{ feedbackId: string }>('service-feedback.done');
export const feedbackReopened = defineEvent<{ feedbackId: string }>('service-feedback.reopened');
