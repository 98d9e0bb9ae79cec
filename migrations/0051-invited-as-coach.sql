-- The coach of a booked time is in its room as the client's coach, on the days on which they are; whoever has the time
-- through a pool has it by the time itself.
alter table room_invitations
  add column as_coach_of uuid,
  add foreign key (office_id, as_coach_of) references persons (office_id, id);

do $$
declare
  office uuid;
begin
  for office in select office_id from house.office_addresses loop
    perform set_config('app.office', office::text, true);
    update room_invitations i set as_coach_of = b.client_id
    from bookings b
    where b.office_id = i.office_id and b.room_id = i.room_id and b.coach_id = i.person_id and i.invited_as = 'host'
      and not exists (select 1 from booking_pool_coaches k
        join booking_pools o on o.office_id = k.office_id and o.id = k.pool_id and o.ended_at is null
        where k.office_id = b.office_id and k.pool_id = b.pool_id and k.coach_id = b.coach_id and k.left_at is null);
  end loop;
  perform set_config('app.office', '', true);
end;
$$;

create index bookings_by_pool on bookings (office_id, pool_id, ends_at) where pool_id is not null;
