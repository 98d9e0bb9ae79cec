// The only ways to get a person for an actor. Each finds, checks and writes the access log, or throws NotFound.
import { and, eq, sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { persons } from './tables.ts';

/** Whether a coach has this client today, as own coach or substitute. The right ends when the relation ends. */
export async function hasOwnClient(tx: Tx, actor: Actor, clientId: string): Promise<boolean> {
  if (!hasRole(actor, 'coach') || !isId(clientId)) return false;
  const today = todayIn().toString();
  const { rows } = await tx.execute(sql`select 1 from relations
    where office_id = ${tx.officeId} and client_id = ${clientId} and coach_id = ${actor.personId}
      and starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date) limit 1`);
  return rows.length > 0;
}

/** Whether the actor may know that this person is a client here: themselves, their coach, a manager or administrator. */
export async function mayKnowOf(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  if (actor.personId === personId) return true;
  if (hasRole(actor, 'manager', 'administrator')) return true;
  return hasOwnClient(tx, actor, personId);
}

/** A person whom the actor may read, with the reading in the access log. Throws NotFound otherwise. */
export async function personReadBy(tx: Tx, actor: Actor, personId: string | undefined) {
  if (!isId(personId) || !(await mayKnowOf(tx, actor, personId))) throw new NotFound('person');
  const [person] = await tx
    .select()
    .from(persons)
    .where(and(eq(persons.officeId, tx.officeId), eq(persons.id, personId)))
    .limit(1);
  if (!person) throw new NotFound('person');
  noteAccess(tx, {
    actor,
    personId,
    act: 'read',
    subject: 'person',
    subjectId: personId,
    purpose: 'coaching',
  });
  return person;
}
