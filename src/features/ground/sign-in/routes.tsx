// Signing in and out. The pages stand in files by their matter: links and codes, sessions, passkeys.
import { feature } from '../../../platform/web.ts';
import { linkRoutes } from './links/routes-links.tsx';
import { oidcRoutes } from './oidc/routes-oidc.tsx';
import { providerRoutes } from './oidc/routes-providers.tsx';
import { passkeyRoutes } from './passkeys/routes-passkeys.tsx';
import { personRoutes } from './routes-persons.tsx';
import { sessionRoutes } from './sessions/routes-sessions.tsx';

export const routes = feature()
  .route('/', linkRoutes)
  .route('/', sessionRoutes)
  .route('/', passkeyRoutes)
  .route('/', oidcRoutes)
  .route('/', providerRoutes)
  .route('/', personRoutes);
