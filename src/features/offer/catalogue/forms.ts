import { z } from 'zod';
import { fieldError } from '../../../platform/forms.ts';
import { feedbackTexts } from './texts.ts';

export const feedbackForm = z.object({
  words: z
    .string({ error: fieldError(feedbackTexts.wordsMissing) })
    .min(1, { error: fieldError(feedbackTexts.wordsMissing) })
    .max(4000),
  contact: z
    .string()
    .max(200)
    .optional()
    .transform((value) => value || undefined),
});
