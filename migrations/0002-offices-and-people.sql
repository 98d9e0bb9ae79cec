-- Offices' inner life and the persons in them. Legal numbers stand in `settings`, each with its source and the day
-- from which it is valid.

create table units (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  name jsonb not null,
  kind text not null check (kind in ('own-employment', 'rehabilitative-work', 'youth-workshop', 'open-workshop', 'other')),
  contacts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  closed_on date,
  primary key (office_id, id)
);
call protect_table('units');

create table opening_hours (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  unit_id uuid,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (office_id, id),
  unique nulls not distinct (office_id, unit_id, weekday, opens),
  foreign key (office_id, unit_id) references units (office_id, id)
);
call protect_table('opening_hours');

create table closed_days (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  day date not null,
  reason jsonb not null,
  source text not null check (source in ('public-holiday', 'office')),
  primary key (office_id, id),
  unique (office_id, day)
);
call protect_table('closed_days');

create table settings (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  key text not null,
  value jsonb not null,
  valid_from date not null,
  source text not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  unique (office_id, key, valid_from)
);
call protect_table('settings');

create table persons (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  given_name text not null check (length(given_name) between 1 and 80),
  family_name text not null check (length(family_name) <= 80),
  preferred_name text check (length(preferred_name) between 1 and 80),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 32),
  postal_address bytea,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en', 'fi-simple')),
  channel text not null default 'sms' check (channel in ('sms', 'email', 'letter', 'phone')),
  accessibility_needs bytea,
  -- turvakielto: whereabouts are hidden everywhere
  protected boolean not null default false,
  born_on date,
  gender text check (gender in ('woman', 'man', 'other', 'untold')),
  distance_km int check (distance_km between 0 and 2000),
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  deactivated_by uuid,
  primary key (office_id, id)
);
create index persons_by_name on persons (office_id, lower(family_name), lower(given_name));
create index persons_by_phone on persons (office_id, phone);
create index persons_by_email on persons (office_id, lower(email));
call protect_table('persons');

create table role_grants (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  role text not null check (role in ('client', 'coach', 'manager', 'provider', 'partner', 'project-manager',
                                     'administrator', 'data-protection-officer')),
  unit_id uuid,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  granted_by uuid,
  granted_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id),
  foreign key (office_id, unit_id) references units (office_id, id)
);
create index role_grants_by_person on role_grants (office_id, person_id);
call protect_table('role_grants');

create table relations (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  coach_id uuid not null,
  kind text not null check (kind in ('own-coach', 'substitute')),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id)
);
create index relations_by_client on relations (office_id, client_id);
create index relations_by_coach on relations (office_id, coach_id);
call protect_table('relations');

-- Two persons who must never be shown to each other. The pair is kept in one order, so it stands once.
create table blocked_pairs (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  first_id uuid not null,
  second_id uuid not null check (first_id < second_id),
  reason bytea,
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  unique (office_id, first_id, second_id),
  foreign key (office_id, first_id) references persons (office_id, id),
  foreign key (office_id, second_id) references persons (office_id, id)
);
create index blocked_pairs_by_second on blocked_pairs (office_id, second_id);
call protect_table('blocked_pairs');

create table sessions (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  token_hash bytea not null,
  way text not null check (way in ('link', 'code', 'passkey', 'oidc', 'demonstration')),
  device text not null default '',
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  idle_minutes int,
  proved_at timestamptz,
  ended_at timestamptz,
  primary key (office_id, id),
  unique (office_id, token_hash),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create index sessions_by_person on sessions (office_id, person_id) where ended_at is null;
call protect_table('sessions');
