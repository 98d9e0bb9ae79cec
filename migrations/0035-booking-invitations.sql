-- Ways to a booked time without signing in, who else is invited to it and how they hear of it, and what both sides add
-- to it beforehand.

-- A link by which one client books, answers and changes one time. Its address is the id and a signature, so nothing
-- that would open it is stored. With a coach it is an invitation to book; once booked it leads to that booking.
create table time_links (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  coach_id uuid,
  booking_id uuid,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id),
  foreign key (office_id, booking_id) references bookings (office_id, id),
  check (coach_id is not null or booking_id is not null)
);
create unique index one_link_a_booking on time_links (office_id, booking_id) where revoked_at is null;
create index time_links_by_client on time_links (office_id, client_id, made_at);
call protect_table('time_links');

-- Who else comes has an address of their own, sealed like the name; the row stays when they are taken away, so that
-- their calendar can be told. `told_sequence` is the state of the booking that has been sent to them last.
alter table booking_participants
  add column email bytea,
  add column phone bytea,
  add column removed_at timestamptz,
  add column cannot_at timestamptz,
  add column told_sequence int,
  add column taken_back_at timestamptz;

-- What the coach asks the client to think of or to bring; sealed.
alter table bookings add column preparation bytea;

-- Files that belong to a meeting, from either side.
create table booking_files (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  booking_id uuid not null,
  file_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (office_id, id),
  unique (office_id, file_id),
  foreign key (office_id, booking_id) references bookings (office_id, id),
  foreign key (office_id, file_id) references files (office_id, id),
  foreign key (office_id, added_by) references persons (office_id, id)
);
create index booking_files_by_booking on booking_files (office_id, booking_id);
call protect_table('booking_files');
