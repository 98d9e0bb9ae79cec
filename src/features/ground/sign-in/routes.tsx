// Signing in and out. The pages stand in files by their matter: links and codes, sessions, passkeys.
import { feature } from '../../../platform/web.ts';
import { linkRoutes } from './routes-links.tsx';
import { oidcRoutes } from './routes-oidc.tsx';
import { passkeyRoutes } from './routes-passkeys.tsx';
import { personRoutes } from './routes-persons.tsx';
import { providerRoutes } from './routes-providers.tsx';
import { sessionRoutes } from './routes-sessions.tsx';

export const routes = feature()
  .route('/', linkRoutes)
  .route('/', sessionRoutes)
  .route('/', passkeyRoutes)
  .route('/', oidcRoutes)
  .route('/', providerRoutes)
  .route('/', personRoutes);
