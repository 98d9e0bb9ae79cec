import { deleteCookie } from 'hono/cookie';
import { sessionCookie } from '../../../platform/session.ts';
import { feature, signedIn } from '../../../platform/web.ts';
import { endSession } from './actions.ts';

export const routes = feature().post('/sign-out', signedIn({ repeatable: true }), async (c) => {
  await endSession(c.var.tx, c.var.actor);
  deleteCookie(c, sessionCookie, { path: '/' });
  c.header('clear-site-data', '"cache", "storage"');
  return c.redirect('/', 303);
});
