-- Erasure of a person: their key is destroyed, so that what is sealed with it can never be opened again, wherever a
-- copy of it lies. The row stays without a key: nobody makes a new one for somebody who was erased.
alter table data_keys
  alter column wrapped_key drop not null,
  add column destroyed_at timestamptz,
  add constraint destroyed_key_is_gone check ((wrapped_key is null) = (destroyed_at is not null));

-- The person's row stays as well, without a name: days, payers' lists and the access log refer to it.
alter table persons
  add column erased_at timestamptz,
  add column erased_by uuid;
