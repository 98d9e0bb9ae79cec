import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/database.ts';
import { newMigration } from '../../tools/new-migration.ts';
import { migrate } from './migrations.ts';

const released = path.join(import.meta.dirname, '..', '..', 'migrations');

let database: TestDatabase;
let owner: Client;
let folder: string;
beforeEach(async () => {
  database = await openTestDatabase();
  owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  // The clone has the released migrations already, so a folder that goes on from them holds them too.
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  for (const name of await readdir(released)) {
    await writeFile(path.join(folder, name), await readFile(path.join(released, name)));
  }
  return () => rm(folder, { recursive: true });
});
afterEach(async () => {
  await owner.end();
  await database.close();
});

async function write(name: string, sql: string): Promise<void> {
  await writeFile(path.join(folder, name), sql);
}

async function tables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'house'::regnamespace and relname ~ '^trial' order by 1`,
  );
  return rows.map((row) => row.name);
}

test('new files are applied in order, once', async () => {
  await write('9001-first.sql', 'create table house.trial_b (id int); insert into house.trial_b values (1);');
  await write('9002-second.sql', 'create table house.trial_a as select id + 1 as id from house.trial_b;');
  expect(await migrate(database.urls.owner, folder)).toEqual(['9001-first.sql', '9002-second.sql']);
  expect(await tables()).toEqual(['trial_a', 'trial_b']);
  expect(await migrate(database.urls.owner, folder)).toEqual([]);
});

test('a file that fails leaves nothing behind, keeps those before it, and is told with its line', async () => {
  await write('9001-first.sql', 'create table house.trial_a (id int);');
  await write('9002-second.sql', 'create table house.trial_b (id int);\n\nselect nonsense;');
  await expect(migrate(database.urls.owner, folder)).rejects.toThrow(
    'The migration 9002-second.sql failed at line 3: column "nonsense" does not exist',
  );
  expect(await tables()).toEqual(['trial_a']);

  await write('9002-second.sql', 'create table house.trial_b (id int);');
  expect(await migrate(database.urls.owner, folder)).toEqual(['9002-second.sql']);
});

test('a file that was edited after its release stops the start, and nothing else is applied', async () => {
  await write('9001-first.sql', 'create table house.trial_a (id int);');
  await migrate(database.urls.owner, folder);
  await write('9001-first.sql', 'create table house.trial_a (id bigint);');
  await write('9002-second.sql', 'create table house.trial_b (id int);');
  await expect(migrate(database.urls.owner, folder)).rejects.toThrow(/9001-first\.sql was edited after/);
  expect(await tables()).toEqual(['trial_a']);
});

test('line ends of another system are not an edit', async () => {
  await write('9001-first.sql', 'create table house.trial_a (\n  id int\n);\n');
  await migrate(database.urls.owner, folder);
  await write('9001-first.sql', 'create table house.trial_a (\r\n  id int\r\n);\r\n');
  expect(await migrate(database.urls.owner, folder)).toEqual([]);
});

test('an older program does not start on a newer database', async () => {
  await write('9001-first.sql', 'create table house.trial_a (id int);');
  await migrate(database.urls.owner, folder);
  await rm(path.join(folder, '9001-first.sql'));
  await expect(migrate(database.urls.owner, folder)).rejects.toThrow(/made by a newer version/);
});

test('two processes that start at once apply each file once', async () => {
  await write('9001-first.sql', 'select pg_sleep(0.2); create table house.trial_a (id int);');
  const done = await Promise.all([1, 2, 3].map(() => migrate(database.urls.owner, folder)));
  expect(done.flat()).toEqual(['9001-first.sql']);
});

test('names that would be applied in an unclear order are refused', async () => {
  await write('9001-first.sql', 'select 1');
  await write('9001-again.sql', 'select 1');
  await expect(migrate(database.urls.owner, folder)).rejects.toThrow('Two migrations have the number 9001');
  await rm(path.join(folder, '9001-again.sql'));
  await write('latest.sql', 'select 1');
  await expect(migrate(database.urls.owner, folder)).rejects.toThrow('not latest.sql');
});

test('the helper gives a new migration the next number and a beginning that can be applied', async () => {
  await write('9001-first.sql', 'select 1');
  expect(path.basename(await newMigration(folder, 'add-bookings'))).toBe('9002-add-bookings.sql');
  expect(await migrate(database.urls.owner, folder)).toContain('9002-add-bookings.sql');
  await expect(newMigration(folder, 'Add bookings')).rejects.toThrow(/lower case/);
});
