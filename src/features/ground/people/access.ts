// The only ways to get a person for an actor. Each finds, checks and writes the access log, or throws NotFound.
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { type AccessAct, noteAccess } from '../../../platform/access-log.ts';
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole, type Role } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { mayChangeHolder } from './rules.ts';
import { persons } from './tables.ts';

export type Person = typeof persons.$inferSelect;

/**
 * Whether a coach has this client today, as own coach or substitute. The right ends when the relation ends and when
 * the client has been deactivated.
 */
export async function hasOwnClient(tx: Tx, actor: Actor, clientId: string): Promise<boolean> {
  if (!hasRole(actor, 'coach') || !isId(clientId)) return false;
  const { rows } = await tx.execute(sql`select 1 where ${coaches(tx, actor, sql`${clientId}::uuid`)}`);
  return rows.length > 0;
}

/** Whether the actor may know that this person is here: themselves, their coach, a manager or administrator. */
export async function mayKnowOf(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  if (!isId(personId)) return false;
  if (actor.personId === personId) return true;
  if (!hasRole(actor, 'coach', 'manager', 'administrator')) return false;
  const { rows } = await tx.execute(sql`select 1 from persons p
    where p.office_id = ${tx.officeId} and p.id = ${personId} and p.erased_at is null
      and ${knownTo(tx, actor, sql`p.id`)}`);
  return rows.length > 0;
}

/** Whether the actor manages this person: a manager or administrator, within their units, and not blocked from them. */
export async function mayManage(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  if (!isId(personId) || !hasRole(actor, 'manager', 'administrator')) return false;
  const { rows } = await tx.execute(sql`select 1 from persons p
    where p.office_id = ${tx.officeId} and p.id = ${personId} and p.erased_at is null
      and ${managedBy(tx, actor, sql`p.id`)}`);
  return rows.length > 0;
}

/** Clients in use whom the actor manages: all within their units, or those `among` them. At most 10,000. */
export async function clientsManagedBy(tx: Tx, actor: Actor, among?: readonly string[]): Promise<string[]> {
  if (among?.length === 0) return [];
  const today = todayIn().toString();
  const { rows } = await tx.execute<{ id: string }>(sql`select p.id from persons p
    where p.office_id = ${tx.officeId} and p.deactivated_at is null and ${managedBy(tx, actor, sql`p.id`)}
      ${among ? sql`and p.id in ${[...among]}` : sql``}
      and exists (select 1 from role_grants g where g.office_id = p.office_id and g.person_id = p.id
        and g.role = 'client' and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date))
    order by p.id limit 10000`);
  return rows.map((row) => row.id);
}

/** A person whom the actor may read, with the reading in the access log. Throws NotFound otherwise. */
export async function personReadBy(tx: Tx, actor: Actor, personId: string | undefined): Promise<Person> {
  if (!isId(personId) || !(await mayKnowOf(tx, actor, personId))) throw new NotFound('person');
  const person = await found(tx, personId);
  noteAccess(tx, {
    actor,
    personId,
    act: 'read',
    subject: 'person',
    subjectId: personId,
    purpose: purposeOf(actor),
  });
  return person;
}

/** Whether the actor may change this person as their manager: in reach, and without a role of more power. */
export async function mayChange(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  if (!(await mayManage(tx, actor, personId))) return false;
  const { rows } = await tx.execute<{ role: Role }>(sql`select distinct role from role_grants
    where office_id = ${tx.officeId} and person_id = ${personId}
      and (ends_on is null or ends_on >= ${todayIn().toString()}::date)`);
  return mayChangeHolder(
    actor.roles.map((one) => one.role),
    rows.map((row) => row.role),
  );
}

/** A person whom the actor may change as their manager. The action itself says in the log what it did. */
export async function personManagedBy(tx: Tx, actor: Actor, personId: string | undefined): Promise<Person> {
  if (!isId(personId) || !(await mayChange(tx, actor, personId))) throw new NotFound('person');
  return found(tx, personId);
}

/** A person within the actor's reach, also one of more power: to be named as the other of a pair. */
export async function personReached(tx: Tx, actor: Actor, personId: string): Promise<Person> {
  if (!(await mayManage(tx, actor, personId))) throw new NotFound('person');
  return found(tx, personId);
}

/** A person whose contact details and needs the actor may change: their manager, or the coach of a client. */
export async function personTendedBy(tx: Tx, actor: Actor, personId: string | undefined): Promise<Person> {
  if (!isId(personId)) throw new NotFound('person');
  const tends = (await hasOwnClient(tx, actor, personId)) || (await mayChange(tx, actor, personId));
  if (!tends) throw new NotFound('person');
  return found(tx, personId);
}

/** A person whose address and distance the actor may see. Of a protected person only a manager may, one at a time. */
export async function whereaboutsReadBy(tx: Tx, actor: Actor, personId: string | undefined): Promise<Person> {
  if (!isId(personId) || !(await mayKnowOf(tx, actor, personId))) throw new NotFound('person');
  const person = await found(tx, personId);
  if (person.protected && !(await mayManage(tx, actor, personId))) throw new NotFound('whereabouts');
  noteOf(tx, actor, personId, 'read', 'whereabouts');
  return person;
}

/** Writes into the access log what the actor did to data about a person. */
export function noteOf(tx: Tx, actor: Actor, personId: string, act: AccessAct, subject: string): void {
  const purpose = actor.personId === personId ? 'own-request' : purposeOf(actor);
  noteAccess(tx, { actor, personId, act, subject, subjectId: personId, purpose });
}

/** Why somebody in this role looks: coaches coach, others administer. */
export function purposeOf(actor: Actor): string {
  return actor.actingAs === 'coach' ? 'coaching' : 'administration';
}

/** Units within somebody's reach: every one and the whole office, or these. */
export type Units = 'all' | readonly string[];

/** The units an actor manages. */
export const unitsManagedBy = (actor: Pick<Actor, 'roles'>): Units =>
  unitsHeldBy(actor, 'manager', 'administrator');

/** The units in which an actor holds one of these roles today. */
export function unitsHeldBy(actor: Pick<Actor, 'roles'>, ...wanted: readonly Role[]): Units {
  const held = actor.roles.filter((one) => wanted.includes(one.role));
  if (held.some((one) => one.unitId === null)) return 'all';
  return held.flatMap((one) => (one.unitId ? [one.unitId] : []));
}

/** Whether what belongs to this unit, or with null to the whole office, is within reach: one unit's is not another's. */
export const withinUnits = (units: Units, unitId: string | null): boolean =>
  units === 'all' || (unitId !== null && units.includes(unitId));

/** As SQL: the actor may know of the person whose id is `person`. Pages filter in the database, so counts are true. */
export function knownTo(tx: Tx, actor: Actor, person: SQL): SQL {
  return sql`(${managedBy(tx, actor, person)} or ${coaches(tx, actor, person)})`;
}

/** As SQL: the actor manages the person whose id is `person`. */
export function managedBy(tx: Tx, actor: Pick<Actor, 'personId' | 'roles'>, person: SQL): SQL {
  const units = unitsManagedBy(actor);
  if (units !== 'all' && units.length === 0) return sql`false`;
  const apart = notApart(tx, sql`${actor.personId}::uuid`, person);
  if (units === 'all') return apart;
  return sql`(${apart} and ${holdsToday(tx, person, sql`g.unit_id in ${units}`)})`;
}

/** As SQL: `person` holds today a role that is `such`, a condition on the grant `g`. */
function holdsToday(tx: Tx, person: SQL, such: SQL): SQL {
  const today = todayIn().toString();
  return sql`exists (select 1 from role_grants g where g.office_id = ${tx.officeId} and g.person_id = ${person}
    and ${such} and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date))`;
}

const coaches = (tx: Tx, actor: Actor, person: SQL): SQL =>
  hasRole(actor, 'coach') ? relatedToday(tx, sql`${actor.personId}::uuid`, person) : sql`false`;

/** As SQL: `coach` is a coach today, has `client` and is not kept apart from them. */
export const coachesToday = (tx: Tx, coach: SQL, client: SQL): SQL =>
  sql`(${relatedToday(tx, coach, client)} and ${notApart(tx, coach, client)}
    and ${holdsToday(tx, coach, sql`g.role = 'coach'`)})`;

function relatedToday(tx: Tx, coach: SQL, client: SQL): SQL {
  const today = todayIn().toString();
  return sql`exists (select 1 from relations r
    join persons c on c.office_id = r.office_id and c.id = r.client_id and c.deactivated_at is null
    where r.office_id = ${tx.officeId} and r.client_id = ${client} and r.coach_id = ${coach}
      and r.starts_on <= ${today}::date and (r.ends_on is null or r.ends_on >= ${today}::date))`;
}

const notApart = (tx: Tx, one: SQL, other: SQL): SQL =>
  sql`not exists (select 1 from blocked_pairs b where b.office_id = ${tx.officeId}
    and ((b.first_id = ${other} and b.second_id = ${one}) or (b.second_id = ${other} and b.first_id = ${one})))`;

async function found(tx: Tx, personId: string): Promise<Person> {
  const [person] = await tx
    .select()
    .from(persons)
    .where(and(eq(persons.officeId, tx.officeId), eq(persons.id, personId), isNull(persons.erasedAt)))
    .limit(1);
  if (!person) throw new NotFound('person');
  return person;
}
