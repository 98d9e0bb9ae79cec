-- The ground of the house: how a table is tied to its office, and the tables that the platform itself needs.
-- Every table in schema `public` belongs to offices; schema `house` holds what belongs to the installation.

grant usage on schema house to likista_app, likista_jobs, likista_audit;
revoke all on schema public from public;
grant usage on schema public to likista_app, likista_jobs, likista_audit;
alter default privileges revoke execute on functions from public;

-- The office whose rows this transaction may touch; null, and so no rows, when nobody has set it.
create function current_office() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.office', true), '')::uuid;
grant execute on function current_office() to likista_app, likista_jobs, likista_audit;

-- Ties a table to its office: the application and the owner see and write rows of the current office only, and a new
-- row belongs to it unless said otherwise. A migration that fills old rows goes through the offices one by one.
-- The subselect makes PostgreSQL ask for the office once per statement, not once per row.
create procedure protect_table(name regclass)
  language plpgsql
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  execute format('alter table %s alter column office_id set default public.current_office()', name);
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  -- A row belongs to the office of its transaction, so the code need not say so each time.
  execute format('alter table %s alter column office_id set default public.current_office()', name);
  execute format('create policy office_select on %s for select to likista_app, likista_owner
    using (office_id = (select public.current_office()))', name);
  execute format('create policy office_insert on %s for insert to likista_app, likista_owner
    with check (office_id = (select public.current_office()))', name);
  execute format('create policy office_update on %s for update to likista_app, likista_owner
    using (office_id = (select public.current_office()))
    with check (office_id = (select public.current_office()))', name);
  execute format('create policy office_delete on %s for delete to likista_app, likista_owner
    using (office_id = (select public.current_office()))', name);
  execute format('revoke all on %s from public', name);
  execute format('grant select, insert, update, delete on %s to likista_app', name);
end;
$$;

-- The same for a table whose rows are never changed or removed by the application.
create procedure protect_append_only(name regclass)
  language plpgsql
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  call public.protect_table(name);
  execute format('revoke update, delete on %s from likista_app', name);
end;
$$;

revoke all on procedure protect_table(regclass), protect_append_only(regclass) from public;

-- Rate limits count before it is known who is asking, so they belong to the installation.
create table house.rate_limits (
  key text primary key,
  window_start timestamptz not null,
  count integer not null
);
grant select, insert, update, delete on house.rate_limits to likista_app;
create index on house.rate_limits (window_start);

-- A new office chooses its id first and is then written inside itself. That no two have one address is kept by
-- house.office_addresses, because a unique key here could only be over all offices.
create table offices (
  office_id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,61}$'),
  host text check (host = lower(host)),
  name jsonb not null check (name ?& array['fi', 'sv', 'en']),
  time_zone text not null default 'Europe/Helsinki',
  languages text[] not null default array['fi', 'sv', 'en'],
  accent text,
  created_at timestamptz not null default clock_timestamp()
);
call protect_table('offices');

-- An address is looked up before the office is known, so addresses stand outside the protection; nothing else does.
create table house.office_addresses (
  office_id uuid primary key,
  slug text not null unique,
  host text unique
);
grant select on house.office_addresses to likista_app, likista_jobs, likista_audit;

create function house.keep_office_address() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, house, pg_temp
as $$
begin
  if tg_op = 'DELETE' then
    delete from house.office_addresses where office_id = old.office_id;
    return old;
  end if;
  insert into house.office_addresses (office_id, slug, host)
    values (new.office_id, new.slug, new.host)
    on conflict (office_id) do update set slug = excluded.slug, host = excluded.host;
  return new;
end;
$$;
create trigger keep_office_address after insert or delete or update of slug, host on offices
  for each row execute function house.keep_office_address();

-- What has happened, as ids only. Positions grow, but two transactions may commit in the other order.
create table events (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  position bigint not null generated always as identity,
  name text not null,
  payload jsonb not null default '{}',
  topics text[] not null default '{}',
  actor_id uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (office_id, id),
  unique (office_id, position)
);
call protect_append_only('events');
create index on events (office_id, recorded_at);

-- Which reaction has been done for which event: reactions run at least once, their effect happens once.
create table reaction_runs (
  office_id uuid not null,
  event_id uuid not null,
  reaction text not null,
  done_at timestamptz not null default clock_timestamp(),
  primary key (office_id, event_id, reaction),
  foreign key (office_id, event_id) references events (office_id, id) on delete cascade
);
call protect_table('reaction_runs');

-- The answer to each posted form, so that the same form posted twice has one effect and one answer.
create table submissions (
  office_id uuid not null references offices (office_id),
  person_id uuid,
  session_id uuid,
  key uuid not null,
  method text not null,
  path text not null,
  status integer,
  location text,
  body text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (office_id, key)
);
call protect_table('submissions');
create index on submissions (office_id, created_at);

-- Who read or changed what about whom. The application adds rows; a job sealing the chain runs as likista_audit.
create table access_log (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  position bigint not null generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  actor_role text not null,
  unit_id uuid,
  person_id uuid,
  act text not null check (act in ('read', 'changed', 'created', 'deleted', 'exported')),
  subject text not null,
  subject_id uuid,
  purpose text not null,
  session_id uuid,
  request_id text,
  primary key (office_id, id),
  unique (office_id, position)
);
call protect_append_only('access_log');
create index on access_log (office_id, person_id, at desc);

create policy audit_select on access_log for select to likista_audit using (true);
grant select on access_log to likista_audit;

-- Each link holds the hash of the one before it and of its entry. Only likista_audit adds links; nobody changes one.
create table access_log_chain (
  office_id uuid not null,
  seq bigint not null check (seq > 0),
  entry_id uuid not null,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (office_id, seq),
  unique (office_id, entry_id),
  foreign key (office_id, entry_id) references access_log (office_id, id)
);
call protect_append_only('access_log_chain');
revoke insert on access_log_chain from likista_app;

create policy audit_select on access_log_chain for select to likista_audit using (true);
create policy audit_insert on access_log_chain for insert to likista_audit with check (true);
grant select, insert on access_log_chain to likista_audit;

-- Keys that encrypt personal text, each wrapped by the one above it. The master key is never in the database.
create table office_keys (
  office_id uuid primary key references offices (office_id),
  wrapped_key bytea not null,
  key_version integer not null default 1,
  created_at timestamptz not null default clock_timestamp()
);
call protect_table('office_keys');

-- Destroying a person's row here makes everything written about them unreadable, in backups too once they are gone.
create table data_keys (
  office_id uuid not null references offices (office_id),
  person_id uuid not null,
  wrapped_key bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (office_id, person_id)
);
call protect_table('data_keys');
