// The only ways to a session or passkey for an actor: one's own. Somebody else's is not there.
import { and, eq, isNull } from 'drizzle-orm';
import { NotFound } from '../../../platform/errors.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { passkeys, sessions } from './tables.ts';

/** One's own open session. Throws NotFound. */
export async function ownSession(tx: Tx, actor: Actor, id: string) {
  if (!isId(id)) throw new NotFound('session');
  const [session] = await tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.officeId, tx.officeId),
        eq(sessions.id, id),
        eq(sessions.personId, actor.personId),
        isNull(sessions.endedAt),
      ),
    )
    .limit(1);
  if (!session) throw new NotFound('session');
  return session;
}

/** One's own passkey. Throws NotFound. */
export async function ownPasskey(tx: Tx, actor: Actor, id: string) {
  if (!isId(id)) throw new NotFound('passkey');
  const [passkey] = await tx
    .select()
    .from(passkeys)
    .where(
      and(eq(passkeys.officeId, tx.officeId), eq(passkeys.id, id), eq(passkeys.personId, actor.personId)),
    )
    .limit(1);
  if (!passkey) throw new NotFound('passkey');
  return passkey;
}
