// The web process: configuration, database, routes, listen. Alone, it runs the jobs as well.
import type { Server } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { createApp } from './app/routes.tsx';
import { jobHandlers, timedJobs } from './app/schedule.ts';
import { openAssets } from './platform/assets.ts';
import { boot } from './platform/boot.ts';
import { closeOnSignal } from './platform/closing.ts';
import { withOpenAnswers } from './platform/live-writing.ts';

const { values: flags } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    port: { type: 'string' },
    data: { type: 'string' },
  },
});

// The build puts this file into dist/; everything beside it is found from there.
const root = join(import.meta.dirname, '..');

const { house, config, log, close } = await boot(root, {
  demo: flags.demo,
  port: flags.port === undefined ? undefined : Number(flags.port),
  dataFolder: flags.data ?? (flags.demo ? '.likista/demo' : undefined),
});
// Whoever finds the door open finds the town behind it.
if (config.demo) {
  const { openDemonstration } = await import('./demo/demonstration.ts');
  await openDemonstration(house, config);
}
const app = createApp({ ...house, assets: openAssets(join(root, 'dist', 'client')) });
const server = serve({
  fetch: withOpenAnswers(app.fetch),
  port: config.port,
  hostname: config.host,
}) as Server;
if (config.workerInside) await house.jobs.work(jobHandlers, timedJobs, house.inOffice);
log.info({ port: config.port }, 'ready');
closeOnSignal(server, close, house.live.close);
