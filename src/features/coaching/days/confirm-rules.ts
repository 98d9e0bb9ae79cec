// What may be confirmed, and when a day is locked. Pure.
import { acceptedAbsences, type DayClass } from './rules.ts';

export type ConfirmationWanted = {
  class: DayClass;
  minutes: number;
  /** The day that this day was swapped with; only for `swapped`. */
  swappedWith: Temporal.PlainDate | undefined;
  hasReason: boolean;
  /** The number of the latest confirmation that the coach saw; 0 when there was none. */
  seenSequence: number;
};

export type ConfirmationState = {
  day: Temporal.PlainDate;
  today: Temporal.PlainDate;
  /** The number of the latest confirmation; 0 when there is none. */
  sequence: number;
  class: DayClass | undefined;
  minutes: number | undefined;
  /** The day has been told to the payer in a period that is closed and not reopened. */
  reported: boolean;
};

export type ConfirmationAnswer =
  | 'yes'
  /** Exactly this has been confirmed already: nothing more happens. */
  | 'same-already'
  | 'changed-meanwhile'
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
  if (wanted.swappedWith?.equals(state.day)) return 'swapped-with-itself';
  if (wanted.class === 'attended' && wanted.minutes === 0) return 'minutes-needed';
  if (state.class === wanted.class && state.minutes === wanted.minutes && wanted.class !== 'swapped')
    return 'same-already';
  if (state.sequence !== wanted.seenSequence) return 'changed-meanwhile';
  if ((state.sequence > 0 || state.reported) && !wanted.hasReason) return 'reason-needed';
  return 'yes';
}

/** The class to offer first: the client's own word about an absence, else attended when the day counts. */
export function offeredClass(day: {
  told: DayClass | undefined;
  counts: boolean;
  closed: boolean;
  enough: boolean;
}): DayClass {
  if (day.closed) return 'not-arranged';
  if (day.told) return day.told;
  return day.counts || day.enough ? 'attended' : 'other-absence';
}

/** Whether a class is an absence that the payer is told of (Kela's absence form, one row a day). */
export function isToldAsAbsence(dayClass: DayClass): boolean {
  return dayClass === 'other-absence' || acceptedAbsences.includes(dayClass);
}
