// Everything a client's own day page shows, gathered.
import { now } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { sessionsOn } from '../../contact/groups/door.ts';
import { settingInForce, thisOffice } from '../../ground/offices/door.ts';
import { boundsOn } from '../../offer/services/door.ts';
import { answersOf, dayOutcome, historyOf, objectionsOf } from '../confirmation/door.ts';
import {
  arcOf,
  factsOf,
  ownWorksOfDay,
  ruleOn,
  type Suggested,
  suggestionOf,
  wordsOf,
} from '../days/door.ts';
import { type Day, enrolmentById, officeToday } from '../enrolments/door.ts';
import type { AbsenceTerms } from './absence-page.tsx';
import { placeOf } from './day-place.tsx';
import type { MyDay } from './my-day-page.tsx';
import { mayTellAbsence, mayWrite } from './rules.ts';
import { certificateAfterDays, childIllMostDays, lateWritingDays } from './settings.ts';

/** What speaks for a day and what its service's rule says of it. Throws NotFound when the day is gone. */
export async function suggestedOf(tx: Tx, day: Day): Promise<Suggested> {
  const facts = await factsOf(tx, day.id);
  const enrolment = await enrolmentById(tx, day.enrolmentId);
  if (!facts || !enrolment) throw new NotFound('day');
  return suggestionOf(facts, await ruleOn(tx, enrolment.serviceId, day.day, day.expectedMinutes));
}

/** Whether the client may still write into the day. */
export async function isWritable(tx: Tx, day: Day): Promise<boolean> {
  const today = await officeToday(tx);
  const { value } = await settingInForce(tx, lateWritingDays, today);
  return mayWrite(day, today, value) === 'yes';
}

export async function myDay(tx: Tx, actor: Actor, day: Day): Promise<MyDay> {
  const { timeZone: zone } = await thisOffice(tx);
  const suggested = await suggestedOf(tx, day);
  const sessions = await sessionsOn(tx, { personId: day.clientId }, day.day);
  const at = now();
  return {
    place: placeOf(actor, day.day, await officeToday(tx)),
    suggested,
    outcome: await dayOutcome(tx, day.id),
    why: (await historyOf(tx, day))[0]?.reason,
    words: await wordsOf(tx, day),
    objections: await objectionsOf(tx, day),
    works: await ownWorksOfDay(tx, actor, day),
    sessions,
    arc: arcOf({ sessions, facts: suggested.facts, day: day.day, at, zone }),
    answers: await answersOf(tx, day),
    at,
    zone,
    writable: await isWritable(tx, day),
    mayTellAbsence: mayTellAbsence(day, await officeToday(tx)),
  };
}

/** What an absence on the day means by the client's own enrolment and the office's settings. */
export async function absenceTerms(tx: Tx, day: Day): Promise<AbsenceTerms> {
  const enrolment = await enrolmentById(tx, day.enrolmentId);
  if (!enrolment) throw new NotFound('enrolment');
  return {
    benefit: enrolment.benefit,
    allowanceCents: (await boundsOn(tx, enrolment.serviceId, day.day))?.bounds.allowanceCents,
    certificateAfterDays: (await settingInForce(tx, certificateAfterDays, day.day)).value,
    childIllMostDays: (await settingInForce(tx, childIllMostDays, day.day)).value,
  };
}
