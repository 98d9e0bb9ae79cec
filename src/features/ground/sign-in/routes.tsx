// Signing in and out: the pages of links and codes, sessions, passkeys and providers stand in files of their own.
import { feature, signedIn } from '../../../platform/web.ts';
import { dropSession } from './cookies.ts';
import { linkRoutes } from './routes-links.tsx';
import { endSession } from './sessions.ts';

export const routes = feature()
  .route('/', linkRoutes)
  .post('/sign-out', signedIn({ repeatable: true }), async (c) => {
    await endSession(c.var.tx, c.var.actor);
    dropSession(c, c.var.tx.outside.config);
    c.header('clear-site-data', '"cache", "storage"');
    return c.redirect('/', 303);
  });
