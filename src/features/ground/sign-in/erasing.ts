// What signing in holds of a person, removed when the person is erased: devices, passkeys and identities
// tell who it was.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';

/** Removes every row of signing in that belongs to the person. May be repeated. */
export async function removeAllOf(tx: Tx, personId: string): Promise<void> {
  const theirs = sql`office_id = ${tx.officeId} and person_id = ${personId}`;
  // Those that refer to others come before them.
  for (const remove of [
    sql`delete from sign_in_codes where ${theirs}`,
    sql`delete from sign_in_requests where office_id = ${tx.officeId} and ${personId}::uuid = any (person_ids)`,
    sql`delete from passkey_challenges where ${theirs}`,
    sql`delete from passkeys where ${theirs}`,
    sql`delete from sessions where ${theirs}`,
    sql`delete from known_devices where ${theirs}`,
    sql`delete from personal_links where ${theirs}`,
    sql`delete from oidc_identities where ${theirs}`,
    sql`delete from identity_code_hashes where ${theirs}`,
  ])
    await tx.execute(remove);
}
