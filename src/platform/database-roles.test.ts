import { readFile, stat } from 'node:fs/promises';
import { Client, Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/database.ts';
import { prepareRoles } from './database-roles.ts';

let database: TestDatabase;
let app: Client;
let office: string;
beforeAll(async () => {
  database = await openTestDatabase();
  app = new Client({ connectionString: database.urls.app });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.close();
});
beforeEach(async () => {
  office = await newOffice();
});

async function newOffice(): Promise<string> {
  const id = crypto.randomUUID();
  await inOffice(id, () =>
    app.query(`insert into offices (slug, name) values ($1, '{"fi":"A","sv":"B","en":"C"}')`, [`o${id}`]),
  );
  return id;
}

async function inOffice<T>(id: string, work: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    await app.query(`select set_config('app.office', $1, true)`, [id]);
    const result = await work();
    await app.query('commit');
    return result;
  } catch (error) {
    await app.query('rollback');
    throw error;
  }
}

async function ask(
  url: string,
  question: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question, values)).rows;
  } finally {
    await client.end();
  }
}

const key = () => crypto.randomUUID();
const submit = (id = key()) =>
  app.query(`insert into submissions (key, method, path) values ($1, 'POST', '/')`, [id]);

test('an office sees its own rows and no others, and outside an office nothing is seen', async () => {
  const other = await newOffice();
  await inOffice(office, () => submit());
  expect((await inOffice(office, () => app.query('select office_id from submissions'))).rows).toEqual([
    { office_id: office },
  ]);
  expect((await inOffice(other, () => app.query('select from submissions'))).rowCount).toBe(0);
  expect((await app.query('select from submissions')).rowCount).toBe(0);
});

test('one office cannot write into another, move a row there, or change and remove its rows', async () => {
  const other = await newOffice();
  await inOffice(office, () => submit());
  const asOther = (question: string) => inOffice(other, () => app.query(question, [office]));
  await expect(
    asOther(`insert into submissions (office_id, key, method, path) values ($1, uuidv7(), 'POST', '/')`),
  ).rejects.toThrow(/row-level security/);
  expect((await asOther(`update submissions set path = '/x' where office_id = $1`)).rowCount).toBe(0);
  expect((await asOther('delete from submissions where office_id = $1')).rowCount).toBe(0);
  await inOffice(other, () => submit());
  await expect(asOther('update submissions set office_id = $1')).rejects.toThrow(/row-level security/);
});

test('the office is forgotten with its transaction', async () => {
  await inOffice(office, () => submit());
  expect((await app.query('select current_office() as office')).rows).toEqual([{ office: null }]);
});

test('two offices cannot have one address, and an address is found before its office is known', async () => {
  const other = await newOffice();
  const move = (id: string, host: string) =>
    inOffice(id, () => app.query('update offices set host = $1', [host]));
  const host = `${key()}.example.fi`;
  await move(office, host);
  await expect(move(other, host)).rejects.toThrow(/office_addresses_host_key/);
  expect(
    await ask(database.urls.app, 'select office_id from house.office_addresses where host = $1', [host]),
  ).toEqual([{ office_id: office }]);
});

test('what has happened and who has looked cannot be rewritten by the application', async () => {
  const looked = `insert into access_log (actor_role, act, subject, purpose) values ('coach', 'read', 'client-file', 'coaching')`;
  await inOffice(office, () => app.query(looked));
  await inOffice(office, () => app.query(`insert into events (name) values ('booking.made')`));
  for (const change of [
    `update access_log set purpose = 'other'`,
    'delete from access_log',
    `update events set name = 'other'`,
    'delete from events',
    'truncate events',
    `insert into access_log_chain values (current_office(), 1, uuidv7(), '', '')`,
  ]) {
    await expect(inOffice(office, () => app.query(change))).rejects.toThrow(/permission denied/);
  }
});

test('the sealer reads every office and adds links, and can do nothing else', async () => {
  const { audit } = database.urls;
  const { rows } = await inOffice(office, () =>
    app.query(`insert into access_log (actor_role, act, subject, purpose)
      values ('coach', 'read', 'client-file', 'coaching') returning id`),
  );
  const hash = Buffer.alloc(32, 1);
  await ask(audit, 'insert into access_log_chain values ($1, 1, $2, $3, $3)', [office, rows[0].id, hash]);
  expect(await ask(audit, 'select entry_id from access_log_chain where office_id = $1', [office])).toEqual([
    { entry_id: rows[0].id },
  ]);
  for (const forbidden of [
    'update access_log_chain set seq = 2',
    'delete from access_log_chain',
    'delete from access_log',
    'select * from offices',
    'select * from events',
    'select * from pgboss.job',
  ]) {
    await expect(ask(audit, forbidden)).rejects.toThrow(/permission denied/);
  }
});

test('workers of the queue see jobs and no table of an office', async () => {
  expect(await ask(database.urls.jobs, 'select count(*)::int as many from pgboss.job')).toEqual([
    { many: 0 },
  ]);
  await expect(ask(database.urls.jobs, 'select * from submissions')).rejects.toThrow(/permission denied/);
  await expect(ask(database.urls.jobs, 'create table pgboss.mine (id int)')).rejects.toThrow(
    /permission denied/,
  );
});

test('a job is queued by the application in its transaction, done by a worker, and read by nobody else', async () => {
  const boss = new PgBoss({ connectionString: database.urls.jobs, migrate: false, schedule: false });
  const errors: unknown[] = [];
  boss.on('error', (error) => errors.push(error));
  await boss.start();
  const pool = new Pool({ connectionString: database.urls.app, max: 1 });
  try {
    await boss.createQueue('trial', { notify: true });
    const send = (data: object) =>
      boss.send('trial', data, {
        db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values as unknown[]) },
        singletonKey: JSON.stringify(data),
      });
    await pool.query('begin');
    await send({ lost: true });
    await pool.query('rollback');
    await pool.query('begin');
    await send({ eventId: 'kept' });
    await pool.query('commit');
    await expect(pool.query('select data from pgboss.job')).rejects.toThrow(/permission denied/);
    await expect(pool.query('delete from pgboss.job')).rejects.toThrow(/permission denied/);

    const done = await boss.fetch('trial', { batchSize: 10 });
    expect(done.map((job) => job.data)).toEqual([{ eventId: 'kept' }]);
    await boss.complete(
      'trial',
      done.map((job) => job.id),
    );
    await boss.supervise();
    expect(errors).toEqual([]);
  } finally {
    await pool.end();
    await boss.stop({ graceful: false });
  }
});

test('preparing again changes no password, and the file is for our eyes only', async () => {
  const { adminUrl, passwordFile: kept } = inject('database');
  const before = await readFile(kept, 'utf8');
  const name = `test_${key().replaceAll('-', '')}`;
  const urls = await prepareRoles(adminUrl, name, kept);
  expect(await prepareRoles(adminUrl, name, kept)).toEqual(urls);
  expect(await readFile(kept, 'utf8')).toBe(before);
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
  expect(new Set(Object.values(urls).map((url) => new URL(url).password)).size).toBe(4);
  expect(
    await ask(
      urls.owner,
      `select extname::text as name from pg_extension where extname ~ 'gist|crypto' order by 1`,
    ),
  ).toEqual([{ name: 'btree_gist' }, { name: 'pgcrypto' }]);
  await ask(adminUrl, `drop database ${name}`);
});
