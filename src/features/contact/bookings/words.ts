// How modes, reasons and times of bookings are said.
import { type Language, sayDay, sayTime, type Text } from '../../../platform/language.ts';
import type { CancelReason, MissReason } from './choices.ts';
import type { Mode } from './rules.ts';
import { texts } from './texts.ts';
import { texts as staffTexts } from './texts-staff.ts';

export const modeTexts: Readonly<Record<Mode, Text>> = {
  'in-person': texts.inPerson,
  video: texts.video,
  voice: texts.voice,
  phone: texts.phone,
  text: texts.text,
  'own-time': texts.ownTime,
};

export const cancelTexts: Readonly<Record<CancelReason, Text>> = {
  'client-cannot': texts.reasonCannot,
  'client-ill': texts.reasonIll,
  'not-needed': texts.reasonNotNeeded,
  'coach-cannot': texts.reasonCoach,
  other: texts.reasonOther,
};

export const missTexts: Readonly<Record<MissReason, Text>> = {
  acceptable: staffTexts.missAcceptable,
  none: staffTexts.missNone,
  technology: staffTexts.missTechnology,
  coach: staffTexts.missCoach,
  logistics: staffTexts.missLogistics,
};

/** "tiistai 24. marraskuuta klo 9.30". */
export function sayWhen(
  language: Language,
  at: Temporal.Instant,
  zone: string,
  style: 'long' | 'short' = 'long',
) {
  const here = at.toZonedDateTimeISO(zone);
  return `${sayDay(language, here.toPlainDate(), style)} ${sayTime(language, here.toPlainTime())}`;
}
