// What an office decides about reminders of booked times.
import { z } from 'zod';
import { defineSetting } from '../../ground/offices/door.ts';
import { noticeTexts as texts } from './texts.ts';

const ours = { validFrom: Temporal.PlainDate.from('2020-01-01'), source: 'Likistä' };
const field = { kind: 'number', unit: texts.hours } as const;
const hours = z.number().int().min(0).max(168);

export const firstReminderHours = defineSetting({
  key: 'bookings.first-reminder-hours-before',
  title: texts.reminderFirst,
  explanation: texts.reminderFirstWhy,
  schema: hours,
  fallback: { value: 24, ...ours },
  field,
});

export const secondReminderHours = defineSetting({
  key: 'bookings.second-reminder-hours-before',
  title: texts.reminderSecond,
  explanation: texts.reminderFirstWhy,
  schema: hours,
  fallback: { value: 0, ...ours },
  field,
});
