// The built house as its operator meets it: what hinders the start is told in a sentence, and Ctrl-C ends everything.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'likista-test-start-'));
  // The account that the database runs as, where the tests run as root, must come in.
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

type Started = { child: ChildProcess; said: () => string; ended: Promise<unknown[]> };

function start(flags: readonly string[], variables: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['dist/server.js', ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: folder, ...variables },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
  }
  return { child, said: () => text, ended: once(child, 'close') };
}

async function endOf(started: Started): Promise<{ code: unknown; said: string }> {
  const [code] = await started.ended;
  return { code, said: started.said() };
}

test('a port that another program has is told before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const data = path.join(folder, 'taken');
  const { code, said } = await endOf(start(['--demo', '--port', String(port), '--data', data]));
  other.close();
  expect(said).toContain(`Port ${port} is in use by another program.`);
  expect(said).not.toContain('EADDRINUSE');
  expect(code).toBe(2);
  expect(existsSync(path.join(data, 'postgresql'))).toBe(false);
});

test('a data folder that cannot be made is told by name', async () => {
  await writeFile(path.join(folder, 'a-file'), '');
  const data = path.join(folder, 'a-file', 'data');
  const { code, said } = await endOf(start(['--demo', '--port', '0', '--data', data]));
  expect(said).toContain(`The data folder ${data} cannot be made or written`);
  expect(code).toBe(2);
});

test('a word that the command line does not know is told without a stack', async () => {
  const { code, said } = await endOf(start(['--prot', '9000']));
  expect(said).toMatch(/^The command line has a problem:\n- Unknown option '--prot'/);
  expect(said).not.toContain('node:internal');
  expect(code).toBe(2);
});

test('everything that is wrong with the environment is told at once', async () => {
  const { code, said } = await endOf(
    start([], { PORT: 'abc', BASE_URL: 'likista', LOG_LEVEL: 'loud', METRICS_TOKEN: 'short' }),
  );
  for (const name of ['PORT', 'BASE_URL', 'LOG_LEVEL', 'METRICS_TOKEN'])
    expect(said).toContain(`- ${name}: `);
  expect(code).toBe(2);
});

test('a house that would be unsafe does not open, says every reason, and leaves no database behind', async () => {
  const data = path.join(folder, 'unsafe');
  const { code, said } = await endOf(
    start([], { PORT: '0', DATA_DIR: data, BASE_URL: 'http://likista.example.fi' }),
  );
  expect(said).toContain('BASE_URL is http://likista.example.fi.');
  expect(said).toContain(`The master key ${data}.key is not there.`);
  expect(code).toBe(2);
  expect(existsSync(path.join(data, 'postgresql', 'cluster', 'postmaster.pid'))).toBe(false);
});

test('Ctrl-C, heard from the terminal and once more from npm, ends the house and its database in good order', async () => {
  const data = path.join(folder, 'good');
  await writeFile(`${data}.key`, `${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 });
  const started = start(['--data', data, '--port', '0']);
  const lock = path.join(data, 'postgresql', 'cluster', 'postmaster.pid');
  while (!started.said().includes('"ready"')) {
    if (started.child.exitCode !== null) throw new Error(started.said());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const postmaster = Number((await readFile(lock, 'utf8')).split('\n')[0]);
  started.child.kill('SIGINT');
  started.child.kill('SIGINT');
  const { code, said } = await endOf(started);
  expect(code).toBe(0);
  expect(said).not.toContain('connection was lost');
  expect(existsSync(lock)).toBe(false);
  expect(() => process.kill(postmaster, 0)).toThrow();
});
