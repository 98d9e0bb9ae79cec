-- Times of one client with one coach: when coaches can be met, what is booked, and what came of it.

-- Weekly hours on wall-clock time, in which times can be booked.
create table availability (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  coach_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  starts time not null,
  ends time not null check (ends > starts),
  modes text[] not null check (modes <@ array['in-person', 'video', 'voice', 'phone', 'text'] and cardinality(modes) > 0),
  place text check (length(place) between 1 and 200),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id),
  check (place is not null or not 'in-person' = any (modes))
);
create index availability_by_coach on availability (office_id, coach_id);
call protect_table('availability');

-- One day that goes otherwise: away for the whole day or a part of it, or here at an unusual time.
create table availability_exceptions (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  coach_id uuid not null,
  day date not null,
  kind text not null check (kind in ('away', 'extra')),
  starts time,
  ends time check (ends > starts),
  modes text[] not null default '{}' check (modes <@ array['in-person', 'video', 'voice', 'phone', 'text']),
  place text check (length(place) between 1 and 200),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id),
  check ((starts is null) = (ends is null)),
  check (kind = 'away' or (starts is not null and cardinality(modes) > 0)),
  check (place is not null or not 'in-person' = any (modes))
);
create index availability_exceptions_by_coach on availability_exceptions (office_id, coach_id, day);
call protect_table('availability_exceptions');

-- How long a coach's times are and how they may be booked; without a row the usual terms stand.
create table booking_terms (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  coach_id uuid not null,
  minutes int not null check (minutes between 5 and 480),
  buffer_minutes int not null check (buffer_minutes between 0 and 240),
  notice_hours int not null check (notice_hours between 0 and 720),
  ahead_days int not null check (ahead_days between 1 and 366),
  daily_most int not null check (daily_most between 1 and 50),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  unique (office_id, coach_id),
  foreign key (office_id, coach_id) references persons (office_id, id)
);
call protect_table('booking_terms');

create table bookings (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  client_id uuid not null,
  coach_id uuid not null,
  -- What was agreed: a day and a time on the wall. The instants follow from them in the office's zone.
  day date not null,
  starts time not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
  -- The coach is free again: the end and the pause after it.
  busy_until timestamptz not null check (busy_until >= ends_at and busy_until <= ends_at + interval '12 hours'),
  mode text not null check (mode in ('in-person', 'video', 'voice', 'phone', 'text')),
  place text check (length(place) between 1 and 200),
  room_id uuid,
  -- Times booked together, week after week.
  series_id uuid,
  -- Grows with each change, so that calendars replace what they have (RFC 5545, 3.8.7.4).
  sequence int not null default 0,
  -- What the client wants to ask or tell before; sealed.
  question bytea,
  booked_by uuid,
  booked_at timestamptz not null default now(),
  -- The client has said that they are coming.
  coming_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text check (cancel_reason in ('client-cannot', 'client-ill', 'not-needed', 'coach-cannot', 'other')),
  primary key (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id),
  check ((cancelled_at is null) = (cancel_reason is null)),
  check ((mode = 'in-person') = (place is not null)),
  -- Nobody and no room is in two meetings at once, whatever the code does.
  constraint coach_once_at_a_time exclude using gist
    (office_id with =, coach_id with =, tstzrange(starts_at, busy_until) with &&) where (cancelled_at is null),
  constraint client_once_at_a_time exclude using gist
    (office_id with =, client_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null),
  constraint place_once_at_a_time exclude using gist
    (office_id with =, (lower(place)) with =, tstzrange(starts_at, ends_at) with &&)
    where (cancelled_at is null and place is not null)
);
create index bookings_by_coach on bookings (office_id, coach_id, starts_at);
create index bookings_by_client on bookings (office_id, client_id, starts_at);
create index bookings_by_place on bookings (office_id, lower(place), starts_at) where place is not null;
create index bookings_by_room on bookings (office_id, room_id) where room_id is not null;
call protect_table('bookings');

-- What has been done to a booking, in order. A call that fell back from video to phone is one meeting with two rows.
create table booking_changes (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  booking_id uuid not null,
  what text not null check (what in ('booked', 'moved', 'mode', 'cancelled')),
  mode text not null,
  starts_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, booking_id) references bookings (office_id, id)
);
create index booking_changes_by_booking on booking_changes (office_id, booking_id);
call protect_append_only('booking_changes');

-- Who else comes: a relative, an interpreter, somebody of a partner. The name is sealed.
create table booking_participants (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  booking_id uuid not null,
  kind text not null check (kind in ('relative', 'interpreter', 'partner')),
  name bytea not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, booking_id) references bookings (office_id, id)
);
create index booking_participants_by_booking on booking_participants (office_id, booking_id);
call protect_table('booking_participants');

-- Did it happen? The latest row of a booking holds.
create table booking_outcomes (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  booking_id uuid not null,
  happened boolean not null,
  reason text check (reason in ('acceptable', 'none', 'technology', 'coach', 'logistics')),
  late_minutes int not null default 0 check (late_minutes between 0 and 480),
  actual_mode text check (actual_mode in ('in-person', 'video', 'voice', 'phone', 'text')),
  told_by uuid,
  told_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, booking_id) references bookings (office_id, id),
  check (happened = (reason is null)),
  check (happened = (actual_mode is not null))
);
create index booking_outcomes_by_booking on booking_outcomes (office_id, booking_id);
call protect_append_only('booking_outcomes');

-- Who waits for a time to come free, and the freed time that is kept for them until `offer_until`.
create table time_wishes (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  coach_id uuid not null,
  until_on date not null,
  wished_at timestamptz not null default clock_timestamp(),
  wished_by uuid,
  offer_starts_at timestamptz,
  offer_until timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('booked', 'declined', 'lapsed', 'withdrawn')),
  primary key (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id),
  check ((closed_at is null) = (outcome is null)),
  check ((offer_starts_at is null) = (offer_until is null))
);
create unique index one_wish_a_coach on time_wishes (office_id, client_id, coach_id) where closed_at is null;
create index time_wishes_by_coach on time_wishes (office_id, coach_id, wished_at) where closed_at is null;
call protect_table('time_wishes');
