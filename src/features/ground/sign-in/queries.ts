// What signing in needs to know of a person.
import { sql } from 'drizzle-orm';
import { now, todayIn } from '../../../platform/clock.ts';
import { staffRoles } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { SessionWay } from './sessions/sessions.ts';

/** Somebody who may sign in: active, with a role today. */
export type Signer = { personId: string; staff: boolean; hasPasskey: boolean };

/** The person as a signer; undefined when they are not here, deactivated, or hold no role today. */
export async function signerById(tx: Tx, personId: string): Promise<Signer | undefined> {
  const today = todayIn().toString();
  const { rows } = await tx.execute<{ roles: string[] | null; has_passkey: boolean }>(sql`
    select (select array_agg(g.role) from role_grants g
             where g.office_id = p.office_id and g.person_id = p.id and g.starts_on <= ${today}::date
               and (g.ends_on is null or g.ends_on >= ${today}::date)) as roles,
      exists (select from passkeys k where k.office_id = p.office_id and k.person_id = p.id) as has_passkey
    from persons p
    where p.office_id = ${tx.officeId} and p.id = ${personId} and p.deactivated_at is null`);
  const row = rows[0];
  if (!row?.roles) return undefined;
  const staff = row.roles.some((role) => (staffRoles as readonly string[]).includes(role));
  return { personId, staff, hasPasskey: row.has_passkey };
}

export type SessionShown = {
  id: string;
  device: string;
  way: SessionWay;
  startedAt: Temporal.Instant;
  seenAt: Temporal.Instant;
};

/** A person's open sessions, the latest seen first. */
export async function openSessionsOf(tx: Tx, personId: string): Promise<SessionShown[]> {
  const at = now().toString();
  const { rows } = await tx.execute<{
    id: string;
    device: string;
    way: SessionWay;
    started_at: string;
    seen_at: string;
  }>(sql`
    select id, device, way, started_at::text, seen_at::text from sessions
    where office_id = ${tx.officeId} and person_id = ${personId} and ended_at is null
      and expires_at > ${at}::timestamptz
      and (idle_minutes is null or seen_at > ${at}::timestamptz - make_interval(mins => idle_minutes))
    order by seen_at desc limit 100`);
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    way: row.way,
    startedAt: Temporal.Instant.from(row.started_at),
    seenAt: Temporal.Instant.from(row.seen_at),
  }));
}

/**
 * The ids of active persons whose phone or e-mail address this is, a few at most. Numbers are compared without their
 * spaces, with the country code or without.
 */
export async function personsAt(tx: Tx, address: string): Promise<string[]> {
  const phones = phoneForms(address);
  const email = address.includes('@') ? address.toLowerCase() : '';
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from persons where office_id = ${tx.officeId} and deactivated_at is null and (
      (${email} <> '' and lower(email) = ${email})
      or regexp_replace(phone, '[^0-9+]', '', 'g') = any(array[${sql.join(
        phones.map((phone) => sql`${phone}::text`),
        sql`, `,
      )}]))
    order by id limit 3`);
  return rows.map((row) => row.id);
}

/** The ways in which one Finnish number may have been written: `040…`, `+35840…`, `35840…`, `0035840…`. */
export function phoneForms(written: string): string[] {
  const digits = written.replace(/[^0-9+]/g, '').replace(/^00/, '+');
  if (digits.length < 5) return [''];
  const national = digits.replace(/^\+358/, '0').replace(/^358/, '0');
  if (!national.startsWith('0')) return [digits];
  const rest = national.slice(1);
  return [national, `+358${rest}`, `358${rest}`, `00358${rest}`];
}
