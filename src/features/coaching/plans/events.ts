import { defineEvent } from '../../../platform/events.ts';

type Choice = { choiceId: string };

export const suitabilityChecked = defineEvent<{ checkId: string }>('suitability.checked');
/** A client's way of taking part has been chosen, changed or kept. */
export const modeChosen = defineEvent<Choice>('mode.chosen');
export const modeReviewStarted = defineEvent<Choice>('mode.review-started');
