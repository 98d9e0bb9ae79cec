// The sealed words of a day in clear, for a page about that one day. The caller has checked and logged the reading.
import { sql } from 'drizzle-orm';
import { openText } from '../../../platform/encryption.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { Day } from '../enrolments/door.ts';

export type DayWords = {
  plan: string | undefined;
  diary: string | undefined;
  absence: string | undefined;
};

export async function wordsOf(tx: Tx, day: Day): Promise<DayWords> {
  const open = (table: string, row: { id: string; words: Buffer | null } | undefined) =>
    row?.words
      ? openText(tx, { personId: day.clientId, table, column: 'words', rowId: row.id }, row.words)
      : undefined;
  type Row = { id: string; words: Buffer | null };
  const plan = await tx.execute<Row>(sql`select id, words from day_plans
    where office_id = ${tx.officeId} and day_id = ${day.id} order by written_at desc, id desc limit 1`);
  const diary = await tx.execute<Row>(sql`select id, words from diaries
    where office_id = ${tx.officeId} and day_id = ${day.id} order by written_at desc, id desc limit 1`);
  const absence = await tx.execute<Row>(sql`select id, words from absences
    where office_id = ${tx.officeId} and day_id = ${day.id} and withdrawn_at is null limit 1`);
  return {
    plan: await open('day_plans', plan.rows[0]),
    diary: await open('diaries', diary.rows[0]),
    absence: await open('absences', absence.rows[0]),
  };
}
