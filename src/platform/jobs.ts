// Work to do later, queued in the caller's transaction (pg-boss). Delivery is at least once, so every handler is
// safe to repeat. Payloads hold ids only.
import { sql } from 'drizzle-orm';
import { fromDrizzle, type JobResult, PgBoss } from 'pg-boss';
import { errorForLog, type Log } from './log.ts';
import type { InOffice, Tx } from './tenancy.ts';

export type JobPayload = Record<string, string | number | boolean | null | readonly string[]>;

type KindSettings = {
  /** How many times it is tried again, with a pause that doubles from `retryDelaySeconds`. */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  /** Work that takes longer is taken for hung and tried again. */
  readonly expireInSeconds: number;
  /** A worker that has been silent this long is taken for dead and its work is tried again. At least 10. */
  readonly silenceSeconds: number;
  /** How many of this kind one process does at a time; at least 2. */
  readonly atOnce: number;
};

export type JobKind<P extends JobPayload> = KindSettings & {
  readonly job: string;
  /** Only here for its type. */
  readonly payload?: P;
};

const kinds = new Map<string, JobKind<JobPayload>>();

/** Defines a kind of work. Names are unique in the house. */
export function defineJob<P extends JobPayload>(
  job: string,
  settings: Partial<KindSettings> = {},
): JobKind<P> {
  const kind: JobKind<P> = { job, ...usual, ...settings };
  kinds.set(job, kind);
  return kind;
}

const usual: KindSettings = {
  retryLimit: 8,
  retryDelaySeconds: 5,
  expireInSeconds: 300,
  silenceSeconds: 30,
  atOnce: 2,
};

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

type SendOptions = {
  startAfter?: Temporal.Instant;
  /**
   * While a job of this kind with this key waits to be begun, no second one is queued. One that has begun does not
   * count, so work may queue its own continuation.
   */
  singletonKey?: string;
  priority?: number;
};

export type Jobs = {
  /** Queues work in the caller's transaction: it exists if and only if the transaction commits. */
  send<P extends JobPayload>(tx: Tx, kind: JobKind<P>, payload: P, options?: SendOptions): Promise<void>;
};

export type JobQueue = Jobs & {
  /** Runs the handlers and the timed jobs in this process until `stop`. */
  work(handlers: readonly JobHandler[], timed: readonly TimedJob[], inOffice: InOffice): Promise<void>;
  /** Whether this process takes jobs and can reach the queue. */
  working(): Promise<boolean>;
  backlog(): Promise<Backlog>;
  /** Takes no more jobs, waits up to 20 seconds for those begun, and lets go of the rest, which are tried again. */
  stop(): Promise<void>;
};

/** What stands in the queue now. A job that is to start later is not due and not counted as waiting. */
export type Backlog = { waiting: number; oldestWaitingSeconds: number; begun: number; failed: number };

export type TimedJob = {
  readonly kind: JobKind<Record<string, never>>;
  readonly cron: string;
  readonly zone: string;
};

export type JobSettings = {
  url: string;
  log: Log;
  /** How often it is looked for workers that died; seconds. */
  lookAfterSeconds?: number | undefined;
};

/** Opens the queue as the jobs role. The schema is installed by the migrations; nothing is created here but queues. */
export async function openJobs({ url, log, lookAfterSeconds = 15 }: JobSettings): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    migrate: false,
    createSchema: false,
    registerInstance: false,
    reindex: false,
    useListenNotify: true,
    superviseIntervalSeconds: lookAfterSeconds,
    monitorIntervalSeconds: lookAfterSeconds,
    application_name: 'likista jobs',
  });
  boss.on('error', (error) => log.error({ error: errorForLog(error) }, 'job queue'));
  await boss.start();
  const made = await boss.getDb().executeSql('select name from pgboss.queue', []);
  const names = new Set(made.rows.map((row: { name: string }) => row.name));
  for (const { job } of kinds.values()) if (!names.has(job)) await boss.createQueue(job, { notify: true });
  let taking = false;

  return {
    send: (tx, kind, payload, options = {}) => sendJob(boss, tx, kind, payload, options),
    async work(handlers, timed, inOffice) {
      for (const handler of handlers) await takeJobs(boss, handler, inOffice, log);
      await keepTimetable(boss, timed);
      taking = true;
    },
    async working() {
      if (!taking) return false;
      return boss
        .getDb()
        .executeSql('select 1', [])
        .then(
          () => true,
          () => false,
        );
    },
    backlog: () => readBacklog(boss),
    async stop() {
      taking = false;
      await boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}

async function sendJob<P extends JobPayload>(
  boss: PgBoss,
  tx: Tx,
  kind: JobKind<P>,
  payload: P,
  options: SendOptions,
): Promise<void> {
  const { singletonKey, startAfter, priority } = options;
  if (singletonKey !== undefined && (await isWaiting(tx, kind.job, singletonKey))) return;
  await boss.send(kind.job, payload, {
    db: fromDrizzle(tx, sql),
    retryLimit: kind.retryLimit,
    retryDelay: kind.retryDelaySeconds,
    retryBackoff: true,
    expireInSeconds: kind.expireInSeconds,
    heartbeatSeconds: kind.silenceSeconds,
    ...(startAfter ? { startAfter: startAfter.toString() } : {}),
    ...(singletonKey ? { singletonKey } : {}),
    ...(priority ? { priority } : {}),
  });
}

// pg-boss itself refuses a second job of one key only in queues that would also hold back jobs without a key.
// The lock makes two senders of one key come one after the other, so that the second sees what the first has queued.
async function isWaiting(tx: Tx, job: string, key: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${job}/${key}`}, 0))`);
  const { rows } = await tx.execute(sql`select 1 from pgboss.job
    where name = ${job} and singleton_key = ${key} and state < 'active' limit 1`);
  return rows.length > 0;
}

async function takeJobs(boss: PgBoss, handler: JobHandler, inOffice: InOffice, log: Log): Promise<void> {
  const options = {
    // A worker rests between two fetches unless a fetch of more than one came back full. So it fetches as many as it
    // may do at a time, does them together, and goes on without a rest until the queue is empty.
    batchSize: Math.max(2, kinds.get(handler.job)?.atOnce ?? usual.atOnce),
    burstWhenBatchFull: true,
    perJobResults: true as const,
    pollingIntervalSeconds: 2,
    // New work is announced at once; this is for what is to start later and for repeats.
    notifyPollingIntervalSeconds: 5,
  };
  const runOne = async (job: { id: string; data: unknown }): Promise<JobResult> => {
    const context = { inOffice, offices: () => everyOffice(boss), log, jobId: job.id };
    try {
      await handler.run(context, job.data as JobPayload);
      return { id: job.id, status: 'completed' };
    } catch (error) {
      log.error({ job: handler.job, id: job.id, error: errorForLog(error) }, 'a job failed');
      // pg-boss keeps the error beside the job, and an error of the database can hold what somebody has written.
      return { id: job.id, status: 'failed', output: { message: 'failed; see the log' } };
    }
  };
  await boss.work(handler.job, options, (jobs) => Promise.all(jobs.map(runOne)));
}

/** Makes the clock's table in the database like the one in the code; every process may do it. */
async function keepTimetable(boss: PgBoss, timed: readonly TimedJob[]): Promise<void> {
  for (const { kind, cron, zone } of timed) {
    const options = { tz: zone, retryLimit: kind.retryLimit, expireInSeconds: kind.expireInSeconds };
    await boss.schedule(kind.job, cron, {}, { ...options, heartbeatSeconds: kind.silenceSeconds });
  }
  const names = new Set(timed.map(({ kind }) => kind.job));
  for (const { name } of await boss.getSchedules()) if (!names.has(name)) await boss.unschedule(name);
}

async function readBacklog(boss: PgBoss): Promise<Backlog> {
  const { rows } = await boss.getDb().executeSql(
    `select count(*) filter (where due)::int as waiting,
       coalesce(extract(epoch from clock_timestamp() - min(start_after) filter (where due)), 0)::float as oldest,
       count(*) filter (where state = 'active')::int as begun,
       count(*) filter (where state = 'failed')::int as failed
     from (select state, start_after, state in ('created', 'retry') and start_after <= clock_timestamp() as due
             from pgboss.job where state <> 'completed') as jobs`,
    [],
  );
  const { waiting, oldest, begun, failed } = rows[0];
  return { waiting, oldestWaitingSeconds: oldest, begun, failed };
}

async function everyOffice(boss: PgBoss): Promise<string[]> {
  const { rows } = await boss
    .getDb()
    .executeSql('select office_id::text from house.office_addresses order by office_id', []);
  return rows.map((row: { office_id: string }) => row.office_id);
}
