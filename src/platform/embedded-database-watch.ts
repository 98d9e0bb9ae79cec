// Looks after a running server: notices its death or silence and starts it again, and notices a full disk.
import { isAlive } from './embedded-database-folder.ts';
import { askServer, type DatabaseLog, type Server, stopServer } from './embedded-database-server.ts';
import {
  freeBytes,
  inMebibytes,
  isReadOnly,
  layBallast,
  releaseBallast,
  type SpaceLimits,
  setReadOnly,
} from './embedded-database-space.ts';

/** `disk-full`: the server only reads (or is down, if it died of it) until there is room. */
export type DatabaseState = 'running' | 'restarting' | 'disk-full' | 'stopped';
export type DatabaseTrouble = { state: DatabaseState; words: string };

export type WatchOptions = {
  server: Server;
  start: () => Promise<Server>;
  adminUrl: string;
  folder: string;
  cluster: string;
  log: DatabaseLog;
  /** Read again at each look, so an operator's tool or a test may change them while the server runs. */
  limits: SpaceLimits;
};

export type ServerWatch = {
  state(): DatabaseState;
  onTrouble(listener: (trouble: DatabaseTrouble) => void): void;
  stop(): Promise<void>;
};

const lookEveryMs = 500;
const askEveryLooks = 10;
/** Six unanswered questions of five seconds: a busy server answers in that time, a frozen one never. */
const silencesBeforeRestart = 6;
/** PostgreSQL cannot recover without room for one piece of its write-ahead log. */
const leastToStart = 16 * 1024 * 1024;
const longestPauseMs = 10_000;

/** Watches until `stop()`, which also stops the server. */
export async function watchServer(options: WatchOptions): Promise<ServerWatch> {
  const { log, limits, folder, cluster, adminUrl } = options;
  const listeners: ((trouble: DatabaseTrouble) => void)[] = [];
  let server = options.server;
  let state: DatabaseState = 'running';
  let stopping = false;
  let readOnly = await isReadOnly(cluster);
  let complained = false;
  let wake = () => {};

  const enter = (next: DatabaseState, words: string) => {
    state = next;
    const level = next === 'running' || next === 'stopped' ? 'info' : 'error';
    log[level]({ part: 'database', state: next }, words);
    for (const listener of listeners) listener({ state: next, words });
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

  // Where not even this setting finds room to be written it is tried at each look, and complained of once.
  const onlyRead = async () => {
    try {
      await setReadOnly(adminUrl, true);
      readOnly = true;
    } catch (error) {
      if (!complained) log.warn({ part: 'database' }, `It is not read-only yet: ${(error as Error).message}`);
      complained = true;
    }
  };

  const lookAtSpace = async () => {
    const free = await freeBytes(cluster);
    if (state === 'running' && free < limits.stopWritingBelow) {
      await releaseBallast(folder);
      const wanted = inMebibytes(limits.writeAgainAbove);
      enter(
        'disk-full',
        `Disk nearly full: ${inMebibytes(free)} free. Nothing is saved until ${wanted} are free.`,
      );
      await onlyRead();
    } else if (state === 'disk-full' && free >= limits.writeAgainAbove) {
      await setReadOnly(adminUrl, false);
      readOnly = complained = false;
      enter('running', 'There is room on the disk again. The database saves as before.');
    } else if (state === 'disk-full' && !readOnly) {
      await onlyRead();
    } else if (state === 'running' && free >= limits.writeAgainAbove) {
      await layBallast(folder, limits.ballast);
    }
  };

  const restart = async () => {
    const free = await freeBytes(cluster);
    if (free < limits.stopWritingBelow) {
      await releaseBallast(folder);
      enter(
        'disk-full',
        `The database server died with ${inMebibytes(free)} of disk free. It starts when it can.`,
      );
    } else if (state === 'running') {
      enter('restarting', 'The database server died. It is started again.');
    }
    for (let attempt = 0; !stopping; attempt++) {
      // Children of the dead server may still hold its memory for a moment, so the first try can fail.
      if (attempt > 0) await pause(Math.min(longestPauseMs, 100 * 2 ** attempt));
      if (stopping || (await freeBytes(cluster)) < leastToStart) continue;
      try {
        server = await options.start();
        hearServer();
        if (state === 'restarting') enter('running', 'The database server runs again.');
        return;
      } catch (error) {
        log.warn({ part: 'database', attempt }, (error as Error).message);
      }
    }
  };

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
        if (!stopping) await lookAtSpace();
        if (!stopping && looks % askEveryLooks === 0) silences = (await answers(adminUrl)) ? 0 : silences + 1;
        if (silences < silencesBeforeRestart) continue;
        log.error(
          { part: 'database' },
          'The database server does not answer. It is ended and started again.',
        );
        await stopServer(server, 'at once');
      } catch (error) {
        log.warn({ part: 'database' }, `Looking after the database failed: ${(error as Error).message}`);
      }
    }
  };

  const hearServer = () => {
    server.child?.once('exit', () => wake());
    server.child?.on('disk-full', () => wake());
  };
  const endWithUs = () => {
    try {
      if (!stopping) process.kill(server.pid, 'SIGINT');
    } catch {
      // It is gone already.
    }
  };

  // The mark stays in the data folder over a restart, so a full disk that has got room meanwhile is cleared here.
  if (readOnly) state = 'disk-full';
  await lookAtSpace().catch((error: Error) => log.warn({ part: 'database' }, error.message));
  hearServer();
  process.once('exit', endWithUs);
  const looking = look();
  return {
    state: () => state,
    onTrouble: (listener) => void listeners.push(listener),
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
  return askServer(adminUrl, 'select 1').then(
    () => true,
    // "Too many clients" is an answer too.
    (error: { code?: string }) => error.code === '53300',
  );
}
