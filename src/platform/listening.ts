// The door of the web process, and why it does not open.
import { once } from 'node:events';
import type { Server } from 'node:net';

const reasons: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) =>
    `Port ${port} is in use by another program. Stop that one, or choose another port with --port or PORT.`,
  EACCES: (port) =>
    `Port ${port} may not be used by this account. Choose one above 1023 with --port or PORT.`,
  EADDRNOTAVAIL: (_, host) => `${host} is not an address of this machine. Name another with HOST.`,
  ENOTFOUND: (_, host) => `${host} is not an address of this machine. Name another with HOST.`,
};

/** Waits until `server`, which has been told to listen, does; or gives in words why it cannot. */
export async function listeningProblem(
  server: Server,
  { port, host }: { port: number; host: string },
): Promise<string | undefined> {
  try {
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return reasons[code]?.(port, host) ?? message;
  }
}
