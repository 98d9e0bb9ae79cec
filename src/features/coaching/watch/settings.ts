// When an office wakes its clients and when it notices silence.
import { z } from 'zod';
import { defineSetting } from '../../ground/offices/door.ts';
import { watchTexts as texts } from './texts.ts';

const since = Temporal.PlainDate.from('2020-01-01');
const ownDecision = { validFrom: since, source: 'Likistä' };
const minutes = (most: number) => z.number().int().min(0).max(most);
const inMinutes = { kind: 'number', unit: texts.minutes } as const;

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
