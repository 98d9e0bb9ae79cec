// The yardstick of a call: two pages without any of our code, the shortest way from a form to another's picture. The
// one who joins calls, the other answers; a server in memory carries their signals by a post and a stream.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const start = `<!doctype html><title>bare</title><form method="post" action="/join"><button>Join</button></form>`;

const call = `<!doctype html><title>bare</title><video id="other" autoplay playsinline></video>
<label>Viestisi <input id="field"></label><p id="typing"></p><script>
const me = location.search.slice(1);
const pc = new RTCPeerConnection();
const own = navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 480 } });
const send = (signal) => fetch('/signal?' + me, { method: 'POST', body: JSON.stringify(signal) });
const addOwn = async () => {
  const stream = await own;
  if (pc.getSenders().some((sender) => sender.track)) return;
  for (const track of stream.getTracks()) pc.addTrack(track, stream);
};
pc.onicecandidate = ({ candidate }) => candidate && send({ candidate });
pc.ontrack = ({ streams }) => { other.srcObject = streams[0]; };
pc.onnegotiationneeded = async () => {
  if (me === 'host') return;
  await pc.setLocalDescription();
  await send({ description: pc.localDescription });
};
let queue = Promise.resolve();
const hear = async ({ description, candidate }) => {
  if (candidate) return pc.addIceCandidate(candidate).catch(() => {});
  await pc.setRemoteDescription(description);
  if (description.type !== 'offer') return;
  await addOwn();
  await pc.setLocalDescription();
  await send({ description: pc.localDescription });
};
// Typing is another question than the first picture, so its channel is there only when it is asked about.
const readFrom = (channel) => { channel.onmessage = ({ data }) => {
  typing.textContent = data;
  typing.toggleAttribute('data-typing', data !== '');
}; };
pc.ondatachannel = ({ channel }) => readFrom(channel);
if (me === 'guest' && location.hash === '#typing') {
  const channel = pc.createDataChannel('text');
  field.oninput = () => channel.send(field.value);
}
const events = new EventSource('/events?' + me);
events.onmessage = ({ data }) => { queue = queue.then(() => hear(JSON.parse(data))); };
events.onopen = () => me === 'guest' && addOwn();
</script>`;

export type BareCall = { url: string; close(): void };

/** Starts the bare server. One pair at a time: `/call?host`, and `/` whose button leads to `/call?guest`. */
export async function startBareCall(): Promise<BareCall> {
  const streams = new Map<string, ServerResponse>();
  const early = new Map<string, string[]>();
  const server = createServer(async (request, answer) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const who = url.search.slice(1);
    if (url.pathname === '/join') return answer.writeHead(303, { location: '/call?guest' }).end();
    if (url.pathname === '/events') {
      answer.writeHead(200, { 'content-type': 'text/event-stream' });
      answer.write(':\n\n');
      streams.set(who, answer);
      answer.on('close', () => streams.get(who) === answer && streams.delete(who));
      for (const body of early.get(who) ?? []) answer.write(`data: ${body}\n\n`);
      early.delete(who);
      return;
    }
    if (url.pathname === '/signal') {
      let body = '';
      for await (const part of request) body += part;
      const other = who === 'host' ? 'guest' : 'host';
      const stream = streams.get(other);
      if (stream) stream.write(`data: ${body}\n\n`);
      else early.set(other, [...(early.get(other) ?? []), body]);
      return answer.writeHead(204).end();
    }
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(url.pathname === '/call' ? call : start);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
