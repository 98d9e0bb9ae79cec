import { z } from 'zod';
import { fieldError } from '../../../platform/forms.ts';
import { longestMessage } from './rules.ts';
import { texts } from './texts.ts';

export const messageForm = z.object({
  text: z
    .string()
    .max(longestMessage, { error: fieldError(texts.tooLong) })
    .default(''),
});

export const readingForm = z.object({ readTo: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });

export const pinForm = z.object({ pinned: z.enum(['yes', 'no']) });

export const reportForm = z.object({
  reason: z.enum(['mean', 'sexual', 'private', 'selling', 'worry', 'other']),
  words: z.string().max(2000).default(''),
});

export const outcomeForm = z.object({ outcome: z.enum(['removed', 'kept']) });

export const muteForm = z.object({ length: z.enum(['hour', 'day', 'week', 'none']) });

export const closingForm = z.object({ closed: z.enum(['yes', 'no']) });
