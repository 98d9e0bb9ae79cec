// From the environment to an open house, the same for the web process, the worker and the command line. What would be
// unsafe or is misconfigured ends the process here, with every reason in words.
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import pg from 'pg';
import { bootProblems } from './boot-guard.ts';
import { endOnSignal } from './closing.ts';
import { type Config, type ConfigChanges, readConfig, readMasterKey } from './config.ts';
import type { DatabaseUrls } from './database-roles.ts';
import { openFiles } from './files.ts';
import { type OpenHouse, openHouse } from './house.ts';
import { listeningProblem } from './listening.ts';
import { type Log, openLog } from './log.ts';
import { type StartedDatabase, startDatabase } from './start-database.ts';

export type Booted = {
  house: OpenHouse;
  database: StartedDatabase;
  config: Config;
  log: Log;
  close(): Promise<void>;
};

/** `parseArgs`, for which a word that it does not know is told in a sentence instead of a stack. */
export function readFlags<const Options extends ParseArgsConfig>(options: Options) {
  try {
    return parseArgs(options);
  } catch (error) {
    return refuse('The command line has a problem:', [wordsOf(error)]);
  }
}

/** Ends the process with a readable list. */
export function refuse(title: string, problems: readonly string[]): never {
  console.error(`${title}\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  process.exit(2);
}

export type BootOptions = {
  /** `joinDatabase` for a command that may run beside the web process. */
  open?: typeof startDatabase;
  /** The process will listen: a port that is taken is told before anything is started. */
  listens?: boolean;
};

/** Opens everything. `root` is the folder that holds `migrations/`; `changes` come from the command line. */
export async function boot(
  root: string,
  changes: ConfigChanges = {},
  { open = startDatabase, listens = false }: BootOptions = {},
): Promise<Booted> {
  const read = readConfig(changes);
  if (!read.ok) refuse('The configuration has problems:', read.problems);
  const { config } = read;
  const log = openLog(config.demo ? 'warn' : config.logLevel);
  const obstacles = [...folderProblems(config), ...(listens ? await portProblems(config) : [])];
  if (obstacles.length > 0) refuse('Likistä cannot start here:', obstacles);
  endOnSignal();

  const database = await open(config, log, join(root, 'migrations')).catch((error: unknown) =>
    refuse('The database could not be opened:', [wordsOf(error)]),
  );
  const problems = await guard(config, database.urls).catch((error: unknown) => [
    `The application's own role cannot ask the database: ${wordsOf(error)}`,
  ]);
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

/** What hinders writing into the data folder; the key of a demonstration is made on the way. */
function folderProblems(config: Config): string[] {
  try {
    // Others may pass through it to the database's folder, whose owner is not root; what lies in it is for us alone.
    makeFolder(config.dataFolder);
    accessSync(config.dataFolder, constants.W_OK | constants.X_OK);
    if (config.demo) makeDemonstrationKey(config.masterKeyFile);
    return [];
  } catch (error) {
    return [
      `The data folder ${config.dataFolder} cannot be made or written (${wordsOf(error)}). ` +
        'Name another with --data or DATA_DIR.',
    ];
  }
}

// Node's own `recursive` never ends in a folder that takes no folders, as /proc.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o755 });
}

async function portProblems(config: Config): Promise<string[]> {
  const probe = createServer().listen(config.port, config.host);
  const problem = await listeningProblem(probe, config);
  if (!problem) await new Promise((resolve) => probe.close(resolve));
  return problem ? [problem] : [];
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// A demonstration makes its own key beside its data folder; a real office must have been given one.
function makeDemonstrationKey(file: string): void {
  if (existsSync(file)) return;
  makeFolder(dirname(file));
  writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
}
