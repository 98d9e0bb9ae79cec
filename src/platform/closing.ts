// The end of a process: no new requests, those under way finish, jobs finish, then everything is closed.
import type { Server } from 'node:http';

const patienceMilliseconds = 10_000;
const oneWishMilliseconds = 1_000;

/** Before there is anything to close in order: ends on SIGINT or SIGTERM, and the database server with us. */
export function endOnSignal(): void {
  process.on('SIGINT', endAtOnce);
  process.on('SIGTERM', endAtOnce);
}

function endAtOnce(): void {
  process.exit(1);
}

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
  let impatient = false;
  const end = async () => {
    if (impatient) endAtOnce();
    if (closing) return;
    closing = true;
    // One Ctrl-C comes twice: from the terminal, and from npm, which passes it on.
    setTimeout(() => {
      impatient = true;
    }, oneWishMilliseconds).unref();
    if (server) await stopListening(server, endStreams);
    await close();
    process.exit(0);
  };
  process.off('SIGINT', endAtOnce);
  process.off('SIGTERM', endAtOnce);
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
