import { z } from 'zod';
import { emptyOr } from '../../../platform/form-values.ts';
import { fieldError } from '../../../platform/forms.ts';
import { helps, modes, questions } from './questions.ts';
import { longestReviewWeeks } from './rules.ts';
import { texts } from './texts.ts';

/** Each question may be left without an answer. */
export const checkForm = z.object({
  service: emptyOr(z.uuid()),
  device: emptyOr(z.enum(questions.device)),
  connection: emptyOr(z.enum(questions.connection)),
  privacy: emptyOr(z.enum(questions.privacy)),
  safety: emptyOr(z.enum(questions.safety)),
  video: emptyOr(z.enum(questions.video)),
  picture: emptyOr(z.enum(questions.picture)),
  talking: emptyOr(z.enum(questions.talking)),
  writing: emptyOr(z.enum(questions.writing)),
  travel: emptyOr(z.enum(questions.travel)),
  company: emptyOr(z.enum(questions.company)),
  alone: emptyOr(z.enum(questions.alone)),
  wish: emptyOr(z.enum(questions.wish)),
});

export const wishForm = z
  .object({
    service: emptyOr(z.uuid()),
    check: emptyOr(z.uuid()),
    basedOn: emptyOr(z.uuid()),
    wished: z.enum(modes, { error: fieldError(texts.chooseWay) }),
    second: emptyOr(z.enum(modes)),
    'helps[]': z.array(z.enum(helps)).max(helps.length).default([]),
    reason: z
      .string()
      .max(1000, { error: fieldError(texts.reasonTooLong) })
      .optional(),
    reviewIn: z.coerce.number().int().min(1).max(longestReviewWeeks),
  })
  .superRefine((value, context) => {
    if (value.second === value.wished)
      context.addIssue({ code: 'custom', path: ['second'], message: fieldError(texts.sameTwice) });
  });

export const choiceForm = z.object({ choice: z.uuid() });
