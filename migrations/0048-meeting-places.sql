-- What is known of a place where meetings are held in person, by the words that stand in coaches' hours: the address,
-- how to get there, and where it is on a map.
create table meeting_places (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 200),
  address text check (length(address) between 1 and 200),
  directions text check (length(directions) between 1 and 1000),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  check ((latitude is null) = (longitude is null))
);
create unique index one_place_a_name on meeting_places (office_id, lower(name));
call protect_table('meeting_places');
