// SELECTs of people, shaped for their pages and always limited.
import { type SQL, sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { todayIn } from '../../../platform/clock.ts';
import { openText } from '../../../platform/encryption.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor, Role } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { knownTo, managedBy, type Person, purposeOf } from './access.ts';

export const pageSize = 30;

export type PersonFilter = {
  search: string;
  role: Role | undefined;
  unitId: string | undefined;
  state: 'active' | 'ended';
};

export type ListedPerson = {
  id: string;
  givenName: string;
  familyName: string;
  preferredName: string | null;
  protected: boolean;
  roles: Role[];
  /** Empty for a protected person: a unit tells where somebody is. */
  units: Text[];
  coach: string | null;
};

export type PersonList = { rows: ListedPerson[]; total: number };

type ListRow = {
  id: string;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  protected: boolean;
  roles: Role[] | null;
  units: Text[] | null;
  coach: string | null;
  total: string;
};

/** One page of the persons whom the actor manages, with the reading of each in the access log. */
export async function listPersons(
  tx: Tx,
  actor: Actor,
  filter: PersonFilter,
  page: number,
): Promise<PersonList> {
  const conditions = [managedBy(tx, actor, sql`p.id`), ...conditionsOf(tx, filter)];
  return readList(tx, actor, conditions, page);
}

/** One page of the clients whom the actor coaches today. */
export async function listOwnClients(
  tx: Tx,
  actor: Actor,
  search: string,
  page: number,
): Promise<PersonList> {
  const today = todayIn().toString();
  return readList(
    tx,
    actor,
    [
      sql`exists (select 1 from relations r where r.office_id = p.office_id and r.client_id = p.id
        and r.coach_id = ${actor.personId}::uuid and r.starts_on <= ${today}::date
        and (r.ends_on is null or r.ends_on >= ${today}::date))`,
      ...conditionsOf(tx, { search, role: undefined, unitId: undefined, state: 'active' }),
    ],
    page,
  );
}

function conditionsOf(tx: Tx, filter: PersonFilter): SQL[] {
  const { search, role, unitId, state } = filter;
  const today = todayIn().toString();
  const held = (which: SQL) => sql`exists (select 1 from role_grants g where g.office_id = ${tx.officeId}
    and g.person_id = p.id and ${which}
    and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date))`;
  return [
    sql`p.erased_at is null`,
    state === 'active' ? sql`p.deactivated_at is null` : sql`p.deactivated_at is not null`,
    ...searchWords(search).map(named),
    ...(role ? [held(sql`g.role = ${role}`)] : []),
    ...(unitId ? [sql`not p.protected and ${held(sql`g.unit_id = ${unitId}::uuid`)}`] : []),
  ];
}

// A phone number is one word, however it is spaced.
function searchWords(search: string): string[] {
  if (/^[\d\s()+–-]{4,}$/.test(search)) return [search.replace(/[^\d+]/g, '')];
  return search.split(/\s+/).filter(Boolean).slice(0, 5);
}

// Every word must be found in a name, an address or a number.
function named(word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const digits = word.replace(/\D/g, '').replace(/^0/, '');
  return sql`(p.given_name ilike ${pattern} or p.family_name ilike ${pattern} or p.preferred_name ilike ${pattern}
    or p.email ilike ${pattern} ${digits.length >= 4 ? sql`or p.phone like ${`%${digits}%`}` : sql``})`;
}

async function readList(tx: Tx, actor: Actor, conditions: SQL[], page: number): Promise<PersonList> {
  const today = todayIn().toString();
  const { rows } = await tx.execute<ListRow>(sql`
    select p.id, p.given_name, p.family_name, p.preferred_name, p.protected, count(*) over () as total,
      (select array_agg(distinct g.role) from role_grants g where g.office_id = p.office_id and g.person_id = p.id
        and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date)) as roles,
      case when not p.protected then
        (select jsonb_agg(distinct u.name) from role_grants g
           join units u on u.office_id = g.office_id and u.id = g.unit_id
          where g.office_id = p.office_id and g.person_id = p.id
            and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date)) end as units,
      (select coalesce(c.preferred_name, c.given_name) || ' ' || c.family_name from relations r
         join persons c on c.office_id = r.office_id and c.id = r.coach_id
        where r.office_id = p.office_id and r.client_id = p.id and r.kind = 'own-coach'
          and r.starts_on <= ${today}::date and (r.ends_on is null or r.ends_on >= ${today}::date)
        order by r.starts_on desc limit 1) as coach
    from persons p
    where p.office_id = ${tx.officeId} and ${sql.join(conditions, sql` and `)}
    order by lower(p.family_name), lower(p.given_name), p.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`);
  for (const row of rows) {
    noteAccess(tx, {
      actor,
      personId: row.id,
      act: 'read',
      subject: 'person-list',
      subjectId: row.id,
      purpose: purposeOf(actor),
    });
  }
  return { rows: rows.map(listed), total: Number(rows[0]?.total ?? 0) };
}

function listed(row: ListRow): ListedPerson {
  return {
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    preferredName: row.preferred_name,
    protected: row.protected,
    // An array of a text type comes as text, unless the driver knows it.
    roles: typeof row.roles === 'string' ? readArray(row.roles) : (row.roles ?? []),
    units: row.units ?? [],
    coach: row.coach,
  };
}

function readArray(text: string): Role[] {
  return text.replace(/[{}"]/g, '').split(',').filter(Boolean) as Role[];
}

export type GrantRow = {
  id: string;
  role: Role;
  unit: Text | null;
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate | null;
};

/** Roles of a person, those in force first. */
export async function grantsOf(tx: Tx, personId: string): Promise<GrantRow[]> {
  const { rows } = await tx.execute<{
    id: string;
    role: Role;
    unit: Text | null;
    starts_on: string;
    ends_on: string | null;
  }>(sql`
    select g.id, g.role, u.name as unit, g.starts_on::text, g.ends_on::text from role_grants g
      left join units u on u.office_id = g.office_id and u.id = g.unit_id
     where g.office_id = ${tx.officeId} and g.person_id = ${personId}
     order by g.ends_on desc nulls first, g.starts_on desc limit 100`);
  return rows.map((row) => ({ id: row.id, role: row.role, unit: row.unit, ...periodOf(row) }));
}

export type RelationRow = {
  id: string;
  kind: 'own-coach' | 'substitute';
  otherId: string;
  other: string;
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate | null;
};

/** Coaches of a client, past and coming ones too; those in force first. */
export async function coachesHistory(tx: Tx, clientId: string): Promise<RelationRow[]> {
  const { rows } = await tx.execute<{
    id: string;
    kind: 'own-coach' | 'substitute';
    other_id: string;
    other: string;
    starts_on: string;
    ends_on: string | null;
  }>(sql`
    select r.id, r.kind, r.coach_id as other_id,
      coalesce(c.preferred_name, c.given_name) || ' ' || c.family_name as other, r.starts_on::text, r.ends_on::text
      from relations r join persons c on c.office_id = r.office_id and c.id = r.coach_id
     where r.office_id = ${tx.officeId} and r.client_id = ${clientId}
     order by r.ends_on desc nulls first, r.starts_on desc limit 100`);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    otherId: row.other_id,
    other: row.other,
    ...periodOf(row),
  }));
}

export type BlockedRow = { pairId: string; otherId: string; other: string; reason: string | undefined };

/** Persons whom this one must never meet, with the reasons opened. Only those the actor may know of. */
export async function blockedPairsOf(tx: Tx, actor: Actor, personId: string): Promise<BlockedRow[]> {
  const { rows } = await tx.execute<{
    id: string;
    first_id: string;
    other_id: string;
    other: string;
    reason: Buffer | null;
  }>(sql`
    select b.id, b.first_id, o.id as other_id, o.given_name || ' ' || o.family_name as other, b.reason
      from blocked_pairs b
      join persons o on o.office_id = b.office_id
        and o.id = case when b.first_id = ${personId}::uuid then b.second_id else b.first_id end
     where b.office_id = ${tx.officeId} and (b.first_id = ${personId} or b.second_id = ${personId})
       and ${knownTo(tx, actor, sql`o.id`)}
     order by b.set_at desc limit 100`);
  const pairs: BlockedRow[] = [];
  for (const row of rows) {
    const place = { personId: row.first_id, table: 'blocked_pairs', column: 'reason', rowId: row.id };
    const reason = row.reason ? await openText(tx, place, row.reason) : undefined;
    pairs.push({ pairId: row.id, otherId: row.other_id, other: row.other, reason });
    noteAccess(tx, {
      actor,
      personId: row.other_id,
      act: 'read',
      subject: 'blocked-pair',
      purpose: purposeOf(actor),
    });
  }
  return pairs;
}

/** The free texts about a person, opened. */
export async function openedParts(tx: Tx, person: Person) {
  const open = (column: string, sealed: Buffer | null) =>
    sealed
      ? openText(tx, { personId: person.id, table: 'persons', column, rowId: person.id }, sealed)
      : undefined;
  return {
    needs: await open('accessibility_needs', person.accessibilityNeeds),
    address: await open('postal_address', person.postalAddress),
  };
}

function periodOf(row: { starts_on: string; ends_on: string | null }) {
  return {
    startsOn: Temporal.PlainDate.from(row.starts_on),
    endsOn: row.ends_on === null ? null : Temporal.PlainDate.from(row.ends_on),
  };
}

/** Whether somebody here has the same phone, e-mail, or name and date of birth. */
export async function personAlike(
  tx: Tx,
  who: {
    phone?: string | undefined;
    email?: string | undefined;
    'given-name': string;
    'family-name': string;
    'born-on'?: Temporal.PlainDate | undefined;
  },
): Promise<boolean> {
  const born = who['born-on']?.toString() ?? null;
  const { rows } = await tx.execute(sql`select 1 from persons p where p.office_id = ${tx.officeId} and (
      p.phone = ${who.phone ?? null} or lower(p.email) = ${who.email ?? null}
      or (lower(p.given_name) = lower(${who['given-name']}) and lower(p.family_name) = lower(${who['family-name']})
          and p.born_on = ${born}::date)) limit 1`);
  return rows.length > 0;
}
