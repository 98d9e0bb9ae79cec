// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** How the person's days were confirmed, and what they objected to with the answers. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const ofDays = sql`join days d on d.office_id = t.office_id and d.id = t.day_id
    where t.office_id = ${tx.officeId} and d.client_id = ${personId}`;
  return {
    confirmations: await rowsAbout(
      tx,
      personId,
      sql`select t.id as row_id, d.day::text as day, t.class as "dayClass", t.minutes, t.reason as "confirmReason",
          t.confirmed_at as "confirmedAt"
        from confirmations t ${ofDays} order by d.day, t.sequence limit 10000`,
      { confirmReason: 'confirmations.reason' },
    ),
    objections: await rowsAbout(
      tx,
      personId,
      sql`select t.id as row_id, d.day::text as day, t.words, t.made_at as "writtenAt", t.answer, t.answered_at as "answeredAt"
        from objections t ${ofDays} order by t.made_at limit 5000`,
      { words: 'objections.words', answer: 'objections.answer' },
    ),
  };
}
