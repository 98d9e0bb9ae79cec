// How the network is for a call: the way to the server there and back, and whether browsers may reach each other.
import type { WaysToOthers } from '../line/media-connection.browser.ts';

export type NetworkFound = {
  /** `unknown`: no way is seen but through a relay, and that could not be tried. */
  result: 'good' | 'slow' | 'failed' | 'unknown';
  roundTripMs: number | undefined;
  /** The server answers, but the network lets no media through. */
  blocked: boolean;
};

const tries = 5;
/** Slower than this there and back, talking becomes hard (ITU-T G.114: 150 ms one way is good). */
const slowMs = 350;
const gatherWithin = 5_000;

export async function tryNetwork(echo: string, askWays: () => Promise<WaysToOthers>): Promise<NetworkFound> {
  const times: number[] = [];
  for (let at = 0; at < tries; at++) {
    const from = performance.now();
    const answered = await fetch(echo, { cache: 'no-store' }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answered) times.push(performance.now() - from);
  }
  if (times.length === 0) return { result: 'failed', roundTripMs: undefined, blocked: false };
  // The first one also opens the connection, so the middle of all is told.
  const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const roundTripMs = Math.round(middle);
  const ways = await askWays().catch(() => undefined);
  if (!ways) return { result: 'failed', roundTripMs, blocked: false };
  if (!(await gathers(ways))) {
    // A server without a credential is a relay that is only asked how the browser looks from outside.
    const relayUntried = ways.servers.some((server) => !server.credential);
    return { result: relayUntried ? 'unknown' : 'failed', roundTripMs, blocked: !relayUntried };
  }
  const result = roundTripMs > slowMs || times.length < tries ? 'slow' : 'good';
  return { result, roundTripMs, blocked: false };
}

/**
 * Whether the browser finds an address at which others could reach it in its call: a relay's where nothing else will do,
 * else one seen from outside where a server tells. Whoever only writes needs none.
 */
async function gathers({ policy, servers }: WaysToOthers): Promise<boolean> {
  if (policy === 'none') return true;
  if (typeof RTCPeerConnection !== 'function') return false;
  const wanted =
    policy === 'relay' ? /^relay$/ : servers.length > 0 ? /^(srflx|relay)$/ : /^(host|srflx|relay)$/;
  const pc = new RTCPeerConnection({ iceServers: [...servers] });
  try {
    const found = new Promise<boolean>((resolve) => {
      pc.onicecandidate = ({ candidate }) => {
        if (!candidate) resolve(false);
        else if (wanted.test(candidate.type ?? '')) resolve(true);
      };
      setTimeout(() => resolve(false), gatherWithin);
    });
    pc.createDataChannel('check');
    await pc.setLocalDescription();
    return await found;
  } finally {
    pc.close();
  }
}
