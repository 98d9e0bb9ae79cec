// Groups: who belongs together and when, the weekly programme, and the dated sessions made from it. Later features
// ask here what a person's or a group's day holds, and who is in a group by the names chosen for it.

export { groupLedBy, inGroup } from './access.ts';
export { addGroupCoach, makeGroup } from './actions.ts';
export { dataAbout } from './data-about.ts';
export { groupsLedBy } from './lists.ts';
export { addMember, endMembership } from './members/membership-actions.ts';
export { expandSessions, type Span } from './programme/expansion.ts';
export { addEntry, type NewEntry } from './programme/programme-actions.ts';
export type { SessionKind, Way } from './programme/rules.ts';
export {
  coachesOfGroup,
  type GroupBrief,
  type GroupSession,
  groupsCoachedBy,
  groupsOf,
  groupsOfClients,
  groupsOfOffice,
  isPartOfSession,
  membersOf,
  sessionById,
  sessionOfRoom,
  sessionsBetween,
  sessionsOn,
  type WhoseSessions,
} from './queries.ts';
export { openSessionRoom } from './rooms.ts';
export { acceptRules, setRules } from './rules-actions.ts';

/** The address of a session's own page, for its members, coaches and host. */
export function sessionHref(sessionId: string): string {
  return `/sessions/${sessionId}`;
}

/** The address of a group's page. */
export function groupHref(groupId: string): string {
  return `/groups/${groupId}`;
}
