// A real relay for calls: coturn on this machine, as docs/run.md says to set it up, but on loopback and without TLS.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopwatch } from '../../src/platform/clock.ts';
import { freePort } from './demonstration.ts';

export type Relay = {
  urls: readonly string[];
  secret: string;
  /** Lets nothing through, as a cable that was pulled, until it goes on. */
  pause(): void;
  goOn(): void;
  close(): Promise<void>;
};

const startsWithin = 20_000;

/** Starts the installed `turnserver`. Throws what to install when there is none. */
export async function startRelay(): Promise<Relay> {
  const folder = mkdtempSync(join(tmpdir(), 'likista-relay-'));
  const port = await freePort();
  const secret = 'a secret of the relay on this machine';
  const child = spawn(
    'turnserver',
    [
      '-n',
      `--listening-ip=127.0.0.1`,
      `--relay-ip=127.0.0.1`,
      `--listening-port=${port}`,
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--min-port=50000',
      '--max-port=50199',
      '--realm=likista.test',
      '--fingerprint',
      '--no-tls',
      '--no-dtls',
      '--no-cli',
      // Only here: both browsers and the relay stand on one machine.
      '--allow-loopback-peers',
      `--userdb=${join(folder, 'users')}`,
      `--pidfile=${join(folder, 'pid')}`,
      '--log-file=stdout',
      '--simple-log',
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await begun(child, port);
  return {
    urls: [`turn:127.0.0.1:${port}?transport=udp`],
    secret,
    pause: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
    async close() {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function begun(child: ChildProcess, port: number): Promise<void> {
  let said = '';
  child.stdout?.on('data', (part) => {
    said += part;
  });
  let missing: Error | undefined;
  child.once('error', (error) => {
    missing = error;
  });
  const socket = createSocket('udp4');
  const answered = new Promise<true>((resolve) => socket.once('message', () => resolve(true)));
  try {
    for (const elapsed = stopwatch(); elapsed() < startsWithin && child.exitCode === null; ) {
      if (missing) break;
      socket.send(bindingRequest(), port, '127.0.0.1');
      const pause = new Promise<false>((resolve) => setTimeout(resolve, 100, false));
      if (await Promise.race([answered, pause])) return;
    }
  } finally {
    socket.close();
  }
  child.kill('SIGKILL');
  if (missing)
    throw new Error('No relay to run: install coturn (on Debian and Ubuntu: apt-get install coturn).', {
      cause: missing,
    });
  throw new Error(`the relay did not start: ${said.slice(-2000)}`);
}

/** Asks a STUN server how one looks from there (RFC 8489, 5): whoever listens answers. */
const bindingRequest = () =>
  Buffer.concat([Buffer.from([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42]), randomBytes(12)]);
