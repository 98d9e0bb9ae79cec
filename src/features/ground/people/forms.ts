// The forms about persons.
import { z } from 'zod';
import {
  dayValue,
  emailValue,
  emptyOr,
  freeText,
  neededText,
  optionalDayValue,
  phoneValue,
} from '../../../platform/form-values.ts';
import { fieldError } from '../../../platform/forms.ts';
import { type Language, languages, type Text } from '../../../platform/language.ts';
import { roles } from '../../../platform/session.ts';
import { missingContact } from './rules.ts';
import type { Channel } from './tables.ts';
import { texts } from './texts.ts';

export const channels = ['sms', 'email', 'letter', 'phone'] as const satisfies readonly Channel[];
export const genders = ['woman', 'man', 'other', 'untold'] as const;

const id = z.uuid();
/** How somebody is called, reached and helped: alike whether they write it themselves or staff does. */
export const contactFields = {
  'preferred-name': freeText(80),
  phone: phoneValue(),
  email: emailValue(),
  language: z.enum(languages as [Language, ...Language[]]),
  channel: z.enum(channels),
  needs: freeText(4000),
};

const nameFields = {
  'given-name': neededText(80, texts.givenNameMissing),
  'family-name': neededText(80, texts.familyNameMissing),
  'born-on': optionalDayValue(),
  gender: emptyOr(z.enum(genders)),
};

const channelErrors: Record<'phone' | 'email' | 'address', Text> = {
  phone: texts.channelNeedsPhone,
  email: texts.channelNeedsEmail,
  address: texts.channelNeedsAddress,
};

type Contacts = { channel: Channel; phone?: string | undefined; email?: string | undefined };

/** The error at the channel when what it needs is missing. */
function channelError(value: Contacts, hasAddress: boolean): Text | undefined {
  const missing = missingContact(value.channel, {
    phone: value.phone !== undefined,
    email: value.email !== undefined,
    address: hasAddress,
  });
  return missing && channelErrors[missing];
}

function withUsableChannel<S extends z.ZodType<Contacts>>(schema: S, hasAddress: boolean) {
  return schema.superRefine((value, context) => {
    const error = channelError(value, hasAddress);
    if (error) context.addIssue({ code: 'custom', path: ['channel'], message: fieldError(error) });
  });
}

/** Contact details and needs, which a coach may change too. `hasAddress` because a letter needs one. */
export const contactForm = (hasAddress: boolean) => withUsableChannel(z.object(contactFields), hasAddress);

/** Everything about a person but roles and whereabouts. */
export const detailsForm = (hasAddress: boolean) =>
  withUsableChannel(z.object({ ...nameFields, ...contactFields }), hasAddress);

export const newcomerForm = withUsableChannel(
  z.object({
    ...nameFields,
    ...contactFields,
    role: z.enum(roles),
    unit: emptyOr(id),
    'starts-on': dayValue(),
    invite: z.literal('yes').optional(),
    /** Sent when the page has warned that somebody with the same details is here. */
    anyway: z.literal('yes').optional(),
  }),
  false,
);

export const whereaboutsForm = z.object({
  address: freeText(400),
  distance: emptyOr(
    z.coerce
      .number({ error: fieldError(texts.distanceWrong) })
      .int({ error: fieldError(texts.distanceWrong) })
      .min(0, { error: fieldError(texts.distanceWrong) })
      .max(2000, { error: fieldError(texts.distanceWrong) }),
  ),
});

const period = { 'starts-on': dayValue(), 'ends-on': optionalDayValue() };

function inOrder<
  S extends z.ZodType<{ 'starts-on': Temporal.PlainDate; 'ends-on'?: Temporal.PlainDate | undefined }>,
>(schema: S) {
  return schema.superRefine((value, context) => {
    const endsOn = value['ends-on'];
    if (!endsOn || Temporal.PlainDate.compare(value['starts-on'], endsOn) <= 0) return;
    context.addIssue({ code: 'custom', path: ['ends-on'], message: fieldError(texts.endsBeforeStart) });
  });
}

export const grantForm = inOrder(z.object({ role: z.enum(roles), unit: emptyOr(id), ...period }));
export const relationForm = inOrder(
  z.object({
    coach: z.uuid({ error: fieldError(texts.coachMissing) }),
    kind: z.enum(['own-coach', 'substitute']),
    ...period,
  }),
);
export const endingForm = z.object({ 'ends-on': dayValue() });
export const protectionForm = z.object({ protected: z.enum(['yes', 'no']) });
export const blockForm = z.object({
  other: z.uuid({ error: fieldError(texts.samePerson) }),
  reason: freeText(2000),
});
export const languageForm = z.object({
  to: z.enum(languages as [Language, ...Language[]]),
  back: z.string().optional(),
});

/** The contact part of a form as a change of the person; what was left empty is emptied. */
export function contactChange(value: z.output<ReturnType<typeof contactForm>>) {
  return {
    preferredName: value['preferred-name'] ?? null,
    phone: value.phone ?? null,
    email: value.email ?? null,
    language: value.language,
    channel: value.channel,
    accessibilityNeeds: value.needs ?? null,
  };
}

/** The whole form as a change of the person. */
export function detailsChange(value: z.output<ReturnType<typeof detailsForm>>) {
  return {
    ...contactChange(value),
    givenName: value['given-name'],
    familyName: value['family-name'],
    bornOn: value['born-on'] ?? null,
    gender: value.gender ?? null,
  };
}
