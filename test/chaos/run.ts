// What the chaos runs have in common: a real server with its real settings (fsync on), a table, and writers whose
// acknowledged rows are noted.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { prepareRoles } from '../../src/platform/database-roles.ts';
import { runningServer } from '../../src/platform/embedded-database/folder.ts';
import type { SpaceLimits } from '../../src/platform/embedded-database/space.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';

export type ChaosRun = {
  folder: string;
  database: EmbeddedDatabase;
  /** Every id whose row the database has acknowledged, by any writer so far. */
  acknowledged: Set<string>;
  startWriter(): ChildProcess;
  /** How many rows were acknowledged when asked, how many there are, and how many acknowledged ones are not there. */
  count(): Promise<{ promised: number; rows: number; lost: number }>;
  postmaster(): Promise<number>;
  end(): Promise<void>;
};

/** Prepares a run in a temporary folder, or in `disk` when the run needs one of its own. */
export async function prepareRun(options: { disk?: string; space?: SpaceLimits } = {}): Promise<ChaosRun> {
  const folder = options.disk ?? (await mkdtemp(path.join(tmpdir(), `likista-test-${process.pid}-`)));
  await mkdir(folder, { recursive: true });
  const log = {
    info: () => {},
    warn: (_: object, words: string) => console.log(`  ${words}`),
    error: (_: object, words: string) => console.log(`  ${words}`),
  };
  const database = await startEmbeddedDatabase({
    folder,
    log,
    ...(options.space ? { space: options.space } : {}),
  });
  const urls = await prepareRoles(database.adminUrl('postgres'), 'chaos', path.join(folder, 'roles.json'));
  await query(
    urls.owner,
    'create table chaos_rows (id uuid primary key); grant insert on chaos_rows to likista_app',
  );
  const acknowledged = new Set<string>();
  return {
    folder,
    database,
    acknowledged,
    startWriter: () => startWriter(urls.app, acknowledged),
    async count() {
      // Taken before the question: writers that live go on while it is answered.
      const promised = [...acknowledged];
      const there = new Set(
        (await query(urls.owner, 'select id from chaos_rows')).map((row) => String(row.id)),
      );
      return {
        promised: promised.length,
        rows: there.size,
        lost: promised.filter((id) => !there.has(id)).length,
      };
    },
    async postmaster() {
      const server = await runningServer(path.join(folder, 'cluster'));
      if (!server) throw new Error('No database server runs.');
      return server.pid;
    },
    async end() {
      await database.stop();
      if (!options.disk) await rm(folder, { recursive: true, force: true });
    },
  };
}

function startWriter(url: string, acknowledged: Set<string>): ChildProcess {
  const program = path.join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      // The last line of a killed process may be cut short: then the row does not count as acknowledged.
      const id = /^\+ ([0-9a-f-]{36})$/.exec(line)?.[1];
      if (id) acknowledged.add(id);
    });
  }
  return child;
}

/** Kills a process without warning and waits until all that it said has been read. */
export async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** Waits until `happened` gives true, asking every 50 ms; throws when it has not in `seconds`. */
export async function until(
  seconds: number,
  what: string,
  happened: () => boolean | Promise<boolean>,
): Promise<void> {
  for (let asked = 0; asked < seconds * 20; asked++) {
    if (await happened()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not happen in ${seconds} seconds.`);
}

export async function query(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(question)).rows ?? [];
  } finally {
    await client.end();
  }
}
