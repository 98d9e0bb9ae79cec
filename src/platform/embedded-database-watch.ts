// Looks after a running server: notices its death or silence and starts it again, and notices a full disk.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { isAlive } from './embedded-database-folder.ts';
import { type DatabaseLog, type Server, stopServer } from './embedded-database-server.ts';
import {
  freeBytes,
  inMebibytes,
  layBallast,
  releaseBallast,
  type SpaceLimits,
} from './embedded-database-space.ts';

export type DatabaseState = 'running' | 'restarting' | 'disk-full' | 'stopped';
export type DatabaseTrouble = { state: DatabaseState; words: string };

export type WatchOptions = {
  server: Server;
  start: () => Promise<Server>;
  adminUrl: string;
  folder: string;
  cluster: string;
  log: DatabaseLog;
  limits: SpaceLimits;
};

const lookEveryMs = 500;
const askEveryLooks = 10;
/** Six unanswered questions of five seconds: a busy server answers in that time, a frozen one never. */
const silencesBeforeRestart = 6;

export function watchServer(options: WatchOptions) {
  const { log, limits, folder } = options;
  const listeners: ((trouble: DatabaseTrouble) => void)[] = [];
  let server = options.server;
  let state: DatabaseState = 'running';
  let stopping = false;
  let wake = () => {};

  const enter = (next: DatabaseState, words: string) => {
    state = next;
    const say = next === 'running' || next === 'stopped' ? log.info : log.error;
    say.call(log, { part: 'database', state: next }, words);
    for (const listener of listeners) listener({ state: next, words });
  };
  const endWithUs = () => {
    if (!stopping) process.kill(server.pid, 'SIGINT');
  };
  const hearServer = () => {
    server.child?.once('exit', () => wake());
    server.child?.on('disk-full', () => wake());
  };

  const lookAtSpace = async () => {
    const free = await freeBytes(options.cluster);
    if (state === 'running' && free < limits.stopWritingBelow) {
      await releaseBallast(folder);
      const words = `Only ${inMebibytes(free)} of disk is free under the database. It only reads until there is ${inMebibytes(limits.writeAgainAbove)}.`;
      enter('disk-full', words);
      await setReadOnly(options.adminUrl, true).catch((error: Error) =>
        log.warn({ part: 'database' }, `The database could not be made read-only: ${error.message}`),
      );
    } else if (state === 'disk-full' && free >= limits.writeAgainAbove) {
      await setReadOnly(options.adminUrl, false);
      await layBallast(folder, limits.ballast);
      enter('running', 'There is room on the disk again. The database writes as before.');
    } else if (state === 'running' && free >= limits.writeAgainAbove) {
      await layBallast(folder, limits.ballast);
    }
  };

  const restart = async () => {
    for (let attempt = 0; !stopping; attempt++) {
      const free = await freeBytes(options.cluster);
      if (free < limits.stopWritingBelow) {
        await releaseBallast(folder);
        if (state !== 'disk-full') {
          enter(
            'disk-full',
            `The database server died with ${inMebibytes(free)} of disk free. It waits for room.`,
          );
        }
        if ((await freeBytes(options.cluster)) < limits.stopWritingBelow) {
          await pause(1000);
          continue;
        }
      }
      if (attempt === 0 && state === 'running')
        enter('restarting', 'The database server died. It is started again.');
      // Children of the dead server may still hold its memory for a moment, so the first try can fail.
      await pause(Math.min(10_000, attempt === 0 ? 0 : 100 * 2 ** attempt));
      try {
        server = await options.start();
        hearServer();
        if (stopping) return;
        if (state === 'restarting') enter('running', 'The database server runs again.');
        return;
      } catch (error) {
        log.warn({ part: 'database', attempt }, (error as Error).message);
      }
    }
  };

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopping) wake();
    });

  const look = async () => {
    let silences = 0;
    for (let looks = 1; !stopping; looks++) {
      await pause(lookEveryMs);
      if (stopping) return;
      try {
        if (!(await runs(server))) {
          await restart();
          silences = 0;
        }
        await lookAtSpace();
        if (looks % askEveryLooks === 0 && !stopping)
          silences = (await answers(options.adminUrl)) ? 0 : silences + 1;
        if (silences >= silencesBeforeRestart) {
          log.error(
            { part: 'database' },
            'The database server does not answer. It is stopped and started again.',
          );
          process.kill(server.pid, 'SIGCONT');
          process.kill(server.pid, 'SIGQUIT');
        }
      } catch (error) {
        log.warn({ part: 'database' }, `Looking after the database failed: ${(error as Error).message}`);
      }
    }
  };

  hearServer();
  process.once('exit', endWithUs);
  const looking = look();
  return {
    state: () => state,
    onTrouble: (listener: (trouble: DatabaseTrouble) => void) => void listeners.push(listener),
    stop: async () => {
      if (stopping) return looking;
      stopping = true;
      wake();
      await looking;
      process.off('exit', endWithUs);
      await stopServer(server);
      enter('stopped', 'The database server is stopped.');
    },
  };
}

async function runs(server: Server): Promise<boolean> {
  if (server.child) return server.child.exitCode === null && server.child.signalCode === null;
  return isAlive(server.pid);
}

async function answers(adminUrl: string): Promise<boolean> {
  return asAdmin(adminUrl, 'select 1').then(
    () => true,
    // "Too many clients" is an answer too.
    (error: { code?: string }) => error.code === '53300',
  );
}

/** New transactions of every session become read-only (or writable) within a moment. */
async function setReadOnly(adminUrl: string, readOnly: boolean): Promise<void> {
  await asAdmin(
    adminUrl,
    readOnly
      ? 'alter system set default_transaction_read_only = on'
      : 'alter system reset default_transaction_read_only',
    'select pg_reload_conf()',
  );
}

async function asAdmin(adminUrl: string, ...statements: string[]): Promise<void> {
  const client = new Client({
    connectionString: adminUrl,
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    for (const statement of statements) await client.query(statement);
  } finally {
    await Promise.race([client.end().catch(() => {}), sleep(1000, undefined, { ref: false })]);
  }
}
