// The folder of the embedded database: its data, password, port, and who looks after it now.
//   cluster/            PostgreSQL's own data, owned by the account that runs it
//   admin-password      0600
//   port                the port used last, so that addresses stay the same over restarts
//   supervisor          number and start time of the process that looks after the server
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { reachable, type ServerAccount, type ServerProgram } from './program.ts';

export const adminRole = 'likista_admin';

/** Makes the folder if it is missing. The account must be able to pass through it, but not to list it. */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
}

/** Reads the administrator's password, or makes one of 43 letters (256 random bits). */
export async function adminPassword(folder: string): Promise<string> {
  const file = path.join(folder, 'admin-password');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.length >= 32) return known;
  if ((await readdir(folder)).some((name) => name === 'cluster' || name === 'cluster-is-elsewhere')) {
    throw new Error(
      `${file} is gone, and the database in ${folder} does not open without it. Restore it from a backup.`,
    );
  }
  const made = randomBytes(32).toString('base64url');
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

/**
 * Creates PostgreSQL's data if there is none, and returns its folder. A half-made one, left by a process that was
 * killed, is thrown away: it gets its final name only when it is whole.
 */
export async function prepareCluster(
  folder: string,
  program: ServerProgram,
  password: string,
): Promise<string> {
  const cluster = await clusterFolder(folder, program.account);
  const made = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (made !== undefined) {
    const { stdout } = await promisify(execFile)(program.postgres, ['--version']);
    const ours = /\d+/.exec(stdout)?.[0];
    if (made.trim() === ours) return cluster;
    throw new Error(
      `The data in ${cluster} was made by PostgreSQL ${made.trim()}, but the installed one is ${ours}. ` +
        'Install the version that made it, back up, and restore into a new folder.',
    );
  }
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const passwordFile = path.join(path.dirname(cluster), 'initdb-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (program.account) {
    await chown(unfinished, program.account.uid, program.account.gid);
    await chown(passwordFile, program.account.uid, program.account.gid);
  }
  try {
    await runInitdb(program, unfinished, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, cluster);
  return cluster;
}

async function runInitdb(program: ServerProgram, cluster: string, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${cluster}`,
    `--username=${adminRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in provider sorts alike on every machine; Finnish order is asked for by collation "fi-x-icu".
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
  ];
  const who = program.account ? { uid: program.account.uid, gid: program.account.gid } : {};
  try {
    await promisify(execFile)(program.initdb, args, { ...who, cwd: '/', env: serverEnvironment });
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? error).trim();
    throw new Error(`The embedded database could not be created in ${cluster}: ${said}`);
  }
}

/** The server gets no environment of ours: PGDATA, PGPORT and secrets of the application stay out of it. */
export const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/** Inside the folder, or under /var/lib when another account cannot enter the folder (a clone under /root). */
async function clusterFolder(folder: string, account: ServerAccount | undefined): Promise<string> {
  if (!account || (await reachable(folder, account))) return path.join(folder, 'cluster');
  const pointer = path.join(folder, 'cluster-is-elsewhere');
  const known = (await readFile(pointer, 'utf8').catch(() => '')).trim();
  if (known) return path.join(known, 'cluster');
  // A new name each time: what an older folder of the same path has left there is not ours.
  const elsewhere = path.join('/var/lib/likista', randomBytes(8).toString('hex'));
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  await writeFile(pointer, `${elsewhere}\n`);
  return path.join(elsewhere, 'cluster');
}

/** The port used last when it is free, else any free one; another one than that when `anew`. */
export async function choosePort(folder: string, anew = false): Promise<number> {
  const file = path.join(folder, 'port');
  const last = anew ? 0 : Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = (await freePort(last).catch(() => undefined)) ?? (await freePort(0));
  await writeFile(file, String(port));
  return port;
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export type RunningServer = { pid: number; port: number };

/** What `postmaster.pid` says, when the process it names is alive and is a PostgreSQL of this folder. */
export async function runningServer(cluster: string): Promise<RunningServer | undefined> {
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0 && port > 0) || !(await isAlive(pid))) return undefined;
  // After a restart of the machine the number may belong to some other program.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (command !== undefined && !(command.includes('postgres') && command.includes(cluster))) return undefined;
  return { pid, port };
}

/** Whether the server has said in its pid file that it takes connections. */
export async function saysReady(cluster: string, pid: number): Promise<boolean> {
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(lines[0]) === pid && (lines[7] ?? '').trim() === 'ready';
}

/** A zombie (dead, not yet collected by its parent) answers to signals but is not alive. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return (await processStat(pid))?.state !== 'Z';
}

async function processStat(pid: number): Promise<{ state: string; started: string } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field is the program's name in brackets and may hold anything; proc(5).
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields ? { state: fields[0] ?? '', started: fields[19] ?? '' } : undefined;
}

/** Marks the folder as looked after by this process; throws when another living process does that already. */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'supervisor');
  const mine = { pid: process.pid, started: (await processStat(process.pid))?.started ?? '' };
  const [, pid, started] = /^(\d+) (\d*)$/.exec(await readFile(file, 'utf8').catch(() => '')) ?? [];
  const other = pid === undefined ? undefined : { pid: Number(pid), started };
  const taken =
    other !== undefined &&
    (other.pid !== mine.pid || other.started === mine.started) &&
    (await isAlive(other.pid)) &&
    ((await processStat(other.pid))?.started ?? '') === other.started;
  if (taken) {
    throw new Error(`The database in ${folder} is already in use by process ${other.pid}. Stop it first.`);
  }
  await writeFile(file, `${mine.pid} ${mine.started}`);
  return () => rm(file, { force: true });
}
