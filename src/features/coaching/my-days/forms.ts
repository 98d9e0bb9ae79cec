// The forms of a client's own day.
import { z } from 'zod';
import { freeText, neededText, phoneValue } from '../../../platform/form-values.ts';
import { fieldError } from '../../../platform/forms.ts';
import { planTexts } from '../days/door.ts';
import type { AbsenceClass } from '../enrolments/door.ts';
import { texts } from './texts.ts';

export const planTemplates = Object.keys(planTexts) as (keyof typeof planTexts)[];

export const planForm = z
  .object({
    'templates[]': z.array(z.enum(planTemplates)).max(planTemplates.length).default([]),
    words: freeText(300),
  })
  .refine((plan) => plan['templates[]'].length > 0 || plan.words !== undefined, {
    path: ['templates[]'],
    error: fieldError(texts.planEmpty),
  })
  .transform((plan) => ({ templates: plan['templates[]'], words: plan.words }));

const minutesError = { error: fieldError(texts.workMinutesWrong) };

export const ownWorkForm = z.object({
  what: neededText(500, texts.workWhatMissing),
  minutes: z
    .string(minutesError)
    .regex(/^\d{1,3}$/, minutesError)
    .transform(Number)
    .refine((minutes) => minutes >= 1 && minutes <= 720, minutesError),
  proof: freeText(4000),
});

export const diaryForm = z
  .object({
    mood: z
      .enum(['1', '2', '3', '4', '5'])
      .optional()
      .transform((mood) => (mood === undefined ? undefined : Number(mood))),
    words: freeText(4000),
  })
  .refine((entry) => entry.mood !== undefined || entry.words !== undefined, {
    path: ['mood'],
    error: fieldError(texts.diaryEmpty),
  });

/** In the order in which they are asked. */
export const absenceClasses = [
  'own-illness',
  'child-ill',
  'interview',
  'public-duty',
  'other-absence',
] as const satisfies readonly AbsenceClass[];

export const absenceForm = z.object({
  class: z.enum(absenceClasses, { error: fieldError(texts.absenceChoose) }),
  words: freeText(2000),
});

export const helpForm = z.object({
  kind: z.enum(['technology', 'call-me', 'other']),
  words: freeText(1000),
  phone: phoneValue(),
});

export const objectionForm = z.object({ words: neededText(2000, texts.objectMissing) });
