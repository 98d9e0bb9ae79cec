-- Times that are not taken twice by a booking and a group; travel between places; several coaches of one list of free
-- times; tasks in one's own time; drop-in hours; what was told of a meeting as evidence of a day.

-- A task in one's own time has a due time (`starts_at`) and takes nobody's time: it may stand beside anything.
alter table bookings
  add column pool_id uuid,
  -- What is to be done; sealed.
  add column task bytea,
  drop constraint bookings_mode_check,
  add constraint bookings_mode_check check (mode in ('in-person', 'video', 'voice', 'phone', 'text', 'own-time')),
  add constraint own_time_has_a_task check ((mode = 'own-time') = (task is not null)),
  drop constraint coach_once_at_a_time,
  drop constraint client_once_at_a_time,
  add constraint coach_once_at_a_time exclude using gist
    (office_id with =, coach_id with =, tstzrange(starts_at, busy_until) with &&)
    where (cancelled_at is null and mode <> 'own-time'),
  add constraint client_once_at_a_time exclude using gist
    (office_id with =, client_id with =, tstzrange(starts_at, ends_at) with &&)
    where (cancelled_at is null and mode <> 'own-time');
alter table booking_outcomes
  drop constraint booking_outcomes_actual_mode_check,
  add constraint booking_outcomes_actual_mode_check
    check (actual_mode in ('in-person', 'video', 'voice', 'phone', 'text', 'own-time'));

-- When a coach is taken: by a booking, or by a group that they lead. Two groups may meet at once, as two coaches lead
-- them in turn; a booking and a group never do. `stands` is false for a group that was put where a booking stood
-- already: the booking came first, and free times leave both out.
create table coach_times (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  coach_id uuid not null,
  kind text not null check (kind in ('booking', 'group')),
  -- The booking, or the entry of the group's programme and its day.
  source_id uuid not null,
  day date,
  starts_at timestamptz not null,
  until_at timestamptz not null check (until_at > starts_at),
  place text,
  stands boolean not null default true,
  primary key (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id),
  check ((kind = 'group') = (day is not null)),
  constraint booking_beside_no_group exclude using gist
    (office_id with =, coach_id with =, kind with <>, tstzrange(starts_at, until_at) with &&) where (stands)
);
create index coach_times_by_source on coach_times (office_id, source_id);
create index coach_times_of_groups on coach_times (office_id, coach_id, starts_at) where kind = 'group';
call protect_table('coach_times');

-- Whatever code writes a booking, the coach's time follows it.
create function keep_coach_time() returns trigger
  language plpgsql
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    if (new.coach_id, new.starts_at, new.busy_until, new.mode = 'own-time', new.cancelled_at is null)
      is not distinct from (old.coach_id, old.starts_at, old.busy_until, old.mode = 'own-time', old.cancelled_at is null)
    then
      return null;
    end if;
  end if;
  if tg_op <> 'INSERT' then
    delete from coach_times where office_id = old.office_id and source_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.cancelled_at is null and new.mode <> 'own-time' then
    insert into coach_times (office_id, coach_id, kind, source_id, starts_at, until_at)
      values (new.office_id, new.coach_id, 'booking', new.id, new.starts_at, new.busy_until);
  end if;
  return null;
end;
$$;
create trigger keep_coach_time after insert or update or delete on bookings
  for each row execute function keep_coach_time();

do $$
declare
  office uuid;
begin
  for office in select office_id from house.office_addresses loop
    perform set_config('app.office', office::text, true);
    insert into coach_times (office_id, coach_id, kind, source_id, starts_at, until_at)
      select office_id, coach_id, 'booking', id, starts_at, busy_until from bookings where cancelled_at is null;
  end loop;
  perform set_config('app.office', '', true);
end;
$$;

-- How long it takes from one place to another, the same in both directions. Names as they stand in the hours, in small
-- letters, so that "Huone 2" and "huone 2" are one place.
create table travel_times (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  one_place text not null check (length(one_place) between 1 and 200 and one_place = lower(one_place)),
  other_place text not null check (length(other_place) between 1 and 200 and other_place = lower(other_place)),
  minutes int not null check (minutes between 1 and 480),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (office_id, id),
  unique (office_id, one_place, other_place),
  -- By the letters' numbers, as the code puts them; an alphabet would depend on the server.
  check (one_place collate "C" < other_place collate "C")
);
call protect_table('travel_times');

-- Several coaches whose free times make one list, for a unit or a service or the whole office.
create table booking_pools (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  name jsonb not null check (name ?& array['fi', 'sv', 'en']),
  unit_id uuid,
  service_id uuid,
  -- Also for clients who have none of the coaches as their own.
  for_everyone boolean not null default false,
  made_by uuid,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid,
  primary key (office_id, id),
  foreign key (office_id, unit_id) references units (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id)
);
call protect_table('booking_pools');
alter table bookings add foreign key (office_id, pool_id) references booking_pools (office_id, id);

create table booking_pool_coaches (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  pool_id uuid not null,
  coach_id uuid not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, pool_id) references booking_pools (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id)
);
create unique index once_in_a_pool on booking_pool_coaches (office_id, pool_id, coach_id) where left_at is null;
create index booking_pools_by_coach on booking_pool_coaches (office_id, coach_id) where left_at is null;
call protect_table('booking_pool_coaches');

-- Hours in which a client may come without a time: they take a number and wait at home or at the place.
create table drop_ins (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  name jsonb not null check (name ?& array['fi', 'sv', 'en']),
  unit_id uuid,
  service_id uuid,
  modes text[] not null check (modes <@ array['in-person', 'video', 'phone'] and cardinality(modes) > 0),
  place text check (length(place) between 1 and 200),
  -- What is said while it is closed, in each language; our own words when there are none.
  closed_words jsonb check (closed_words ?& array['fi', 'sv', 'en']),
  -- How long one takes, until today's own figures tell.
  usual_minutes int not null default 10 check (usual_minutes between 1 and 240),
  made_by uuid,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid,
  primary key (office_id, id),
  foreign key (office_id, unit_id) references units (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id),
  check (place is not null or not 'in-person' = any (modes))
);
call protect_table('drop_ins');

create table drop_in_hours (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  drop_in_id uuid not null,
  -- 1 is Monday, 7 Sunday (ISO 8601).
  weekday int not null check (weekday between 1 and 7),
  starts time not null,
  ends time not null check (ends > starts),
  set_by uuid,
  primary key (office_id, id),
  foreign key (office_id, drop_in_id) references drop_ins (office_id, id)
);
create index drop_in_hours_by_drop_in on drop_in_hours (office_id, drop_in_id);
call protect_table('drop_in_hours');

create table drop_in_coaches (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  drop_in_id uuid not null,
  coach_id uuid not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, drop_in_id) references drop_ins (office_id, id),
  foreign key (office_id, coach_id) references persons (office_id, id)
);
create unique index once_in_a_drop_in on drop_in_coaches (office_id, drop_in_id, coach_id) where left_at is null;
create index drop_ins_by_coach on drop_in_coaches (office_id, coach_id) where left_at is null;
call protect_table('drop_in_coaches');

-- A number that somebody has taken.
create table queue_places (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  drop_in_id uuid not null,
  client_id uuid not null,
  day date not null,
  number int not null check (number > 0),
  mode text not null check (mode in ('in-person', 'video', 'phone')),
  taken_at timestamptz not null,
  called_at timestamptz,
  called_by uuid,
  room_id uuid,
  ended_at timestamptz check (ended_at >= taken_at),
  outcome text check (outcome in ('served', 'no-answer', 'left', 'closed')),
  -- The hours ended before the turn came, and the client asked to be called.
  callback_asked_at timestamptz,
  called_back_at timestamptz,
  called_back_by uuid,
  primary key (office_id, id),
  foreign key (office_id, drop_in_id) references drop_ins (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  check ((ended_at is null) = (outcome is null)),
  check ((called_at is null) = (called_by is null)),
  check (outcome is distinct from 'served' or called_at is not null),
  constraint one_number_a_day unique (office_id, drop_in_id, day, number)
);
create unique index one_place_a_person on queue_places (office_id, client_id) where ended_at is null;
create unique index one_called_at_a_time on queue_places (office_id, called_by)
  where called_by is not null and ended_at is null;
create index queue_places_waiting on queue_places (office_id, drop_in_id, number) where ended_at is null;
create index queue_places_served on queue_places (office_id, drop_in_id, ended_at desc) where outcome = 'served';
create index queue_places_by_client on queue_places (office_id, client_id, taken_at);
create index queue_places_to_call_back on queue_places (office_id, drop_in_id, callback_asked_at)
  where callback_asked_at is not null and called_back_at is null;
call protect_table('queue_places');

-- A meeting of which a coach told that it happened speaks for the day. `source_id` is the booking or the queue place:
-- told again, the row is taken back and another one written, so that it never counts twice.
alter table day_presences
  add column source_id uuid,
  -- The call room of the meeting: what was measured there counts instead of what was told.
  add column room_id uuid,
  drop constraint day_presences_way_check,
  add constraint day_presences_way_check check (way in ('on-site', 'phone', 'video', 'voice', 'text'));
create unique index one_presence_a_meeting on day_presences (office_id, source_id)
  where source_id is not null and withdrawn_at is null;
