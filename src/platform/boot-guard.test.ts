import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/database.ts';
import { type BootFacts, bootProblems, serverProblems } from './boot-guard.ts';

let database: TestDatabase;
let folder: string;
let sound: BootFacts;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'boot-guard-'));
  await mkdir(path.join(folder, 'data'));
  await keyAt('master.key');
  sound = {
    baseUrl: 'https://palvelut.example.fi',
    dataFolder: path.join(folder, 'data'),
    masterKeyFile: path.join(folder, 'master.key'),
    databaseUrls: database.urls,
    secrets: { TURN_SECRET: 'Yk3-vV0f9QmZrT1sJ8wLxB2cNd6hPe4u' },
  };
  return () => rm(folder, { recursive: true });
});

async function keyAt(name: string, bytes = 32): Promise<string> {
  const file = path.join(folder, name);
  const key = Buffer.from(crypto.getRandomValues(new Uint8Array(bytes)));
  await writeFile(file, `${key.toString('base64')}\n`, { mode: 0o600 });
  return file;
}

/** What the guard says about `facts`, asked as the role of `url`. */
async function problems(facts: BootFacts, url = database.urls.app): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await bootProblems(facts, client);
  } finally {
    await client.end();
  }
}

test('a house that is set up well starts', async () => {
  expect(await problems(sound)).toEqual([]);
});

test.each(['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:8080', 'http://kunta.localhost'])(
  'somebody trying the house out at %s needs no certificate',
  async (baseUrl) => expect(await problems({ ...sound, baseUrl })).toEqual([]),
);

test.each(['http://palvelut.example.fi', 'http://localhost.example.fi', 'http://127.example.fi'])(
  'people are not served without https at %s',
  async (baseUrl) =>
    expect(await problems({ ...sound, baseUrl })).toEqual([expect.stringContaining('https only')]),
);

test('without the master key the house does not start', async () => {
  const masterKeyFile = path.join(folder, 'lost.key');
  expect(await problems({ ...sound, masterKeyFile })).toEqual([expect.stringContaining('is not there')]);
});

test('a master key among the data is refused, also behind a link', async () => {
  const inside = await keyAt('data/master.key');
  expect(await problems({ ...sound, masterKeyFile: inside })).toEqual([
    expect.stringContaining('lies in the data'),
  ]);
  const link = path.join(folder, 'link.key');
  await symlink(inside, link);
  expect(await problems({ ...sound, masterKeyFile: link })).toEqual([
    expect.stringContaining('lies in the data'),
  ]);
});

test('a folder whose name merely begins alike is another folder', async () => {
  expect(await problems({ ...sound, masterKeyFile: await keyAt('data.key') })).toEqual([]);
});

test('a master key that others may read is refused', async () => {
  await chmod(sound.masterKeyFile, 0o640);
  expect(await problems(sound)).toEqual([expect.stringContaining('mode to 600')]);
});

test('a master key of the wrong length is refused', async () => {
  expect(await problems({ ...sound, masterKeyFile: await keyAt('short.key', 16) })).toEqual([
    expect.stringContaining('not 32 bytes'),
  ]);
});

test.each([
  ['', 'is empty'],
  ['password', 'others try first'],
  ['changeme-changeme-changeme-changeme', 'others try first'],
  ['Yk3-vV0f9QmZrT1sJ8wLxB2', 'fewer than 24 letters'],
  ['abababababababababababababababab', 'same few letters'],
])('the secret "%s" is refused', async (secret, reason) => {
  expect(await problems({ ...sound, secrets: { TURN_SECRET: secret } })).toEqual([
    expect.stringMatching(new RegExp(`TURN_SECRET.*${reason}`)),
  ]);
  const jobs = database.urls.jobs.replace(/:[^:@]+@/, `:${secret}@`);
  expect(await problems({ ...sound, databaseUrls: { ...database.urls, jobs } })).toEqual([
    expect.stringMatching(new RegExp(`"jobs".*${reason}`)),
  ]);
});

test('a database on another machine is reached with a checked certificate or not at all', async () => {
  const away = (tail: string) => database.urls.audit.replace(/@[^/]+\//, '@db.example.fi:5432/').concat(tail);
  const asked = (audit: string) => problems({ ...sound, databaseUrls: { ...database.urls, audit } });
  expect(await asked(away(''))).toEqual([expect.stringContaining('db.example.fi')]);
  expect(await asked(away('?sslmode=require'))).toEqual([expect.stringContaining('verify-full')]);
  expect(await asked(away('?sslmode=verify-full'))).toEqual([]);
  expect(await asked(`${database.urls.audit}?host=/run/postgresql`)).toEqual([]);
});

test('a connection that turned out not to be encrypted is refused, whatever its address says', async () => {
  const app = database.urls.app.replace(/@[^/]+\//, '@db.example.fi:5432/').concat('?sslmode=verify-full');
  const said = await problems({ ...sound, databaseUrls: { ...database.urls, app } });
  expect(said).toEqual([expect.stringContaining('not encrypted')]);
});

test('the application may not be the superuser', async () => {
  expect(await problems(sound, database.adminUrl)).toEqual([
    "The application's role likista_admin is a superuser, so nothing holds offices apart.",
  ]);
});

test('the application may not own its tables', async () => {
  expect(await problems(sound, database.urls.owner)).toEqual([
    expect.stringMatching(/likista_owner owns \d+ tables/),
  ]);
});

test('the application may not bypass row-level security, nor turn into somebody who may', async () => {
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  const made = `guard_${crypto.randomUUID().slice(0, 8)}`;
  try {
    await admin.query(
      `create role ${made}_strong bypassrls; create role ${made}_weak in role ${made}_strong, likista_owner`,
    );
    await admin.query(`set session authorization ${made}_strong`);
    expect(await bootProblems(sound, admin)).toEqual([
      `The application's role ${made}_strong bypasses row-level security (BYPASSRLS).`,
    ]);
    await admin.query(`reset session authorization; set session authorization ${made}_weak`);
    expect(await bootProblems(sound, admin)).toEqual([
      expect.stringContaining(`may act as ${made}_strong, which bypasses`),
      expect.stringMatching(/may act as likista_owner, which owns \d+ tables/),
    ]);
  } finally {
    await admin.query(`reset session authorization; drop role if exists ${made}_weak, ${made}_strong`);
    await admin.end();
  }
});

test('a database older than PostgreSQL 18 is refused by its name', () => {
  const server = { version: 170_006, encrypted: true, role: 'likista_app', superuser: false, mayAct: [] };
  expect(serverProblems(server, database.urls.app)).toEqual([
    'The database is PostgreSQL 17.6. Version 18 or newer is needed.',
  ]);
  expect(serverProblems({ ...server, version: 180_004 }, database.urls.app)).toEqual([]);
});

test('every reason is told at once', async () => {
  const said = await problems(
    {
      ...sound,
      baseUrl: 'http://palvelut.example.fi',
      masterKeyFile: 'nowhere',
      secrets: { TURN_SECRET: 'x' },
    },
    database.urls.owner,
  );
  expect(said).toHaveLength(4);
});
