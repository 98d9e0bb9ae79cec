import { z } from 'zod';
import { fieldError } from '../../../platform/forms.ts';
import type { Signal } from './line/signal-actions.ts';
import { texts } from './texts.ts';

/** Signals of one page, as one JSON text: the fields of a form are flat. */
const signalsText = z.string().max(200_000);

export const arrivalForm = z.object({
  way: z.enum(['video', 'voice', 'text'], { error: fieldError(texts.chooseWay) }),
  /** The page's script takes the visit's line along, and can speak straight to other browsers. */
  line: z.literal('direct').optional(),
  /** What the page says to those who are in, as in `signalsForm`. */
  signals: signalsText.optional(),
});

const writing = z
  .string()
  .min(1, { error: fieldError(texts.writeFirst) })
  .max(2000, { error: fieldError(texts.writeShorter) });
export const messageForm = z.object({ text: writing });
export const noteForm = z.object({ text: writing, back: z.string().optional() });

export const wayForm = z.object({ way: z.enum(['video', 'voice', 'text']) });
export const yesForm = z.object({ on: z.enum(['yes', 'no']), back: z.string().optional() });
/** A page takes the visit's line; what it says to others first comes along, as in `signalsForm`. */
export const lineForm = z.object({
  on: z.enum(['yes', 'no']),
  signals: signalsText.optional(),
});
export const backForm = z.object({ back: z.string().optional() });
export const spotlightForm = z.object({ visit: z.uuid().optional(), back: z.string().optional() });
export const feedbackForm = z.object({ how: z.coerce.number().int().min(1).max(5) });

export const signalsForm = z.object({
  line: z.coerce.number().int().min(1),
  signals: signalsText,
});
const signalList = z
  .array(
    z.object({
      sequence: z.number().int().min(0).max(1_000_000),
      to: z.uuid(),
      toLine: z.number().int().min(1),
      body: z.string().max(60_000),
    }),
  )
  .max(200);

/** The signals in a form's text; undefined when they are none. */
export function readSignals(text: string): Signal[] | undefined {
  try {
    return signalList.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const result = z.enum(['good', 'failed', 'skipped']).default('skipped');
export const deviceCheckForm = z.object({
  microphone: result,
  camera: result,
  speaker: result,
  network: z.enum(['good', 'slow', 'failed', 'skipped']).default('skipped'),
  roundTripMs: z.coerce.number().int().min(0).max(60_000).optional(),
});
