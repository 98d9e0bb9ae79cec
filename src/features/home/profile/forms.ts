// What a person may change about themselves.
import { z } from 'zod';
import { freeText } from '../../../platform/form-values.ts';
import { fieldError } from '../../../platform/forms.ts';
import { contactFields, missingContact } from '../../ground/people/door.ts';
import { texts } from './texts.ts';

const errors = {
  phone: texts.channelNeedsPhone,
  email: texts.channelNeedsEmail,
  address: texts.channelNeedsAddress,
} as const;

export const ownForm = z
  .object({ ...contactFields, address: freeText(400) })
  .superRefine((value, context) => {
    const missing = missingContact(value.channel, {
      phone: value.phone !== undefined,
      email: value.email !== undefined,
      address: value.address !== undefined,
    });
    if (missing)
      context.addIssue({ code: 'custom', path: ['channel'], message: fieldError(errors[missing]) });
  });

export const noticesForm = z.object({ 'kinds[]': z.array(z.string().max(80)).optional() });
