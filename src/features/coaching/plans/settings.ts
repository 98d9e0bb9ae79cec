// When a choice of mode is looked at again, as the office has decided.
import { z } from 'zod';
import { defineSetting } from '../../ground/offices/door.ts';
import { longestReviewWeeks } from './rules.ts';
import { settingTexts as texts } from './texts-settings.ts';

export const reviewAfterWeeks = defineSetting({
  key: 'plans.mode-review-after-weeks',
  title: texts.reviewAfter,
  explanation: texts.reviewAfterWhy,
  schema: z.number().int().min(1).max(longestReviewWeeks),
  fallback: { value: 12, validFrom: Temporal.PlainDate.from('2020-01-01'), source: 'Likistä' },
  field: { kind: 'number', unit: texts.weeks },
});
