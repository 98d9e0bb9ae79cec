// When a day begins by the office’s own word.
import { z } from 'zod';
import { defineSetting } from '../../ground/offices/door.ts';
import { settingTexts as texts } from './texts-settings.ts';

const ownDecision = { validFrom: Temporal.PlainDate.from('2020-01-01'), source: 'Likistä' };

export const startsWithoutProgramme = defineSetting({
  key: 'days.starts-without-programme',
  title: texts.startsAt,
  explanation: texts.startsAtWhy,
  schema: z.string().regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/),
  fallback: { value: '9.00', ...ownDecision },
});

/** The wall-clock time of a setting such as `9.00`. */
export function timeOfSetting(value: string): Temporal.PlainTime {
  const [hour, minute] = value.split(/[.:]/).map(Number);
  return new Temporal.PlainTime(hour, minute);
}
