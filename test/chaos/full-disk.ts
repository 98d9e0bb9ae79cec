// npm run chaos: fills the disk under the database while it writes, makes room again, and counts. Promise: what was
// acknowledged is there, reading goes on, and writing goes on by itself when there is room. Needs root, because the
// disk is a small one of its own in memory; says so and ends well where it may not be made.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freeBytes, type SpaceLimits } from '../../src/platform/embedded-database/space.ts';
import { type ChaosRun, kill, prepareRun, query, until } from './run.ts';

const mebibyte = 1024 * 1024;
const diskSize = 300;
const rowsPerRound = 2000;

const disk = await mkdtemp(path.join(tmpdir(), 'likista-small-disk-'));
try {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskSize}m,mode=755`, 'tmpfs', disk], {
    stdio: 'pipe',
  });
} catch {
  console.log('full disk: left out, because this account may not mount a small disk to fill');
  await rm(disk, { recursive: true });
  process.exit(0);
}

let lostInAll = 0;
try {
  const reserve = { ballast: 24 * mebibyte, stopWritingBelow: 48 * mebibyte, writeAgainAbove: 96 * mebibyte };
  await inRun('with a reserve', reserve, async (run) => {
    await until(10, 'The ballast', async () => (await stat(path.join(run.folder, 'ballast'))).size > 0);
    await fillSlowly(run);
    await fillAtOnce(run);
  });
  const none = { ballast: 0, stopWritingBelow: mebibyte, writeAgainAbove: 64 * mebibyte };
  await inRun('without a reserve', none, dieOfIt);
} finally {
  execFileSync('umount', ['-l', disk]);
  await rm(disk, { recursive: true, force: true });
}
process.exit(lostInAll > 0 ? 1 : 0);

async function inRun(
  name: string,
  space: SpaceLimits,
  happen: (run: ChaosRun) => Promise<void>,
): Promise<void> {
  const folder = path.join(disk, 'database');
  const run = await prepareRun({ disk: folder, space });
  try {
    const writer = run.startWriter();
    await until(30, 'Writing', () => run.acknowledged.size >= rowsPerRound);
    await happen(run);
    await kill(writer);
    const { promised, rows, lost } = await run.count();
    lostInAll += lost;
    console.log(`full disk, ${name}: acknowledged ${promised}, there ${rows}, lost ${lost}`);
  } finally {
    await run.end();
    await rm(folder, { recursive: true });
  }
}

/** Files grow until little room is left, as logs do: writing stops in good order before the disk is full. */
async function fillSlowly(run: ChaosRun): Promise<void> {
  await leaveFree(40 * mebibyte);
  await until(10, 'Noticing the full disk', () => run.database.state() === 'disk-full');
  const still = await stillReads(run);
  await makeRoom(run, 'slowly');
  console.log(`full disk, slowly: reading went on ${still ? 'yes' : 'NO'}, writing goes on again`);
  if (!still) lostInAll += 1;
}

/** Somebody takes all room in one go: the ballast is let go, and that is enough to go on reading. */
async function fillAtOnce(run: ChaosRun): Promise<void> {
  await leaveFree(0);
  await until(60, 'Noticing the full disk', () => run.database.state() === 'disk-full');
  await makeRoom(run, 'at once');
  console.log('full disk, at once: writing goes on again');
}

/** The same with nothing in reserve: PostgreSQL cannot write its log, dies, and cannot start until there is room. */
async function dieOfIt(run: ChaosRun): Promise<void> {
  const before = await run.postmaster();
  await leaveFree(0);
  // Writing goes on into what is left of the log; asking for the next piece of it brings the end sooner.
  const url = run.database.adminUrl('chaos');
  await until(60, 'Death', async () => {
    await query(url, 'create table more as select repeat(id::text, 50) from chaos_rows').catch(() => {});
    await query(url, 'select pg_switch_wal()').catch(() => {});
    return (await run.postmaster().catch(() => 0)) !== before;
  });
  await until(60, 'Noticing it', () => run.database.state() === 'disk-full');
  await makeRoom(run, 'after death');
  const after = await run.postmaster();
  console.log(
    `full disk, after death: the server ${before === after ? 'NEVER DIED' : 'came back'}, writing goes on`,
  );
}

async function makeRoom(run: ChaosRun, how: string): Promise<void> {
  await rm(path.join(disk, 'filler'), { force: true });
  await until(60, `Running again (${how})`, () => run.database.state() === 'running');
  const before = run.acknowledged.size;
  await until(60, `Writing again (${how})`, () => run.acknowledged.size >= before + rowsPerRound);
  const { lost } = await run.count();
  lostInAll += lost;
}

async function stillReads(run: ChaosRun): Promise<boolean> {
  const rows = await query(run.database.adminUrl('chaos'), 'select count(*)::int as many from chaos_rows');
  return Number(rows[0]?.many) > 0;
}

async function leaveFree(bytes: number): Promise<void> {
  const room = (await freeBytes(disk)) - bytes;
  await writeFile(path.join(disk, 'filler'), new Uint8Array(Math.max(0, room))).catch(() => {});
}
