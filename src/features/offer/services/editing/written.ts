// Texts in three languages and Easy Finnish as fields of a form: `summary-fi`, `summary-sv`, `summary-en`,
// `summary-selko`. A draft may leave any of them empty.
import { z } from 'zod';
import { fieldError } from '../../../../platform/forms.ts';
import type { Text } from '../../../../platform/language.ts';
import { texts } from './texts-fields.ts';

export const writtenLanguages = ['fi', 'sv', 'en', 'selko'] as const;

/** Words that may be left empty, at most `most` characters, without the signs that the house's texts use. */
export function words(most: number) {
  return z
    .string()
    .max(most, { error: fieldError(texts.tooLong) })
    .regex(/^[^{}]*$/, { error: fieldError(texts.brackets) })
    .optional()
    .transform((value) => value ?? '');
}

/** The four fields of one text. */
export function writtenFields<Name extends string>(name: Name, most: number) {
  const field = words(most);
  return Object.fromEntries(writtenLanguages.map((language) => [`${name}-${language}`, field])) as Record<
    `${Name}-${(typeof writtenLanguages)[number]}`,
    typeof field
  >;
}

/** The text of the four fields, from values that a form has read. */
export function writtenText(values: Readonly<Record<string, unknown>>, name: string): Text {
  const [fi, sv, en, selko] = writtenLanguages.map((language) => String(values[`${name}-${language}`] ?? ''));
  return { fi: fi ?? '', sv: sv ?? '', en: en ?? '', ...(selko ? { selko } : {}) };
}

/** The same when all may be left away: null when nothing is written in any language. */
export function optionalText(values: Readonly<Record<string, unknown>>, name: string): Text | null {
  const text = writtenText(values, name);
  return text.fi || text.sv || text.en || text.selko ? text : null;
}

/** What the fields hold for a text that is there already. */
export function writtenValues(name: string, text: Text | null): Record<string, string> {
  return Object.fromEntries(
    writtenLanguages.map((language) => [`${name}-${language}`, text?.[language] ?? '']),
  );
}
