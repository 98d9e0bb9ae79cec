import { z } from 'zod';
import { dayValue, emptyOr, freeText, neededText, timeValue } from '../../../platform/form-values.ts';
import { fieldError } from '../../../platform/forms.ts';
import { isMailAddress } from '../../../platform/mail.ts';
import { smsNumber } from '../../ground/notices/door.ts';
import { placeTexts } from './availability/texts-places.ts';
import { clientReasons, missReasons, participantKinds, staffReasons } from './choices.ts';
import { seatTexts } from './links/texts-links.ts';
import { modes } from './rules.ts';
import { texts } from './texts-staff.ts';

/** An instant as our own pages write it into their buttons. */
const instantValue = z.string().transform((value, context) => {
  try {
    return Temporal.Instant.from(value);
  } catch {
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }
});

const between = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

export const bookForm = z.object({
  client: emptyOr(z.uuid()),
  coach: z.uuid(),
  at: instantValue,
  mode: z.enum(modes),
  weeks: between(1, 26).default(1),
});

export const poolBookForm = z.object({
  client: emptyOr(z.uuid()),
  at: instantValue,
  mode: z.enum(modes),
});

export const moveForm = z.object({ at: instantValue });
/** By a client's link: a time to book in this mode; to a booked time the mode stays. */
export const linkBookForm = z.object({ at: instantValue, mode: emptyOr(z.enum(modes)) });
export const modeForm = z.object({ mode: z.enum(modes) });
export const ownCancelForm = z.object({ reason: z.enum(clientReasons) });
export const staffCancelForm = z.object({ reason: z.enum(staffReasons) });
export const questionForm = z.object({ question: freeText(2000) });
/** Two numbers of degrees (WGS 84) with a comma between: "65.3621, 26.9962". */
const pointValue = z.string().transform((value, context) => {
  const match = /^\s*(-?\d{1,2}(?:\.\d{1,8})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,8})?)\s*$/.exec(value);
  const [latitude, longitude] = [Number(match?.[1]), Number(match?.[2])];
  if (match && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  context.addIssue({ code: 'custom', message: fieldError(placeTexts.pointWrong) });
  return z.NEVER;
});

export const placeForm = z.object({
  unit: emptyOr(z.uuid()),
  name: neededText(200, placeTexts.nameMissing),
  address: freeText(200),
  directions: freeText(1000),
  point: emptyOr(pointValue),
});

export const preparationForm = z.object({ preparation: freeText(2000) });
/** To ask a client of theirs to book with a coach. */
export const inviteForm = z.object({ client: emptyOr(z.uuid()), coach: z.uuid() });
/** Whose time is waited for: a coach's, or one of a pool. */
export const wishForm = z
  .object({ client: emptyOr(z.uuid()), coach: emptyOr(z.uuid()), pool: emptyOr(z.uuid()) })
  .transform(({ client, coach, pool }, context) => {
    if (pool) return { client, of: { poolId: pool } };
    if (coach) return { client, of: { coachId: coach } };
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });
export const participantForm = z.object({
  kind: z.enum(participantKinds),
  name: neededText(120, texts.nameMissing),
  email: emptyOr(
    z
      .string()
      .trim()
      .refine(isMailAddress, { error: fieldError(seatTexts.emailWrong) }),
  ),
  phone: emptyOr(
    z.string().transform((value, context) => {
      const number = smsNumber(value);
      if (number) return number;
      context.addIssue({ code: 'custom', message: fieldError(seatTexts.phoneWrong) });
      return z.NEVER;
    }),
  ),
});

export const outcomeForm = z
  .object({
    happened: z.enum(['yes', 'no']),
    reason: emptyOr(z.enum(missReasons)),
    actualMode: emptyOr(z.enum(modes)),
    late: emptyOr(between(0, 480)),
  })
  .superRefine((value, context) => {
    if (value.happened === 'no' && !value.reason)
      context.addIssue({ code: 'custom', path: ['reason'], message: fieldError(texts.missReasonNeeded) });
  });

type Spot = {
  starts?: Temporal.PlainTime | undefined;
  ends?: Temporal.PlainTime | undefined;
  'modes[]': readonly string[];
  place?: string | undefined;
};

function checkSpot(value: Spot, context: z.RefinementCtx): void {
  const refuse = (path: string, text: (typeof texts)[keyof typeof texts]) =>
    context.addIssue({ code: 'custom', path: [path], message: fieldError(text) });
  if (value['modes[]'].length === 0) refuse('modes[]', texts.chooseModes);
  if (value['modes[]'].includes('in-person') && !value.place) refuse('place', texts.roomMissing);
  checkOrder(value, context);
}

function checkOrder({ starts, ends }: Spot, context: z.RefinementCtx): void {
  if (starts && ends && Temporal.PlainTime.compare(starts, ends) >= 0)
    context.addIssue({ code: 'custom', path: ['ends'], message: fieldError(texts.endsBefore) });
}

const chosenModes = z.array(z.enum(modes)).default([]);

const weekdaysError = { error: fieldError(texts.chooseWeekdays) };

export const hoursForm = z
  .object({
    'weekdays[]': z.array(between(1, 7), weekdaysError).min(1, weekdaysError).max(7),
    starts: timeValue(),
    ends: timeValue(),
    'modes[]': chosenModes,
    place: freeText(200),
  })
  .superRefine(checkSpot);

export const exceptionForm = z
  .object({
    day: dayValue(),
    kind: z.enum(['away', 'extra']),
    exStarts: emptyOr(timeValue()),
    exEnds: emptyOr(timeValue()),
    'exModes[]': chosenModes,
    exPlace: freeText(200),
  })
  .transform((value) => ({
    day: value.day,
    kind: value.kind,
    starts: value.exStarts,
    ends: value.exEnds,
    modes: value['exModes[]'],
    place: value.exPlace,
  }))
  .superRefine((value, context) => {
    const refuse = (path: string, text: (typeof texts)[keyof typeof texts]) =>
      context.addIssue({ code: 'custom', path: [path], message: fieldError(text) });
    if (Boolean(value.starts) !== Boolean(value.ends)) refuse('exEnds', texts.timesNeeded);
    if (value.starts && value.ends && Temporal.PlainTime.compare(value.starts, value.ends) >= 0)
      refuse('exEnds', texts.endsBefore);
    if (value.kind === 'away') return;
    if (!value.starts) refuse('exStarts', texts.timesNeeded);
    if (value.modes.length === 0) refuse('exModes[]', texts.chooseModes);
    if (value.modes.includes('in-person') && !value.place) refuse('exPlace', texts.roomMissing);
  });

export const termsForm = z.object({
  minutes: between(5, 480),
  bufferMinutes: between(0, 240),
  noticeHours: between(0, 720),
  aheadDays: between(1, 366),
  dailyMost: between(1, 50),
});
