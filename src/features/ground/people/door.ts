// People: persons, their roles, who coaches whom, who must never meet. Later features ask here who someone is
// and whether two persons may be shown to each other.
import { and, eq, sql } from 'drizzle-orm';
import type { Role } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { persons } from './tables.ts';

export {
  clientsManagedBy,
  coachesToday,
  hasOwnClient,
  managedBy,
  mayChange,
  mayKnowOf,
  mayManage,
  type Person,
  type Units,
  unitsHeldBy,
  unitsManagedBy,
  withinUnits,
} from './access.ts';
export { dataAbout } from './data-about.ts';
export { contactFields } from './forms.ts';
export { clearDrafts } from './import/import-drafts.ts';
export { channelTexts, genderTexts, kindTexts } from './person/choices.ts';
export { type FormerContact, takeFormerContacts } from './person/former-contacts.ts';
export { changePerson, takeNames } from './person/person-actions.ts';
export { coachesHistory, openedParts } from './queries.ts';
export { missingContact } from './rules.ts';
export type { Channel } from './tables.ts';
export { roleTexts } from './ties/texts-roles.ts';

/** The name a person is shown by: the preferred one, else the given name. Never the family name. */
export const shownName = (person: { preferredName: string | null; givenName: string }): string =>
  person.preferredName ?? person.givenName;

/** What later features may know of a person to address them; undefined when there is no such person here. */
export async function personById(tx: Tx, personId: string) {
  const [person] = await tx
    .select()
    .from(persons)
    .where(and(eq(persons.officeId, tx.officeId), eq(persons.id, personId)))
    .limit(1);
  return person;
}

/** Ids of all persons who must never be shown to `personId`. */
export async function blockedFrom(tx: Tx, personId: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ other: string }>(sql`
    select case when first_id = ${personId} then second_id else first_id end as other from blocked_pairs
    where office_id = ${tx.officeId} and (first_id = ${personId} or second_id = ${personId})`);
  return new Set(rows.map((row) => row.other));
}

/** Coaches of a client on `day`: own coach first, then substitutes. Those who have left are not among them. */
export async function coachesOf(tx: Tx, clientId: string, day: Temporal.PlainDate) {
  const { rows } = await tx.execute<{ coach_id: string; kind: 'own-coach' | 'substitute' }>(sql`
    select r.coach_id, r.kind from relations r
      join persons c on c.office_id = r.office_id and c.id = r.coach_id and c.deactivated_at is null
     where r.office_id = ${tx.officeId} and r.client_id = ${clientId}
       and r.starts_on <= ${day.toString()}::date and (r.ends_on is null or r.ends_on >= ${day.toString()}::date)
     order by r.kind, r.starts_on`);
  return rows.map((row) => ({ coachId: row.coach_id, kind: row.kind }));
}

/** Clients of a coach on `day`, own and as a substitute. */
export async function clientsOf(tx: Tx, coachId: string, day: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await tx.execute<{ client_id: string }>(sql`
    select distinct r.client_id from relations r
      join persons c on c.office_id = r.office_id and c.id = r.client_id and c.deactivated_at is null
     where r.office_id = ${tx.officeId} and r.coach_id = ${coachId}
       and r.starts_on <= ${day.toString()}::date and (r.ends_on is null or r.ends_on >= ${day.toString()}::date)`);
  return rows.map((row) => row.client_id);
}

/** The unit in which somebody coaches on `day`; undefined for who coaches in the whole office, or not at all. */
export async function unitOfCoach(
  tx: Tx,
  personId: string,
  day: Temporal.PlainDate,
): Promise<string | undefined> {
  const { rows } = await tx.execute<{ unit_id: string }>(sql`
    select unit_id from role_grants
    where office_id = ${tx.officeId} and person_id = ${personId} and role = 'coach' and unit_id is not null
      and starts_on <= ${day.toString()}::date and (ends_on is null or ends_on >= ${day.toString()}::date)
    order by starts_on desc limit 1`);
  return rows[0]?.unit_id;
}

/** Active persons who hold `role` today. */
export async function personsWithRole(tx: Tx, role: Role, day: Temporal.PlainDate) {
  const { rows } = await tx.execute<{ id: string; name: string; unit_id: string | null }>(sql`
    select p.id, coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1) as name, g.unit_id
    from persons p join role_grants g on g.office_id = p.office_id and g.person_id = p.id
    where p.office_id = ${tx.officeId} and g.role = ${role} and p.deactivated_at is null
      and g.starts_on <= ${day.toString()}::date and (g.ends_on is null or g.ends_on >= ${day.toString()}::date)
    order by name limit 500`);
  return rows.map((row) => ({ id: row.id, name: row.name.trim(), unitId: row.unit_id }));
}
