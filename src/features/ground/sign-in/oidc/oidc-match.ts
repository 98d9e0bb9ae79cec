// Whom a provider's claims are about: a person who is here already. Nobody becomes a person by signing in.
import { sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { identityLinked } from '../events.ts';
import type { Provider } from './oidc-providers.ts';
import type { Claimed } from './oidc-rules.ts';

/** The keyed hash by which a subject of a provider is known. */
export const subjectHash = (tx: Tx, providerId: string, subject: string): string =>
  tx.outside.keys.matchingHash(tx.officeId, `subject\n${providerId}\n${subject}`);

const codeHash = (tx: Tx, code: string): string =>
  tx.outside.keys.matchingHash(tx.officeId, `identity code\n${code}`);

/**
 * The person these claims are about: known by the subject, else by the personal identity code, else by a verified
 * e-mail address or phone number that exactly one person has. Found so, the subject is kept for the next time.
 */
export async function personOfClaims(
  tx: Tx,
  provider: Provider,
  claimed: Claimed,
): Promise<string | undefined> {
  const subject = subjectHash(tx, provider.id, claimed.subject);
  const bySubject = await one(
    tx,
    sql`select person_id as id from oidc_identities where office_id = ${tx.officeId}
      and provider_id = ${provider.id} and subject_hash = ${subject}`,
  );
  if (bySubject) return bySubject;
  const byCode =
    claimed.identityCode &&
    (await one(
      tx,
      sql`select person_id as id from identity_code_hashes
        where office_id = ${tx.officeId} and hash = ${codeHash(tx, claimed.identityCode)}`,
    ));
  if (byCode) {
    // The code is the person; a provider may give a new subject each time (pairwise or transient).
    await keepSubject(tx, provider.id, byCode, subject, true);
    return byCode;
  }
  const byEmail =
    claimed.verifiedEmail &&
    (await one(
      tx,
      sql`select min(id::text)::uuid as id from persons where office_id = ${tx.officeId}
        and lower(email) = ${claimed.verifiedEmail} and deactivated_at is null having count(*) = 1`,
    ));
  const byContact =
    byEmail ??
    (claimed.verifiedPhone &&
      (await one(
        tx,
        sql`select min(id::text)::uuid as id from persons where office_id = ${tx.officeId}
          and regexp_replace(phone, '[^0-9+]', '', 'g') = ${claimed.verifiedPhone} and deactivated_at is null
          having count(*) = 1`,
      )));
  // Whoever is known at this provider already is not taken over by another account with the same address.
  return byContact && (await keepSubject(tx, provider.id, byContact, subject, false)) ? byContact : undefined;
}

async function one(tx: Tx, query: ReturnType<typeof sql>): Promise<string | undefined> {
  const { rows } = await tx.execute<{ id: string }>(query);
  return rows.length === 1 ? rows[0]?.id : undefined;
}

async function keepSubject(
  tx: Tx,
  providerId: string,
  personId: string,
  hash: string,
  replace: boolean,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into oidc_identities (office_id, provider_id, person_id, subject_hash, created_at)
    values (${tx.officeId}, ${providerId}, ${personId}, ${hash}, ${now().toString()}::timestamptz)
    on conflict (office_id, provider_id, person_id) ${
      replace ? sql`do update set subject_hash = excluded.subject_hash` : sql`do nothing`
    } returning id`);
  if (rows.length === 0) return false;
  await recordEvent(tx, identityLinked({ personId, providerId }), { actorId: personId });
  return true;
}

/** Whether a person has an identity code to be matched by. Which one, nobody can tell. */
export async function hasIdentityCode(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from identity_code_hashes
    where office_id = ${tx.officeId} and person_id = ${personId}`);
  return rows.length > 0;
}

/**
 * Keeps the keyed hash of a person's identity code for matching; `code` itself is forgotten here. Gives false when
 * another person of the office has it.
 */
export async function keepIdentityCode(
  tx: Tx,
  actor: Actor,
  personId: string,
  code: string,
): Promise<boolean> {
  const hash = codeHash(tx, code);
  // Two at once are told apart by the lock; the unique key behind it would end the transaction.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 5))`);
  const { rows } = await tx.execute(sql`select 1 from identity_code_hashes
    where office_id = ${tx.officeId} and hash = ${hash} and person_id <> ${personId}`);
  if (rows.length > 0) return false;
  await tx.execute(sql`insert into identity_code_hashes (office_id, person_id, hash, set_by, set_at)
    values (${tx.officeId}, ${personId}, ${hash}, ${actor.personId}, ${now().toString()}::timestamptz)
    on conflict (office_id, person_id) do update
      set hash = excluded.hash, set_by = excluded.set_by, set_at = excluded.set_at`);
  return true;
}
