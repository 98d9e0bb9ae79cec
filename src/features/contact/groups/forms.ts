import { z } from 'zod';
import {
  dayValue,
  emptyOr,
  freeText,
  neededText,
  optionalDayValue,
  timeValue,
} from '../../../platform/form-values.ts';
import { fieldError, readForm } from '../../../platform/forms.ts';
import type { Text } from '../../../platform/language.ts';
import { weekForm } from '../../ground/offices/door.ts';
import type { Hours } from '../messages/door.ts';
import { sessionKinds, ways } from './programme/rules.ts';
import { texts as programmeTexts } from './programme/texts-programme.ts';
import { texts } from './texts.ts';

const yes = z
  .string()
  .optional()
  .transform((value) => value === 'yes');

/** One person or group chosen from a list. */
const chosen = (missing: Text) => z.uuid({ error: fieldError(missing) });

export const groupForm = z.object({
  name: neededText(80, texts.nameMissing),
  unit: emptyOr(z.uuid()),
  seats: emptyOr(
    z.coerce
      .number({ error: fieldError(texts.seatsWrong) })
      .int({ error: fieldError(texts.seatsWrong) })
      .min(1, { error: fieldError(texts.seatsWrong) })
      .max(200, { error: fieldError(texts.seatsWrong) }),
  ),
  doors: z.enum(['open-door', 'everyone']).default('open-door'),
  keepsText: yes,
});

/**
 * The hours of a new group's channel on weekdays, from one field ("9–15"). Empty: open always. Undefined when they
 * cannot be understood.
 */
export function channelHoursFrom(body: FormData): Hours[] | undefined {
  const typed = String(body.get('channelDays') ?? '');
  const week = new FormData();
  for (const day of [1, 2, 3, 4, 5]) week.append(`day-${day}`, typed);
  const read = readForm(weekForm, week);
  if (!read.ok) return undefined;
  return [...read.value].flatMap(([weekday, spans]) => spans.map((span) => ({ weekday, ...span })));
}

export const endGroupForm = z.object({ lastDay: dayValue() });

export const memberForm = z
  .object({
    client: chosen(texts.chooseClient),
    nickname: freeText(40),
    joinsOn: dayValue(),
    leavesOn: optionalDayValue(),
  })
  .superRefine((value, context) => {
    if (value.leavesOn && Temporal.PlainDate.compare(value.leavesOn, value.joinsOn) < 0)
      context.addIssue({ code: 'custom', path: ['leavesOn'], message: fieldError(texts.daysWrongOrder) });
  });

export const nicknameForm = z.object({
  nickname: z
    .string()
    .max(40, { error: fieldError(texts.nicknameLong) })
    .default(''),
});

export const leavingForm = z.object({ leavesOn: dayValue() });

export const coachForm = z.object({ coach: chosen(texts.chooseCoach) });

export const waitingForm = z.object({ client: chosen(texts.chooseClient) });

export const offerForm = z.object({ until: dayValue() });

export const answerForm = z.object({ answer: z.enum(['take', 'let-go']) });

export const rulesForm = z
  .object({
    fi: neededText(8000, texts.rulesMissing),
    sv: freeText(8000),
    en: freeText(8000),
    selko: freeText(8000),
  })
  .transform(textOf);

export const acceptForm = z.object({ version: z.coerce.number().int().min(1).max(100_000) });

/** What was written in one language stands for those left empty. */
function textOf(value: {
  fi: string;
  sv?: string | undefined;
  en?: string | undefined;
  selko?: string | undefined;
}): Text {
  const { fi, sv, en, selko } = value;
  return { fi, sv: sv ?? fi, en: en ?? fi, ...(selko ? { selko } : {}) };
}

const entryFields = {
  starts: timeValue(),
  ends: timeValue(),
  title: neededText(120, programmeTexts.titleMissing),
  titleSv: freeText(120),
  titleEn: freeText(120),
  host: emptyOr(z.uuid()),
  'ways[]': z.array(z.enum(ways)).default([]),
  place: freeText(200),
};

type Times = {
  starts: Temporal.PlainTime;
  ends: Temporal.PlainTime;
  'ways[]': readonly string[];
  place?: string | undefined;
};

function checkTimes(value: Times, context: z.RefinementCtx): void {
  const refuse = (path: string, text: Text) =>
    context.addIssue({ code: 'custom', path: [path], message: fieldError(text) });
  if (Temporal.PlainTime.compare(value.starts, value.ends) >= 0) refuse('ends', programmeTexts.endsBefore);
  if (value['ways[]'].includes('on-site') && !value.place) refuse('place', programmeTexts.placeMissing);
}

export const entryForm = z
  .object({
    ...entryFields,
    weekday: z.coerce.number().int().min(1).max(7),
    kind: z.enum(sessionKinds),
    description: freeText(1000),
    validFrom: dayValue(),
    validUntil: optionalDayValue(),
  })
  .superRefine((value, context) => {
    checkTimes(value, context);
    const together = value.kind === 'live' || value.kind === 'contact-point';
    if (together && value['ways[]'].length === 0)
      context.addIssue({ code: 'custom', path: ['ways[]'], message: fieldError(programmeTexts.chooseWays) });
    if (value.validUntil && Temporal.PlainDate.compare(value.validUntil, value.validFrom) < 0)
      context.addIssue({ code: 'custom', path: ['validUntil'], message: fieldError(texts.daysWrongOrder) });
  })
  .transform((value) => ({
    weekday: value.weekday,
    starts: value.starts,
    ends: value.ends,
    kind: value.kind,
    title: textOf({ fi: value.title, sv: value.titleSv, en: value.titleEn }),
    description: value.description ? textOf({ fi: value.description }) : null,
    hostId: value.host ?? null,
    ways: value['ways[]'],
    place: value.place ?? null,
    validFrom: value.validFrom,
    validUntil: value.validUntil ?? null,
  }));

export const dayChangeForm = z
  .object({ ...entryFields, reason: freeText(300) })
  .superRefine(checkTimes)
  .transform((value) => ({
    starts: value.starts,
    ends: value.ends,
    title: textOf({ fi: value.title, sv: value.titleSv, en: value.titleEn }),
    hostId: value.host ?? null,
    ways: value['ways[]'],
    place: value.place ?? null,
    reason: value.reason ?? null,
  }));

export const cancelForm = z.object({ reason: freeText(300) });

export const copyForm = z.object({ from: chosen(programmeTexts.chooseGroup), day: dayValue() });

export const calendarForm = z.object({ titles: z.enum(['neutral', 'own']) });
