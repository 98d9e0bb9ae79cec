// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** The person's groups, as a member and as a coach, their waiting, the rules they accepted and their calendar. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const rows = (question: ReturnType<typeof sql>) => rowsAbout(tx, personId, question);
  const office = sql`m.office_id = ${tx.officeId}`;
  const group = sql`join groups g on g.office_id = m.office_id and g.id = m.group_id`;
  return {
    memberships: await rows(sql`select g.name as "groupName", m.nickname, m.joins_on::text as "startsOn",
        m.leaves_on::text as "endsOn"
      from group_memberships m ${group} where ${office} and m.client_id = ${personId} order by m.joins_on limit 500`),
    groupsCoached:
      await rows(sql`select g.name as "groupName", m.starts_on::text as "startsOn", m.ends_on::text as "endsOn"
      from group_coaches m ${group} where ${office} and m.coach_id = ${personId} order by m.starts_on limit 500`),
    waiting: await rows(sql`select g.name as "groupName", m.asked_at as "askedAt", m.closed_at as "endedAt"
      from waiting_list m ${group} where ${office} and m.client_id = ${personId} order by m.asked_at limit 500`),
    rulesAccepted: await rows(sql`select g.name as "groupName", m.version, m.accepted_at as "answeredAt"
      from group_rule_acceptances m ${group}
      where ${office} and m.client_id = ${personId} order by m.accepted_at limit 500`),
    calendars:
      await rows(sql`select m.made_at as "addedAt", m.own_titles as "ownTitles", m.revoked_at as "endedAt"
      from calendar_links m where ${office} and m.person_id = ${personId} order by m.made_at limit 100`),
  };
}
