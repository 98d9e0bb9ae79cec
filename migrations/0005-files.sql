-- Files that people add. The body rests sealed in the file store under office/id; the name is sealed here.

create table files (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  -- Whose it is: their key seals it, and with their key it becomes unreadable.
  person_id uuid not null,
  purpose text not null check (purpose ~ '^[a-z][a-z-]*$'),
  kind text not null check (kind in ('image', 'audio', 'pdf')),
  mime text not null,
  name bytea not null,
  bytes int not null check (bytes > 0),
  width int,
  height int,
  added_by uuid not null,
  added_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id),
  foreign key (office_id, added_by) references persons (office_id, id)
);
create index files_by_person on files (office_id, person_id);
create index files_removed on files (office_id, removed_at) where removed_at is not null;
call protect_table('files');
