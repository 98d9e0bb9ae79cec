-- A client's own requests for help, open or answered lately, stand on each first page of theirs: they are found without
-- reading the requests of all years.
create index help_requests_by_client on help_requests (office_id, client_id, handled_at);
