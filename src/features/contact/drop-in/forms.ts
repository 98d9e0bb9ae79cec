import { z } from 'zod';
import { freeText } from '../../../platform/form-values.ts';
import { fieldError, readForm } from '../../../platform/forms.ts';
import type { Text } from '../../../platform/language.ts';
import { weekForm } from '../../ground/offices/door.ts';
import { offeredFields } from '../../offer/services/door.ts';
import { type Hours, modes } from './rules.ts';
import { texts as clientTexts } from './texts.ts';
import { texts } from './texts-settings.ts';

export const numberForm = z.object({
  mode: z.enum(modes, { error: fieldError(clientTexts.chooseHow) }),
});

export const endForm = z.object({ outcome: z.enum(['served', 'no-answer']) });

export const settingsForm = z
  .object({
    ...offeredFields,
    'modes[]': z.array(z.enum(modes)).default([]),
    place: freeText(200),
    usual: z.coerce.number().int().min(1).max(240),
    'coaches[]': z.array(z.uuid()).max(100).default([]),
    'closed-fi': freeText(400),
    'closed-sv': freeText(400),
    'closed-en': freeText(400),
  })
  .superRefine((value, context) => {
    const refuse = (path: string, text: Text) =>
      context.addIssue({ code: 'custom', path: [path], message: fieldError(text) });
    if (value['modes[]'].length === 0) refuse('modes[]', texts.modesMissing);
    if (value['modes[]'].includes('in-person') && !value.place) refuse('place', texts.placeMissing);
  });

/** The words said while it is closed: in all languages, or none. */
export function closedWordsOf(value: z.infer<typeof settingsForm>): Text | null {
  const fi = value['closed-fi'];
  if (!fi) return null;
  return { fi, sv: value['closed-sv'] ?? fi, en: value['closed-en'] ?? fi };
}

/** The week's hours; the form with its errors when they cannot be understood. */
export function hoursFrom(body: FormData) {
  const read = readForm(weekForm, body);
  if (!read.ok) return read;
  const hours = [...read.value].flatMap(([weekday, spans]) =>
    spans.map(({ opens, closes }): Hours => ({ weekday, starts: opens, ends: closes })),
  );
  return { ok: true as const, hours };
}
