-- Telling a person something. A notice is one thing to tell; a delivery is one message, letter or call that tells it.
-- Neither holds a word of content: the kind and ids are enough to make the words when it is sent.

create table deliveries (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  channel text not null check (channel in ('sms', 'email', 'letter', 'phone')),
  state text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'failed', 'given-up', 'withdrawn')),
  -- Stays open for more until it is sent: a digest, or a letter or call that waits for somebody.
  gathering boolean not null default false,
  attempts int not null default 0,
  due_at timestamptz not null,
  -- Held by a worker until then; a worker that died loses it.
  leased_until timestamptz,
  -- Why the last attempt failed, a code word.
  reason text,
  -- The delivery that took over what this one could not carry.
  followed_by uuid,
  -- A sign-in link or code, sealed, and erased as soon as it has been sent.
  secret_kind text check (secret_kind in ('sign-in-link', 'sign-in-code')),
  secret bytea,
  -- What the caller wrote about a call, sealed.
  note bytea,
  handled_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  delivered_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id),
  foreign key (office_id, followed_by) references deliveries (office_id, id),
  foreign key (office_id, handled_by) references persons (office_id, id)
);
create unique index deliveries_gathering on deliveries (office_id, person_id, channel) where gathering;
create index deliveries_by_state on deliveries (office_id, state, channel, due_at);
create index deliveries_by_follower on deliveries (office_id, followed_by) where followed_by is not null;
create index deliveries_by_person on deliveries (office_id, person_id, created_at);
call protect_table('deliveries');

create table notices (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  kind text not null,
  ids jsonb not null default '{}',
  -- Whoever may ask twice for the same telling gives it a name; the second asking then does nothing.
  once text,
  delivery_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  primary key (office_id, id),
  unique (office_id, person_id, kind, once),
  foreign key (office_id, person_id) references persons (office_id, id),
  foreign key (office_id, delivery_id) references deliveries (office_id, id)
);
create index notices_by_delivery on notices (office_id, delivery_id);
call protect_table('notices');

-- Kinds that a person does not want to hear of. Only unnecessary kinds can stand here.
create table unsubscriptions (
  office_id uuid not null,
  person_id uuid not null,
  kind text not null,
  since timestamptz not null default clock_timestamp(),
  primary key (office_id, person_id, kind),
  foreign key (office_id, person_id) references persons (office_id, id)
);
call protect_table('unsubscriptions');

-- The demonstration sends nothing: its messages are shown on a page.
create table outbox (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  channel text not null check (channel in ('sms', 'email')),
  message bytea not null,
  at timestamptz not null default clock_timestamp(),
  primary key (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create index outbox_by_time on outbox (office_id, at);
call protect_table('outbox');
