// Starts, adopts and stops one PostgreSQL server; looking after it is watch.ts.
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { stopwatch } from '../clock.ts';
import { adminRole, isAlive, type RunningServer, saysReady, serverEnvironment } from './folder.ts';
import type { ServerProgram } from './program.ts';

export type DatabaseLog = {
  info(facts: object, words: string): void;
  warn(facts: object, words: string): void;
  error(facts: object, words: string): void;
};
const ourSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '200',
  shared_buffers: '96MB',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  idle_in_transaction_session_timeout: '60s',
  // A statement or the row it failed on may hold personal data: neither is ever logged.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** A running server: `child` when we started it, only a process number when we adopted it. */
export type Server = { pid: number; child: ChildProcess | undefined };

export type StartOptions = {
  program: ServerProgram;
  cluster: string;
  port: number;
  log: DatabaseLog;
  settings: Record<string, string>;
};

/** Ends of connections that belong to an ordinary day (a shutdown, a dropped test database). */
const usualEnd = /terminating connection|the database system is/;

/** Starts the server and waits until it takes connections. Throws what it said last when it ends instead. */
export async function startServer(options: StartOptions): Promise<Server> {
  const { program, cluster, log } = options;
  const settings = { ...ourSettings, port: String(options.port), ...options.settings };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program.postgres, ['-D', cluster, ...args], {
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own process group: Ctrl-C reaches us first, and we stop the server after its last user.
    detached: true,
    ...(program.account ? { uid: program.account.uid, gid: program.account.gid } : {}),
  });
  const lastLines = forwardLog(child, log);
  // Until it is ready nobody else looks after it: a process that ends meanwhile leaves no server behind.
  const endWithUs = () => child.kill('SIGINT');
  process.once('exit', endWithUs);
  try {
    return await untilReady(child, cluster, lastLines);
  } finally {
    process.off('exit', endWithUs);
  }
}

async function untilReady(child: ChildProcess, cluster: string, lastLines: () => string[]): Promise<Server> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  for (;;) {
    const { pid } = child;
    if (pid !== undefined && (await saysReady(cluster, pid))) return { pid, child };
    if (failure || child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The embedded database did not start: ${failure?.message ?? lastLines().join(' ')}`);
    }
    await sleep(20);
  }
}

/**
 * `startServer`, for a folder whose last server may have died a moment ago: its children hold its memory until they
 * notice, so it is tried for ten seconds.
 */
export async function startAfterDeath(options: StartOptions): Promise<Server> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await startServer(options);
    } catch (error) {
      if (attempt === 40 || !/shared memory block|lock file/.test((error as Error).message)) throw error;
      await sleep(250);
    }
  }
}

/** Passes on what an operator must know; returns a function that gives the last lines, for an error message. */
function forwardLog(child: ChildProcess, log: DatabaseLog): () => string[] {
  const last: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      last.push(line);
      if (last.length > 12) last.shift();
      if (/ (PANIC|FATAL): /.test(line) && !usualEnd.test(line))
        log.warn({ part: 'database' }, `PostgreSQL says: ${line}`);
      if (/No space left on device/.test(line)) child.emit('disk-full');
    }
  });
  return () => last;
}

const adoptionPatienceMs = 10_000;

/** Takes over a server whose parent was killed, when it is the one of this folder and knows our password. */
export async function adopt(
  orphan: RunningServer,
  cluster: string,
  password: string,
  log: DatabaseLog,
): Promise<RunningServer | undefined> {
  const url = `postgres://${adminRole}:${password}@127.0.0.1:${orphan.port}/postgres`;
  const waitedMs = stopwatch();
  while (waitedMs() < adoptionPatienceMs && (await isAlive(orphan.pid))) {
    try {
      const [said] = await askServer(url, `select current_setting('data_directory') as folder`);
      if (said?.folder !== cluster) break;
      log.info(
        { part: 'database', pid: orphan.pid },
        'Took over the database server of a process that had died.',
      );
      return orphan;
    } catch {
      // It may be starting, stopping or recovering: ask again.
      await sleep(200);
    }
  }
  log.warn(
    { part: 'database', pid: orphan.pid },
    'Stops a database server that was left behind and does not answer.',
  );
  await stopServer({ pid: orphan.pid, child: undefined });
  return undefined;
}

/**
 * Fast shutdown (with a checkpoint), or `at once` (the next start recovers from the log). What is deaf to that is ended
 * by force. Returns when the process is gone.
 */
export async function stopServer(server: Server, how: 'fast' | 'at once' = 'fast'): Promise<void> {
  const fast: [NodeJS.Signals, number][] = how === 'fast' ? [['SIGINT', 60_000]] : [];
  for (const [signal, patienceMs] of [...fast, ['SIGQUIT', 10_000], ['SIGKILL', 10_000]] as typeof fast) {
    if (await isGone(server)) return;
    // A stopped process (SIGSTOP) hears nothing else before it goes on.
    signalServer(server, 'SIGCONT');
    signalServer(server, signal);
    for (let waitedMs = 0; waitedMs < patienceMs && !(await isGone(server)); waitedMs += 20) await sleep(20);
  }
}

/** Whether the process has ended, as far as we can tell without asking the server. */
export async function isGone({ pid, child }: Server): Promise<boolean> {
  return child ? child.exitCode !== null || child.signalCode !== null : !(await isAlive(pid));
}

/** Sends a signal; a process that went in between is as good as one that heard it. */
export function signalServer({ pid }: Server, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Nothing is left to hear it.
  }
}

/** Runs statements one after the other on a connection of their own; gives up after five seconds. */
export async function askServer(
  adminUrl: string,
  ...statements: string[]
): Promise<Record<string, unknown>[]> {
  const client = new Client({
    connectionString: adminUrl,
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    // A frozen server does not answer a farewell either.
    await Promise.race([client.end().catch(() => {}), sleep(1000, undefined, { ref: false })]);
  }
}
