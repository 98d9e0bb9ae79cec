// The end of a process: no new requests, those under way finish, jobs finish, then everything is closed.
import type { Server } from 'node:http';

const patienceMilliseconds = 10_000;

/** Closes everything on SIGINT or SIGTERM. A second signal ends at once. */
export function closeOnSignal(server: Server | undefined, close: () => Promise<void>): void {
  let closing = false;
  const end = async () => {
    if (closing) process.exit(1);
    closing = true;
    if (server) await stopListening(server);
    await close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // Streams of hints never end by themselves.
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMilliseconds).unref());
  await Promise.race([closed, patience]);
  server.closeAllConnections();
}
