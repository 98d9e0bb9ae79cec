// Days: the remote coaching day. What a client does in it, what coaches mark, what speaks for it, and what the rule of
// the service says of it and why.

export { tellAbsence, withdrawAbsence } from './absence-actions.ts';
export { arcOf, type DayArc } from './arc-of-day.ts';
export { dataAbout } from './data-about.ts';
export {
  noteContact,
  notePresence,
  sayHello,
  withdrawPresence,
  writeDiary,
  writePlan,
} from './day-actions.ts';
export { dayItems } from './day-items.ts';
export {
  type DayFacts,
  evidenceOf,
  evidenceOfDays,
  factsOf,
  type Hello,
  type RuleInForce,
  ruleOn,
  type SeenSpan,
  type Suggested,
  suggestionOf,
} from './evidence.ts';
export {
  askForHelp,
  clientToAnswer,
  type HelpKind,
  type HelpOutcome,
  type HelpRequest,
  handleHelp,
  openHelpOf,
  ownHelpSince,
} from './help-actions.ts';
export { euros, sayMoney } from './money.ts';
export {
  addOwnWork,
  type NewOwnWork,
  ownWorksOfDay,
  removeOwnWork,
  type ShownOwnWork,
} from './own-work-actions.ts';
export { programmeOf } from './programme.ts';
export { sayReasons } from './reasons.ts';
export { type DaySuggestion, minutesOfWays, type Way } from './rules.ts';
export { startsWithoutProgramme, timeOfSetting } from './settings.ts';
export { planTexts } from './texts-plan.ts';
export { type DayWords, wordsOf } from './words.ts';
