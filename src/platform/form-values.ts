// Values that many forms ask for, as zod schemas over what was typed. Each gives its own error in words.
import { z } from 'zod';
import { fieldError } from './forms.ts';
import { defineTexts, type Text } from './language.ts';

const texts = defineTexts({
  day: {
    fi: 'Kirjoita päivä, esimerkiksi 24.11.2026.',
    sv: 'Skriv en dag, till exempel 24.11.2026.',
    en: 'Write a date, for example 24/11/2026.',
  },
  time: {
    fi: 'Kirjoita kellonaika, esimerkiksi 9.30.',
    sv: 'Skriv ett klockslag, till exempel 9.30.',
    en: 'Write a time, for example 9:30.',
  },
  phone: {
    fi: 'Kirjoita puhelinnumero, esimerkiksi 040 123 4567.',
    sv: 'Skriv ett telefonnummer, till exempel 040 123 4567.',
    en: 'Write a phone number, for example 040 123 4567.',
  },
  email: {
    fi: 'Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.',
    sv: 'Skriv e-postadressen i formen namn@exempel.fi.',
    en: 'Write the e-mail address in the form name@example.fi.',
  },
  web: {
    fi: 'Kirjoita verkko-osoite, esimerkiksi https://likijarvi.fi.',
    sv: 'Skriv en webbadress, till exempel https://likijarvi.fi.',
    en: 'Write a web address, for example https://likijarvi.fi.',
  },
});

/** A text that must be there, at most `most` characters. `missing` says what to write. */
export function neededText(most: number, missing?: Text) {
  return z
    .string(missing && { error: fieldError(missing) })
    .min(1, missing && { error: fieldError(missing) })
    .max(most);
}

/** A text that may be left empty; empty is undefined. */
export function freeText(most: number) {
  return z
    .string()
    .max(most)
    .optional()
    .transform((value) => value || undefined);
}

/** "2026-11-24" from a date field, or "24.11.2026" typed by hand. Years 1900–2199. */
export function dayValue(error: Text = texts.day) {
  return z.string({ error: fieldError(error) }).transform((value, context) => {
    const day = readDay(value);
    if (day) return day;
    context.addIssue({ code: 'custom', message: fieldError(error) });
    return z.NEVER;
  });
}

/** The same, or undefined when left empty. */
export function optionalDayValue() {
  return emptyOr(dayValue());
}

/** A wall-clock time: "9.30", "09:30", "9". */
export function timeValue() {
  return z.string({ error: fieldError(texts.time) }).transform((value, context) => {
    const match = /^(\d{1,2})(?:[.:](\d{2}))?(?:[.:]\d{2})?$/.exec(value);
    const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
    if (match && hour < 24 && minute < 60) return Temporal.PlainTime.from({ hour, minute });
    context.addIssue({ code: 'custom', message: fieldError(texts.time) });
    return z.NEVER;
  });
}

/** A phone number in the international form (E.164), or undefined when left empty. */
export function phoneValue() {
  return z
    .string()
    .max(60)
    .optional()
    .transform((value, context) => {
      if (!value) return undefined;
      const phone = normalPhone(value);
      if (phone) return phone;
      context.addIssue({ code: 'custom', message: fieldError(texts.phone) });
      return z.NEVER;
    });
}

/** An e-mail address in small letters, or undefined when left empty. */
export function emailValue() {
  return emptyOr(
    z.email({ error: fieldError(texts.email) }).max(254, { error: fieldError(texts.email) }),
  ).transform((value) => value?.toLowerCase());
}

/** A web address (http or https), or undefined when left empty. */
export function webValue() {
  return emptyOr(z.url({ protocol: /^https?$/, error: fieldError(texts.web) }).max(300));
}

/** Lets a field be left empty: then undefined. */
export function emptyOr<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

/** A calendar day from either writing; undefined when it is not one, or lies outside 1900–2199. */
export function readDay(value: string): Temporal.PlainDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const spoken = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(value.replaceAll(' ', ''));
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [spoken?.[3], spoken?.[2], spoken?.[1]];
  if (!year || Number(year) < 1900 || Number(year) > 2199) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}

/**
 * A phone number in the form of ITU-T E.164: "040 123 4567" and "+358 (0)40 1234567" become "+358401234567".
 * A number without a country is Finnish. Undefined when it cannot be a number.
 */
export function normalPhone(value: string): string | undefined {
  const digits = value.replace(/\(0\)/, '').replace(/[\s()./–-]/g, '');
  const international = digits.startsWith('00')
    ? `+${digits.slice(2)}`
    : digits.startsWith('0')
      ? `+358${digits.slice(1)}`
      : digits;
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : undefined;
}
