// Work to do later, queued in the caller's transaction (pg-boss). Delivery is at least once, so every handler is
// safe to repeat. Payloads hold ids only.
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Log } from './log.ts';
import type { InOffice, Tx } from './tenancy.ts';

export type JobPayload = Record<string, string | number | boolean | null | readonly string[]>;

export type JobKind<P extends JobPayload> = {
  readonly job: string;
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  readonly expireInSeconds: number;
  /** Only here for its type. */
  readonly payload?: P;
};

const kinds = new Map<string, JobKind<JobPayload>>();

/** Defines a kind of work. Names are unique in the house. */
export function defineJob<P extends JobPayload>(
  job: string,
  settings: { retryLimit?: number; retryDelaySeconds?: number; expireInSeconds?: number } = {},
): JobKind<P> {
  const kind: JobKind<P> = { job, retryLimit: 8, retryDelaySeconds: 5, expireInSeconds: 300, ...settings };
  kinds.set(job, kind);
  return kind;
}

export type JobContext = {
  readonly inOffice: InOffice;
  /** Ids of every office of the installation, for timed jobs, which belong to none. */
  offices(): Promise<string[]>;
  readonly log: Log;
  readonly jobId: string;
};
export type JobHandler<P extends JobPayload = JobPayload> = {
  readonly job: string;
  run(context: JobContext, payload: P): Promise<void>;
};

/** Ties a handler to its kind of work, with the payload's type. */
export function jobHandler<P extends JobPayload>(
  kind: JobKind<P>,
  run: (context: JobContext, payload: P) => Promise<void>,
): JobHandler<P> {
  return { job: kind.job, run };
}

export type SendOptions = { startAfter?: Temporal.Instant; singletonKey?: string; priority?: number };

export type Jobs = {
  /** Queues work in the caller's transaction: it exists if and only if the transaction commits. */
  send<P extends JobPayload>(tx: Tx, kind: JobKind<P>, payload: P, options?: SendOptions): Promise<void>;
};

export type JobQueue = Jobs & {
  /** Runs the handlers and the timed jobs in this process until `stop`. */
  work(handlers: readonly JobHandler[], timed: readonly TimedJob[], inOffice: InOffice): Promise<void>;
  stop(): Promise<void>;
};

export type TimedJob = {
  readonly kind: JobKind<Record<string, never>>;
  readonly cron: string;
  readonly zone: string;
};

/** Opens the queue as the jobs role. The schema is installed by the migrations; nothing is created here but queues. */
export async function openJobs(settings: { url: string; log: Log }): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: settings.url,
    max: 4,
    migrate: false,
    createSchema: false,
    registerInstance: false,
    reindex: false,
    useListenNotify: true,
    application_name: 'likista jobs',
  });
  boss.on('error', (error) => settings.log.error({ error: String(error) }, 'job queue'));
  await boss.start();
  for (const { job } of kinds.values()) await boss.createQueue(job, { notify: true });

  return {
    async send(tx, kind, payload, options = {}) {
      await boss.send(kind.job, payload, {
        db: fromDrizzle(tx, sql),
        retryLimit: kind.retryLimit,
        retryDelay: kind.retryDelaySeconds,
        retryBackoff: true,
        expireInSeconds: kind.expireInSeconds,
        ...(options.startAfter ? { startAfter: options.startAfter.toString() } : {}),
        ...(options.singletonKey ? { singletonKey: options.singletonKey } : {}),
        ...(options.priority ? { priority: options.priority } : {}),
      });
    },
    async work(handlers, timed, inOffice) {
      for (const handler of handlers) {
        await boss.work(
          handler.job,
          { batchSize: 1, localConcurrency: 2, pollingIntervalSeconds: 2 },
          async ([job]) => {
            if (!job) return;
            const context = { inOffice, offices: () => everyOffice(boss), log: settings.log, jobId: job.id };
            await handler.run(context, job.data as JobPayload);
          },
        );
      }
      for (const { kind, cron, zone } of timed) await boss.schedule(kind.job, cron, {}, { tz: zone });
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}

async function everyOffice(boss: PgBoss): Promise<string[]> {
  const { rows } = await boss
    .getDb()
    .executeSql('select office_id::text from house.office_addresses order by office_id', []);
  return rows.map((row: { office_id: string }) => row.office_id);
}
