// The job process: the same code without HTTP, for offices that run jobs apart from the web.
import { join } from 'node:path';
import { jobHandlers, timedJobs } from './app/schedule.ts';
import { readConfig, readMasterKey } from './platform/config.ts';
import { openFiles } from './platform/files.ts';
import { openHouse } from './platform/house.ts';
import { openLog } from './platform/log.ts';
import { startDatabase } from './platform/start-database.ts';

const read = readConfig();
if (!read.ok) {
  console.error(
    `The configuration has problems:\n${read.problems.map((problem) => `- ${problem}`).join('\n')}`,
  );
  process.exit(2);
}
const { config } = read;
const log = openLog(config.logLevel);
const database = await startDatabase(config, log, join(import.meta.dirname, '..', 'migrations'));
const house = await openHouse({
  config,
  urls: database.urls,
  masterKey: readMasterKey(config.masterKeyFile),
  files: openFiles(config),
  log,
});
await house.jobs.work(jobHandlers, timedJobs, house.inOffice);
const end = async () => {
  await house.close();
  await database.stop();
  process.exit(0);
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
