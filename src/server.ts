// The web process: configuration, database, routes, listen. Alone, it runs the jobs as well.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { createApp } from './app/routes.tsx';
import { jobHandlers, timedJobs } from './app/schedule.ts';
import { openAssets } from './platform/assets.ts';
import { type Config, readConfig, readMasterKey } from './platform/config.ts';
import { openFiles } from './platform/files.ts';
import { type OpenHouse, openHouse } from './platform/house.ts';
import { openLog } from './platform/log.ts';
import { type StartedDatabase, startDatabase } from './platform/start-database.ts';

const { values: flags } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    port: { type: 'string' },
    data: { type: 'string' },
  },
});

// The build puts this file into dist/; everything beside it is found from there.
const root = join(import.meta.dirname, '..');

const read = readConfig({
  demo: flags.demo,
  port: flags.port === undefined ? undefined : Number(flags.port),
  dataFolder: flags.data ?? (flags.demo ? '.likista/demo' : undefined),
});
if (!read.ok) {
  console.error(
    `The configuration has problems:\n${read.problems.map((problem) => `- ${problem}`).join('\n')}`,
  );
  process.exit(2);
}
const { config } = read;
const log = openLog(flags.demo ? 'warn' : config.logLevel);

// A demonstration makes its own key; a real office must have been given one (the boot guard asks for it).
if (config.demo && !existsSync(config.masterKeyFile)) {
  mkdirSync(dirname(config.masterKeyFile), { recursive: true });
  writeFileSync(config.masterKeyFile, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
}

const database = await startDatabase(config, log, join(root, 'migrations'));
const house = await openHouse({
  config,
  urls: database.urls,
  masterKey: readMasterKey(config.masterKeyFile),
  files: openFiles(config),
  log,
});
const app = createApp({ ...house, assets: openAssets(join(root, 'dist', 'client')) });
const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }) as Server;
if (config.workerInside) await house.jobs.work(jobHandlers, timedJobs, house.inOffice);
if (config.demo) {
  const { openDemonstration } = await import('./demo/demonstration.ts');
  await openDemonstration(house, config);
}
log.info({ port: config.port }, 'ready');
endOnSignal(config, house, database, server);

/** Finishes requests and jobs, then closes everything, PostgreSQL too. A second signal ends at once. */
function endOnSignal(_: Config, opened: OpenHouse, started: StartedDatabase, listening: Server) {
  let ending = false;
  const end = async () => {
    if (ending) process.exit(1);
    ending = true;
    const closed = new Promise((resolve) => listening.close(resolve));
    listening.closeIdleConnections();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 10_000))]);
    await opened.close();
    await started.stop();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
