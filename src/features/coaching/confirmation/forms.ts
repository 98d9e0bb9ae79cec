// The forms with which staff confirm, correct and mark days.
import { z } from 'zod';
import { fieldError } from '../../../platform/forms.ts';
import { absenceClasses, dayClasses } from '../enrolments/door.ts';
import { staffTexts as texts } from './texts.ts';

const minutes = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, { error: fieldError(texts.minutesWrong) })
  .transform((value) => Number(value || '0'))
  .refine((value) => value <= 720, { error: fieldError(texts.minutesWrong) });

/** A day that may be left empty. */
const someDay = z
  .string()
  .optional()
  .transform((value, context) => {
    if (!value) return undefined;
    try {
      return Temporal.PlainDate.from(value);
    } catch {
      context.addIssue({ code: 'custom', message: fieldError(texts.dayWrong) });
      return z.NEVER;
    }
  });

const someWords = z
  .string()
  .max(1_000)
  .optional()
  .transform((value) => value || undefined);

/** The absence that stood on the page when it was looked at. */
const seenAbsence = z.enum(['none', ...absenceClasses]).optional();

export const confirmForm = z.object({
  class: z.enum(dayClasses, { error: fieldError(texts.chooseClass) }),
  minutes: minutes.optional().transform((value) => value ?? 0),
  swappedWith: someDay,
  reason: someWords,
  seen: z.coerce.number().int().min(0).max(10_000),
  seenAbsence,
});

/** One ticked day of many. */
export const rowForm = z.object({
  class: z.enum(dayClasses),
  minutes: minutes.optional().transform((value) => value ?? 0),
  seenAbsence,
});

export const tickedForm = z.object({ 'day[]': z.array(z.string()).max(200).default([]) });

export const contactForm = z.object({
  way: z.enum(['call', 'message', 'video', 'on-site']).default('call'),
  reached: z.enum(['yes', 'no']),
});

export const helloForm = z.object({ way: z.enum(['phone', 'on-site']) });

const timeOfDay = z.string().transform((value, context) => {
  try {
    return Temporal.PlainTime.from(value);
  } catch {
    context.addIssue({ code: 'custom', message: fieldError(texts.timeWrong) });
    return z.NEVER;
  }
});

export const presenceForm = z
  .object({
    way: z.enum(['on-site', 'phone'], { error: fieldError(texts.chooseWay) }),
    from: timeOfDay,
    to: timeOfDay,
  })
  .refine(({ from, to }) => Temporal.PlainTime.compare(from, to) < 0, {
    path: ['to'],
    error: fieldError(texts.endsBeforeStart),
  });

export const absenceForm = z.object({
  absence: z.enum(absenceClasses, {
    error: fieldError(texts.chooseClass),
  }),
  words: someWords,
});

export const helpForm = z.object({
  outcome: z.enum(['solved', 'fell-back-to-phone', 'not-reached', 'later']),
});

export const answerForm = z.object({
  answer: z
    .string()
    .min(1, { error: fieldError(texts.answerMissing) })
    .max(1_000),
});
