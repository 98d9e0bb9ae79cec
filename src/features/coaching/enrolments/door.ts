// Enrolments: who is in which service, and so whom a day expects; the way to a client's days for an actor.

export { clientOfStaff, dayOfStaff, officeToday, ownDay, ownDayToChange } from './access.ts';
export { dataAbout } from './data-about.ts';
export {
  type AbsenceClass,
  absenceClasses,
  acceptedAbsences,
  type DayClass,
  dayClasses,
  moneyOf,
} from './day-classes.ts';
export { untouched } from './day-rows.ts';
export {
  type Day,
  dayById,
  dayOf,
  daysBetween,
  daysByIds,
  type Enrolment,
  type Expected,
  enrolmentById,
  enrolmentOn,
  enrolmentsOf,
  ensureDay,
  expectedOn,
} from './expected.ts';
export { holdPayer, holdPayersOf } from './payer-lock.ts';
export { inReach, leadsOffice, type Reach, reachOf, withinReach } from './reach.ts';
export { asSentence, keptTogether, sayMinute, sayMoment, sayTimeOn } from './said.ts';
export type { Benefit, Payer } from './tables.ts';
export { classTexts } from './texts-classes.ts';
export { hearsBoard, topicsOfClient } from './topics.ts';
export { phoneOfUnit } from './unit-phone.ts';
