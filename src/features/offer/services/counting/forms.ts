// The numbers of the law and of agreements as they are typed: days, hours, euros, minutes and per cents.
import { z } from 'zod';
import { dayValue, neededText } from '../../../../platform/form-values.ts';
import { fieldError } from '../../../../platform/forms.ts';
import type { Text } from '../../../../platform/language.ts';
import type { FormState } from '../../../../ui/form.tsx';
import type { AttendanceRule, ServiceBounds } from '../rules.ts';
import { texts } from './texts.ts';

/** The ways of being present, as a rule weighs them. */
export const ways = ['on-site', 'video', 'voice', 'phone', 'text'] as const;

type Limits = { least: number; most: number; decimals: number; wrong: Text };

/** A number that may be left empty; Finnish writes its decimals after a comma. */
function maybeNumber({ least, most, decimals, wrong }: Limits) {
  const written = new RegExp(decimals === 0 ? '^\\d{1,5}$' : `^\\d{1,5}(?:[.,]\\d{1,${decimals}})?$`);
  return z
    .string()
    .optional()
    .transform((value, context) => {
      if (!value) return undefined;
      const number = written.test(value) ? Number(value.replace(',', '.')) : Number.NaN;
      if (number >= least && number <= most) return number;
      context.addIssue({ code: 'custom', message: fieldError(wrong) });
      return z.NEVER;
    });
}

function neededNumber(limits: Limits) {
  return z.string({ error: fieldError(limits.wrong) }).transform((value, context) => {
    const number = maybeNumber(limits).safeParse(value);
    if (number.success && number.data !== undefined) return number.data;
    context.addIssue({ code: 'custom', message: fieldError(limits.wrong) });
    return z.NEVER;
  });
}

const days: Limits = { least: 1, most: 7, decimals: 0, wrong: texts.daysWrong };
const hours: Limits = { least: 0, most: 24, decimals: 2, wrong: texts.hoursWrong };
const euros: Limits = { least: 0, most: 1000, decimals: 2, wrong: texts.eurosWrong };
const minutes: Limits = { least: 0, most: 1440, decimals: 0, wrong: texts.minutesWrong };
const percent: Limits = { least: 0, most: 100, decimals: 0, wrong: texts.percentWrong };

export const boundsForm = z
  .object({
    'weekdays-least': maybeNumber(days),
    'weekdays-most': maybeNumber(days),
    'hours-least': maybeNumber(hours),
    'hours-most': maybeNumber(hours),
    allowance: maybeNumber(euros),
    'valid-from': dayValue(),
    source: neededText(300, texts.sourceMissing),
  })
  .superRefine((value, context) => {
    const wrong = (path: string, text: Text) =>
      context.addIssue({ code: 'custom', path: [path], message: fieldError(text) });
    for (const what of ['weekdays', 'hours'] as const) {
      const [least, most] = [value[`${what}-least`], value[`${what}-most`]];
      if (least !== undefined && most !== undefined && least > most)
        wrong(`${what}-most`, texts.leastOverMost);
    }
    const given = ['weekdays-least', 'weekdays-most', 'hours-least', 'hours-most', 'allowance'] as const;
    if (given.every((name) => value[name] === undefined)) wrong('weekdays-least', texts.noBoundsGiven);
  });

/** The bounds that were typed; what was left empty is no bound. Hours become whole minutes, euros cents. */
export function boundsFrom(value: z.output<typeof boundsForm>): ServiceBounds {
  const inMinutes = (number: number | undefined) =>
    number === undefined ? undefined : Math.round(number * 60);
  const weekdays = range(value['weekdays-least'], value['weekdays-most']);
  const dayMinutes = range(inMinutes(value['hours-least']), inMinutes(value['hours-most']));
  return {
    ...(weekdays ? { weekdays } : {}),
    ...(dayMinutes ? { dayMinutes } : {}),
    ...(value.allowance === undefined ? {} : { allowanceCents: Math.round(value.allowance * 100) }),
  };
}

function range(least: number | undefined, most: number | undefined) {
  if (least === undefined && most === undefined) return undefined;
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

export function boundsValues(bounds: ServiceBounds | undefined): FormState['values'] {
  const typed = (number: number | undefined) =>
    number === undefined ? '' : String(Math.round(number * 100) / 100).replace('.', ',');
  const inHours = (number: number | undefined) => typed(number === undefined ? undefined : number / 60);
  return {
    'weekdays-least': typed(bounds?.weekdays?.least),
    'weekdays-most': typed(bounds?.weekdays?.most),
    'hours-least': inHours(bounds?.dayMinutes?.least),
    'hours-most': inHours(bounds?.dayMinutes?.most),
    allowance: bounds?.allowanceCents === undefined ? '' : typed(bounds.allowanceCents / 100),
  };
}

export const ruleForm = z
  .object({
    minimum: neededNumber({ ...minutes, least: 1, wrong: texts.minimumWrong }),
    'weight-on-site': neededNumber(percent),
    'weight-video': neededNumber(percent),
    'weight-voice': neededNumber(percent),
    'weight-phone': neededNumber(percent),
    'weight-text': neededNumber(percent),
    proved: neededNumber(percent),
    unproved: neededNumber(percent),
    'own-work-cap': neededNumber(minutes),
    diary: neededNumber(minutes),
    contact: neededNumber(minutes),
    'contact-cap': neededNumber(minutes),
    'valid-from': dayValue(),
    agreement: neededText(500, texts.agreementMissing),
  })
  .superRefine(({ proved, unproved }, context) => {
    if (proved < unproved)
      context.addIssue({ code: 'custom', path: ['proved'], message: fieldError(texts.provedUnderTold) });
  });

export function ruleFrom(value: z.output<typeof ruleForm>): AttendanceRule {
  const share = (percents: number) => percents / 100;
  return {
    minimumMinutes: value.minimum,
    liveWeight: {
      'on-site': share(value['weight-on-site']),
      video: share(value['weight-video']),
      voice: share(value['weight-voice']),
      phone: share(value['weight-phone']),
      text: share(value['weight-text']),
    },
    ownWorkWeight: { proved: share(value.proved), unproved: share(value.unproved) },
    ownWorkCapMinutes: value['own-work-cap'],
    diaryMinutes: value.diary,
    contactMinutes: value.contact,
    contactCapMinutes: value['contact-cap'],
  };
}

/** What the fields hold; a service without a rule begins with nothing decided for it but full weight to presence. */
export function ruleValues(rule: AttendanceRule | undefined): FormState['values'] {
  const percents = (share: number | undefined) =>
    share === undefined ? '' : String(Math.round(share * 100));
  const typed = (number: number | undefined) => (number === undefined ? '' : String(number));
  return {
    minimum: typed(rule?.minimumMinutes),
    ...Object.fromEntries(ways.map((way) => [`weight-${way}`, percents(rule?.liveWeight[way] ?? 1)])),
    proved: percents(rule?.ownWorkWeight.proved),
    unproved: percents(rule?.ownWorkWeight.unproved),
    'own-work-cap': typed(rule?.ownWorkCapMinutes),
    diary: typed(rule?.diaryMinutes),
    contact: typed(rule?.contactMinutes),
    'contact-cap': typed(rule?.contactCapMinutes),
  };
}
