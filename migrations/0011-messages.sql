-- Conversations: one thread that follows a client and their coaches, and the channels of groups. What is said is
-- sealed; a thread with the client's key, a channel's message with its author's, so that erasing a person takes
-- their words along.

create table conversations (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('thread', 'channel')),
  client_id uuid,
  started_at timestamptz not null default now(),
  primary key (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  constraint thread_has_client check ((kind = 'thread') = (client_id is not null))
);
create unique index one_thread_a_client on conversations (office_id, client_id) where client_id is not null;
call protect_table('conversations');

create table channels (
  office_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 80),
  opened_by uuid,
  -- Closed by a coach for now, whatever the hours say.
  closed_until timestamptz,
  closed_by uuid,
  ended_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, id) references conversations (office_id, id)
);
call protect_table('channels');

-- Wall-clock hours of a channel. A channel without rows is open at all hours.
create table channel_hours (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  channel_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (office_id, id),
  unique (office_id, channel_id, weekday, opens),
  foreign key (office_id, channel_id) references channels (office_id, id)
);
call protect_table('channel_hours');

create table channel_members (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  channel_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('member', 'moderator')),
  -- The name chosen for this group; without it the person's own shown name.
  shown_as text check (length(shown_as) between 1 and 40),
  joined_at timestamptz not null default clock_timestamp(),
  left_at timestamptz check (left_at >= joined_at),
  muted_until timestamptz,
  muted_by uuid,
  primary key (office_id, id),
  foreign key (office_id, channel_id) references channels (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create unique index one_seat_in_a_channel on channel_members (office_id, channel_id, person_id) where left_at is null;
create index channel_members_by_person on channel_members (office_id, person_id) where left_at is null;
call protect_table('channel_members');

create table messages (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  position bigint not null generated always as identity,
  conversation_id uuid not null,
  author_id uuid not null,
  -- Whose key seals the text.
  sealed_for uuid not null,
  body bytea,
  file_id uuid,
  posted_at timestamptz not null default clock_timestamp(),
  pinned_at timestamptz,
  pinned_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  primary key (office_id, id),
  foreign key (office_id, conversation_id) references conversations (office_id, id),
  foreign key (office_id, author_id) references persons (office_id, id),
  foreign key (office_id, sealed_for) references persons (office_id, id),
  constraint deleted_message_is_empty check (deleted_at is null or (body is null and file_id is null))
);
create index messages_in_order on messages (office_id, conversation_id, position desc);
create index messages_by_author on messages (office_id, author_id);
create index pinned_messages on messages (office_id, conversation_id) where pinned_at is not null;
call protect_table('messages');

-- How far a person has read, for that person's own count only: nobody is told what somebody else has read.
create table reading_marks (
  office_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  read_to bigint not null,
  primary key (office_id, person_id, conversation_id),
  foreign key (office_id, conversation_id) references conversations (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
call protect_table('reading_marks');

create table message_reports (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  message_id uuid not null,
  reporter_id uuid not null,
  reason text not null check (reason in ('mean', 'sexual', 'private', 'selling', 'worry', 'other')),
  words bytea,
  reported_at timestamptz not null default clock_timestamp(),
  handled_at timestamptz,
  handled_by uuid,
  outcome text check (outcome in ('removed', 'kept')),
  primary key (office_id, id),
  unique (office_id, message_id, reporter_id),
  foreign key (office_id, message_id) references messages (office_id, id),
  foreign key (office_id, reporter_id) references persons (office_id, id)
);
create index open_reports on message_reports (office_id, reported_at) where handled_at is null;
call protect_table('message_reports');
