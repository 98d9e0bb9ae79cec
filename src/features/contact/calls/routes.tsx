import { feature } from '../../../platform/web.ts';
import { deviceCheckRoutes } from './device-check-routes.tsx';
import { hostRoutes } from './host-routes.tsx';
import { roomRoutes } from './room-routes.tsx';
import { visitRoutes } from './visit-routes.tsx';

export const routes = feature()
  .route('/', deviceCheckRoutes)
  .route('/', roomRoutes)
  .route('/', visitRoutes)
  .route('/', hostRoutes);
