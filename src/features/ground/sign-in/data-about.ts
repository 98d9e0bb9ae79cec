// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { hasIdentityCode } from './oidc/oidc-match.ts';

/** Where the person has been signed in, on which devices, and with what. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const theirs = sql`office_id = ${tx.officeId} and person_id = ${personId}`;
  const rows = (question: ReturnType<typeof sql>) => rowsAbout(tx, personId, question);
  return {
    sessions:
      await rows(sql`select way as "signInWay", device, started_at as "startedAt", seen_at as "seenAt",
        ended_at as "endedAt" from sessions where ${theirs} order by started_at limit 5000`),
    knownDevices: await rows(sql`select device, created_at as "addedAt", expires_at as "expiresAt"
      from known_devices where ${theirs} and revoked_at is null order by created_at limit 500`),
    passkeys: await rows(sql`select name as "keyName", created_at as "addedAt", used_at as "usedAt"
      from passkeys where ${theirs} order by created_at limit 100`),
    identities: await rows(sql`select p.name ->> 'fi' as "provider", i.created_at as "addedAt"
      from oidc_identities i join oidc_providers p on p.office_id = i.office_id and p.id = i.provider_id
      where i.office_id = ${tx.officeId} and i.person_id = ${personId} order by i.created_at limit 100`),
    hasIdentityCode: await hasIdentityCode(tx, personId),
  };
}
