// Erasing a person (GDPR, Article 17). Days, payers' lists and the access log must stay as long as the law says, so the
// person's row stays too, without anything that tells who it was; what was sealed is unreadable once the key is gone.
import { and, eq, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { destroyDataKey } from '../../../../platform/encryption.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { noteOf } from '../access.ts';
import { personErased } from '../events.ts';
import type { Refusal } from '../person/person-actions.ts';
import { blockedPairs, formerContacts, importDrafts, persons } from '../tables.ts';

/** Stands where the name was, alike in every language. */
export const erasedName = '—';

/**
 * Erases a person who has been deactivated. Their key is destroyed at once and cannot be made again; what other
 * features hold in clear goes when they hear of it, within minutes. Refused while the person is in use, and for
 * oneself.
 */
export async function erasePerson(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<Refusal<'in-use' | 'yourself'>> {
  if (personId === actor.personId) return { ok: false, reason: 'yourself' };
  const that = and(eq(persons.officeId, tx.officeId), eq(persons.id, personId));
  const [person] = await tx.select().from(persons).where(that).for('no key update').limit(1);
  if (!person?.deactivatedAt) return { ok: false, reason: 'in-use' };
  if (person.erasedAt) return { ok: true };
  await tx
    .update(persons)
    .set({
      givenName: erasedName,
      familyName: '',
      preferredName: null,
      email: null,
      phone: null,
      postalAddress: null,
      language: 'fi',
      channel: 'letter',
      accessibilityNeeds: null,
      protected: false,
      bornOn: null,
      gender: null,
      distanceKm: null,
      erasedAt: now(),
      erasedBy: actor.personId,
    })
    .where(that);
  await endTies(tx, personId);
  await destroyDataKey(tx, personId);
  noteOf(tx, actor, personId, 'deleted', 'person');
  await recordEvent(tx, personErased({ personId }), { actorId: actor.personId });
  return { ok: true };
}

// Who coached whom and in which role stays, as figures need it; it says nothing of who the person was.
async function endTies(tx: Tx, personId: string): Promise<void> {
  const today = todayIn().toString();
  const of = sql`office_id = ${tx.officeId} and`;
  const coached = sql`${of} (client_id = ${personId} or coach_id = ${personId})`;
  await tx.execute(sql`delete from relations where ${coached} and starts_on > ${today}::date`);
  await tx.execute(sql`update relations set ends_on = ${today}::date
    where ${coached} and (ends_on is null or ends_on > ${today}::date)`);
  await tx.execute(
    sql`delete from role_grants where ${of} person_id = ${personId} and starts_on > ${today}::date`,
  );
  await tx.execute(sql`update role_grants set ends_on = ${today}::date
    where ${of} person_id = ${personId} and (ends_on is null or ends_on > ${today}::date)`);
  await tx
    .delete(blockedPairs)
    .where(
      sql`${blockedPairs.officeId} = ${tx.officeId} and ${personId} in (${blockedPairs.firstId}, ${blockedPairs.secondId})`,
    );
  await tx
    .delete(formerContacts)
    .where(and(eq(formerContacts.officeId, tx.officeId), eq(formerContacts.personId, personId)));
  await tx
    .delete(importDrafts)
    .where(and(eq(importDrafts.officeId, tx.officeId), eq(importDrafts.madeBy, personId)));
}
