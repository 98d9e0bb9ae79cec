import { z } from 'zod';
import { fieldError } from '../../../platform/forms.ts';
import { identityCodeFrom } from './oidc/oidc-rules.ts';
import { passkeyTexts } from './passkeys/passkey-texts.ts';
import { personTexts } from './person-texts.ts';
import { texts } from './texts.ts';

/** Asking for a link. What was written is looked for as it is; a wrong form simply finds nobody. */
export const linkRequest = z.object({
  address: z
    .string({ error: fieldError(texts.addressMissing) })
    .min(5, { error: fieldError(texts.addressMissing) })
    .max(254),
  back: z.string().max(500).optional(),
});

export const codeForm = z.object({
  code: z
    .string({ error: fieldError(texts.codeMissing) })
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: fieldError(texts.codeMissing) })),
  shared: z.literal('yes').optional(),
});

export const passkeyName = z.object({
  name: z
    .string({ error: fieldError(passkeyTexts.nameMissing) })
    .min(1, { error: fieldError(passkeyTexts.nameMissing) })
    .max(80),
});

export const identityCodeForm = z.object({
  code: z
    .string({ error: fieldError(personTexts.codeWrong) })
    .transform((code) => identityCodeFrom(code) ?? '')
    .pipe(z.string().min(1, { error: fieldError(personTexts.codeWrong) })),
});
