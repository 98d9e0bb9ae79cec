// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { type RowAbout, rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** The files that are the person's: their names and kinds. The bodies are opened one by one from the readable page. */
export function dataAbout(tx: Tx, personId: string): Promise<RowAbout[]> {
  return rowsAbout(
    tx,
    personId,
    sql`select id as row_id, id as "fileId", name as "fileName", mime as "fileType", bytes, added_at as "addedAt"
      from files where office_id = ${tx.officeId} and person_id = ${personId} and removed_at is null
      order by added_at limit 2000`,
    { fileName: 'files.name' },
  );
}
