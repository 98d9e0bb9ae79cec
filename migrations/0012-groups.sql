-- Groups, who is in them and when, their weekly programme on wall-clock time, and the dated sessions made from it.

create table groups (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  -- Neutral: it must not tell which service its members are in.
  name text not null check (length(name) between 1 and 80),
  unit_id uuid,
  seats int check (seats between 1 and 200),
  channel_id uuid,
  -- How members come into the calls: straight in, or through the waiting area.
  doors text not null default 'open-door' check (doors in ('everyone', 'open-door')),
  -- Whether what is written in a call stays with it.
  keeps_text boolean not null default false,
  made_by uuid,
  made_at timestamptz not null default now(),
  ended_on date,
  primary key (office_id, id),
  foreign key (office_id, unit_id) references units (office_id, id),
  foreign key (office_id, channel_id) references channels (office_id, id)
);
create index groups_by_channel on groups (office_id, channel_id);
call protect_table('groups');

create table group_coaches (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  group_id uuid not null,
  coach_id uuid not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, group_id) references groups (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id),
  constraint coach_once_in_a_group exclude using gist
    (office_id with =, group_id with =, coach_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index group_coaches_by_coach on group_coaches (office_id, coach_id);
call protect_table('group_coaches');

create table group_memberships (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  group_id uuid not null,
  client_id uuid not null,
  nickname text check (length(nickname) between 1 and 40),
  joins_on date not null,
  -- The last day in the group, or still going on.
  leaves_on date check (leaves_on >= joins_on),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, group_id) references groups (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  constraint member_once_in_a_group exclude using gist
    (office_id with =, group_id with =, client_id with =, daterange(joins_on, leaves_on, '[]') with &&)
);
create index group_memberships_by_client on group_memberships (office_id, client_id);
call protect_table('group_memberships');

-- Two persons who must never meet are never in one group on the same day. Taking the group's row first makes two
-- transactions that add one half of a pair each wait for one another; the second then sees the first.
create function keep_blocked_pairs_apart() returns trigger
  language plpgsql
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- Fewer days than before are always allowed: whoever must leave can leave.
  if tg_op = 'UPDATE' and new.group_id = old.group_id and new.client_id = old.client_id
    and daterange(old.joins_on, old.leaves_on, '[]') @> daterange(new.joins_on, new.leaves_on, '[]')
  then
    return null;
  end if;
  perform 1 from groups where office_id = new.office_id and id = new.group_id for no key update;
  if exists (
    select 1 from group_memberships m
    join blocked_pairs p on p.office_id = m.office_id
      and p.first_id = least(m.client_id, new.client_id) and p.second_id = greatest(m.client_id, new.client_id)
    where m.office_id = new.office_id and m.group_id = new.group_id and m.client_id <> new.client_id
      and daterange(m.joins_on, m.leaves_on, '[]') && daterange(new.joins_on, new.leaves_on, '[]'))
  then
    raise exception 'these persons may not be in one group'
      using errcode = 'exclusion_violation', constraint = 'blocked_pairs_apart';
  end if;
  return null;
end;
$$;
grant execute on function keep_blocked_pairs_apart() to likista_app;
create constraint trigger blocked_pairs_apart
  after insert or update of group_id, client_id, joins_on, leaves_on on group_memberships
  for each row execute function keep_blocked_pairs_apart();

create table waiting_list (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  group_id uuid not null,
  client_id uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  added_by uuid,
  offered_at timestamptz,
  -- The last day on which the offered seat can be taken.
  offer_until date,
  offered_by uuid,
  closed_at timestamptz,
  outcome text check (outcome in ('joined', 'declined', 'lapsed', 'withdrawn')),
  primary key (office_id, id),
  foreign key (office_id, group_id) references groups (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  constraint closed_has_outcome check ((closed_at is null) = (outcome is null)),
  constraint offer_has_end check ((offered_at is null) = (offer_until is null))
);
create unique index once_in_the_line on waiting_list (office_id, group_id, client_id) where closed_at is null;
create index waiting_list_by_client on waiting_list (office_id, client_id) where closed_at is null;
call protect_table('waiting_list');

-- House rules in each language. A change is a new version, which every member is shown and accepts once.
create table group_rules (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  group_id uuid not null,
  version int not null check (version > 0),
  words jsonb not null check (words ?& array['fi', 'sv', 'en']),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  unique (office_id, group_id, version),
  foreign key (office_id, group_id) references groups (office_id, id)
);
call protect_append_only('group_rules');

create table group_rule_acceptances (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  group_id uuid not null,
  version int not null,
  client_id uuid not null,
  language text not null,
  accepted_at timestamptz not null default now(),
  primary key (office_id, id),
  unique (office_id, group_id, client_id, version),
  foreign key (office_id, group_id, version) references group_rules (office_id, group_id, version),
  foreign key (office_id, client_id) references persons (office_id, id)
);
create index group_rule_acceptances_by_client on group_rule_acceptances (office_id, client_id);
call protect_table('group_rule_acceptances');

create table programme_entries (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  group_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  starts time not null,
  ends time not null check (ends > starts),
  kind text not null check (kind in ('live', 'own-work', 'contact-point', 'meal', 'free')),
  title jsonb not null check (title ?& array['fi', 'sv', 'en']),
  description jsonb check (description ?& array['fi', 'sv', 'en']),
  host_id uuid,
  ways text[] not null default '{}' check (ways <@ array['on-site', 'video', 'voice', 'phone', 'text']),
  place text check (length(place) between 1 and 200),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, group_id) references groups (office_id, id),
  foreign key (office_id, host_id) references persons (office_id, id)
);
create index programme_entries_by_group on programme_entries (office_id, group_id);
call protect_table('programme_entries');

-- One day of an entry that goes otherwise. Null means "as in the entry".
create table programme_changes (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  entry_id uuid not null,
  day date not null,
  cancelled boolean not null default false,
  starts time,
  ends time,
  title jsonb check (title ?& array['fi', 'sv', 'en']),
  host_id uuid,
  ways text[] check (ways <@ array['on-site', 'video', 'voice', 'phone', 'text']),
  place text check (length(place) between 1 and 200),
  -- Shown to members: why, in words that concern nobody in particular.
  reason text check (length(reason) between 1 and 300),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  unique (office_id, entry_id, day),
  foreign key (office_id, entry_id) references programme_entries (office_id, id),
  foreign key (office_id, host_id) references persons (office_id, id),
  check ((starts is null) = (ends is null) and (ends is null or ends > starts))
);
call protect_table('programme_changes');

-- Dated sessions. `starts_at` and `ends_at` come from the wall-clock time of the day in the office's zone.
create table group_sessions (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  group_id uuid not null,
  entry_id uuid not null,
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  kind text not null check (kind in ('live', 'own-work', 'contact-point', 'meal', 'free')),
  title jsonb not null,
  description jsonb,
  ways text[] not null default '{}',
  place text,
  host_id uuid,
  room_id uuid,
  cancelled boolean not null default false,
  -- Differs from the weekly programme.
  changed boolean not null default false,
  reason text,
  primary key (office_id, id),
  unique (office_id, entry_id, day),
  foreign key (office_id, group_id) references groups (office_id, id),
  foreign key (office_id, entry_id) references programme_entries (office_id, id),
  foreign key (office_id, host_id) references persons (office_id, id)
);
create index group_sessions_by_group on group_sessions (office_id, group_id, day);
create index group_sessions_by_day on group_sessions (office_id, day);
create index group_sessions_by_host on group_sessions (office_id, host_id, day) where host_id is not null;
create index group_sessions_by_start on group_sessions (office_id, starts_at) where room_id is null;
call protect_table('group_sessions');

-- A person's calendar file is read with a secret address: found by its hash, shown to its owner from the sealed token.
create table calendar_links (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  token_hash bytea not null,
  token bytea not null,
  -- Neutral titles unless the person wishes their own; a calendar is often seen by others.
  own_titles boolean not null default false,
  made_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (office_id, id),
  unique (office_id, token_hash),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create unique index one_calendar_a_person on calendar_links (office_id, person_id) where revoked_at is null;
call protect_table('calendar_links');
