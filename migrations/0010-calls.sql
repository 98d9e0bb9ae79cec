-- Live rooms: who is invited, who is in and by which way, what they write, and what their browsers tell each other.
-- Media never comes here; only the words by which two browsers find each other, and those are removed soon.

create table rooms (
  office_id uuid not null references offices (office_id),
  -- The id is the room's address, so it is random throughout and tells no time.
  id uuid not null default gen_random_uuid(),
  title jsonb,
  kind text not null check (kind in ('group', 'pair')),
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  waiting text not null check (waiting in ('everyone', 'open-door')),
  keeps_text boolean not null default false,
  max_seats int check (max_seats between 1 and 200),
  locked_at timestamptz,
  spotlight_visit_id uuid,
  closed_at timestamptz,
  closed_by uuid,
  -- When the next look for silent visits is due; null when nobody is in.
  watch_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (office_id, id)
);
call protect_table('rooms');

create table room_invitations (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  room_id uuid not null,
  person_id uuid not null,
  invited_as text not null check (invited_as in ('host', 'guest')),
  shown_name text not null check (length(shown_name) between 1 and 80),
  invited_at timestamptz not null default now(),
  -- Uninvited by the one who keeps the list; may be invited again.
  removed_at timestamptz,
  -- Put out by a host during the call; stays out whatever the list says later.
  barred_at timestamptz,
  barred_by uuid,
  primary key (office_id, id),
  unique (office_id, room_id, person_id),
  foreign key (office_id, room_id) references rooms (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create index room_invitations_by_person on room_invitations (office_id, person_id, invited_at);
call protect_table('room_invitations');

-- One browser page of one person in one room, from arriving to leaving.
create table room_visits (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  room_id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('video', 'voice', 'text')),
  arrived_at timestamptz not null,
  seen_at timestamptz not null,
  admitted_at timestamptz,
  admitted_by uuid,
  left_at timestamptz,
  left_why text check (left_why in ('left', 'moved', 'silent', 'removed', 'uninvited', 'closed')),
  -- Grows each time a page's script takes the visit's line; 0 while only forms are used.
  line int not null default 0,
  -- Whether that script can speak straight to other browsers (WebRTC, and an address it may show).
  direct boolean not null default false,
  hand_at timestamptz,
  muted_at timestamptz,
  primary key (office_id, id),
  check ((left_at is null) = (left_why is null)),
  foreign key (office_id, room_id) references rooms (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create index room_visits_live on room_visits (office_id, room_id) where left_at is null;
create index room_visits_by_person on room_visits (office_id, person_id, arrived_at);
create index room_visits_by_room on room_visits (office_id, room_id, person_id);
call protect_table('room_visits');

-- Unbroken stretches of taking part in one way, by the server's clock. Attendance is made of these and nothing else.
create table room_ways (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  visit_id uuid not null,
  room_id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('video', 'voice', 'text')),
  from_at timestamptz not null,
  seen_at timestamptz not null check (seen_at >= from_at),
  ended boolean not null default false,
  primary key (office_id, id),
  foreign key (office_id, visit_id) references room_visits (office_id, id)
);
create unique index room_ways_open on room_ways (office_id, visit_id) where not ended;
create index room_ways_by_room on room_ways (office_id, room_id);
create index room_ways_by_person on room_ways (office_id, person_id, from_at);
call protect_table('room_ways');

-- What one page says to another so that they find each other (RFC 8829). Removed when the room is over.
create table room_signals (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  position bigint not null generated always as identity,
  room_id uuid not null,
  from_visit_id uuid not null,
  from_line int not null,
  to_visit_id uuid not null,
  to_line int not null,
  sequence int not null,
  body text not null check (length(body) <= 65536),
  sent_at timestamptz not null default now(),
  primary key (office_id, id),
  -- A message sent again after a lost answer is the same message.
  unique (office_id, from_visit_id, from_line, sequence),
  foreign key (office_id, room_id) references rooms (office_id, id),
  foreign key (office_id, from_visit_id) references room_visits (office_id, id),
  foreign key (office_id, to_visit_id) references room_visits (office_id, id)
);
create index room_signals_to on room_signals (office_id, to_visit_id, position);
create index room_signals_by_room on room_signals (office_id, room_id);
call protect_table('room_signals');

create table room_messages (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  position bigint not null generated always as identity,
  room_id uuid not null,
  person_id uuid not null,
  body bytea not null,
  written_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, room_id) references rooms (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create index room_messages_by_room on room_messages (office_id, room_id, position);
call protect_table('room_messages');

-- Between the hosts and one person who waits; `person_id` is the one who waits.
create table room_waiting_notes (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  room_id uuid not null,
  person_id uuid not null,
  author_id uuid not null,
  body bytea not null,
  written_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, room_id) references rooms (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id),
  foreign key (office_id, author_id) references persons (office_id, id)
);
create index room_waiting_notes_by_room on room_waiting_notes (office_id, room_id, person_id, written_at);
call protect_table('room_waiting_notes');

create table room_feedback (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  room_id uuid not null,
  person_id uuid not null,
  how int not null check (how between 1 and 5),
  given_at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, room_id, person_id),
  foreign key (office_id, room_id) references rooms (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
call protect_table('room_feedback');

create table device_checks (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  checked_at timestamptz not null,
  microphone text not null check (microphone in ('good', 'failed', 'skipped')),
  camera text not null check (camera in ('good', 'failed', 'skipped')),
  speaker text not null check (speaker in ('good', 'failed', 'skipped')),
  network text not null check (network in ('good', 'slow', 'failed', 'skipped')),
  round_trip_ms int check (round_trip_ms between 0 and 60000),
  primary key (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create index device_checks_by_person on device_checks (office_id, person_id, checked_at);
call protect_table('device_checks');
