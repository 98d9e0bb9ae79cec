// Confirmation: what a coach says a day was, what the client says against it, and the days that wait.
export { dataAbout } from './data-about.ts';
export {
  answersOf,
  type Objection,
  type ObjectionAnswer,
  objectionsOf,
  objectToDay,
  openObjections,
} from './objections.ts';
export { type DayOutcome, dayOutcome } from './outcome.ts';
export { historyOf, waitingCount } from './queries.ts';
export { isToldAsAbsence } from './rules.ts';
export { staffTexts } from './texts.ts';
export { daysDuring, type HelpDuring, helpDuring, type WeekDay, waysDuring } from './week.ts';
