// `npm test`: a browser, a build, then every test. Arguments are passed on to the test runner.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfChanged } from './build.ts';
import { chromiumOrInstall } from './chromium.ts';

try {
  chromiumOrInstall();
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
await buildIfChanged();
const runner = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(process.execPath, [runner, 'run', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
