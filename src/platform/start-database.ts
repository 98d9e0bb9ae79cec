// From a configuration to a migrated database with its four roles, embedded or external.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from './config.ts';
import { type DatabaseUrls, prepareRoles, urlsOfRoles } from './database-roles.ts';
import type { DatabaseTrouble } from './embedded-database/watch.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import type { Log } from './log.ts';
import { migrate } from './migrations.ts';

export type StartedDatabase = {
  urls: DatabaseUrls;
  stop(): Promise<void>;
  /** What is wrong with the server now, in words; undefined when nothing is, or when it is not ours to watch. */
  trouble(): DatabaseTrouble | undefined;
};

/** Starts or finds the database and brings its schema up to date. `migrations` is the folder of SQL files. */
export async function startDatabase(config: Config, log: Log, migrations: string): Promise<StartedDatabase> {
  const started =
    config.database.kind === 'external' ? external(config.database) : await embedded(config, log);
  const done = await migrate(started.urls.owner, migrations);
  if (done.length > 0) log.info({ migrations: done.length }, 'the schema is up to date');
  return started;
}

/**
 * For a command that may run beside the web process: the embedded server that is up already, which the web process
 * looks after and which is left running, or else the same as `startDatabase`.
 */
export async function joinDatabase(config: Config, log: Log, migrations: string): Promise<StartedDatabase> {
  const urls = config.database.kind === 'embedded' ? await runningEmbedded(config) : undefined;
  return urls ? external(urls) : startDatabase(config, log, migrations);
}

async function runningEmbedded(config: Config): Promise<DatabaseUrls | undefined> {
  try {
    const port = Number(await readFile(join(config.dataFolder, 'postgresql', 'port'), 'utf8'));
    const passwords = JSON.parse(await readFile(join(config.dataFolder, 'roles.json'), 'utf8'));
    const urls = urlsOfRoles(`postgres://127.0.0.1:${port}/`, 'likista', passwords);
    const client = new pg.Client({ connectionString: urls.app, connectionTimeoutMillis: 3_000 });
    await client.connect();
    await client.end();
    return urls;
  } catch {
    return undefined;
  }
}

function external({ owner, app, jobs, audit }: DatabaseUrls): StartedDatabase {
  return { urls: { owner, app, jobs, audit }, stop: async () => {}, trouble: () => undefined };
}

async function embedded(config: Config, log: Log): Promise<StartedDatabase> {
  const database = await startEmbeddedDatabase({ folder: join(config.dataFolder, 'postgresql'), log });
  const urls = await prepareRoles(
    database.adminUrl('postgres'),
    'likista',
    join(config.dataFolder, 'roles.json'),
  );
  return { urls, stop: () => database.stop(), trouble: database.trouble };
}
