// The form of reopening a period.
import { z } from 'zod';
import { fieldError } from '../../../platform/forms.ts';
import { staffTexts as texts } from '../confirmation/door.ts';

export const reopenForm = z.object({
  reason: z
    .string()
    .min(1, { error: fieldError(texts.reasonNeeded) })
    .max(1_000),
});
