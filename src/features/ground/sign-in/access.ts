// The only ways to a session or passkey for an actor: one's own. Somebody else's is not there, but an administrator
// may see how a person signs in, and end it.
import { and, eq, isNull } from 'drizzle-orm';
import { type AccessAct, noteAccess } from '../../../platform/access-log.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { mayChange, personById } from '../people/door.ts';
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

/** A person whose signing in the administrator looks after. Written in the access log. Throws NotFound. */
export async function signerManagedBy(tx: Tx, actor: Actor, personId: string, act: AccessAct) {
  const may = hasRole(actor, 'administrator') && (await mayChange(tx, actor, personId));
  const person = may ? await personById(tx, personId) : undefined;
  if (!person) throw new NotFound('person');
  noteAccess(tx, {
    actor,
    personId,
    act,
    subject: 'sign-in',
    subjectId: personId,
    purpose: 'administration',
  });
  return person;
}
