// Figures for Prometheus. Labels never name a person, an office or a full path.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Backlog } from './jobs.ts';

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

const jobs = new Gauge({
  name: 'likista_jobs',
  help: 'Jobs in the queue: due and waiting, begun, failed for good',
  labelNames: ['state'],
  registers: [registry],
});

const oldestJob = new Gauge({
  name: 'likista_jobs_oldest_waiting_seconds',
  help: 'How long the oldest due job has waited',
  registers: [registry],
});

const connections = new Gauge({
  name: 'likista_database_connections',
  help: 'Connections of the pool: in use, idle; and requests waiting for one',
  labelNames: ['state'],
  registers: [registry],
});

type Pool = { totalCount: number; idleCount: number; waitingCount: number };

/** All figures of this process in the text format of Prometheus, those of the queue read now. */
export async function readFigures(backlog: Backlog, pool: Pool): Promise<string> {
  jobs.set({ state: 'waiting' }, backlog.waiting);
  jobs.set({ state: 'begun' }, backlog.begun);
  jobs.set({ state: 'failed' }, backlog.failed);
  oldestJob.set(backlog.oldestWaitingSeconds);
  connections.set({ state: 'in-use' }, pool.totalCount - pool.idleCount);
  connections.set({ state: 'idle' }, pool.idleCount);
  connections.set({ state: 'waited-for' }, pool.waitingCount);
  return registry.metrics();
}
