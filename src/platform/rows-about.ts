// Rows about a person for their own copy of their data, with what is sealed opened. Each feature words its
// own question.
import type { SQL } from 'drizzle-orm';
import { openText } from './encryption.ts';
import type { Tx } from './tenancy.ts';

// As PostgreSQL writes it; other programs read ISO 8601.
const instantOfDatabase = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+\d\d$/;

export type RowAbout = Record<string, unknown>;

/**
 * The rows of `question` with their sealed fields opened. `sealed` says of which column (`table.column`) a field is; the
 * question then also gives `row_id`, and `sealed_for` where that is somebody else than `personId`. Neither is in the
 * answer: ids tell a person nothing.
 */
export async function rowsAbout(
  tx: Tx,
  personId: string,
  question: SQL,
  sealed: Readonly<Record<string, `${string}.${string}`>> = {},
): Promise<RowAbout[]> {
  const { rows } = await tx.execute<RowAbout>(question);
  const about: RowAbout[] = [];
  for (const { row_id, sealed_for, ...row } of rows) {
    for (const [field, value] of Object.entries(row))
      if (typeof value === 'string' && instantOfDatabase.test(value))
        row[field] = Temporal.Instant.from(value).toString();
    for (const [field, place] of Object.entries(sealed)) {
      const [table = '', column = ''] = place.split('.');
      const body = row[field];
      if (!Buffer.isBuffer(body)) continue;
      const owner = typeof sealed_for === 'string' ? sealed_for : personId;
      row[field] = await openText(tx, { personId: owner, table, column, rowId: String(row_id) }, body);
    }
    about.push(row);
  }
  return about;
}
