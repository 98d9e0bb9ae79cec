// `npm run bench`: measured figures, each beside its yardstick in the same run. Not part of the tests: machines differ,
// ratios tell.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBookings } from '../test/load/bookings.ts';
import { measureDays } from '../test/load/days.ts';
import {
  demonstrationOffice,
  residentMegabytes,
  signInAs,
  startDemonstration,
} from '../test/load/demonstration.ts';
import { measureFirstFrame } from '../test/load/first-frame.ts';
import { measureFirstPage } from '../test/load/first-page.ts';
import { measureStreams } from '../test/load/streams.ts';
import { measureTyping } from '../test/load/typing.ts';

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
  const page = await measureFirstPage(second, path, cookie, await demonstrationOffice(folder));
  console.log(
    `${path.padEnd(24)} ${round(page.ours.perSecond)} pages/s, p99 ${round(page.ours.p99)} ms; the same ${page.bytes} bytes ` +
      `from a bare Node server ${round(page.bare.perSecond)}/s, p99 ${round(page.bare.p99)} ms; ratio ${round(page.ratio, 3)}; ` +
      `with one transaction around one question ${round(page.asking.perSecond)}/s`,
  );
}
const streams = await measureStreams(second, folder);
const latency = ({ p50, p99 }: { p50: number; p99: number }) => `p50 ${round(p50)} ms, p99 ${round(p99)} ms`;
console.log(
  `open streams             ${streams.count} on one process, ${round(streams.kilobytesEach, 1)} kB each; from commit to the ` +
    `browser: to one of them ${latency(streams.toOne)}, to all at once ${latency(streams.toAll)}`,
);
const call = await measureFirstFrame(second, folder);
console.log(
  `first picture of a call  ${round(call.ours.firstFrame)} ms from pressing "join", two bare pages ${round(call.bare.firstFrame)} ms, ` +
    `ratio ${round(call.ratio, 2)}; new network ways ${round(call.ours.restart)} ms, bare ${round(call.bare.restart)} ms, ` +
    `ratio ${round(call.restartRatio, 2)}`,
);
const typing = await measureTyping(second, folder);
console.log(
  `typing in a call         from key to the other's eyes ${latency(typing.ours)} (gathered for 200 ms, allowed 500 ms); ` +
    `two bare pages that send at once ${latency(typing.bare)} (${typing.characters} characters)`,
);
console.log(`memory after load        ${round(residentMegabytes(second.pid))} MB`);
await second.stop();
const days = await measureDays();
for (const page of days.pages) {
  console.log(
    `${page.name.padEnd(24)} p99 ${round(page.small.p99)} ms with ${days.rows.small} days behind, ` +
      `${round(page.large.p99)} ms with ${days.rows.large}; p50 ${round(page.small.p50)} and ${round(page.large.p50)} ms`,
  );
}
const bookings = await measureBookings();
const { page: free, rate } = bookings;
console.log(
  `${'free times'.padEnd(24)} p99 ${round(free.small.p99)} ms with ${free.rows.small} bookings, ` +
    `${round(free.large.p99)} ms with ${free.rows.large}; p50 ${round(free.small.p50)} and ${round(free.large.p50)} ms`,
);
console.log(
  `${'booking a time'.padEnd(24)} ${round(rate.oursPerSecond, 1)} a second through the pages, the same rows by bare SQL ` +
    `${round(rate.barePerSecond, 1)} a second; ratio ${round(rate.ratio, 3)} (${rate.bookings} bookings)`,
);
rmSync(join(folder, '..'), { recursive: true, force: true });
