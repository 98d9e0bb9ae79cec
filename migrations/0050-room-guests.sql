-- Somebody who comes to a meeting by a link of their own (a relative, an interpreter) takes part in its room without
-- being a person of the house: no role, no session, no other right than this room. What is written about them and by
-- them is sealed for the client with whom they come, and goes when the client is erased.

create table room_guests (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  room_id uuid not null,
  -- What the feature that lets them in calls them; it knows who they are.
  seat_id uuid not null,
  client_id uuid not null,
  label jsonb not null,
  name bytea not null,
  invited_at timestamptz not null default now(),
  removed_at timestamptz,
  barred_at timestamptz,
  barred_by uuid,
  primary key (office_id, id),
  unique (office_id, room_id, seat_id),
  foreign key (office_id, room_id) references rooms (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id)
);
create index room_guests_by_seat on room_guests (office_id, seat_id);
create index room_guests_by_client on room_guests (office_id, client_id);
call protect_table('room_guests');

alter table room_visits alter person_id drop not null,
  add guest_id uuid,
  -- What only the browser of the guest knows; another one with the same link does not go on with this visit.
  add pass_hash bytea,
  add constraint room_visits_of_one check (num_nonnulls(person_id, guest_id) = 1),
  add constraint room_visits_pass check ((guest_id is null) = (pass_hash is null)),
  add foreign key (office_id, guest_id) references room_guests (office_id, id);
create index room_visits_by_guest on room_visits (office_id, guest_id) where guest_id is not null;

alter table room_messages alter person_id drop not null,
  add guest_id uuid,
  add constraint room_messages_of_one check (num_nonnulls(person_id, guest_id) = 1),
  add foreign key (office_id, guest_id) references room_guests (office_id, id);
create index room_messages_by_guest on room_messages (office_id, guest_id) where guest_id is not null;

-- Without an author, the guest who waits wrote it.
alter table room_waiting_notes alter person_id drop not null,
  alter author_id drop not null,
  add guest_id uuid,
  add constraint room_waiting_notes_of_one check (num_nonnulls(person_id, guest_id) = 1),
  add constraint room_waiting_notes_author check (author_id is not null or guest_id is not null),
  add foreign key (office_id, guest_id) references room_guests (office_id, id);
create index room_waiting_notes_by_guest on room_waiting_notes (office_id, guest_id) where guest_id is not null;
