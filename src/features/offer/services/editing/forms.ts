// The forms of the catalogue's keeper that are not parts of the content (those are in sections.ts).
import { z } from 'zod';
import { freeText, neededText } from '../../../../platform/form-values.ts';
import { fieldError } from '../../../../platform/forms.ts';
import { isId } from '../../../../platform/tenancy.ts';
import type { FormState } from '../../../../ui/form.tsx';
import {
  durationUnits,
  type ModeOffered,
  most,
  type PathStep,
  type ServiceMode,
  serviceKinds,
  serviceModes,
  serviceStages,
  stepActors,
  stepKinds,
} from '../content.ts';
import { texts } from './texts-fields.ts';
import { texts as versionTexts } from './texts-versions.ts';
import { optionalText, words, writtenFields, writtenText, writtenValues } from './written.ts';

const placing = {
  kind: z.enum(serviceKinds),
  unit: z
    .string()
    .optional()
    .transform((value, context) => {
      if (!value) return null;
      if (isId(value)) return value;
      context.addIssue({ code: 'custom', message: fieldError(texts.chooseUnit) });
      return z.NEVER;
    }),
  stage: z.enum(serviceStages),
};

export const newServiceForm = z.object({
  'name-fi': neededText(most.name, texts.nameMissing).regex(/^[^{}]*$/, {
    error: fieldError(texts.brackets),
  }),
  'name-sv': words(most.name),
  'name-en': words(most.name),
  ...placing,
});

export const stageForm = z.object({ ...placing, note: freeText(500) });

export const modeForm = z.object({
  ...writtenFields('needs', most.short),
  ...writtenFields('instructions', most.long),
});

export function modeFrom(mode: ServiceMode, values: z.output<typeof modeForm>): ModeOffered {
  return {
    mode,
    needs: writtenText(values, 'needs'),
    instructions: writtenText(values, 'instructions'),
  };
}

export function modeValues(mode: ModeOffered | undefined): FormState['values'] {
  return {
    ...writtenValues('needs', mode?.needs ?? null),
    ...writtenValues('instructions', mode?.instructions ?? null),
  };
}

export const stepForm = z.object({
  kind: z.enum(stepKinds),
  ...writtenFields('title', most.name),
  ...writtenFields('what', most.long),
  ...writtenFields('materials', most.short),
  mode: z.enum(serviceModes),
  'alternatives[]': z.array(z.enum(serviceModes)).default([]),
  who: z.enum(stepActors),
  amount: z
    .string()
    .optional()
    .transform((value, context) => {
      if (!value) return undefined;
      const amount = /^\d{1,4}$/.test(value) ? Number(value) : 0;
      if (amount >= 1 && amount <= 1000) return amount;
      context.addIssue({ code: 'custom', message: fieldError(texts.stepAmountWrong) });
      return z.NEVER;
    }),
  unit: z.enum(durationUnits),
});

export function stepFrom(values: z.output<typeof stepForm>): PathStep {
  const { kind, mode, who, amount, unit } = values;
  return {
    kind,
    title: writtenText(values, 'title'),
    what: writtenText(values, 'what'),
    mode,
    // The usual way is not an alternative to itself.
    alternatives: [...new Set(values['alternatives[]'])].filter((one) => one !== mode),
    materials: optionalText(values, 'materials'),
    who,
    duration: amount === undefined ? null : { amount, unit },
  };
}

export function stepValues(step: PathStep): FormState['values'] {
  return {
    kind: step.kind,
    ...writtenValues('title', step.title),
    ...writtenValues('what', step.what),
    ...writtenValues('materials', step.materials),
    mode: step.mode,
    'alternatives[]': step.alternatives,
    who: step.who,
    amount: step.duration ? String(step.duration.amount) : '',
    unit: step.duration?.unit ?? 'minutes',
  };
}

export const templateForm = z.object({ name: neededText(most.name, versionTexts.templateNameMissing) });

export const publishForm = z.object({ note: freeText(500) });

/** The mark or revision that the page was made from; odd ones match nothing. */
export function seenIn(form: FormData): string {
  const seen = form.get('seen');
  return typeof seen === 'string' ? seen : '';
}
