// The stream of hints, and the same news for who cannot hold a stream.
import type { HonoRequest } from 'hono';
import type { Since } from '../platform/live/news.ts';
import { keepOpen } from '../platform/live/writing.ts';
import type { Live } from '../platform/live.ts';
import { feature, signedIn } from '../platform/web.ts';

export function liveRoutes(live: Live) {
  return feature()
    .get('/live', signedIn({ ownTransactions: true, byItself: true }), (c) => {
      const listener = live.listener(c.var.actor, c.req.query('topics') ?? '');
      const since = sinceOf(c.req, c.req.header('last-event-id'));
      return keepOpen(c, (to) => live.hold(listener, since, to));
    })
    .get('/live/changes', signedIn({ ownTransactions: true, byItself: true }), async (c) => {
      const listener = live.listener(c.var.actor, c.req.query('topics') ?? '');
      return c.json(await live.news(listener, sinceOf(c.req)));
    });
}

function sinceOf(request: HonoRequest, lastEventId?: string): Since {
  const position = lastEventId || request.query('after');
  if (position && /^\d{1,15}$/.test(position)) return { after: Number(position) };
  const age = request.query('age') ?? '';
  return /^\d{1,9}(\.\d{1,3})?$/.test(age) ? { ageSeconds: Number(age) } : {};
}
