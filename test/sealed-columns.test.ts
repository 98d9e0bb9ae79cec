// Every column of bytes is either no words at all (a hash, a key, a cipher's own) or words under seal; byte-columns.ts
// says which.
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealed, wordless } from './byte-columns.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

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
