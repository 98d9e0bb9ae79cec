// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** What was sent to the person, by which way, and what they do not want to be sent. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const theirs = sql`office_id = ${tx.officeId} and person_id = ${personId}`;
  return {
    deliveries: await rowsAbout(
      tx,
      personId,
      sql`select id as row_id, channel, state as "deliveryState", created_at as "askedAt", sent_at as "sentAt",
          note as "callNote"
        from deliveries where ${theirs} order by created_at limit 5000`,
      { callNote: 'deliveries.note' },
    ),
    declinedNotices: await rowsAbout(
      tx,
      personId,
      sql`select kind as "noticeKind", since from unsubscriptions where ${theirs} order by since limit 500`,
    ),
  };
}
