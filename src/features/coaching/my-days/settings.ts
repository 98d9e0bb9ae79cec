// What an office decides of writing into a day, and what the payers’ rules say of absences.
import { z } from 'zod';
import { defineSetting } from '../../ground/offices/door.ts';
import { writingTexts as texts } from './texts-settings.ts';

const since = Temporal.PlainDate.from('2020-01-01');
const ownDecision = { validFrom: since, source: 'Likistä' };
const kela = { validFrom: since, source: 'Kela: poissaolo työllistymistä edistävästä palvelusta' };
const inDays = { kind: 'number', unit: texts.days } as const;

export const lateWritingDays = defineSetting({
  key: 'days.late-writing-days',
  title: texts.lateDays,
  explanation: texts.lateDaysWhy,
  schema: z.number().int().min(0).max(14),
  fallback: { value: 2, ...ownDecision },
  field: inDays,
});

export const certificateAfterDays = defineSetting({
  key: 'days.certificate-after-days',
  title: texts.certificateAfter,
  explanation: texts.certificateAfterWhy,
  schema: z.number().int().min(0).max(60),
  fallback: { value: 3, ...kela },
  field: inDays,
});

export const childIllMostDays = defineSetting({
  key: 'days.child-ill-most-days',
  title: texts.childMost,
  explanation: texts.childMostWhy,
  schema: z.number().int().min(0).max(60),
  fallback: { value: 4, ...kela },
  field: inDays,
});
