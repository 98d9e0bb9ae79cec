// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { absences, dayPlans, diaries, ownWorks } from './tables.ts';

/** What the person did and said on their days: plans, diaries, own work, absences, calls for help. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const onDays = (table: PgTable, fields: ReturnType<typeof sql>, sealed: Sealed) =>
    rowsAbout(
      tx,
      personId,
      sql`select t.id as row_id, d.day::text as day, ${fields} from ${table} t
        join days d on d.office_id = t.office_id and d.id = t.day_id
        where t.office_id = ${tx.officeId} and d.client_id = ${personId}
        order by d.day limit 10000`,
      sealed,
    );
  return {
    dayPlans: await onDays(
      dayPlans,
      sql`t.words as plan, array_to_json(t.templates) as "chosenPlans", t.written_at as "writtenAt"`,
      { plan: 'day_plans.words' },
    ),
    diaries: await onDays(diaries, sql`t.words as diary, t.mood, t.written_at as "writtenAt"`, {
      diary: 'diaries.words',
    }),
    ownWork: await onDays(
      ownWorks,
      sql`t.words as work, t.proof as "workProof", t.minutes, t.written_at as "writtenAt"`,
      { work: 'own_works.words', workProof: 'own_works.proof' },
    ),
    absences: await onDays(
      absences,
      sql`t.class as "dayClass", t.words, t.told_at as "writtenAt", t.withdrawn_at as "endedAt"`,
      { words: 'absences.words' },
    ),
    helpRequests: await rowsAbout(
      tx,
      personId,
      sql`select id as row_id, asked_at as "askedAt", words, handled_at as "endedAt" from help_requests
        where office_id = ${tx.officeId} and client_id = ${personId} order by asked_at limit 5000`,
      { words: 'help_requests.words' },
    ),
  };
}

type Sealed = Parameters<typeof rowsAbout>[3];
