// `npm run dev`: the demonstration with reload. Builds again when a source changes and starts the server anew.
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from './build.ts';

const root = join(import.meta.dirname, '..');
let server: ChildProcess | undefined;
let wanted = false;
let building = false;

async function rebuild(): Promise<void> {
  if (building) {
    wanted = true;
    return;
  }
  building = true;
  try {
    if ((await buildIfChanged()) || !server) await restart();
  } catch (error) {
    console.error(String(error));
  }
  building = false;
  if (wanted) {
    wanted = false;
    await rebuild();
  }
}

async function restart(): Promise<void> {
  const old = server;
  if (old && old.exitCode === null) {
    const ended = new Promise((resolve) => old.once('exit', resolve));
    old.kill('SIGTERM');
    await ended;
  }
  server = spawn(process.execPath, ['dist/server.js', '--demo', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
}

// Whoever stops us may have told only us.
function end(): void {
  server?.once('exit', () => process.exit(0));
  if (!server?.kill('SIGTERM')) process.exit(0);
}

watch(join(root, 'src'), { recursive: true }, () => void rebuild());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
await rebuild();
