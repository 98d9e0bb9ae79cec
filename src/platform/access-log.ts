// Who read or changed what about whom, when and why. Entries are gathered through `access.ts` of each feature and
// written in the same transaction as the act. The log is append-only; a job chains it with hashes
// (access-log-chain.ts), so that an altered, missing or reordered row can be named.
import { sql } from 'drizzle-orm';
import type { Actor } from './session.ts';
import type { Tx } from './tenancy.ts';

export type AccessAct = 'read' | 'changed' | 'created' | 'deleted' | 'exported';

export type AccessEntry = {
  actor: Actor;
  /** Whom the data is about. */
  personId: string;
  act: AccessAct;
  /** The kind of thing, a code word that the person's own view puts in plain words: `client-file`, `message`. */
  subject: string;
  subjectId?: string;
  /** Why, a code word: `coaching`, `administration`, `own-request`. */
  purpose: string;
};

/** Notes an access about a person. One's own data read by oneself is not an access by another and is left out. */
export function noteAccess(tx: Tx, entry: AccessEntry): void {
  if (entry.actor.personId === entry.personId && entry.act === 'read') return;
  tx.accesses.push(entry);
}

// A page that renews itself on a hint reads again what its reader has before their eyes: that is one look, not many.
const sameLookMinutes = 10;

/** Writes the gathered entries in one statement. Called by the tenancy just before commit. */
export async function writeAccess(tx: Tx): Promise<void> {
  const rows = tx.accesses.splice(0).map(
    (
      e,
    ) => sql`(${e.actor.personId}::uuid, ${e.actor.actingAs}, ${e.actor.unitId ?? null}::uuid, ${e.personId}::uuid,
      ${e.act}, ${e.subject}, ${e.subjectId ?? null}::uuid, ${e.purpose}, ${e.actor.sessionId ?? null}::uuid,
      ${e.actor.requestId ?? null}, ${e.act === 'read' && e.actor.byItself === true}::boolean)`,
  );
  await tx.execute(sql`insert into access_log
    (office_id, actor_id, actor_role, unit_id, person_id, act, subject, subject_id, purpose, session_id, request_id)
    select ${tx.officeId}::uuid, e.actor_id, e.actor_role, e.unit_id, e.person_id, e.act, e.subject, e.subject_id,
      e.purpose, e.session_id, e.request_id
    from (values ${sql.join(rows, sql`, `)}) as e (actor_id, actor_role, unit_id, person_id, act, subject, subject_id,
      purpose, session_id, request_id, by_itself)
    where not e.by_itself or not exists (select 1 from access_log l
      where l.office_id = ${tx.officeId} and l.person_id = e.person_id and l.actor_id = e.actor_id
        and l.act = 'read' and l.subject = e.subject and l.session_id = e.session_id
        and l.at > clock_timestamp() - make_interval(mins => ${sameLookMinutes}))`);
}
