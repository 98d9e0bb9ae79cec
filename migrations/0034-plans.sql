-- How each client wants to take part: what they wished and why, the suitability check behind it, when it is looked at
-- again. A change is a new row; the latest of a client and a service holds.

-- Answers to the short check. Which questions they answer is said by `question_set`, so old answers keep their meaning.
create table suitability_checks (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  client_id uuid not null,
  question_set text not null check (length(question_set) between 1 and 40),
  -- Code words of the answers, sealed: they tell of the home and of what is hard.
  answers bytea not null,
  -- What the rule suggested for them then; null when nothing was answered.
  suggested text check (suggested in ('in-person', 'hybrid', 'video', 'voice', 'phone', 'text', 'own-time')),
  answered_by uuid,
  answered_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id)
);
create index suitability_checks_by_client on suitability_checks (office_id, client_id, answered_at desc);
call protect_append_only('suitability_checks');

create table mode_choices (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  client_id uuid not null,
  -- Null: all services that have no choice of their own.
  service_id uuid,
  wished text not null check (wished in ('in-person', 'hybrid', 'video', 'voice', 'phone', 'text', 'own-time')),
  second text check (second in ('in-person', 'hybrid', 'video', 'voice', 'phone', 'text', 'own-time')),
  -- In the client's own words; sealed.
  reason bytea,
  helps text[] not null default '{}' check (helps <@ array['device', 'data', 'quiet-place', 'practice', 'companion',
                                                           'headset', 'captions', 'travel']),
  check_id uuid,
  review_on date not null,
  what text not null check (what in ('chosen', 'changed', 'kept')),
  chosen_by uuid,
  chosen_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id),
  foreign key (office_id, check_id) references suitability_checks (office_id, id),
  check (second is distinct from wished)
);
create index mode_choices_in_force on mode_choices (office_id, client_id, service_id, chosen_at desc, id desc);
create index mode_choices_by_review on mode_choices (office_id, review_on);
call protect_append_only('mode_choices');

-- A coach has begun to look at a choice again with the client. It is done when a newer choice stands.
create table mode_reviews (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  client_id uuid not null,
  choice_id uuid not null,
  started_by uuid,
  started_at timestamptz not null,
  primary key (office_id, id),
  constraint review_started_once unique (office_id, choice_id),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, choice_id) references mode_choices (office_id, id)
);
call protect_append_only('mode_reviews');

-- How a client usually meets, for the page on which a time is booked. Belongs to bookings; the plan writes it.
create table usual_modes (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  client_id uuid not null,
  service_id uuid,
  mode text not null check (mode in ('in-person', 'video', 'voice', 'phone', 'text')),
  second_mode text check (second_mode in ('in-person', 'video', 'voice', 'phone', 'text')),
  kept_at timestamptz not null,
  primary key (office_id, id),
  constraint one_usual_mode unique nulls not distinct (office_id, client_id, service_id),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id)
);
call protect_table('usual_modes');
