// The forms of an enrolment.
import { z } from 'zod';
import { dayValue, emptyOr } from '../../../platform/form-values.ts';
import { fieldError } from '../../../platform/forms.ts';
import type { Benefit, Payer } from './tables.ts';
import { texts } from './texts.ts';

export const payers = [
  'kela',
  'unemployment-fund',
  'municipality',
  'other',
] as const satisfies readonly Payer[];
export const benefits = [
  'expense-allowance',
  'activity-allowance',
  'none',
] as const satisfies readonly Benefit[];

const hoursError = { error: fieldError(texts.hoursWrong) };
const weekdaysError = { error: fieldError(texts.weekdaysMissing) };

export const enrolmentForm = z
  .object({
    serviceId: z.uuid(),
    groupId: emptyOr(z.uuid()),
    startsOn: dayValue(),
    endsOn: dayValue(),
    'weekdays[]': z
      .array(z.enum(['1', '2', '3', '4', '5', '6', '7']), weekdaysError)
      .min(1, weekdaysError)
      .transform((days) => [...new Set(days.map(Number))].sort()),
    hours: z
      .string(hoursError)
      .regex(/^\d{1,2}([.,]\d{1,2})?$/, hoursError)
      .transform((hours) => Math.round(Number(hours.replace(',', '.')) * 60))
      .refine((minutes) => minutes >= 15 && minutes <= 720, hoursError),
    payer: z.enum(payers),
    benefit: z.enum(benefits),
  })
  .refine((one) => Temporal.PlainDate.compare(one.startsOn, one.endsOn) <= 0, {
    path: ['endsOn'],
    error: fieldError(texts.endsBeforeStart),
  });

export const endForm = z.object({ lastOn: dayValue() });
