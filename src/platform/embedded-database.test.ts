import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { runningServer } from './embedded-database/folder.ts';
import { makeMissingLinks, reachable } from './embedded-database/program.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const roomy = { ballast: 0, stopWritingBelow: 0, writeAgainAbove: 0 };
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `likista-test-${process.pid}-`));
  endings.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function start(folder: string, space = roomy, more = {}): Promise<EmbeddedDatabase> {
  const settings = { fsync: 'off', ...more };
  const database = await startEmbeddedDatabase({ folder, log: silent, space, settings });
  endings.push(() => database.stop());
  return database;
}

async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

function stateOf(database: EmbeddedDatabase, wanted: string): Promise<string> {
  return new Promise((resolve) => {
    database.onTrouble(({ state, words }) => {
      if (state === wanted) resolve(words);
    });
  });
}

async function postmaster(folder: string): Promise<number> {
  const server = await runningServer(path.join(folder, 'cluster'));
  if (!server) throw new Error('no server runs');
  return server.pid;
}

test('the house starts also when another program takes the port that was just found free', async () => {
  const folder = await newFolder();
  // Free where it is looked for, taken where the server wants to listen.
  const other = createServer().listen(0, '127.0.0.2');
  await once(other, 'listening');
  endings.push(async () => other.close());
  const { port } = other.address() as AddressInfo;
  await writeFile(path.join(folder, 'port'), String(port));
  const database = await start(folder, roomy, { listen_addresses: '0.0.0.0' });
  expect(database.port).not.toBe(port);
  expect(await ask(database.adminUrl('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('nobody gets in without the password, and the password is for our eyes only', async () => {
  const folder = await newFolder();
  const database = await start(folder);
  const url = database.adminUrl('postgres');

  const [facts] = await ask(
    url,
    `select current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
            current_setting('data_checksums') as checksums, current_setting('log_min_error_statement') as logged,
            (select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = current_user) as scram,
            (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as ways_in`,
  );
  expect(facts).toEqual({
    listens: '127.0.0.1',
    sockets: '',
    checksums: 'on',
    logged: 'panic',
    scram: true,
    ways_in: 'scram-sha-256',
  });
  const file = path.join(folder, 'admin-password');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, 'utf8')).length).toBeGreaterThanOrEqual(32);
  await expect(ask(url.replace(/:[^:@]+@/, ':password@'), 'select 1')).rejects.toThrow(/password/);
});

test('what was saved is there after a restart, at the same address', async () => {
  const folder = await newFolder();
  const before = await start(folder);
  await ask(before.adminUrl('postgres'), `create table notes as select 'kept' as word`);
  await before.stop();
  expect(before.state()).toBe('stopped');

  const after = await start(folder);
  expect(after.adminUrl('postgres')).toBe(before.adminUrl('postgres'));
  expect(await ask(after.adminUrl('postgres'), 'select word from notes')).toEqual([{ word: 'kept' }]);
});

test('a first start that was cut short is begun again', async () => {
  const folder = await newFolder();
  await mkdir(path.join(folder, 'cluster.unfinished'));
  await writeFile(path.join(folder, 'cluster.unfinished', 'PG_VERSION'), '18\n');
  await writeFile(path.join(folder, 'supervisor'), '');
  const database = await start(folder);
  expect(await ask(database.adminUrl('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await readdir(folder)).not.toContain('cluster.unfinished');
});

test('without its password an old database is not started over by a new one', async () => {
  const folder = await newFolder();
  await (await start(folder)).stop();
  await rm(path.join(folder, 'admin-password'));
  await expect(start(folder)).rejects.toThrow(/admin-password is gone/);
});

test('a server that dies is noticed, started again, and both are told in words', async () => {
  const folder = await newFolder();
  const database = await start(folder);
  await ask(database.adminUrl('postgres'), `create table notes as select 'kept' as word`);
  const died = stateOf(database, 'restarting');
  const back = stateOf(database, 'running');
  process.kill(await postmaster(folder), 'SIGKILL');

  expect(await died).toMatch(/died/);
  expect(await back).toMatch(/runs again/);
  expect(await ask(database.adminUrl('postgres'), 'select word from notes')).toEqual([{ word: 'kept' }]);
});

test('the server of a process that was killed is taken over, and watched like our own', async () => {
  const folder = await newFolder();
  await killedProcess(folder);
  const left = await postmaster(folder);

  const database = await start(folder);
  expect(await postmaster(folder)).toBe(left);
  expect(await ask(database.adminUrl('postgres'), 'select word from notes')).toEqual([{ word: 'kept' }]);

  const back = stateOf(database, 'running');
  process.kill(left, 'SIGKILL');
  await back;
  expect(await postmaster(folder)).not.toBe(left);
});

test('a folder has one process that looks after it, and the second is told which', async () => {
  const folder = await newFolder();
  await start(folder);
  await expect(start(folder)).rejects.toThrow(`already in use by process ${process.pid}`);
});

test('when the disk is nearly full nothing is saved, reading goes on, and it recovers by itself', async () => {
  const folder = await newFolder();
  const space = { ...roomy, ballast: 1_000_000 };
  const database = await start(folder, space);
  const url = database.adminUrl('postgres');
  await ask(url, `create table notes as select 'kept' as word`);
  await expect.poll(async () => (await stat(path.join(folder, 'ballast'))).size).toBe(1_000_000);

  const full = stateOf(database, 'disk-full');
  Object.assign(space, {
    stopWritingBelow: Number.MAX_SAFE_INTEGER,
    writeAgainAbove: Number.MAX_SAFE_INTEGER,
  });
  expect(await full).toMatch(/Disk nearly full/);
  expect(database.trouble()?.words).toMatch(/Disk nearly full/);
  await expect
    .poll(() => ask(url, 'create table refused (id int); drop table refused').catch((error) => error.code))
    .toBe('25006');
  expect(await ask(url, 'select word from notes')).toEqual([{ word: 'kept' }]);
  expect(await readdir(folder)).not.toContain('ballast');

  const well = stateOf(database, 'running');
  Object.assign(space, { stopWritingBelow: 0, writeAgainAbove: 0 });
  expect(await well).toMatch(/room/);
  expect(database.trouble()).toBe(undefined);
  await expect
    .poll(() => ask(url, `insert into notes values ('new')`).then(() => 'saved', String))
    .toBe('saved');
});

test('library links that a blocked install script did not make are made at start, once', async () => {
  const folder = await newFolder();
  const native = path.join(folder, 'native');
  await mkdir(path.join(native, 'lib'), { recursive: true });
  await writeFile(path.join(native, 'lib', 'libicuuc.so.60.2'), 'library');
  await writeFile(
    path.join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }]),
  );
  expect(await makeMissingLinks(native)).toBe(1);
  expect((await lstat(path.join(native, 'lib', 'libicuuc.so.60'))).isSymbolicLink()).toBe(true);
  expect(await readFile(path.join(native, 'lib', 'libicuuc.so.60'), 'utf8')).toBe('library');
  expect(await makeMissingLinks(native)).toBe(0);
});

/** Starts a server in a process of its own, saves a row, and kills that process without warning. */
async function killedProcess(folder: string): Promise<void> {
  const program = `
    import { Client } from 'pg';
    import { startEmbeddedDatabase } from './embedded-database.ts';
    const log = { info() {}, warn() {}, error() {} };
    const database = await startEmbeddedDatabase({ folder: process.argv[1], log });
    const client = new Client({ connectionString: database.adminUrl('postgres') });
    await client.connect();
    await client.query("create table notes as select 'kept' as word");
    console.log('saved');`;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '--eval', program, folder], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a folder under a closed home is known to be out of reach for the account that runs the server', async () => {
  const folder = await newFolder();
  const inner = path.join(folder, 'closed', 'data');
  await mkdir(inner, { recursive: true });
  const stranger = { name: 'stranger', uid: 4_000_000, gid: 4_000_000 };
  await chmod(folder, 0o711);
  expect(await reachable(inner, stranger)).toBe(true);
  await chmod(path.join(folder, 'closed'), 0o700);
  expect(await reachable(inner, stranger)).toBe(false);
});
