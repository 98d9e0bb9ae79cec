// Days: the remote coaching day. Home pages ask here who is expected, what speaks for a day, what the rule of the
// service says of it and why, and what the day looks like; clients and coaches act through the features' own routes.
import type { Tx } from '../../../platform/tenancy.ts';
import { type GroupSession, groupsOfClients, sessionsOn } from '../../contact/groups/door.ts';

export { tellAbsence } from './absence-actions.ts';
export { officeToday } from './access.ts';
export { arcOf, type DayArc } from './arc-of-day.ts';
export { type DayOutcome, dayOutcome, euros, sayMoney } from './confirm-outcome.ts';
export { waitingCount } from './confirm-queries.ts';
export {
  daysDuring,
  type HelpDuring,
  helpDuring,
  type LedUnits,
  type WeekDay,
  waysDuring,
} from './confirm-week.ts';
export { noteContact, notePresence, sayHello } from './day-actions.ts';
export { dayItems } from './day-items.ts';
export { ownDayHref } from './day-place.tsx';
export { startEnrolment } from './enrolment-actions.ts';
export { type DayFacts, evidenceOf, factsOf, ruleOn, type Suggested, suggestionOf } from './evidence.ts';
export {
  dayById,
  dayOf,
  daysBetween,
  type Enrolment,
  type Expected,
  enrolmentOn,
  enrolmentsOf,
  ensureDay,
  expectedOn,
} from './expected.ts';
export {
  askForHelp,
  type HelpKind,
  type HelpOutcome,
  type HelpRequest,
  handleHelp,
  openHelpOf,
  ownHelpSince,
} from './help-actions.ts';

export { ownWorksOfDay } from './own-work-actions.ts';
export { sayReasons } from './reasons.ts';
export { type AbsenceClass, acceptedAbsences, type DayClass, type Way } from './rules.ts';
export { asSentence, keptTogether, sayMinutes } from './said.ts';
export { startsWithoutProgramme, timeOfSetting } from './settings.ts';
export { hoursOfDay } from './silence-rules.ts';
export type { Benefit } from './tables.ts';
export { classTexts } from './texts-reasons.ts';
export { hearsBoard } from './topics.ts';
export { phoneOfUnit } from './unit-phone.ts';
export { wordsOf } from './words.ts';

/** The sessions of each client's day, by the groups they are in: one question a group, not one a client. */
export async function programmeOf(
  tx: Tx,
  clientIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<Map<string, GroupSession[]>> {
  const groups = await groupsOfClients(tx, clientIds, day);
  const sessions = new Map<string, GroupSession[]>();
  for (const groupId of new Set([...groups.values()].flat()))
    sessions.set(groupId, await sessionsOn(tx, { groupId }, day));
  return new Map(
    clientIds.map((clientId) => [
      clientId,
      (groups.get(clientId) ?? [])
        .flatMap((groupId) => sessions.get(groupId) ?? [])
        .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt)),
    ]),
  );
}
