// The forms of notices.
import { z } from 'zod';

export const callForm = z.object({
  outcome: z.enum(['reached', 'not-reached']),
  note: z.string().max(2_000).default(''),
});

export const postedForm = z.object({ 'letter[]': z.array(z.uuid()).min(1).max(50) });
