// The built house as a process of its own, for measuring from outside: started on a folder, signed in by a
// printed link.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { urlsOfRoles } from '../../src/platform/database-roles.ts';

const root = join(import.meta.dirname, '..', '..');

export type Running = { url: string; pid: number; startMilliseconds: number; stop(): Promise<void> };

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts the demonstration on `folder` and waits for its first answer. */
export async function startDemonstration(folder: string): Promise<Running> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(
    process.execPath,
    ['dist/server.js', '--demo', '--port', String(port), '--data', folder],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const url = `http://localhost:${port}`;
  await firstAnswer(url, child);
  const startMilliseconds = performance.now() - from;
  return { url, pid: child.pid as number, startMilliseconds, stop: () => stop(child) };
}

async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 3_000; tries++) {
    if (child.exitCode !== null) throw new Error(`the house did not start (exit ${child.exitCode})`);
    try {
      const answer = await fetch(`${url}/health/ready`);
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no answer within a minute');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

type Written = { people: { role: string; name: string; link: string }[] };

/** Signs in by the printed link of the first person with `role`. Gives the cookie header. */
export async function signInAs(folder: string, running: Running, role: string): Promise<string> {
  const written = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as Written;
  const link = written.people.find((person) => person.role === role)?.link;
  if (!link) throw new Error(`no printed link for ${role}`);
  // The page behind the link asks for one tap, which sends nothing but itself.
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: running.url, 'sec-fetch-site': 'same-origin' },
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`no session for ${role}: status ${answer.status}`);
  return cookies.join('; ');
}

/** Resident memory of a process in megabytes. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** The demonstration's office and the way to its database as the application's role. */
export async function demonstrationOffice(
  folder: string,
): Promise<{ databaseUrl: string; officeId: string }> {
  const port = readFileSync(join(folder, 'postgresql', 'port'), 'utf8').trim();
  const passwords = JSON.parse(readFileSync(join(folder, 'roles.json'), 'utf8'));
  const databaseUrl = urlsOfRoles(`postgres://127.0.0.1:${port}`, 'likista', passwords).app;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `select office_id from house.office_addresses where slug = 'likijarvi'`,
  );
  await client.end();
  return { databaseUrl, officeId: rows[0].office_id };
}
