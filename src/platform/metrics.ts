// Figures for Prometheus. Labels never name a person, an office or a full path.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const requestTimes = new Histogram({
  name: 'likista_request_seconds',
  help: 'Time to answer a request',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers: [registry],
});

export const openStreams = new Gauge({
  name: 'likista_live_streams',
  help: 'Open streams of hints',
  registers: [registry],
});
