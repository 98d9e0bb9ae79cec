// The sealed words of a day in clear, for a page about that one day. The caller has checked and logged the reading.
import { sql } from 'drizzle-orm';
import { openText } from '../../../platform/encryption.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { Day } from './expected.ts';

export type DayWords = {
  plan: string | undefined;
  diary: string | undefined;
  absence: string | undefined;
  /** The client's messages against confirmations, the earliest first. */
  objections: readonly {
    id: string;
    words: string;
    madeAt: Temporal.Instant;
    answeredAt: Temporal.Instant | null;
    /** Whether it is about the confirmation that stands now. */
    standing: boolean;
  }[];
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
  type Objection = Row & { made_at: string; answered_at: string | null; standing: boolean };
  const against = await tx.execute<Objection>(sql`
    select o.id, o.words, o.made_at::text, o.answered_at::text, not exists (select 1 from confirmations later
      join confirmations c on c.office_id = later.office_id and c.id = o.confirmation_id
      where later.office_id = o.office_id and later.day_id = o.day_id and later.sequence > c.sequence) as standing
    from objections o where o.office_id = ${tx.officeId} and o.day_id = ${day.id} order by o.made_at limit 50`);
  const objections: DayWords['objections'][number][] = [];
  for (const row of against.rows) {
    objections.push({
      id: row.id,
      words: (await open('objections', row)) ?? '',
      madeAt: Temporal.Instant.from(row.made_at),
      answeredAt: row.answered_at === null ? null : Temporal.Instant.from(row.answered_at),
      standing: row.standing,
    });
  }
  return {
    plan: await open('day_plans', plan.rows[0]),
    diary: await open('diaries', diary.rows[0]),
    absence: await open('absences', absence.rows[0]),
    objections,
  };
}
