-- Signing in. Every secret stands here only as a hash; an identity provider's client secret is sealed.

-- A browser on which a person has once proved who they are. Revoking it makes the browser a stranger again.
create table known_devices (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  token_hash bytea not null,
  device text not null default '',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (office_id, id),
  unique (office_id, person_id, token_hash),
  foreign key (office_id, person_id) references persons (office_id, id)
);
call protect_table('known_devices');

alter table sessions add column device_id uuid;
alter table sessions add foreign key (office_id, device_id) references known_devices (office_id, id);

-- A link that leads one person to one page. A sign-in link opens once, a visit's link until it expires.
create table personal_links (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  token_hash bytea not null,
  purpose text not null check (purpose in ('sign-in', 'visit')),
  lands_on text not null check (lands_on like '/%' and length(lands_on) <= 500),
  demonstration boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_count int not null default 0,
  revoked_at timestamptz,
  primary key (office_id, id),
  unique (office_id, token_hash),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create index personal_links_by_person on personal_links (office_id, person_id);
call protect_table('personal_links');

-- What was asked on the public page. It is written alike whether anybody was found or not; a job sends the links.
create table sign_in_requests (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  person_ids uuid[] not null,
  -- A browser that is known already has a limit of its own, so that others' asking cannot use it up.
  device_hash bytea,
  lands_on text not null,
  created_at timestamptz not null,
  primary key (office_id, id)
);
call protect_table('sign_in_requests');
create index persons_by_bare_phone on persons (office_id, regexp_replace(phone, '[^0-9+]', '', 'g'));

-- A six-digit code, bound to the browser that asked for it: of five tries and ten minutes.
create table sign_in_codes (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  purpose text not null check (purpose in ('sign-in', 'prove')),
  link_id uuid,
  session_id uuid,
  browser_hash bytea not null,
  code_hash bytea not null,
  channel text check (channel in ('sms', 'email')),
  lands_on text not null,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id),
  foreign key (office_id, link_id) references personal_links (office_id, id),
  foreign key (office_id, session_id) references sessions (office_id, id)
);
create index sign_in_codes_by_browser on sign_in_codes (office_id, browser_hash);
create index sign_in_codes_by_person on sign_in_codes (office_id, person_id, created_at);
call protect_table('sign_in_codes');

create table passkeys (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (office_id, id),
  unique (office_id, credential_id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
create index passkeys_by_person on passkeys (office_id, person_id);
call protect_table('passkeys');

-- A question a passkey must sign. The row is removed when it is answered, so no answer counts twice.
create table passkey_challenges (
  office_id uuid not null references offices (office_id),
  challenge text not null,
  purpose text not null check (purpose in ('register', 'sign-in', 'prove')),
  person_id uuid,
  expires_at timestamptz not null,
  primary key (office_id, challenge)
);
call protect_table('passkey_challenges');

-- OpenID Connect providers that the office trusts to say who somebody is.
create table oidc_providers (
  office_id uuid not null references offices (office_id),
  id uuid not null default uuidv7(),
  name jsonb not null,
  issuer text not null check (length(issuer) <= 500),
  client_id text not null check (length(client_id) <= 200),
  client_secret bytea,
  claims jsonb not null,
  scopes text not null default 'openid',
  -- The provider vouches for every e-mail address, although it does not send email_verified.
  emails_verified boolean not null default false,
  active boolean not null default false,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (office_id, id),
  constraint provider_once unique (office_id, issuer, client_id),
  foreign key (office_id, changed_by) references persons (office_id, id)
);
call protect_table('oidc_providers');

-- Who somebody is at a provider: a keyed hash of the subject.
create table oidc_identities (
  office_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  person_id uuid not null,
  subject_hash text not null,
  created_at timestamptz not null,
  primary key (office_id, id),
  unique (office_id, provider_id, subject_hash),
  unique (office_id, provider_id, person_id),
  foreign key (office_id, provider_id) references oidc_providers (office_id, id),
  foreign key (office_id, person_id) references persons (office_id, id)
);
call protect_table('oidc_identities');

-- The keyed hash of a personal identity code, for matching only. The code itself is stored nowhere.
create table identity_code_hashes (
  office_id uuid not null,
  person_id uuid not null,
  hash text not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (office_id, person_id),
  constraint identity_code_of_one_person unique (office_id, hash),
  foreign key (office_id, person_id) references persons (office_id, id),
  foreign key (office_id, set_by) references persons (office_id, id)
);
call protect_table('identity_code_hashes');

-- Answers of providers that have been used, so that the same answer never opens a second session.
create table oidc_answers (
  office_id uuid not null references offices (office_id),
  state_hash bytea not null,
  used_at timestamptz not null,
  primary key (office_id, state_hash)
);
call protect_table('oidc_answers');

-- What signing out at the provider needs; `sid` lets the provider end our session (OpenID Connect Back-Channel Logout).
create table oidc_sessions (
  office_id uuid not null,
  session_id uuid not null,
  provider_id uuid not null,
  sid_hash text,
  subject_hash text not null,
  id_token bytea,
  primary key (office_id, session_id),
  foreign key (office_id, session_id) references sessions (office_id, id) on delete cascade,
  foreign key (office_id, provider_id) references oidc_providers (office_id, id)
);
create index oidc_sessions_by_subject on oidc_sessions (office_id, provider_id, subject_hash);
call protect_table('oidc_sessions');
