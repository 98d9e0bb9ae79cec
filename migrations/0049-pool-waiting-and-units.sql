-- A client may wait for a time of a pool as well as of one coach; what is kept for somebody says with whom it is.
alter table time_wishes
  alter column coach_id drop not null,
  add column pool_id uuid,
  add column offer_coach_id uuid,
  add foreign key (office_id, pool_id) references booking_pools (office_id, id),
  add foreign key (office_id, offer_coach_id) references persons (office_id, id),
  add constraint waits_for_a_coach_or_a_pool check ((coach_id is null) <> (pool_id is null));

do $$
declare
  office uuid;
begin
  for office in select office_id from house.office_addresses loop
    perform set_config('app.office', office::text, true);
    update time_wishes set offer_coach_id = coach_id where offer_starts_at is not null;
  end loop;
  perform set_config('app.office', '', true);
end;
$$;

alter table time_wishes
  add constraint kept_with_somebody check ((offer_starts_at is null) = (offer_coach_id is null));
create unique index one_wish_a_pool on time_wishes (office_id, client_id, pool_id)
  where closed_at is null and pool_id is not null;
create index time_wishes_by_pool on time_wishes (office_id, pool_id, wished_at)
  where closed_at is null and pool_id is not null;
create index time_wishes_kept on time_wishes (office_id, offer_coach_id)
  where closed_at is null and offer_until is not null;

-- Places and the way between them belong to a unit, or to the whole office. A unit's own words go before the office's.
alter table meeting_places
  add column unit_id uuid,
  add foreign key (office_id, unit_id) references units (office_id, id);
drop index one_place_a_name;
create unique index one_place_a_name on meeting_places (office_id, unit_id, lower(name)) nulls not distinct;

alter table travel_times
  add column unit_id uuid,
  add foreign key (office_id, unit_id) references units (office_id, id),
  drop constraint travel_times_office_id_one_place_other_place_key,
  add constraint one_travel_a_pair unique nulls not distinct (office_id, unit_id, one_place, other_place);
