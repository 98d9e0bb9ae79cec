-- What people think of a service, said without signing in. Whoever writes is not known; their words and how to reach
-- them are sealed with a key of the feedback's own, which is removed with it.
create table service_feedback (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  language text not null check (language in ('fi', 'sv', 'en', 'fi-simple')),
  words bytea not null,
  contact bytea,
  given_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id),
  foreign key (office_id, done_by) references persons (office_id, id),
  check ((done_at is null) = (done_by is null))
);
create index service_feedback_waiting on service_feedback (office_id, given_at desc) where done_at is null;
create index service_feedback_by_age on service_feedback (office_id, given_at desc);
call protect_table('service_feedback');
