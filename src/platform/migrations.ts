// Brings a database up to the version of the program. Files are SQL, applied in order, one transaction each, by one
// process at a time; a file that has been applied anywhere may never change again.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { prepareQueue } from './migrations-queue.ts';

export type MigrationFile = { name: string; sql: string; checksum: string };

/** Any number, as long as it stays the same: it names the lock that keeps two migrating processes apart. */
const lockNumber = 5_254_781_207;

/**
 * Applies the files of `folder` that are missing, then brings the job queue's tables up to date. Returns the names of
 * the files applied now. Throws in words when an applied file was edited or is gone, and when a file fails.
 */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const files = await readMigrations(folder);
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    // A second process waits here for the first, however long its migration takes.
    await client.query(`set lock_timeout = 0; set client_min_messages = warning`);
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    const applied = await appliedMigrations(client);
    refuseEdited(files, applied);
    const missing = files.filter((file) => !applied.has(file.name));
    for (const file of missing) await apply(client, file);
    await prepareQueue(client, ownerUrl);
    return missing.map((file) => file.name);
  } finally {
    await client.end();
  }
}

/** Reads `NNNN-name.sql` in order. Throws when a number is missing, used twice, or a file is named otherwise. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files: MigrationFile[] = [];
  for (const name of names) {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (number === undefined) throw new Error(`A migration is named NNNN-what-it-does.sql, not ${name}.`);
    if (files.some((file) => file.name.startsWith(`${number}-`))) {
      throw new Error(`Two migrations have the number ${number}. Give the newer one the next free number.`);
    }
    const sql = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    files.push({ name, sql, checksum: createHash('sha256').update(sql).digest('hex') });
  }
  return files;
}

async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  await client.query(`
    create schema if not exists house;
    create table if not exists house.migrations (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default clock_timestamp()
    )`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from house.migrations order by name',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseEdited(files: MigrationFile[], applied: Map<string, string>): void {
  for (const [name, checksum] of applied) {
    const file = files.find((f) => f.name === name);
    if (!file) {
      throw new Error(
        `This database has the migration ${name}, which this program does not know. ` +
          'It was made by a newer version: start that one, or restore a backup.',
      );
    }
    if (file.checksum !== checksum) {
      throw new Error(
        `The migration ${name} was edited after it had been applied to this database. ` +
          'Put it back as it was and write the change as a new migration (npm run new-migration).',
      );
    }
  }
}

async function apply(client: Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.sql);
    await client.query('insert into house.migrations (name, checksum) values ($1, $2)', [
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const { message, position } = error as { message: string; position?: string };
    const line = position ? file.sql.slice(0, Number(position)).split('\n').length : undefined;
    throw new Error(`The migration ${file.name} failed${line ? ` at line ${line}` : ''}: ${message}`, {
      cause: error,
    });
  }
}
