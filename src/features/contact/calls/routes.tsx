import { feature } from '../../../platform/web.ts';
import { deviceCheckRoutes } from './device-check/routes-device-check.tsx';
import { signalRoutes } from './line/routes-signals.ts';
import { hostRoutes } from './routes-hosts.tsx';
import { roomRoutes } from './routes-rooms.tsx';
import { visitRoutes } from './routes-visits.tsx';

export const routes = feature()
  .route('/', deviceCheckRoutes)
  .route('/', roomRoutes)
  .route('/', visitRoutes)
  .route('/', signalRoutes)
  .route('/', hostRoutes);
