// Every column of bytes is either no words at all (a hash, a key, a cipher's own) or words under seal. A
// new one must be named here, and the canary test should write it.
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from './database.ts';

/** Hashes, keys and wrapped keys: nobody wrote them. */
const wordless = [
  'access_log_chain.hash',
  'access_log_chain.previous_hash',
  'calendar_links.token_hash',
  'data_keys.wrapped_key',
  'known_devices.token_hash',
  'office_keys.wrapped_key',
  'oidc_answers.state_hash',
  'passkeys.public_key',
  'personal_links.token_hash',
  'sessions.token_hash',
  'sign_in_codes.browser_hash',
  'sign_in_codes.code_hash',
  'sign_in_requests.device_hash',
];

/** Words under seal. */
const sealed = [
  'absences.words',
  'blocked_pairs.reason',
  'booking_participants.name',
  'bookings.question',
  'calendar_links.token',
  'confirmations.reason',
  'day_plans.words',
  'deliveries.note',
  'deliveries.secret',
  'diaries.words',
  'files.name',
  'help_requests.words',
  'import_drafts.body',
  'message_reports.words',
  'messages.body',
  'objections.answer',
  'objections.words',
  'oidc_providers.client_secret',
  'oidc_sessions.id_token',
  'outbox.message',
  'own_works.proof',
  'own_works.words',
  'payer_periods.reopen_reason',
  'persons.accessibility_needs',
  'persons.postal_address',
  'room_messages.body',
  'room_waiting_notes.body',
];

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await openTestDatabase();
  owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

test('every column of bytes is known as words under seal, or as none', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select distinct c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.atttypid = 'bytea'::regtype
       and not a.attisdropped and not c.relispartition`);
  expect(rows.map((row) => row.name).sort()).toEqual([...wordless, ...sealed].sort());
});
