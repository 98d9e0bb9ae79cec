// A form's body through one zod schema: either the value, or what was typed together with an error at each field.
// Messages are texts in every language, carried through zod as JSON.
import type { z } from 'zod';
import { defineTexts, type Text } from './language.ts';

export type FormState = { values: Record<string, string | string[]>; errors: Record<string, Text> };
export const emptyForm: FormState = { values: {}, errors: {} };

export type FormResult<T> = { ok: true; value: T } | ({ ok: false } & FormState);

/** Puts a text into a zod `error` option: `z.string().min(1, { error: fieldError(texts.nameMissing) })`. */
export function fieldError(text: Text): string {
  return JSON.stringify(text);
}

const texts = defineTexts({
  required: {
    fi: 'Täytä tämä kohta.',
    sv: 'Fyll i den här punkten.',
    en: 'Fill in this field.',
  },
  tooLong: {
    fi: 'Teksti on liian pitkä. Lyhennä sitä.',
    sv: 'Texten är för lång. Förkorta den.',
    en: 'The text is too long. Make it shorter.',
  },
  email: {
    fi: 'Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.',
    sv: 'Skriv e-postadressen i formen namn@exempel.fi.',
    en: 'Write the e-mail address in the form name@example.fi.',
  },
  choose: {
    fi: 'Valitse yksi vaihtoehdoista.',
    sv: 'Välj ett av alternativen.',
    en: 'Choose one of the options.',
  },
  number: {
    fi: 'Kirjoita luku.',
    sv: 'Skriv ett tal.',
    en: 'Write a number.',
  },
  invalid: {
    fi: 'Tarkista tämä kohta.',
    sv: 'Kontrollera den här punkten.',
    en: 'Check this field.',
  },
});

/** The values of a body as a schema sees them: one string, or a list where the name repeats or ends in `[]`. */
export function valuesOf(body: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(body.keys())) {
    if (name === '_key') continue;
    const all = body
      .getAll(name)
      .filter((v): v is string => typeof v === 'string')
      .map(clean);
    if (all.length === 0) continue;
    values[name] = name.endsWith('[]') ? all : (all.at(-1) ?? '');
  }
  return values;
}

// PostgreSQL cannot hold a null character, and lone surrogates are not text; both are dropped, all else is kept.
function clean(value: string): string {
  return value.replaceAll('\u0000', '').toWellFormed().replaceAll('\r\n', '\n').trim();
}

/** Parses a body. On failure gives what was typed and a text for each field that needs a change. */
export function readForm<S extends z.ZodType>(schema: S, body: FormData): FormResult<z.output<S>> {
  const values = valuesOf(body);
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, Text> = {};
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? '');
    errors[name] ??= textOf(issue);
  }
  return { ok: false, values, errors };
}

function textOf(issue: z.core.$ZodIssue): Text {
  if (issue.message.startsWith('{')) {
    try {
      return JSON.parse(issue.message) as Text;
    } catch {
      return texts.invalid;
    }
  }
  switch (issue.code) {
    case 'too_small':
      return texts.required;
    case 'too_big':
      return issue.origin === 'string' ? texts.tooLong : texts.invalid;
    case 'invalid_type':
      return issue.expected === 'number' ? texts.number : texts.required;
    case 'invalid_format':
      return issue.format === 'email' ? texts.email : texts.invalid;
    case 'invalid_value':
      return texts.choose;
    default:
      return texts.invalid;
  }
}

/** A form state with one more error: for a "no" that an action returned. */
export function withError(body: FormData, field: string, error: Text): FormState {
  return { values: valuesOf(body), errors: { [field]: error } };
}
