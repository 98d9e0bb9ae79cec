-- The catalogue: what a service is, and the numbers by which it is agreed and counted. Every number has the day from
-- which it holds and the source it rests on; old days keep their old numbers.

create table services (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  name jsonb not null check (name ?& array['fi', 'sv', 'en']),
  kind text not null check (kind in ('rehabilitative-work', 'youth-workshop', 'open-workshop', 'individual-coaching',
                                     'work-coaching', 'group-coaching', 'other')),
  -- The act that the service stands on, as it is cited.
  legal_basis text check (length(legal_basis) between 1 and 300),
  stage text not null default 'in-use' check (stage in ('idea', 'prototype', 'pilot', 'in-use', 'retired')),
  unit_id uuid,
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, unit_id) references units (office_id, id)
);
call protect_table('services');

-- What an enrolment in the service may be: days a week, hours a day, the money of an attended day.
create table service_bounds (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  valid_from date not null,
  bounds jsonb not null,
  source text not null check (length(source) between 1 and 300),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id)
);
create index service_bounds_in_force on service_bounds (office_id, service_id, valid_from desc, id desc);
call protect_append_only('service_bounds');

-- How a day of the service is counted, as agreed with the payer.
create table attendance_rules (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  valid_from date not null,
  rule jsonb not null,
  agreement text not null check (length(agreement) between 1 and 500),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id)
);
create index attendance_rules_in_force on attendance_rules (office_id, service_id, valid_from desc, id desc);
call protect_append_only('attendance_rules');
