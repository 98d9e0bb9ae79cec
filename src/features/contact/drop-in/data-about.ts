// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** The numbers that the person has taken, and how each wait ended. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  return {
    queuePlaces: await rowsAbout(
      tx,
      personId,
      sql`select mode, taken_at as "askedAt", ended_at as "endedAt" from queue_places
        where office_id = ${tx.officeId} and client_id = ${personId} order by taken_at limit 5000`,
    ),
  };
}
