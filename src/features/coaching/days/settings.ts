// What an office decides about its days. Numbers of the payers' rules name their source.
import { z } from 'zod';
import { defineSetting } from '../../ground/offices/door.ts';
import { settingTexts as texts } from './texts-settings.ts';

const since = Temporal.PlainDate.from('2020-01-01');
const ownDecision = { validFrom: since, source: 'Likistä' };
const kela = { validFrom: since, source: 'Kela: poissaolo työllistymistä edistävästä palvelusta' };
const minutes = (most: number) => z.number().int().min(0).max(most);
const inMinutes = { kind: 'number', unit: texts.minutes } as const;
const inDays = { kind: 'number', unit: texts.days } as const;

export const silentAfterMinutes = defineSetting({
  key: 'days.silent-after-minutes',
  title: texts.silentAfter,
  explanation: texts.silentAfterWhy,
  schema: minutes(480).min(1),
  fallback: { value: 30, ...ownDecision },
  field: inMinutes,
});

export const toldOnAfterMinutes = defineSetting({
  key: 'days.silence-told-on-after-minutes',
  title: texts.toldOnAfter,
  explanation: texts.toldOnAfterWhy,
  schema: minutes(480).min(1),
  fallback: { value: 60, ...ownDecision },
  field: inMinutes,
});

export const morningBeforeMinutes = defineSetting({
  key: 'days.morning-message-minutes-before',
  title: texts.morningBefore,
  explanation: texts.morningBeforeWhy,
  schema: minutes(180),
  fallback: { value: 30, ...ownDecision },
  field: inMinutes,
});

export const startsWithoutProgramme = defineSetting({
  key: 'days.starts-without-programme',
  title: texts.startsAt,
  explanation: texts.startsAtWhy,
  schema: z.string().regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/),
  fallback: { value: '9.00', ...ownDecision },
});

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

/** The wall-clock time of a setting such as `9.00`. */
export function timeOfSetting(value: string): Temporal.PlainTime {
  const [hour, minute] = value.split(/[.:]/).map(Number);
  return new Temporal.PlainTime(hour, minute);
}
