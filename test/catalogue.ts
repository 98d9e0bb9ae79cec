// Walks PostgreSQL's own catalogue and names everything that would let one office see or change another's rows.
import type { Client } from 'pg';

/** Each rule gives one sentence per offence; no row means that the rule holds. */
const rules: Record<string, string> = {
  'a table has no office_id that must be filled': `
    select t.name || ' has no column office_id that is uuid and not null' as offence from tables t
     where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'office_id'
                         and a.atttypid = 'uuid'::regtype and a.attnotnull and not a.attisdropped)`,

  'a table has no forced row-level security': `
    select t.name || ' does not force row-level security' as offence from tables t
     where not (t.relrowsecurity and t.relforcerowsecurity)`,

  'a table lacks a policy for one of the four commands': `
    select t.name || ' has no policy of its own office for ' || c.words from tables t,
           (values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete')) as c (letter, words)
     where not exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd = c.letter::"char"
                         and 'likista_app'::regrole = any (p.polroles)
                         and (c.letter = 'a' or pg_get_expr(p.polqual, t.oid) like '%current_office()%')
                         and (c.letter in ('r', 'd') or pg_get_expr(p.polwithcheck, t.oid) like '%current_office()%'))`,

  'a policy lets the application or everybody past its office': `
    select t.name || ' has the policy ' || p.polname || ' that does not ask for the office' from tables t
      join pg_policy p on p.polrelid = t.oid
     where (p.polroles && array['likista_app'::regrole::oid, 0::oid])
       and coalesce(pg_get_expr(p.polqual, t.oid), pg_get_expr(p.polwithcheck, t.oid))
           <> '(office_id = ( SELECT current_office() AS current_office))'`,

  'a key does not hold its office': `
    select t.name || ' has the key ' || i.relname || ' without office_id' from tables t
      join pg_index x on x.indrelid = t.oid and x.indisunique
      join pg_class i on i.oid = x.indexrelid
     where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'office_id'
                         and a.attnum = any (x.indkey::int2[]))`,

  'a reference could lead into another office': `
    select t.name || ' refers to ' || k.confrelid::regclass || ' by ' || k.conname || ' without office_id'
      from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
     where not exists (
       select from unnest(k.conkey, k.confkey) as pair (here, there)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here and a.attname = 'office_id'
         join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there and b.attname = 'office_id')`,

  'an exclusion constraint mixes offices': `
    select t.name || ' has the exclusion ' || k.conname || ' without office_id' from tables t
      join pg_constraint k on k.conrelid = t.oid and k.contype = 'x'
     where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'office_id'
                         and a.attnum = any (k.conkey))`,

  'a view reads with the rights of its owner': `
    select c.oid::regclass || ' is a view without security_invoker' from pg_class c
     where c.relnamespace in (select oid from ours) and c.relkind = 'v'
       and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false)
    union all
    select c.oid::regclass || ' is a materialized view, which no policy protects' from pg_class c
     where c.relnamespace in (select oid from ours) and c.relkind = 'm'`,

  'somebody may empty a table, or everybody may touch it': `
    select c.oid::regclass || ': ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'everybody') || ' may '
           || lower(g.privilege_type)
      from pg_class c cross join aclexplode(c.relacl) g
     where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'p', 'v', 'm', 'S')
       and g.grantee <> c.relowner
       and (g.grantee = 0 or g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER'))`,

  'a function runs as its owner with a search path that the caller chooses': `
    select p.oid::regprocedure || ' is security definer without a fixed search_path' from pg_proc p
     where p.pronamespace in (select oid from ours) and p.prosecdef and not exists (
       select from unnest(p.proconfig) c where c like 'search_path=%')`,

  'a function that runs as its owner is open to everybody': `
    select p.oid::regprocedure || ' is security definer and anybody may call it' from pg_proc p
     where p.pronamespace in (select oid from ours) and p.prosecdef
       and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0)`,

  'a role of the application owns or may create something': `
    select c.oid::regclass || ' belongs to ' || c.relowner::regrole from pg_class c
     where c.relowner in (select oid from pg_roles where rolname in ('likista_app', 'likista_jobs', 'likista_audit'))
    union all
    select p.oid::regprocedure || ' belongs to ' || p.proowner::regrole from pg_proc p
     where p.proowner in (select oid from pg_roles where rolname in ('likista_app', 'likista_jobs', 'likista_audit'))
    union all
    select r.rolname || ' may create in schema ' || n.nspname from pg_namespace n, pg_roles r
     where r.rolname in ('likista_app', 'likista_jobs', 'likista_audit') and n.nspname !~ '^pg_'
       and has_schema_privilege(r.oid, n.oid, 'create')`,
};

const common = `
  with ours as (select oid from pg_namespace where nspname in ('public', 'house')),
       tables as (select c.oid, c.relname::text as name, c.relrowsecurity, c.relforcerowsecurity from pg_class c
                   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                     and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e'))`;

/** Every offence in the database that `client` is connected to, as sentences. Empty when the ground is sound. */
export async function offencesIn(client: Client): Promise<string[]> {
  const offences: string[] = [];
  for (const rule of Object.values(rules)) {
    const { rows } = await client.query<string[]>({ text: `${common} ${rule}`, rowMode: 'array' });
    offences.push(...rows.map(([sentence]) => sentence ?? ''));
  }
  return offences;
}
