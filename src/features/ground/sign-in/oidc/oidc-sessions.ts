// What ties our sessions to a provider's: for signing out there when we sign out, and here when they do.
import { sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { hashOfToken } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import type { ProviderAnswer } from './oidc-client.ts';
import { subjectHash } from './oidc-match.ts';
import type { Provider } from './oidc-providers.ts';

const place = (tx: Tx, sessionId: string) => `oidc id token\n${tx.officeId}\n${sessionId}`;

/** Counts the answer with this state as used. Gives false when it has been used before. */
export async function useAnswer(tx: Tx, state: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`insert into oidc_answers (office_id, state_hash, used_at)
    values (${tx.officeId}, ${hashOfToken(state)}, ${now().toString()}::timestamptz)
    on conflict do nothing returning state_hash`);
  return rows.length > 0;
}

/**
 * Keeps which session of the provider ours belongs to. The ID token is kept, sealed, only where it cannot hold a
 * personal identity code.
 */
export async function keepProviderSession(
  tx: Tx,
  provider: Provider,
  sessionId: string,
  answer: ProviderAnswer,
): Promise<void> {
  const hint = provider.claims.identityCode === undefined ? answer.idToken : undefined;
  const sealed = hint && tx.outside.keys.wrap(Buffer.from(hint), place(tx, sessionId));
  await tx.execute(sql`
    insert into oidc_sessions (office_id, session_id, provider_id, sid_hash, subject_hash, id_token)
    values (${tx.officeId}, ${sessionId}, ${provider.id},
      ${answer.sid === undefined ? null : subjectHash(tx, provider.id, `sid\n${answer.sid}`)},
      ${subjectHash(tx, provider.id, String(answer.claims.sub))}, ${sealed ?? null})`);
}

/** The provider by which a session came, with its ID token when it was kept; undefined for other ways in. */
export async function providerSession(
  tx: Tx,
  sessionId: string,
): Promise<{ providerId: string; idToken: string | undefined } | undefined> {
  const { rows } = await tx.execute<{ provider_id: string; id_token: Buffer | null }>(sql`
    select provider_id, id_token from oidc_sessions
    where office_id = ${tx.officeId} and session_id = ${sessionId}`);
  const row = rows[0];
  if (!row) return undefined;
  const idToken = row.id_token
    ? tx.outside.keys.unwrap(row.id_token, place(tx, sessionId)).toString()
    : undefined;
  return { providerId: row.provider_id, idToken };
}

/** Ends the sessions that belong to a provider's session (`sid`), or to all of a subject's. */
export async function endProviderSessions(
  tx: Tx,
  providerId: string,
  whose: { sid?: string | undefined; subject?: string | undefined },
): Promise<void> {
  const sid = whose.sid === undefined ? null : subjectHash(tx, providerId, `sid\n${whose.sid}`);
  const subject = whose.subject === undefined ? null : subjectHash(tx, providerId, whose.subject);
  await tx.execute(sql`update sessions s set ended_at = ${now().toString()}::timestamptz
    from oidc_sessions o where o.office_id = s.office_id and o.session_id = s.id
      and s.office_id = ${tx.officeId} and o.provider_id = ${providerId} and s.ended_at is null
      and (${sid}::text is null or o.sid_hash = ${sid}) and (${subject}::text is null or o.subject_hash = ${subject})
      and (${sid}::text is not null or ${subject}::text is not null)`);
}
