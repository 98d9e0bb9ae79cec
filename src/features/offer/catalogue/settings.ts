// What an office decides about its catalogue.
import { z } from 'zod';
import { defineSetting } from '../../ground/offices/door.ts';
import { feedbackTexts as texts } from './texts.ts';

export const feedbackKeptDays = defineSetting({
  key: 'catalogue.feedback-kept-days',
  title: texts.settingKept,
  explanation: texts.settingKeptWhy,
  schema: z.number().int().min(30).max(365),
  fallback: { value: 365, validFrom: Temporal.PlainDate.from('2020-01-01'), source: 'Likistä' },
  field: { kind: 'number', unit: texts.days },
});
