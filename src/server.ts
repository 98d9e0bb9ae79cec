// The web process: configuration, database, routes, listen. Alone, it runs the jobs as well.
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from './app/routes.tsx';
import { jobHandlers, timedJobs } from './app/schedule.ts';
import { openAssets } from './platform/assets.ts';
import { boot, readFlags, refuse } from './platform/boot.ts';
import { closeOnSignal } from './platform/closing.ts';
import { listeningProblem } from './platform/listening.ts';
import { withOpenAnswers } from './platform/live/writing.ts';

const { values: flags } = readFlags({
  options: {
    demo: { type: 'boolean', default: false },
    port: { type: 'string' },
    data: { type: 'string' },
  },
});

// The build puts this file into dist/; everything beside it is found from there.
const root = join(import.meta.dirname, '..');

const { house, config, log, close } = await boot(
  root,
  {
    demo: flags.demo,
    port: flags.port,
    dataFolder: flags.data ?? (flags.demo ? '.likista/demo' : undefined),
  },
  { listens: true },
);
// Whoever finds the door open finds the town behind it.
const tellWaysIn = config.demo
  ? await (await import('./demo/demonstration.ts')).prepareDemonstration(house, config)
  : undefined;
const app = createApp({ ...house, assets: openAssets(join(root, 'dist', 'client')) });
const server = serve({
  fetch: withOpenAnswers(app.fetch),
  port: config.port,
  hostname: config.host,
}) as Server;
const problem = await listeningProblem(server, config);
if (problem) {
  await close();
  refuse('The house cannot open its door:', [problem]);
}
closeOnSignal(server, close, house.live.close);
if (config.workerInside) await house.jobs.work(jobHandlers, timedJobs, house.inOffice);
log.info({ port: config.port }, 'ready');
tellWaysIn?.();
