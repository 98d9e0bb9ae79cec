// SELECTs of the access log. Each is led by an index, so that a log of a hundred million rows answers in a moment.
import { type SQL, sql } from 'drizzle-orm';
import type { AccessAct } from '../../../platform/access-log.ts';
import type { Text } from '../../../platform/language.ts';
import type { Role } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';

export const entriesPerPage = 100;

export type LogEntry = {
  position: string;
  at: Temporal.Instant;
  actorId: string | null;
  actorRole: Role | 'system';
  actorName: string | null;
  unit: Text | null;
  personId: string | null;
  personName: string | null;
  act: AccessAct;
  subject: string;
  purpose: string;
};

export type LogFilter = {
  personId?: string | undefined;
  actorId?: string | undefined;
  from?: Temporal.Instant | undefined;
  /** Not included. */
  until?: Temporal.Instant | undefined;
  /** The position of the last entry of the page before. */
  before?: string | undefined;
};

type Row = {
  position: string;
  at: string;
  actor_id: string | null;
  actor_role: Role | 'system';
  actor_name: string | null;
  unit: Text | null;
  person_id: string | null;
  person_name: string | null;
  act: AccessAct;
  subject: string;
  purpose: string;
};

/** Entries, the newest first, at most a page. */
export async function logEntries(tx: Tx, filter: LogFilter): Promise<LogEntry[]> {
  const { rows } = await tx.execute<Row>(entriesQuery(tx, filter));
  return rows.map(entryOf);
}

/** The SELECT of a page of entries; the test looks at how PostgreSQL carries it out. */
export function entriesQuery(tx: Tx, filter: LogFilter): SQL {
  return sql`
    select l.position::text, l.at::text, l.actor_id, l.actor_role, l.person_id, l.act, l.subject, l.purpose,
      u.name as unit, a.given_name || ' ' || a.family_name as actor_name,
      p.given_name || ' ' || p.family_name as person_name
    from (select * from access_log l where ${conditionsOf(tx, filter)}
          order by l.at desc, l.position desc limit ${entriesPerPage}) l
      left join units u on u.office_id = l.office_id and u.id = l.unit_id
      left join persons a on a.office_id = l.office_id and a.id = l.actor_id
      left join persons p on p.office_id = l.office_id and p.id = l.person_id
    order by l.at desc, l.position desc`;
}

function entryOf(row: Row): LogEntry {
  return {
    position: row.position,
    at: Temporal.Instant.from(row.at),
    actorId: row.actor_id,
    actorRole: row.actor_role,
    actorName: row.actor_name,
    unit: row.unit,
    personId: row.person_id,
    personName: row.person_name,
    act: row.act,
    subject: row.subject,
    purpose: row.purpose,
  };
}

export type TouchedPerson = {
  personId: string;
  name: string;
  count: number;
  first: Temporal.Instant;
  last: Temporal.Instant;
  subjects: string[];
};

/** Whose data an actor touched in a time: the first question after a breach. At most 1000 persons. */
export async function personsTouched(tx: Tx, filter: LogFilter): Promise<TouchedPerson[]> {
  const { rows } = await tx.execute<{
    person_id: string;
    name: string;
    count: string;
    first: string;
    last: string;
    subjects: string[];
  }>(sql`
    select t.*, p.given_name || ' ' || p.family_name as name from (
      select l.person_id, count(*) as count, min(l.at)::text as first, max(l.at)::text as last,
        jsonb_agg(distinct l.subject) as subjects
      from access_log l where ${conditionsOf(tx, filter)} and l.person_id is not null
      group by l.person_id order by max(l.at) desc limit 1000) t
    join persons p on p.office_id = ${tx.officeId} and p.id = t.person_id
    order by t.last desc`);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    count: Number(row.count),
    first: Temporal.Instant.from(row.first),
    last: Temporal.Instant.from(row.last),
    subjects: row.subjects,
  }));
}

export type FoundPerson = { id: string; name: string };

/** Persons whose name, phone or e-mail holds every word of `search`; at most eleven. */
export async function personsNamed(tx: Tx, search: string): Promise<FoundPerson[]> {
  const words = search.split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0) return [];
  const conditions = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    return sql`concat_ws(' ', p.given_name, p.family_name, p.preferred_name, p.email, p.phone) ilike ${pattern}`;
  });
  const { rows } = await tx.execute<FoundPerson>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name from persons p
    where p.office_id = ${tx.officeId} and ${sql.join(conditions, sql` and `)}
    order by lower(p.family_name), lower(p.given_name) limit 11`);
  return rows;
}

function conditionsOf(tx: Tx, filter: LogFilter): SQL {
  const { personId, actorId, from, until, before } = filter;
  return sql.join(
    [
      sql`l.office_id = ${tx.officeId}`,
      ...(personId ? [sql`l.person_id = ${personId}::uuid`] : []),
      ...(actorId ? [sql`l.actor_id = ${actorId}::uuid`] : []),
      ...(from ? [sql`l.at >= ${from.toString()}::timestamptz`] : []),
      ...(until ? [sql`l.at < ${until.toString()}::timestamptz`] : []),
      ...(before
        ? [
            sql`(l.at, l.position) < (select b.at, b.position from access_log b
              where b.office_id = ${tx.officeId} and b.position = ${before}::bigint)`,
          ]
        : []),
    ],
    sql` and `,
  );
}

/** The number of an entry in a query, or undefined. */
export function positionFrom(value: string | undefined): string | undefined {
  return /^\d{1,18}$/.test(value ?? '') ? value : undefined;
}
