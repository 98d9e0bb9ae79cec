// Reading a board is reading about everybody on it. The board renews itself many times an hour, so the access log gets
// one entry an hour about each client: it tells who looked and when, without drowning the reader.
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** Whom the actor's reading of the board has been noted about within the hour. */
export async function notedOnBoard(tx: Tx, actor: Actor): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select distinct person_id from access_log
    where office_id = ${tx.officeId} and actor_id = ${actor.personId} and subject = 'board'
      and at > ${now().subtract({ minutes: 60 }).toString()}::timestamptz limit 3000`);
  return new Set(rows.map((row) => row.person_id));
}

/** Notes the reading about those of `clientIds` who are not among the `noted` yet. */
export function noteBoardRead(
  tx: Tx,
  actor: Actor,
  clientIds: readonly string[],
  noted: ReadonlySet<string>,
): void {
  for (const personId of clientIds) {
    if (!noted.has(personId))
      noteAccess(tx, { actor, personId, act: 'read', subject: 'board', purpose: 'coaching' });
  }
}
