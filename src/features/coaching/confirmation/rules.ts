// What may be confirmed, when a correction needs a reason, and what is offered first. Pure.

import type { DaySuggestion } from '../days/door.ts';
import { type AbsenceClass, acceptedAbsences, type DayClass } from '../enrolments/door.ts';

/** The absence that stood on a page when somebody looked. */
export type SeenAbsence = AbsenceClass | 'none';

export type ConfirmationWanted = {
  class: DayClass;
  /** Whole minutes; they count for `attended` only. */
  minutes: number;
  /** The day on which the client comes instead; only for `swapped`. */
  swappedWith: Temporal.PlainDate | undefined;
  hasReason: boolean;
  /** The number of the latest confirmation that the coach saw; 0 when there was none. */
  seenSequence: number;
  /** The absence that the coach saw told of; undefined when it is not known what they saw. */
  seenAbsence?: SeenAbsence | undefined;
};

export type ConfirmationState = {
  day: Temporal.PlainDate;
  today: Temporal.PlainDate;
  /** The number of the latest confirmation; 0 when there is none. */
  sequence: number;
  class: DayClass | undefined;
  minutes: number | undefined;
  swappedWith: Temporal.PlainDate | undefined;
  /** The absence that is told of. */
  absence: AbsenceClass | undefined;
  /** The day stands in a period that has been closed and told to the payer. */
  reported: boolean;
};

export type ConfirmationAnswer =
  | 'yes'
  /** Exactly this has been confirmed already: nothing more happens. */
  | 'same-already'
  | 'changed-meanwhile'
  /** An absence has been told or taken back since the coach looked. */
  | 'absence-meanwhile'
  | 'not-yet'
  | 'reason-needed'
  | 'swapped-day-needed'
  | 'swapped-with-itself'
  | 'minutes-needed';

/**
 * Whether this may be confirmed. A correction needs a reason once the first confirmation stands; a day that the payer
 * has been told about may still be corrected with a reason, and the payer is then told in the next period.
 */
export function canConfirm(wanted: ConfirmationWanted, state: ConfirmationState): ConfirmationAnswer {
  if (Temporal.PlainDate.compare(state.day, state.today) > 0 && wanted.class === 'attended') return 'not-yet';
  if (wanted.class === 'swapped' && !wanted.swappedWith) return 'swapped-day-needed';
  if (wanted.class === 'swapped' && wanted.swappedWith?.equals(state.day)) return 'swapped-with-itself';
  if (wanted.class === 'attended' && wanted.minutes <= 0) return 'minutes-needed';
  if (isSame(wanted, state)) return 'same-already';
  if (state.sequence !== wanted.seenSequence) return 'changed-meanwhile';
  if (absenceIsNews(wanted, state)) return 'absence-meanwhile';
  if ((state.sequence > 0 || state.reported) && !wanted.hasReason) return 'reason-needed';
  return 'yes';
}

// Whoever confirms just the absence that has been told meanwhile needs no second look.
function absenceIsNews(wanted: ConfirmationWanted, { absence }: ConfirmationState): boolean {
  const { seenAbsence } = wanted;
  return seenAbsence !== undefined && seenAbsence !== (absence ?? 'none') && wanted.class !== absence;
}

function isSame(wanted: ConfirmationWanted, state: ConfirmationState): boolean {
  if (state.class !== wanted.class) return false;
  if (wanted.class === 'attended') return state.minutes === wanted.minutes;
  if (wanted.class !== 'swapped') return true;
  return wanted.swappedWith !== undefined && state.swappedWith?.equals(wanted.swappedWith) === true;
}

/** The minutes that are kept of a class: only an attended day has any. */
export function keptMinutes(wanted: { class: DayClass; minutes: number }): number {
  return wanted.class === 'attended' ? wanted.minutes : 0;
}

export type DayToConfirm = {
  /** What the client has told of themselves. */
  told: DayClass | undefined;
  result: DaySuggestion['result'];
  /** The office was closed on the day. */
  closed: boolean;
};

/**
 * The class to offer: the client's own word about an absence, else attended when the day counts. An absence that
 * nobody has told of may cost the client the day's benefit, so it is never offered: the coach looks and chooses.
 */
export function offeredClass(day: DayToConfirm): DayClass | undefined {
  if (day.closed) return 'not-arranged';
  if (day.told) return day.told;
  return day.result === 'counts' ? 'attended' : undefined;
}

/** Whether the offer stands to reason so well that the day is ticked beforehand when many are confirmed at once. */
export function isClear(day: DayToConfirm): boolean {
  const offered = offeredClass(day);
  if (offered === undefined || offered === 'other-absence') return false;
  return offered === 'attended' || day.result !== 'counts';
}

/** Minutes to offer for an attended day: what was counted, or the agreed minutes when nothing was measured. */
export function offeredMinutes(day: { countedMinutes: number; expectedMinutes: number }): number {
  return Math.min(720, day.countedMinutes > 0 ? day.countedMinutes : day.expectedMinutes);
}

/** Whether a class is an absence that the payer is told of (Kela's absence form, one row a day). */
export function isToldAsAbsence(dayClass: DayClass): boolean {
  return dayClass === 'other-absence' || acceptedAbsences.includes(dayClass);
}
