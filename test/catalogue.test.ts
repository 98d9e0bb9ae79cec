import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { offencesIn } from './catalogue.ts';
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

/** What the walker says after `change`, which is then undone. */
async function offencesAfter(change: string): Promise<string[]> {
  await owner.query('begin');
  try {
    await owner.query(change);
    return await offencesIn(owner);
  } finally {
    await owner.query('rollback');
  }
}

test('no table, view, grant or function lets one office reach into another', async () => {
  expect(await offencesIn(owner)).toEqual([]);
});

test('the walker sees the tables that there are', async () => {
  const { rows } = await owner.query(`select count(*)::int as many from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`);
  expect(rows[0].many).toBeGreaterThan(8);
});

test('a table made in the right way passes', async () => {
  const made = `
    create table good (office_id uuid not null, id uuid default uuidv7(), primary key (office_id, id),
      foreign key (office_id) references offices (office_id));
    call protect_table('good');`;
  expect(await offencesAfter(made)).toEqual([]);
  expect(await offencesAfter(made.replace('protect_table', 'protect_append_only'))).toEqual([]);
});

const good = `create table bad (office_id uuid not null, id uuid, note text, primary key (office_id, id));
  call protect_table('bad');`;

test.each([
  ['create table bad (id uuid)', 'bad has no column office_id that is uuid and not null'],
  [good.replace('office_id uuid not null', 'office_id text not null'), /operator does not exist|office_id/],
  ['create table bad (office_id uuid not null)', 'bad does not force row-level security'],
  [`${good} alter table bad no force row level security`, 'bad does not force row-level security'],
  [`${good} drop policy office_update on bad`, 'bad has no policy of its own office for update'],
  [
    `${good} create policy loose on bad for select to likista_app using (true)`,
    'bad has the policy loose that does not ask for the office',
  ],
  [
    `${good} create policy loose on bad for select using (note = 'public' or office_id = (select current_office()))`,
    'bad has the policy loose that does not ask for the office',
  ],
  [`${good} create unique index bad_note on bad (note)`, 'bad has the key bad_note without office_id'],
  [
    `${good} alter table bad add constraint no_two exclude using btree (note with =)`,
    'bad has the exclusion no_two without office_id',
  ],
  [
    `${good} create table other (office_id uuid not null, id uuid unique, primary key (office_id, id));
     alter table bad add constraint to_other foreign key (id) references other (id)`,
    'bad refers to other by to_other without office_id',
  ],
  [`${good} create view bad_view as select * from bad`, 'bad_view is a view without security_invoker'],
  [
    `${good} create materialized view bad_view as select * from bad`,
    'bad_view is a materialized view, which no policy protects',
  ],
  [`${good} grant truncate on bad to likista_app`, 'bad: likista_app may truncate'],
  [`${good} grant select on bad to public`, 'bad: everybody may select'],
  [
    'create function bad() returns int language sql security definer return 1',
    'bad() is security definer without a fixed search_path',
  ],
  [
    `create function bad() returns int language sql security definer set search_path = pg_catalog return 1;
     grant execute on function bad() to public`,
    'bad() is security definer and anybody may call it',
  ],
  ['grant create on schema public to likista_app', 'likista_app may create in schema public'],
])('the walker names what is wrong after: %s', async (change, offence) => {
  const said = await offencesAfter(change).catch((error: Error) => [error.message]);
  expect(said).toContainEqual(typeof offence === 'string' ? offence : expect.stringMatching(offence));
});

test('a table that belongs to the application is named', async () => {
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  try {
    await admin.query(`begin; ${good} alter table bad owner to likista_app`);
    expect(await offencesIn(admin)).toContain('bad belongs to likista_app');
  } finally {
    await admin.query('rollback');
    await admin.end();
  }
});
