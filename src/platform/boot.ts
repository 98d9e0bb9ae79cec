// From the environment to an open house, the same for the web process, the worker and the command line. What would be
// unsafe or is misconfigured ends the process here, with every reason in words.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { bootProblems } from './boot-guard.ts';
import { type Config, type ConfigChanges, readConfig, readMasterKey } from './config.ts';
import type { DatabaseUrls } from './database-roles.ts';
import { openFiles } from './files.ts';
import { type OpenHouse, openHouse } from './house.ts';
import { type Log, openLog } from './log.ts';
import { type StartedDatabase, startDatabase } from './start-database.ts';

export type Booted = {
  house: OpenHouse;
  database: StartedDatabase;
  config: Config;
  log: Log;
  close(): Promise<void>;
};

/** Ends the process with a readable list. */
function refuse(title: string, problems: readonly string[]): never {
  console.error(`${title}\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  process.exit(2);
}

/**
 * Opens everything. `root` is the folder that holds `migrations/`; `changes` come from the command line; `open` is
 * `joinDatabase` for a command that may run beside the web process.
 */
export async function boot(
  root: string,
  changes: ConfigChanges = {},
  open: typeof startDatabase = startDatabase,
): Promise<Booted> {
  const read = readConfig(changes);
  if (!read.ok) refuse('The configuration has problems:', read.problems);
  const { config } = read;
  const log = openLog(config.demo ? 'warn' : config.logLevel);
  if (config.demo) makeDemonstrationKey(config.masterKeyFile);

  const database = await open(config, log, join(root, 'migrations')).catch((error: unknown) =>
    refuse('The database could not be opened:', [error instanceof Error ? error.message : String(error)]),
  );
  const problems = await guard(config, database.urls);
  if (problems.length > 0) {
    await database.stop();
    refuse('Likistä does not start, because this would be unsafe:', problems);
  }
  const house = await openHouse({
    config,
    urls: database.urls,
    masterKey: readMasterKey(config.masterKeyFile),
    files: await openFiles(config),
    log,
    trouble: database.trouble,
  });
  const close = async () => {
    await house.close();
    await database.stop();
  };
  return { house, database, config, log, close };
}

async function guard(config: Config, databaseUrls: DatabaseUrls): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrls.app });
  await client.connect();
  try {
    const secrets = {
      ...(config.turn ? { TURN_SECRET: config.turn.secret } : {}),
      ...(config.sms ? { SMS_GATEWAY_KEY: config.sms.key } : {}),
      ...(config.metricsToken ? { METRICS_TOKEN: config.metricsToken } : {}),
    };
    return await bootProblems({ ...config, databaseUrls, secrets }, client);
  } finally {
    await client.end();
  }
}

// A demonstration makes its own key beside its data folder; a real office must have been given one.
function makeDemonstrationKey(file: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
}
