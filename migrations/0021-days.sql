-- The remote coaching day: enrolments, what a client does in a day, what the coach confirms, what the payer is told.

-- A client in a service for a time, with agreed days. `benefit` says which daily money the payer pays for attendance.
create table enrolments (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  service_id uuid not null,
  group_id uuid,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- 1 is Monday, 7 Sunday (ISO 8601).
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  day_minutes int not null check (day_minutes between 15 and 720),
  payer text not null check (payer in ('kela', 'unemployment-fund', 'municipality', 'other')),
  benefit text not null check (benefit in ('expense-allowance', 'activity-allowance', 'none')),
  agreed_by uuid,
  agreed_at timestamptz not null default now(),
  -- The last day after all; the day before the first one when it never began.
  ended_early_on date check (ended_early_on >= starts_on - 1 and ended_early_on <= ends_on),
  ended_by uuid,
  ended_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, service_id) references services (office_id, id),
  foreign key (office_id, group_id) references groups (office_id, id),
  -- One client has one enrolment a day: payers count days, not services.
  constraint enrolments_do_not_overlap exclude using gist
    (office_id with =, client_id with =, daterange(starts_on, coalesce(ended_early_on, ends_on) + 1) with &&)
);
create index enrolments_by_client on enrolments (office_id, client_id, starts_on desc);
create index enrolments_by_time on enrolments (office_id, ends_on, starts_on);
call protect_table('enrolments');

-- One expected day of one enrolment. Made ahead by a timed job, or when something first happens on it.
create table days (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  enrolment_id uuid not null,
  day date not null,
  expected_minutes int not null,
  -- The latest confirmation, kept here so that a board of thirty needs no search in history.
  class text,
  confirmed_at timestamptz,
  -- When nothing had been heard for the office's minutes; when the substitute was told; when something was heard.
  silent_since timestamptz,
  silence_told_on_at timestamptz,
  silence_ended_at timestamptz,
  -- When the message of the morning was given to be sent.
  morning_told_at timestamptz,
  primary key (office_id, id),
  unique (office_id, client_id, day),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, enrolment_id) references enrolments (office_id, id)
);
create index days_by_day on days (office_id, day);
create index days_unconfirmed on days (office_id, day) where class is null;
create index days_by_enrolment on days (office_id, enrolment_id, day);
call protect_table('days');

create table day_hellos (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  day_id uuid not null,
  said_at timestamptz not null,
  way text not null check (way in ('page', 'room', 'phone', 'on-site', 'midday')),
  noted_by uuid not null,
  primary key (office_id, id),
  -- A hello a day in each way is enough, however often a room is joined.
  unique (office_id, day_id, way),
  foreign key (office_id, day_id) references days (office_id, id)
);
call protect_append_only('day_hellos');

-- What a coach saw beside the live rooms: the client was at the place, or took part by phone, from one time to another.
create table day_presences (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  day_id uuid not null,
  way text not null check (way in ('on-site', 'phone')),
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  noted_by uuid not null,
  noted_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (office_id, id),
  foreign key (office_id, day_id) references days (office_id, id)
);
create index day_presences_by_day on day_presences (office_id, day_id);
call protect_table('day_presences');

create table day_plans (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  day_id uuid not null,
  -- Code words of what was picked; the words of one's own are sealed.
  templates text[] not null default '{}',
  words bytea,
  written_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, day_id) references days (office_id, id)
);
create index day_plans_by_day on day_plans (office_id, day_id);
call protect_append_only('day_plans');

create table own_works (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  day_id uuid not null,
  words bytea not null,
  minutes int not null check (minutes between 1 and 720),
  -- Proof in words, sealed; pictures and voice are kept files.
  proof bytea,
  written_at timestamptz not null,
  removed_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, day_id) references days (office_id, id)
);
create index own_works_by_day on own_works (office_id, day_id);
call protect_table('own_works');

-- Proof of own work: a photo, a voice recording or another kept file.
create table own_work_proofs (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  own_work_id uuid not null,
  file_id uuid not null,
  primary key (office_id, id),
  unique (office_id, own_work_id, file_id),
  foreign key (office_id, own_work_id) references own_works (office_id, id)
);
call protect_table('own_work_proofs');

create table diaries (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  day_id uuid not null,
  words bytea,
  mood int check (mood between 1 and 5),
  written_at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, day_id) references days (office_id, id)
);
create index diaries_by_day on diaries (office_id, day_id);
call protect_append_only('diaries');

-- "I can't today": the client's own word. The coach's confirmation is another matter.
create table absences (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  day_id uuid not null,
  class text not null check (class in ('own-illness', 'child-ill', 'interview', 'public-duty', 'other-absence')),
  words bytea,
  told_by uuid not null,
  told_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, day_id) references days (office_id, id)
);
create unique index absences_one_stands on absences (office_id, day_id) where withdrawn_at is null;
create index absences_by_day on absences (office_id, day_id);
call protect_table('absences');

create table help_requests (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  client_id uuid not null,
  day_id uuid,
  kind text not null check (kind in ('technology', 'call-me', 'other')),
  words bytea,
  asked_at timestamptz not null,
  handled_at timestamptz,
  handled_by uuid,
  outcome text check (outcome in ('solved', 'fell-back-to-phone', 'not-reached', 'later')),
  primary key (office_id, id),
  foreign key (office_id, client_id) references persons (office_id, id),
  foreign key (office_id, day_id) references days (office_id, id)
);
create index help_requests_by_day on help_requests (office_id, day_id);
create unique index help_requests_one_open on help_requests (office_id, client_id, kind) where handled_at is null;
create index help_requests_by_time on help_requests (office_id, asked_at);
call protect_table('help_requests');

-- A coach's contact with a client during a day.
create table day_contacts (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  day_id uuid not null,
  coach_id uuid not null,
  way text not null check (way in ('call', 'message', 'video', 'on-site')),
  reached boolean not null,
  at timestamptz not null,
  primary key (office_id, id),
  foreign key (office_id, day_id) references days (office_id, id)
);
create index day_contacts_by_day on day_contacts (office_id, day_id);
call protect_append_only('day_contacts');

-- What a coach confirmed. A correction is a new row; the earlier one stays, with who and why.
create table confirmations (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  day_id uuid not null,
  sequence int not null check (sequence >= 1),
  class text not null check (class in ('attended', 'not-arranged', 'swapped', 'own-illness', 'child-ill', 'interview',
                                       'public-duty', 'other-absence')),
  minutes int not null check (minutes between 0 and 720),
  swapped_with date,
  reason bytea,
  suggested text not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  primary key (office_id, id),
  -- Two coaches at once: the second finds the first one's row and is told.
  constraint confirmations_one_each unique (office_id, day_id, sequence),
  check ((class = 'swapped') = (swapped_with is not null)),
  foreign key (office_id, day_id) references days (office_id, id)
);
create index confirmations_by_day on confirmations (office_id, day_id, sequence desc);
call protect_append_only('confirmations');

-- The client's one message against a confirmation.
create table objections (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  day_id uuid not null,
  confirmation_id uuid not null,
  words bytea not null,
  made_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (office_id, id),
  unique (office_id, confirmation_id),
  foreign key (office_id, day_id) references days (office_id, id),
  foreign key (office_id, confirmation_id) references confirmations (office_id, id)
);
create index objections_open on objections (office_id, made_at) where answered_at is null;
create index objections_by_day on objections (office_id, day_id);
call protect_table('objections');

-- A payer's period. Closing fixes what was told; a day changed afterwards is told as a correction in the next one.
create table payer_periods (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  payer text not null check (payer in ('kela', 'unemployment-fund', 'municipality', 'other')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  closed_at timestamptz not null,
  closed_by uuid not null,
  reopened_at timestamptz,
  reopened_by uuid,
  reopen_reason bytea,
  primary key (office_id, id),
  constraint payer_periods_do_not_overlap exclude using gist
    (office_id with =, payer with =, daterange(starts_on, ends_on, '[]') with &&) where (reopened_at is null)
);
call protect_table('payer_periods');

create table payer_rows (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  period_id uuid not null,
  day_id uuid not null,
  confirmation_id uuid not null,
  correction boolean not null,
  primary key (office_id, id),
  unique (office_id, period_id, day_id),
  foreign key (office_id, period_id) references payer_periods (office_id, id),
  foreign key (office_id, day_id) references days (office_id, id),
  foreign key (office_id, confirmation_id) references confirmations (office_id, id)
);
create index payer_rows_by_day on payer_rows (office_id, day_id);
call protect_append_only('payer_rows');
