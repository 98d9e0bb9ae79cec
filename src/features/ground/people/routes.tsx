import { feature } from '../../../platform/web.ts';

export const routes = feature();
