// The database server that comes with the house: started, watched, restarted and stopped by us. The npm package only
// gives the programs; its own starter runs as superuser with a known password, loses orphans and does not notice a
// death. For a pilot and for trying out: real client data in the long run belongs on a server with a standby.
import path from 'node:path';
import {
  adminPassword,
  adminRole,
  choosePort,
  prepareCluster,
  prepareFolder,
  runningServer,
  takeFolder,
} from './embedded-database/folder.ts';
import { findServerProgram } from './embedded-database/program.ts';
import {
  adopt,
  type DatabaseLog,
  type Server,
  type StartOptions,
  startAfterDeath,
  startServer,
} from './embedded-database/server.ts';
import { type SpaceLimits, usualLimits } from './embedded-database/space.ts';
import { type DatabaseState, type DatabaseTrouble, watchServer } from './embedded-database/watch.ts';

export type EmbeddedDatabase = {
  /** A connection URL of the superuser; only for preparing roles and for tests. */
  adminUrl: (database: string) => string;
  port: number;
  /** Lets running statements end in error, writes a checkpoint and waits until the server is gone. */
  stop(): Promise<void>;
  /** Called at every change of state, also when things are well again. */
  onTrouble(listener: (trouble: DatabaseTrouble) => void): void;
  state(): DatabaseState;
  /** What is wrong now, in words; undefined while the server runs and saves. */
  trouble(): DatabaseTrouble | undefined;
};

export type EmbeddedDatabaseOptions = {
  /** Only for the database; kept apart from files and keys. Made when missing. */
  folder: string;
  log: DatabaseLog;
  /** PostgreSQL settings that go before ours. */
  settings?: Record<string, string>;
  space?: SpaceLimits;
};

/** Starts (or adopts) the server of `folder` and keeps it running until `stop()`. Throws in words if it cannot. */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { log } = options;
  const folder = path.resolve(options.folder);
  await prepareFolder(folder);
  const release = await takeFolder(folder);
  try {
    const program = await findServerProgram();
    const password = await adminPassword(folder);
    const cluster = await prepareCluster(folder, program, password);
    const orphan = await runningServer(cluster);
    const adopted = orphan && (await adopt(orphan, cluster, password, log));
    const settings = options.settings ?? {};
    const { port, server } = adopted
      ? { port: adopted.port, server: { pid: adopted.pid, child: undefined } }
      : await startOnFreePort(folder, { program, cluster, log, settings });
    const adminUrl = (database: string) =>
      `postgres://${adminRole}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
    const watch = await watchServer({
      server,
      start: () => startServer({ program, cluster, port, log, settings }),
      adminUrl: adminUrl('postgres'),
      folder,
      cluster,
      log,
      limits: options.space ?? usualLimits,
    });
    return {
      adminUrl,
      port,
      state: watch.state,
      trouble: watch.trouble,
      onTrouble: watch.onTrouble,
      stop: async () => {
        await watch.stop();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

// A port that was free when it was looked at may be some other program's a moment later.
async function startOnFreePort(
  folder: string,
  how: Omit<StartOptions, 'port'>,
): Promise<{ port: number; server: Server }> {
  for (let attempt = 0; ; attempt++) {
    const port = await choosePort(folder, attempt > 0);
    try {
      return { port, server: await startAfterDeath({ ...how, port }) };
    } catch (error) {
      if (attempt === 4 || !/could not create any TCP\/IP sockets/.test((error as Error).message))
        throw error;
    }
  }
}
