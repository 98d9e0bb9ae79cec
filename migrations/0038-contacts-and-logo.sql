-- The number or address a person had before, sealed, until it has been warned that it was changed.
create table former_contacts (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  channel text not null check (channel in ('sms', 'email')),
  contact bytea not null,
  replaced_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create index former_contacts_by_person on former_contacts (office_id, person_id);
call protect_table('former_contacts');

-- A warning to a former address carries that address as its secret, and loses it when it has been sent.
alter table deliveries
  drop constraint deliveries_secret_kind_check,
  add constraint deliveries_secret_kind_check
    check (secret_kind in ('sign-in-link', 'sign-in-code', 'contact-changed'));

-- The office's logo: a small raster picture drawn anew by us, and what it shows in words. The latest row is in force.
create table office_logos (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  -- Empty where the office has taken its logo away.
  picture bytea,
  width int check (width between 1 and 2000),
  height int check (height between 1 and 2000),
  alt jsonb check (alt ?& array['fi', 'sv', 'en']),
  set_by uuid,
  set_at timestamptz not null,
  primary key (office_id, id),
  check ((picture is null) = (width is null) and (picture is null) = (height is null) and (picture is null) = (alt is null))
);
create index office_logos_latest on office_logos (office_id, set_at desc);
call protect_append_only('office_logos');
