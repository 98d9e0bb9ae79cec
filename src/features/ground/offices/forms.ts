// The forms of the office's own pages.
import { z } from 'zod';
import {
  dayValue,
  emailValue,
  emptyOr,
  freeText,
  neededText,
  phoneValue,
  timeValue,
  webValue,
} from '../../../platform/form-values.ts';
import { fieldError } from '../../../platform/forms.ts';
import { type Language, languages, type Text } from '../../../platform/language.ts';
import { mostSpans, readSpans, type Span } from './opening/opening-rules.ts';
import type { SettingDefinition } from './settings/settings.ts';
import type { Contacts, UnitKind } from './tables.ts';
import { texts } from './texts.ts';

const nameFields = {
  'name-fi': neededText(120, texts.nameMissing),
  'name-sv': freeText(120),
  'name-en': freeText(120),
};

const contactFields = {
  phone: phoneValue(),
  sms: phoneValue(),
  email: emailValue(),
  address: freeText(300),
  web: webValue(),
};

type Named = { 'name-fi': string; 'name-sv'?: string | undefined; 'name-en'?: string | undefined };

/** A name or reason in three languages; where one is left empty, the Finnish one stands. */
export function textOf(named: Named): Text {
  return {
    fi: named['name-fi'],
    sv: named['name-sv'] ?? named['name-fi'],
    en: named['name-en'] ?? named['name-fi'],
  };
}

/** Only the contacts that are there. */
export function contactsOf(values: { [Key in keyof Contacts]?: string | undefined }): Contacts {
  const all: [keyof Contacts, string | undefined][] = [
    ['phone', values.phone],
    ['sms', values.sms],
    ['email', values.email],
    ['address', values.address],
    ['web', values.web],
    ['dataProtection', values.dataProtection],
  ];
  return Object.fromEntries(all.filter(([, value]) => value));
}

export const detailsForm = z.object({
  ...nameFields,
  ...contactFields,
  'data-protection': emailValue(),
  'languages[]': z
    .array(z.enum(languages as [Language, ...Language[]]), { error: fieldError(texts.languagesMissing) })
    .min(1, { error: fieldError(texts.languagesMissing) })
    .transform((chosen) => languages.filter((language) => chosen.includes(language))),
});

export const unitKinds = [
  'own-employment',
  'rehabilitative-work',
  'youth-workshop',
  'open-workshop',
  'other',
] as const satisfies readonly UnitKind[];

export const unitForm = z.object({ ...nameFields, kind: z.enum(unitKinds), ...contactFields });

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const spansErrors = {
  'not-understood': texts.hoursNotUnderstood,
  order: texts.hoursOrder,
  overlap: texts.hoursOverlap,
  'too-many': texts.hoursTooMany,
} as const;

const spansValue = z
  .string()
  .max(200)
  .optional()
  .transform((value, context): Span[] => {
    const read = readSpans(value ?? '');
    if (read.ok) return read.spans;
    context.addIssue({ code: 'custom', message: fieldError(spansErrors[read.reason]) });
    return z.NEVER;
  });

export const weekForm = z
  .object({
    'day-1': spansValue,
    'day-2': spansValue,
    'day-3': spansValue,
    'day-4': spansValue,
    'day-5': spansValue,
    'day-6': spansValue,
    'day-7': spansValue,
  })
  .transform(
    (week) => new Map(weekdays.map((day) => [day as number, week[`day-${day}`].slice(0, mostSpans)])),
  );

export const closedDayForm = z
  .object({ day: dayValue(), ...nameFields, from: emptyOr(timeValue()), until: emptyOr(timeValue()) })
  .superRefine((value, context) => {
    const both = value.from !== undefined && value.until !== undefined;
    if (value.from === undefined && value.until === undefined) return;
    if (!both) {
      const path = value.from === undefined ? 'from' : 'until';
      context.addIssue({ code: 'custom', path: [path], message: fieldError(texts.bothTimes) });
    } else if (value.from && value.until && Temporal.PlainTime.compare(value.from, value.until) >= 0) {
      context.addIssue({ code: 'custom', path: ['until'], message: fieldError(texts.hoursOrder) });
    }
  })
  .transform((value) => ({
    day: value.day,
    reason: textOf(value),
    hours: value.from && value.until ? { from: value.from, until: value.until } : undefined,
  }));

export const fillForm = z.object({ year: z.coerce.number().int().min(1950).max(2190) });

export const lookForm = z.object({ accent: z.string().max(20) });

/** The form of one setting; its value is read by its kind and checked by its own schema. */
export function settingForm(setting: SettingDefinition) {
  return z.object({
    value: z
      .string({ error: fieldError(texts.valueMissing) })
      .max(500)
      .transform((typed, context) => {
        const parsed = setting.schema.safeParse(readValue(setting, typed));
        if (parsed.success) return parsed.data;
        context.addIssue({ code: 'custom', message: fieldError(texts.valueWrong) });
        return z.NEVER;
      }),
    'valid-from': dayValue(),
    source: neededText(500, texts.sourceMissing),
  });
}

function readValue(setting: SettingDefinition, typed: string): unknown {
  if (setting.field.kind === 'number') {
    const number = typed.replaceAll(/\s/g, '').replace(',', '.');
    return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : undefined;
  }
  if (setting.field.kind === 'yes-no') return typed === 'yes' ? true : typed === 'no' ? false : undefined;
  return typed;
}
