// `npm run bench`: measured figures, each beside its yardstick in the same run. Not part of the tests: machines differ,
// ratios tell.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { residentMegabytes, signInAs, startDemonstration } from '../test/load/demonstration.ts';
import { measureFirstPage } from '../test/load/first-page.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'likista-bench-')), 'data');
const round = (number: number, digits = 0) => number.toFixed(digits);

const first = await startDemonstration(folder);
console.log(`start, empty folder      ${round(first.startMilliseconds)} ms to the first answer`);
await first.stop();
const second = await startDemonstration(folder);
console.log(`start, existing data     ${round(second.startMilliseconds)} ms to the first answer`);
await new Promise((resolve) => setTimeout(resolve, 3_000));
console.log(`idle memory              ${round(residentMegabytes(second.pid))} MB resident, Node process`);

for (const [role, path] of [
  ['client', '/today'],
  ['coach', '/board'],
] as const) {
  const cookie = await signInAs(folder, second, role);
  const page = await measureFirstPage(second, path, cookie);
  console.log(
    `${path.padEnd(24)} ${round(page.ours.perSecond)} pages/s, p99 ${round(page.ours.p99)} ms; the same ${page.bytes} bytes ` +
      `from a bare Node server ${round(page.bare.perSecond)}/s, p99 ${round(page.bare.p99)} ms; ratio ${round(page.ratio, 3)}`,
  );
}
console.log(`memory after load        ${round(residentMegabytes(second.pid))} MB`);
await second.stop();
rmSync(join(folder, '..'), { recursive: true, force: true });
