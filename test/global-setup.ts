// One embedded server for the whole test run, with a migrated template that test/database.ts clones. A run that was
// killed leaves its server behind; the next run finds and ends it here.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareRoles } from '../src/platform/database-roles.ts';
import { isAlive, runningServer } from '../src/platform/embedded-database/folder.ts';
import { stopServer } from '../src/platform/embedded-database/server.ts';
import { startEmbeddedDatabase } from '../src/platform/embedded-database.ts';
import { migrate } from '../src/platform/migrations.ts';
import { templateDatabase } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: { adminUrl: string; passwordFile: string };
    /** Where the browser files of this run stand once a stage has built them. */
    browserFiles: string;
  }
}

const prefix = 'likista-test-';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await endLeftovers();
  const folder = await mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`));
  const database = await startEmbeddedDatabase({
    folder,
    log: {
      info: () => {},
      warn: (_, words) => console.warn(words),
      error: (_, words) => console.error(words),
    },
    // Test data may be lost, so nothing waits for the disk. Nothing else differs from the real server.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    space: { ballast: 0, stopWritingBelow: 0, writeAgainAbove: 0 },
  });
  const passwordFile = path.join(folder, 'roles.json');
  const adminUrl = database.adminUrl('postgres');
  const urls = await prepareRoles(adminUrl, templateDatabase, passwordFile);
  await migrate(urls.owner, path.join(import.meta.dirname, '..', 'migrations'));
  project.provide('database', { adminUrl, passwordFile });
  const browserFiles = path.join(folder, 'browser');
  project.provide('browserFiles', browserFiles);
  project.onTestsRerun(async () => {
    for (const old of [browserFiles, `${browserFiles}.lock`]) await rm(old, { recursive: true, force: true });
  });
  return async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Ends servers whose test run is gone, and removes their folders. */
async function endLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const starter = Number(/^likista-test-(\d+)-/.exec(name)?.[1]);
    if (!starter || (starter !== process.pid && (await isAlive(starter)))) continue;
    const folder = path.join(tmpdir(), name);
    const server = await runningServer(path.join(folder, 'cluster'));
    if (server) await stopServer({ pid: server.pid, child: undefined });
    await rm(folder, { recursive: true, force: true });
  }
}
