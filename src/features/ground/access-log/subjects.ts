// The code words of the access log in plain words. A kind of data that a feature begins to log gets its line here;
// a test finds those that have none.
import type { AccessAct } from '../../../platform/access-log.ts';
import type { Text } from '../../../platform/language.ts';
import { subjectTexts } from './texts-subjects.ts';

/**
 * What a kind of data is called. `person` is told to the person the data is about, where the plain name would tell
 * more than they may know: that somebody must not meet them, for example.
 */
type SubjectWords = Text | { officer: Text; person: Text };

const subjects = new Map<string, SubjectWords>(
  Object.entries({
    person: subjectTexts.person,
    'person-list': subjectTexts.personList,
    whereabouts: subjectTexts.whereabouts,
    protection: subjectTexts.protection,
    roles: subjectTexts.roles,
    coaches: subjectTexts.coaches,
    'blocked-pair': { officer: subjectTexts.blockedPair, person: subjectTexts.person },
    'access-log': subjectTexts.accessLog,
    'own-data': subjectTexts.ownData,
    file: subjectTexts.file,
    delivery: subjectTexts.delivery,
    'sign-in': subjectTexts.signIn,
    message: subjectTexts.message,
    'channel-message': subjectTexts.channelMessage,
    'room-visit': subjectTexts.roomVisit,
    'room-guest': subjectTexts.roomGuest,
    'group-membership': subjectTexts.groupMembership,
    board: subjectTexts.board,
    booking: subjectTexts.booking,
    'queue-place': subjectTexts.queuePlace,
    day: subjectTexts.day,
    'day-mark': subjectTexts.dayMark,
    'day-confirmation': subjectTexts.dayConfirmation,
    absence: subjectTexts.absence,
    enrolment: subjectTexts.enrolment,
    'help-request': subjectTexts.helpRequest,
    'payer-summary': subjectTexts.payerSummary,
    'mode-choice': subjectTexts.modeChoice,
  }),
);

const purposes = new Map<string, Text>(
  Object.entries({
    coaching: subjectTexts.forCoaching,
    administration: subjectTexts.forAdministration,
    'own-request': subjectTexts.forOwnRequest,
    'regular-check': subjectTexts.forRegularCheck,
    suspicion: subjectTexts.forSuspicion,
    breach: subjectTexts.forBreach,
  }),
);

const acts: Record<AccessAct, Text> = {
  read: subjectTexts.read,
  changed: subjectTexts.changed,
  created: subjectTexts.created,
  deleted: subjectTexts.deleted,
  exported: subjectTexts.exported,
};

/** Whether a kind of data has its words; the test asks it of every kind in the code. */
export const isNamed = (subject: string): boolean => subjects.has(subject);

/** What a kind of data is called for the officer, or for the person it is about. */
export function subjectWords(subject: string, reader: 'officer' | 'person'): Text {
  const words = subjects.get(subject) ?? subjectTexts.something;
  return 'fi' in words ? words : words[reader];
}

export const purposeWords = (purpose: string): Text => purposes.get(purpose) ?? subjectTexts.forWork;
export const actWords = (act: AccessAct): Text => acts[act];

/** The reasons for which the log itself is looked at. */
export const lookPurposes = ['own-request', 'regular-check', 'suspicion', 'breach'] as const;
