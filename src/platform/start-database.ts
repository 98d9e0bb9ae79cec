// From a configuration to a migrated database with its four roles, embedded or external.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { type DatabaseUrls, prepareRoles } from './database-roles.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import type { Log } from './log.ts';
import { migrate } from './migrations.ts';

export type StartedDatabase = { urls: DatabaseUrls; stop(): Promise<void> };

/** Starts or finds the database and brings its schema up to date. `migrations` is the folder of SQL files. */
export async function startDatabase(config: Config, log: Log, migrations: string): Promise<StartedDatabase> {
  const started =
    config.database.kind === 'external' ? external(config.database) : await embedded(config, log);
  const done = await migrate(started.urls.owner, migrations);
  if (done.length > 0) log.info({ migrations: done.length }, 'the schema is up to date');
  return started;
}

function external(urls: DatabaseUrls): StartedDatabase {
  return { urls, stop: async () => {} };
}

async function embedded(config: Config, log: Log): Promise<StartedDatabase> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o755 });
  const database = await startEmbeddedDatabase({ folder: join(config.dataFolder, 'postgresql'), log });
  const urls = await prepareRoles(
    database.adminUrl('postgres'),
    'likista',
    join(config.dataFolder, 'roles.json'),
  );
  return { urls, stop: () => database.stop() };
}
