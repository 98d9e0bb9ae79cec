import { sql } from 'drizzle-orm';
import { NotFound } from '../../../platform/errors.ts';
import type { Language, Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { unitsManagedBy } from '../../ground/people/door.ts';
import { openFeedback } from './feedback-actions.ts';

export type Feedback = {
  id: string;
  service: Text;
  language: Language;
  words: string;
  contact: string | undefined;
  givenAt: Temporal.Instant;
  doneAt: Temporal.Instant | undefined;
};

type Row = {
  id: string;
  name: Text;
  language: Language;
  words: Buffer;
  contact: Buffer | null;
  given_at: string;
  done_at: string | null;
};

/** A page of the feedback that the actor deals with, newest first, and how much there is in all. */
export async function feedbackFor(
  tx: Tx,
  actor: Actor,
  which: { done: boolean; page: number; perPage: number },
): Promise<{ total: number; feedback: Feedback[] }> {
  const { rows } = await tx.execute<Row>(sql`
    select f.id, s.name, f.language, f.words, f.contact, to_json(f.given_at)#>>'{}' as given_at,
           to_json(f.done_at)#>>'{}' as done_at
      from ${reached(tx, actor)} and ${isDone(which.done)}
     order by f.given_at desc, f.id limit ${which.perPage} offset ${(which.page - 1) * which.perPage}`);
  const feedback: Feedback[] = [];
  for (const row of rows) {
    feedback.push({
      id: row.id,
      service: row.name,
      language: row.language,
      ...(await openFeedback(tx, row)),
      givenAt: Temporal.Instant.from(row.given_at),
      doneAt: row.done_at === null ? undefined : Temporal.Instant.from(row.done_at),
    });
  }
  return { total: await countOf(tx, actor, which.done), feedback };
}

/** How much feedback waits for the actor, or has been dealt with. */
export async function countOf(tx: Tx, actor: Actor, done: boolean): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from ${reached(tx, actor)} and ${isDone(done)}`);
  return rows[0]?.n ?? 0;
}

/** Throws NotFound when there is no such feedback, or it is about a service that the actor may not change. */
export async function findFeedback(tx: Tx, actor: Actor, id: string): Promise<string> {
  if (!isId(id)) throw new NotFound('feedback');
  const { rows } = await tx.execute<{ id: string }>(
    sql`select f.id from ${reached(tx, actor)} and f.id = ${id}`,
  );
  if (!rows[0]) throw new NotFound('feedback');
  return rows[0].id;
}

// Said in SQL and not as a value: what waits has an index of its own.
const isDone = (done: boolean) => (done ? sql`f.done_at is not null` : sql`f.done_at is null`);

// Whoever may change a service deals with what is said of it: a unit's managers with that unit's, and with what belongs
// to no unit those of the whole office.
function reached(tx: Tx, actor: Actor) {
  const units = unitsManagedBy(actor);
  const within = units === 'all' || units.length === 0 ? sql`${units === 'all'}` : sql`s.unit_id in ${units}`;
  return sql`service_feedback f join services s on s.office_id = f.office_id and s.id = f.service_id
    where f.office_id = ${tx.officeId} and ${within}`;
}
