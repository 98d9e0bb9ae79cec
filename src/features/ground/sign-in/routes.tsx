import { deleteCookie } from 'hono/cookie';
import { cookieName, sessionCookie } from '../../../platform/session.ts';
import { feature, signedIn } from '../../../platform/web.ts';
import { endSession } from './sessions.ts';

export const routes = feature().post('/sign-out', signedIn({ repeatable: true }), async (c) => {
  await endSession(c.var.tx, c.var.actor);
  const { baseUrl } = c.var.tx.outside.config;
  deleteCookie(c, cookieName(sessionCookie, baseUrl), { path: '/', secure: baseUrl.startsWith('https:') });
  c.header('clear-site-data', '"cache", "storage"');
  return c.redirect('/', 303);
});
