// The choices of many clients as one list, with what is due first, and how many there are of each.
import { sql } from 'drizzle-orm';
import type { Text } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import type { Mode } from '../questions.ts';
import { type ReviewState, soonDays } from '../rules.ts';
import type { What } from '../tables.ts';

export type ListedChoice = {
  clientId: string;
  name: string;
  /** Undefined for a client without a choice. */
  choice:
    | {
        id: string;
        serviceName: Text | undefined;
        wished: Mode;
        second: Mode | null;
        suggested: Mode | null;
        reviewOn: Temporal.PlainDate;
        what: What;
        startedAt: Temporal.Instant | undefined;
      }
    | undefined;
};

type ListedRow = {
  client_id: string;
  name: string;
  id: string | null;
  service_name: Text | null;
  wished: Mode;
  second: Mode | null;
  suggested: Mode | null;
  review_on: string;
  what: What;
  started_at: string | null;
};

export type Asked = { show: ReviewState | 'none' | undefined; wished: Mode | undefined };
export type Listed = {
  rows: ListedChoice[];
  /** How many rows there are of what is asked. */
  found: number;
  /** How many there are in all, whatever is asked. */
  counts: { choices: number; due: number; soon: number; none: number };
};

/**
 * What holds for these clients, and those who have no choice, what is due first: the page of rows that is asked, and
 * how many there are of each.
 */
export async function listedChoices(
  tx: Tx,
  clientIds: readonly string[],
  asked: Asked & { today: Temporal.PlainDate; page: number; pageSize: number },
): Promise<Listed> {
  const counts = { choices: 0, due: 0, soon: 0, none: 0 };
  if (clientIds.length === 0) return { rows: [], found: 0, counts };
  const listed = listedFrom(tx, clientIds);
  const [today, soon] = [asked.today, asked.today.add({ days: soonDays })].map(
    (day) => sql`${day.toString()}::date`,
  );
  const states = {
    due: sql`c.review_on <= ${today}`,
    soon: sql`c.review_on > ${today} and c.review_on <= ${soon}`,
    later: sql`c.review_on > ${soon}`,
    none: sql`c.id is null`,
  };
  const matches = sql`${asked.show ? states[asked.show] : sql`true`}
    and ${asked.wished ? sql`c.wished = ${asked.wished}` : sql`true`}`;
  const counted = await tx.execute<Listed['counts'] & { found: number }>(sql`${listed.with}
    select count(c.id)::int as choices, (count(*) filter (where ${states.due}))::int as due,
           (count(*) filter (where ${states.soon}))::int as soon, (count(*) filter (where ${states.none}))::int as none,
           (count(*) filter (where ${matches}))::int as found ${listed.from}`);
  const { found = 0, ...known } = counted.rows[0] ?? { found: 0, ...counts };
  const { rows } = await tx.execute<ListedRow>(sql`${listed.with}
    select p.id as client_id, coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name as name,
           c.id, s.name as service_name, c.wished, c.second, k.suggested, c.review_on::text, c.what,
           to_json(r.started_at)#>>'{}' as started_at
      ${listed.from} and ${matches}
     order by c.review_on nulls last, name, p.id, c.service_id nulls first
     limit ${asked.pageSize} offset ${(asked.page - 1) * asked.pageSize}`);
  return { rows: rows.map(listedRow), found, counts: known };
}

const listedFrom = (tx: Tx, clientIds: readonly string[]) => ({
  with: sql`with latest as (
    select distinct on (client_id, service_id) * from mode_choices
     where office_id = ${tx.officeId} and client_id in ${[...clientIds]}
     order by client_id, service_id, chosen_at desc, id desc)`,
  from: sql`from persons p
    left join latest c on c.office_id = p.office_id and c.client_id = p.id
    left join services s on s.office_id = c.office_id and s.id = c.service_id
    left join suitability_checks k on k.office_id = c.office_id and k.id = c.check_id
    left join mode_reviews r on r.office_id = c.office_id and r.choice_id = c.id
    where p.office_id = ${tx.officeId} and p.id in ${[...clientIds]} and p.deactivated_at is null`,
});

function listedRow(row: ListedRow): ListedChoice {
  const { client_id: clientId, name, id } = row;
  if (id === null) return { clientId, name: name.trim(), choice: undefined };
  return {
    clientId,
    name: name.trim(),
    choice: {
      id,
      serviceName: row.service_name ?? undefined,
      wished: row.wished,
      second: row.second,
      suggested: row.suggested,
      reviewOn: Temporal.PlainDate.from(row.review_on),
      what: row.what,
      startedAt: row.started_at ? Temporal.Instant.from(row.started_at) : undefined,
    },
  };
}

/** Of these clients, those of a unit today. Not who is protected: a unit tells where somebody is. */
export async function clientsOfUnit(
  tx: Tx,
  unitId: string,
  among: readonly string[],
  today: Temporal.PlainDate,
): Promise<string[]> {
  if (among.length === 0) return [];
  const day = sql`${today.toString()}::date`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct p.id from persons p join role_grants g on g.office_id = p.office_id and g.person_id = p.id
    where p.office_id = ${tx.officeId} and p.id in ${[...among]} and not p.protected and g.role = 'client'
      and g.unit_id = ${unitId} and g.starts_on <= ${day} and (g.ends_on is null or g.ends_on >= ${day}) limit 10000`);
  return rows.map((row) => row.id);
}
