-- What offices, people and the access log need beyond their first tables.

-- How the office itself is reached; units have their own.
alter table offices add column contacts jsonb not null default '{}';

-- A closed day may be closed for some hours only: an eve, or an afternoon of training.
alter table closed_days
  add column closed_from time,
  add column closed_until time,
  add constraint closed_hours_in_order
    check ((closed_from is null) = (closed_until is null) and closed_until > closed_from),
  drop constraint closed_days_office_id_day_key,
  add constraint closed_day_once unique nulls not distinct (office_id, day, closed_from);

-- Settings are history: a correction for the same day is a later row, and the latest one counts.
alter table settings drop constraint settings_office_id_key_valid_from_key;
create index settings_in_force on settings (office_id, key, valid_from desc, id desc);
revoke update, delete on settings from likista_app;

-- Clients read from a file wait here, sealed, until somebody has looked at them and said yes; then the row goes.
create table import_drafts (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  starts_on date not null,
  body bytea not null,
  primary key (office_id, id),
  foreign key (office_id, made_by) references persons (office_id, id)
);
call protect_table('import_drafts');

-- "Whose data did this person touch between A and B" is asked in a hurry, of a long log.
create index access_log_by_actor on access_log (office_id, actor_id, at desc);
create index access_log_by_time on access_log (office_id, at);
