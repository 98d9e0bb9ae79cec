// Looks after a running server: notices its death or silence and starts it again, and notices a full disk.
import { askServer, type DatabaseLog, isGone, type Server, signalServer, stopServer } from './server.ts';
import {
  freeBytes,
  inMebibytes,
  isReadOnly,
  layBallast,
  releaseBallast,
  type SpaceLimits,
  setReadOnly,
} from './space.ts';

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
  trouble(): DatabaseTrouble | undefined;
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

/** What the watch knows at a moment. */
type Watch = WatchOptions & {
  state: DatabaseState;
  words: string;
  readOnly: boolean;
  complained: boolean;
  stopping: boolean;
  /** Ends the present pause. */
  wake: () => void;
  listeners: ((trouble: DatabaseTrouble) => void)[];
};

/** Watches until `stop()`, which also stops the server. */
export async function watchServer(options: WatchOptions): Promise<ServerWatch> {
  const readOnly = await isReadOnly(options.cluster);
  const watch: Watch = {
    ...options,
    // The mark stays in the data over a restart, so a full disk that has got room meanwhile is cleared here.
    state: readOnly ? 'disk-full' : 'running',
    words: readOnly ? 'The disk was full. Nothing is saved until there is room.' : '',
    readOnly,
    complained: false,
    stopping: false,
    wake: () => {},
    listeners: [],
  };
  await lookAtSpace(watch).catch((error: Error) => watch.log.warn({ part: 'database' }, error.message));
  hearServer(watch);
  const endWithUs = () => signalServer(watch.server, 'SIGINT');
  process.once('exit', endWithUs);
  const looking = look(watch);
  return {
    state: () => watch.state,
    trouble: () => (watch.state === 'running' ? undefined : { state: watch.state, words: watch.words }),
    onTrouble: (listener) => void watch.listeners.push(listener),
    stop: async () => {
      if (watch.stopping) return looking;
      watch.stopping = true;
      watch.wake();
      await looking;
      process.off('exit', endWithUs);
      await stopServer(watch.server);
      enter(watch, 'stopped', 'The database server is stopped.');
    },
  };
}

async function look(watch: Watch): Promise<void> {
  let silences = 0;
  for (let looks = 1; !watch.stopping; looks++) {
    await pause(watch, lookEveryMs);
    if (watch.stopping) return;
    try {
      if (await isGone(watch.server)) {
        await restart(watch);
        silences = 0;
      }
      if (!watch.stopping) await lookAtSpace(watch);
      if (!watch.stopping && looks % askEveryLooks === 0) {
        silences = (await answers(watch.adminUrl)) ? 0 : silences + 1;
      }
      if (silences < silencesBeforeRestart) continue;
      watch.log.error(
        { part: 'database' },
        'The database server does not answer. It is ended and started again.',
      );
      await stopServer(watch.server, 'at once');
    } catch (error) {
      watch.log.warn({ part: 'database' }, `Looking after the database failed: ${(error as Error).message}`);
    }
  }
}

async function lookAtSpace(watch: Watch): Promise<void> {
  const { limits, folder } = watch;
  const free = await freeBytes(watch.cluster);
  if (watch.state === 'running' && free < limits.stopWritingBelow) {
    await releaseBallast(folder);
    const wanted = inMebibytes(limits.writeAgainAbove);
    enter(
      watch,
      'disk-full',
      `Disk nearly full: ${inMebibytes(free)} free. Nothing is saved until ${wanted} are free.`,
    );
    await onlyRead(watch);
  } else if (watch.state === 'disk-full' && free >= limits.writeAgainAbove) {
    await setReadOnly(watch.adminUrl, false);
    watch.readOnly = watch.complained = false;
    enter(watch, 'running', 'There is room on the disk again. The database saves as before.');
  } else if (watch.state === 'disk-full' && !watch.readOnly) {
    await onlyRead(watch);
  } else if (watch.state === 'running' && free >= limits.writeAgainAbove) {
    await layBallast(folder, limits.ballast);
  }
}

/** Where not even this setting finds room to be written it is tried at each look, and complained of once. */
async function onlyRead(watch: Watch): Promise<void> {
  try {
    await setReadOnly(watch.adminUrl, true);
    watch.readOnly = true;
  } catch (error) {
    if (!watch.complained) {
      watch.log.warn({ part: 'database' }, `It is not read-only yet: ${(error as Error).message}`);
    }
    watch.complained = true;
  }
}

async function restart(watch: Watch): Promise<void> {
  const free = await freeBytes(watch.cluster);
  if (free < watch.limits.stopWritingBelow) {
    await releaseBallast(watch.folder);
    enter(
      watch,
      'disk-full',
      `The database server died with ${inMebibytes(free)} of disk free. It starts when it can.`,
    );
  } else if (watch.state === 'running') {
    enter(watch, 'restarting', 'The database server died. It is started again.');
  }
  for (let attempt = 0; !watch.stopping; attempt++) {
    // Children of the dead server may still hold its memory for a moment, so the first try can fail.
    if (attempt > 0) await pause(watch, Math.min(longestPauseMs, 100 * 2 ** attempt));
    if (watch.stopping || (await freeBytes(watch.cluster)) < leastToStart) continue;
    try {
      watch.server = await watch.start();
      hearServer(watch);
      if (watch.state === 'restarting') enter(watch, 'running', 'The database server runs again.');
      return;
    } catch (error) {
      watch.log.warn({ part: 'database', attempt }, (error as Error).message);
    }
  }
}

function enter(watch: Watch, state: DatabaseState, words: string): void {
  watch.state = state;
  watch.words = words;
  const level = state === 'running' || state === 'stopped' ? 'info' : 'error';
  watch.log[level]({ part: 'database', state }, words);
  for (const listener of watch.listeners) listener({ state, words });
}

function pause(watch: Watch, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    watch.wake = () => {
      clearTimeout(timer);
      resolve();
    };
    if (watch.stopping) watch.wake();
  });
}

function hearServer(watch: Watch): void {
  watch.server.child?.once('exit', () => watch.wake());
  watch.server.child?.on('disk-full', () => watch.wake());
}

async function answers(adminUrl: string): Promise<boolean> {
  return askServer(adminUrl, 'select 1').then(
    () => true,
    // "Too many clients" is an answer too.
    (error: { code?: string }) => error.code === '53300',
  );
}
