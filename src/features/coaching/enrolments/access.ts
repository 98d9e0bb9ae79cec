// The only ways to a client's days and enrolments for an actor: the client's own, or those of a coach's clients of
// today and, for managers, those of their units. Each writes the access log, or throws NotFound.
import { sql } from 'drizzle-orm';
import { type AccessAct, noteAccess } from '../../../platform/access-log.ts';
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { personById, shownName } from '../../ground/people/door.ts';
import { type Day, dayById, dayOf, type Enrolment, enrolmentById, ensureDay } from './expected.ts';
import { inReach } from './reach.ts';

/** Today on the office's wall clock. */
export async function officeToday(tx: Tx): Promise<Temporal.PlainDate> {
  return todayIn((await thisOffice(tx)).timeZone);
}

/** A client's own day, only looked at. Throws NotFound when nobody expects them then. */
export async function ownDay(tx: Tx, actor: Actor, day: Temporal.PlainDate): Promise<Day> {
  const found = hasRole(actor, 'client') ? await dayOf(tx, actor.personId, day) : undefined;
  if (!found) throw new NotFound('day');
  return found;
}

/** The same to act on, made when it does not stand yet. */
export async function ownDayToChange(tx: Tx, actor: Actor, day: Temporal.PlainDate): Promise<Day> {
  const found = hasRole(actor, 'client') ? await ensureDay(tx, actor.personId, day) : undefined;
  if (!found) throw new NotFound('day');
  return found;
}

export type ClientSeen = { id: string; shownName: string; fullName: string };

/** A client for their coach or their unit's manager, with the access in the log under `subject`. */
export async function clientOfStaff(
  tx: Tx,
  actor: Actor,
  clientId: string | undefined,
  access: { act: AccessAct; subject: string },
): Promise<ClientSeen> {
  if (!isId(clientId) || !(await inReach(tx, actor, clientId))) throw new NotFound('client');
  const person = await personById(tx, clientId);
  if (!person || !(await isClient(tx, clientId))) throw new NotFound('client');
  noteAccess(tx, { actor, personId: clientId, ...access, purpose: 'coaching' });
  return {
    id: clientId,
    shownName: shownName(person),
    fullName: `${shownName(person)} ${person.familyName}`.trim(),
  };
}

async function isClient(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from role_grants
    where office_id = ${tx.officeId} and person_id = ${personId} and role = 'client' limit 1`);
  return rows.length > 0;
}

/** A day of a client within the actor's reach. */
export async function dayOfStaff(
  tx: Tx,
  actor: Actor,
  dayId: string | undefined,
  access: { act: AccessAct; subject: string },
): Promise<Day> {
  const day = isId(dayId) ? await dayById(tx, dayId) : undefined;
  if (!day || !(await inReach(tx, actor, day.clientId))) throw new NotFound('day');
  noteAccess(tx, {
    actor,
    personId: day.clientId,
    ...access,
    subjectId: day.id,
    purpose: 'coaching',
  });
  return day;
}

/** An enrolment of that client, for their coach or a manager. */
export async function enrolmentOfStaff(
  tx: Tx,
  actor: Actor,
  clientId: string | undefined,
  enrolmentId: string | undefined,
): Promise<{ client: ClientSeen; enrolment: Enrolment }> {
  const client = await clientOfStaff(tx, actor, clientId, { act: 'changed', subject: 'enrolment' });
  const enrolment = isId(enrolmentId) ? await enrolmentById(tx, enrolmentId) : undefined;
  if (enrolment?.clientId !== client.id) throw new NotFound('enrolment');
  return { client, enrolment };
}
