// The search of the log. It is a GET, so its answer can be reloaded; the reason is asked for all the same.
import { z } from 'zod';
import { freeText, optionalDayValue } from '../../../platform/form-values.ts';
import { fieldError } from '../../../platform/forms.ts';
import { lookPurposes } from './subjects.ts';
import { texts } from './texts.ts';

export const searchForm = z
  .object({
    whose: freeText(100),
    by: freeText(100),
    from: optionalDayValue(),
    to: optionalDayValue(),
    why: z.enum(lookPurposes, { error: fieldError(texts.whyMissing) }),
    view: z.enum(['entries', 'persons']).catch('entries'),
    before: z.string().optional(),
  })
  .superRefine((value, context) => {
    if (!value.whose && !value.by) {
      context.addIssue({ code: 'custom', path: ['whose'], message: fieldError(texts.someoneMissing) });
    }
    if (value.from && value.to && Temporal.PlainDate.compare(value.from, value.to) > 0) {
      context.addIssue({ code: 'custom', path: ['to'], message: fieldError(texts.order) });
    }
  });
