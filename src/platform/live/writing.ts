// The text of server-sent events (HTML Living Standard, 9.2.6), and how a route gets to keep its answer open.
import type { ServerResponse } from 'node:http';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

/** One event. Line breaks and nulls are taken out of the fields: with them a value could pose as another field. */
export function eventText(fields: { event?: string; id?: number | string; data: string }): string {
  const clean = (value: number | string) => String(value).replace(/[\r\n\0]/g, '');
  const event = fields.event === undefined ? '' : `event: ${clean(fields.event)}\n`;
  const id = fields.id === undefined ? '' : `id: ${clean(fields.id)}\n`;
  return `${event}${id}data: ${clean(fields.data)}\n\n`;
}

type KeptOpen = { keepOpen?: (to: ServerResponse) => void };

/**
 * Answers with a stream that `begin` goes on writing to. Head and headers pass through the pipeline like any other
 * answer's. A web ReadableStream would do the same for twice the memory.
 */
export function keepOpen(c: Context, begin: (to: ServerResponse) => void): Response {
  // Without a Node response (a test, another adapter) the stream ends at once and its reader asks again.
  if (c.env) (c.env as KeptOpen).keepOpen = begin;
  c.header('content-type', 'text/event-stream');
  c.header('cache-control', 'no-store');
  // nginx would gather the stream otherwise.
  c.header('x-accel-buffering', 'no');
  return c.body(null);
}

type Bindings = (HttpBindings | Http2Bindings) & KeptOpen;
type Fetch<E> = (request: Request, env: E) => Response | Promise<Response>;

/** Wraps the application for the Node server, so that routes can keep their answers open. */
export function withOpenAnswers(fetch: Fetch<Bindings>): Fetch<HttpBindings | Http2Bindings> {
  return async (request, env: Bindings) => {
    const response = await fetch(request, env);
    const begin = env.keepOpen;
    if (!begin || request.method === 'HEAD') return response;
    const outgoing = env.outgoing as ServerResponse;
    outgoing.writeHead(response.status, [...response.headers].flat());
    outgoing.flushHeaders();
    begin(outgoing);
    return RESPONSE_ALREADY_SENT;
  };
}
