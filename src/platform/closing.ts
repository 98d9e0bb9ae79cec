// The end of a process: no new requests, those under way finish, jobs finish, then everything is closed.
import type { Server } from 'node:http';

const patienceMilliseconds = 10_000;

/**
 * Closes everything on SIGINT or SIGTERM. A second signal ends at once. `endStreams` ends the answers that are kept
 * open and would never end by themselves.
 */
export function closeOnSignal(
  server: Server | undefined,
  close: () => Promise<void>,
  endStreams: () => Promise<void> = async () => {},
): void {
  let closing = false;
  const end = async () => {
    if (closing) process.exit(1);
    closing = true;
    if (server) await stopListening(server, endStreams);
    await close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

async function stopListening(server: Server, endStreams: () => Promise<void>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  await endStreams();
  server.closeIdleConnections();
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMilliseconds).unref());
  await Promise.race([closed, patience]);
  server.closeAllConnections();
}
