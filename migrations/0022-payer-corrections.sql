-- A day confirmed or corrected after its payer's period was closed waits here to be told in the next one, so that
-- closing reads only the days that wait and never the whole history.
alter table days add column owes_correction boolean not null default false;
create index days_owing_correction on days (office_id, enrolment_id) where owes_correction;

-- The coach's answer to the client's message against a confirmation.
alter table objections add column answer bytea;
