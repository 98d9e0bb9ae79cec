-- What a service says of itself, in versions. What has once been public is never altered; a new thought is a new
-- version, and at most one of them is being written at a time.

alter table services drop constraint services_kind_check;
alter table services add constraint services_kind_check
  check (kind in ('rehabilitative-work', 'youth-workshop', 'open-workshop', 'individual-coaching', 'work-coaching',
                  'job-coaching', 'group-coaching', 'career-coaching', 'digital-support', 'purchased', 'other'));
-- The last part of the public address in each language; made when first published and kept when the name changes,
-- because addresses are printed and sent.
alter table services
  add column slug_fi text check (slug_fi ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add column slug_sv text check (slug_sv ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add column slug_en text check (slug_en ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint services_slug_fi unique (office_id, slug_fi),
  add constraint services_slug_sv unique (office_id, slug_sv),
  add constraint services_slug_en unique (office_id, slug_en);

create table service_versions (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  number integer not null check (number > 0),
  content jsonb not null,
  -- Who began it and who last wrote it; with nobody's name when it came with the office.
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  saved_by uuid,
  saved_at timestamptz not null default clock_timestamp(),
  -- One more at each saving, so that nobody writes over what they have not seen.
  revision integer not null default 1,
  published_by uuid,
  published_at timestamptz,
  -- What was changed and why, in the publisher's words.
  note text check (length(note) between 1 and 500),
  primary key (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id),
  unique (office_id, service_id, number)
);
create unique index service_versions_one_draft on service_versions (office_id, service_id) where published_at is null;
create index service_versions_published on service_versions (office_id, service_id, number desc)
  where published_at is not null;
call protect_table('service_versions');

create function keep_published_version() returns trigger
  language plpgsql
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  if old.published_at is not null then
    raise exception 'a published version is never altered' using constraint = 'service_versions_kept';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end;
$$;
create trigger keep_published_version before update or delete on service_versions
  for each row execute function keep_published_version();

-- Every change of stage, with who and why; the stage itself stands on the service.
create table service_stages (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  stage text not null check (stage in ('idea', 'prototype', 'pilot', 'in-use', 'retired')),
  note text check (length(note) between 1 and 500),
  set_by uuid,
  set_at timestamptz not null default clock_timestamp(),
  primary key (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id)
);
create index on service_stages (office_id, service_id, set_at desc);
call protect_append_only('service_stages');

-- Paths to start from: the steps of a service that went well, for the next one.
create table path_templates (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 120),
  steps jsonb not null check (jsonb_typeof(steps) = 'array'),
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  primary key (office_id, id)
);
call protect_table('path_templates');
