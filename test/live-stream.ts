// A reader of server-sent events over a real connection, as a browser's EventSource reads them.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { withOpenAnswers } from '../src/platform/live/writing.ts';

export type Heard = { event: string; id: string; data: string };

/** Puts an application on a real port of the loopback, as src/server.ts does. */
export async function onPort(fetch: Parameters<typeof withOpenAnswers>[0]) {
  const server: Server = createServer(getRequestListener(withOpenAnswers(fetch)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Opens a stream and waits for its greeting. `heard` keeps what came; `next` waits for one more. */
export async function openStream(url: string, headers: Record<string, string>) {
  const end = new AbortController();
  const answer = await fetch(url, { headers, redirect: 'manual', signal: end.signal });
  const heard: Heard[] = [];
  let over = false;
  let wake = () => {};
  void (async () => {
    let rest = '';
    try {
      for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) if (!block.startsWith(':')) heard.push(eventOf(block));
        wake();
      }
    } catch {}
    over = true;
    wake();
  })();
  const until = async (done: () => boolean) => {
    const late = AbortSignal.timeout(60_000);
    while (!done() && !over) {
      await new Promise<void>((resolve, reject) => {
        wake = resolve;
        late.addEventListener('abort', () => reject(new Error(`nothing came: ${JSON.stringify(heard)}`)));
      });
    }
  };
  let read = 0;
  return {
    status: answer.status,
    headers: answer.headers,
    heard,
    /** The next event, or undefined when the stream has ended. */
    async next(): Promise<Heard | undefined> {
      await until(() => heard.length > read);
      return heard[read++];
    },
    /** Waits until the server has ended the stream. */
    ended: () => until(() => over),
    close: () => end.abort(),
  };
}

function eventOf(block: string): Heard {
  const event = { event: 'message', id: '', data: '' };
  for (const line of block.split('\n')) {
    const [name = '', value = ''] = line.split(/: (.*)/s);
    if (name === 'event' || name === 'id' || name === 'data') event[name] = value;
  }
  return event;
}
