// What watches the house from outside asks here: is the process alive, can it serve, how is it doing. Nothing here
// tells of a person, and of an office only that its services may be found.
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type pg from 'pg';
import type { DatabaseTrouble } from '../platform/embedded-database/watch.ts';
import type { JobQueue } from '../platform/jobs.ts';
import { readFigures, registry } from '../platform/metrics.ts';
import type { OfficeAddresses } from '../platform/office-addresses.ts';
import type { Outside } from '../platform/outside.ts';
import { networkOf } from '../platform/rate-limits.ts';
import { sameBytes } from '../platform/session.ts';
import { feature, open, type Web } from '../platform/web.ts';
import { robotsText } from './robots.ts';

export type HealthParts = {
  readonly outside: Outside;
  readonly pool: pg.Pool;
  readonly jobs: JobQueue;
  readonly addresses: OfficeAddresses;
  trouble(): DatabaseTrouble | undefined;
};

const doesSave = "select current_setting('transaction_read_only') = 'off' as saves";
const onlyReads = 'The database only reads: its disk is full, or it is a standby. Nothing can be saved.';

/** A balancer asks every few seconds; an answer that comes later is no answer to it. */
const answerWithin = 2_000;

export function healthRoutes({ outside, pool, jobs, addresses, trouble }: HealthParts) {
  const { config } = outside;
  return feature()
    .get('/health/live', open({ withoutOffice: true }), (c) => c.text('alive'))
    .get('/health/ready', open({ withoutOffice: true }), async (c) => {
      const checks = {
        database: await inTime(pool.query('select 1').then(() => true)),
        // A process migrates before it listens; a database that has since been replaced by an empty one shows here.
        migrated: await inTime(pool.query('select 1 from house.office_addresses limit 1').then(() => true)),
        jobs: config.workerInside ? await inTime(jobs.working()) : true,
      };
      const ready = Object.values(checks).every(Boolean);
      // A house that only reads still serves: taken away by its balancer it could not even say what is wrong.
      const saves =
        checks.database && (await inTime(pool.query(doesSave).then(({ rows }) => rows[0]?.saves)));
      const words = trouble()?.words ?? (checks.database && !saves ? onlyReads : undefined);
      return c.json({ ready, ...checks, saves, ...(words ? { words } : {}) }, ready ? 200 : 503);
    })
    .get('/metrics', open({ withoutOffice: true }), async (c) => {
      if (!mayReadFigures(c, config.metricsToken)) return c.text('not found', 404);
      c.header('content-type', registry.contentType);
      return c.body(await readFigures(await jobs.backlog(), pool));
    })
    .get('/robots.txt', open({ withoutOffice: true }), (c) => c.text(robotsText(config.baseUrl, addresses)));
}

/** False also when the answer does not come in time or is an error. */
async function inTime(answer: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, answerWithin, false).unref());
  return Promise.race([answer.catch(() => false), late]);
}

/** With the token; where none is set, from the machine itself and not through a proxy on it. */
function mayReadFigures(c: Context<Web>, token: string | undefined): boolean {
  if (token !== undefined) return sameText(c.req.header('authorization') ?? '', `Bearer ${token}`);
  const proxied = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => c.req.header(name));
  const network = networkOf(c.var.remoteAddress);
  return !proxied && (network.startsWith('127.') || c.var.remoteAddress === '::1');
}

// Hashed first, so that neither length nor content shows in the time it takes.
function sameText(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return sameBytes(hash(given), hash(wanted));
}
