// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** The services the person has been in, and the days that were expected of them. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const rows = (question: ReturnType<typeof sql>) => rowsAbout(tx, personId, question);
  return {
    enrolments: await rows(sql`select s.name ->> 'fi' as service, e.starts_on::text as "startsOn",
        coalesce(e.ended_early_on, e.ends_on)::text as "endsOn", e.day_minutes as "dayMinutes", e.payer, e.benefit
      from enrolments e join services s on s.office_id = e.office_id and s.id = e.service_id
      where e.office_id = ${tx.officeId} and e.client_id = ${personId} order by e.starts_on limit 500`),
    expectedDays:
      await rows(sql`select day::text as day, expected_minutes as "expectedMinutes", class as "dayClass",
        confirmed_at as "confirmedAt"
      from days where office_id = ${tx.officeId} and client_id = ${personId} order by day limit 5000`),
  };
}
