// What is changed about one person: their details, protection, end and return.
import { and, eq, or, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { sealText } from '../../../../platform/encryption.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Language } from '../../../../platform/language.ts';
import type { Actor, Role } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { noteOf } from '../access.ts';
import { addPerson, grantRole } from '../actions.ts';
import {
  personChanged,
  personDeactivated,
  personInvited,
  personReactivated,
  protectionChanged,
} from '../events.ts';
import { leavesNoAdministrator } from '../rules.ts';
import { type Channel, persons } from '../tables.ts';
import { keepFormerContacts } from './former-contacts.ts';

export type PersonChange = {
  givenName?: string;
  familyName?: string;
  preferredName?: string | null;
  bornOn?: Temporal.PlainDate | null;
  gender?: 'woman' | 'man' | 'other' | 'untold' | null;
  distanceKm?: number | null;
  phone?: string | null;
  email?: string | null;
  language?: Language;
  channel?: Channel;
  /** Free texts; they are sealed here. */
  postalAddress?: string | null;
  accessibilityNeeds?: string | null;
};

export type Newcomer = PersonChange & {
  givenName: string;
  familyName: string;
  role: Role;
  unitId: string | null;
  startsOn: Temporal.PlainDate;
  invite: boolean;
};

/** Adds a person with a first role, and invites them if wished. Gives the new id. */
export async function addNewcomer(tx: Tx, actor: Actor | undefined, newcomer: Newcomer): Promise<string> {
  const { role, unitId, startsOn, invite, postalAddress, accessibilityNeeds, ...plain } = newcomer;
  const personId = await addPerson(tx, actor, plain);
  const sealed = await sealedParts(tx, personId, { postalAddress, accessibilityNeeds });
  if (Object.keys(sealed).length > 0) await tx.update(persons).set(sealed).where(thatPerson(tx, personId));
  await grantRole(tx, actor, { personId, role, unitId, startsOn });
  if (actor) noteOf(tx, actor, personId, 'created', 'person');
  if (invite) await recordEvent(tx, personInvited({ personId }), { actorId: actor?.personId });
  return personId;
}

/** Sends the invitation, once more if need be. */
export async function invitePerson(tx: Tx, actor: Actor, personId: string): Promise<void> {
  await recordEvent(tx, personInvited({ personId }), { actorId: actor.personId });
}

/** Changes a person's own details, by whoever may. */
export async function changePerson(
  tx: Tx,
  actor: Actor,
  personId: string,
  change: PersonChange,
): Promise<void> {
  const { postalAddress, accessibilityNeeds, ...plain } = change;
  const sealed = await sealedParts(tx, personId, { postalAddress, accessibilityNeeds });
  await keepFormerContacts(tx, personId, plain);
  await tx
    .update(persons)
    .set({ ...plain, ...sealed })
    .where(thatPerson(tx, personId));
  const subject = postalAddress !== undefined ? 'whereabouts' : 'person';
  noteOf(tx, actor, personId, 'changed', subject);
  await recordEvent(tx, personChanged({ personId }), { actorId: actor.personId });
}

/** Takes over names from where they are kept officially. Nothing happens when they are as they were. */
export async function takeNames(
  tx: Tx,
  personId: string,
  names: { givenName?: string; familyName?: string },
): Promise<void> {
  if (Object.keys(names).length === 0) return;
  const differs = Object.entries(names).map(([field, name]) =>
    field === 'givenName' ? sql`${persons.givenName} <> ${name}` : sql`${persons.familyName} <> ${name}`,
  );
  const changed = await tx
    .update(persons)
    .set(names)
    .where(and(thatPerson(tx, personId), or(...differs)))
    .returning({ id: persons.id });
  if (changed.length > 0) await recordEvent(tx, personChanged({ personId }), { actorId: personId });
}

/** Takes a language for the person's pages and messages. */
export async function chooseLanguage(tx: Tx, personId: string, language: Language): Promise<void> {
  await tx.update(persons).set({ language }).where(thatPerson(tx, personId));
}

/** Hides the person's whereabouts everywhere, or shows them again (turvakielto; act 661/2009, section 36). */
export async function setProtected(tx: Tx, actor: Actor, personId: string, on: boolean): Promise<void> {
  await tx.update(persons).set({ protected: on }).where(thatPerson(tx, personId));
  noteOf(tx, actor, personId, 'changed', 'protection');
  await recordEvent(tx, protectionChanged({ personId }), { actorId: actor.personId });
}

export type Refusal<Reason extends string> = { ok: true } | { ok: false; reason: Reason };

/** Ends everything a person may do here, at once. Nothing is erased, and it can be undone. */
export async function deactivatePerson(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<Refusal<'yourself' | 'last-administrator'>> {
  if (personId === actor.personId) return { ok: false, reason: 'yourself' };
  if (leavesNoAdministrator(await administratorsLocked(tx), personId)) {
    return { ok: false, reason: 'last-administrator' };
  }
  await tx
    .update(persons)
    .set({ deactivatedAt: now(), deactivatedBy: actor.personId })
    .where(and(thatPerson(tx, personId), sql`${persons.deactivatedAt} is null`));
  noteOf(tx, actor, personId, 'changed', 'person');
  await recordEvent(tx, personDeactivated({ personId }), { actorId: actor.personId });
  return { ok: true };
}

/** Lets a person back with the roles and relations that are still in force. */
export async function reactivatePerson(tx: Tx, actor: Actor, personId: string): Promise<void> {
  await tx.update(persons).set({ deactivatedAt: null, deactivatedBy: null }).where(thatPerson(tx, personId));
  noteOf(tx, actor, personId, 'changed', 'person');
  await recordEvent(tx, personReactivated({ personId }), { actorId: actor.personId });
}

/**
 * Who administers the office today. The office's row is locked, so of two who would each remove the other one at the
 * same moment, the second sees what the first has done. The lock lets references to the office be: every POST holds one,
 * and two that wanted the row alone would wait for each other.
 */
export async function administratorsLocked(tx: Tx): Promise<string[]> {
  await tx.execute(sql`select 1 from offices where office_id = ${tx.officeId} for no key update`);
  const today = todayIn().toString();
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select distinct g.person_id from role_grants g
      join persons p on p.office_id = g.office_id and p.id = g.person_id and p.deactivated_at is null
     where g.office_id = ${tx.officeId} and g.role = 'administrator'
       and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on > ${today}::date)`);
  return rows.map((row) => row.person_id);
}

async function sealedParts(
  tx: Tx,
  personId: string,
  parts: { postalAddress?: string | null | undefined; accessibilityNeeds?: string | null | undefined },
) {
  const seal = (column: string, plain: string | null) =>
    plain === null ? null : sealText(tx, { personId, table: 'persons', column, rowId: personId }, plain);
  const { postalAddress, accessibilityNeeds } = parts;
  return {
    ...(postalAddress !== undefined ? { postalAddress: await seal('postal_address', postalAddress) } : {}),
    ...(accessibilityNeeds !== undefined
      ? { accessibilityNeeds: await seal('accessibility_needs', accessibilityNeeds) }
      : {}),
  };
}

function thatPerson(tx: Tx, personId: string) {
  return and(eq(persons.officeId, tx.officeId), eq(persons.id, personId));
}
