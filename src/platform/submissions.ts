// One effect and one answer for a form, however often it arrives: a double click, a re-post, the Back button, a lost
// connection. The key is in the form; the row is written in the action's own transaction, so a second request waits
// for the first and then receives its answer.
import { sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { BadRequest } from './errors.ts';
import { isId, type Tx } from './tenancy.ts';
import type { Web } from './web.ts';

/** The key of this submission: the hidden field, or the header `Idempotency-Key` when a script sends. */
function keyOf(c: Context<Web>): string {
  const key = c.req.header('idempotency-key') ?? c.var.form.get('_key');
  if (!isId(key))
    throw new BadRequest(400, 'the form has no key; open the page again and send the form from there');
  return key;
}

type Kept = { status: number | null; location: string | null; mine: boolean };

/** Claims the key. Gives the earlier answer when this submission has already been carried out. */
export async function claimSubmission(tx: Tx, c: Context<Web>): Promise<Response | undefined> {
  const key = keyOf(c);
  const personId = c.var.visitor?.personId ?? null;
  const claimed =
    await tx.execute(sql`insert into submissions (office_id, key, person_id, session_id, method, path)
    values (${tx.officeId}, ${key}, ${personId}, ${c.var.visitor?.sessionId ?? null}, ${c.req.method}, ${c.req.path})
    on conflict do nothing returning key`);
  if (claimed.rows.length > 0) return undefined;
  const { rows } = await tx.execute<Kept>(sql`select status, location,
      person_id is not distinct from ${personId}::uuid and path = ${c.req.path} as mine
    from submissions where office_id = ${tx.officeId} and key = ${key}`);
  const kept = rows[0];
  // A key of somebody else's form, or of another form, never gives an answer away.
  if (!kept?.mine || kept.status === null) throw new BadRequest(400, 'this key belongs to another form');
  if (kept.location !== null) return c.redirect(kept.location, 303);
  return c.body(null, 204);
}

/**
 * Keeps the answer beside the key, in the action's transaction. A POST answers with a way onward (303) or with
 * nothing (204), so a kept answer never holds a page about anybody.
 */
export async function keepAnswer(tx: Tx, c: Context<Web>, response: Response): Promise<void> {
  await tx.execute(sql`update submissions set status = ${response.status},
      location = ${response.headers.get('location')}
    where office_id = ${tx.officeId} and key = ${keyOf(c)}`);
}
