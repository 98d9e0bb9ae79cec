// How often something may be tried, counted in the database so that it holds over all processes and restarts. Each
// count is its own short statement on its own connections: it stays when the request rolls back, and it never waits
// for a connection that a request holds.
import pg from 'pg';
import { now } from './clock.ts';
import type { Log } from './log.ts';

export type Limit = {
  /** How many times within the window. */
  limit: number;
  windowSeconds: number;
};
export type Taken = { ok: true } | { ok: false; retryAfterSeconds: number };

type Queries = Pick<pg.Pool, 'query'>;

/** The longest window there is: `removeOld` keeps counts as long. */
export const dayWindow = 24 * 60 * 60;

async function takeFromLimit(database: Queries, key: string, limit: Limit): Promise<Taken> {
  const at = now().round('millisecond');
  const { rows } = await database.query<{ count: number; began: string }>(
    `insert into house.rate_limits as kept (key, window_start, count) values ($1, $2, 1)
     on conflict (key) do update set
       count = case when kept.window_start > $3 then least(kept.count, 1000000) + 1 else 1 end,
       window_start = case when kept.window_start > $3 then kept.window_start else excluded.window_start end
     returning count, (extract(epoch from window_start) * 1000)::text as began`,
    [key, at.toString(), at.subtract({ seconds: limit.windowSeconds }).toString()],
  );
  const row = rows[0];
  if (!row) throw new Error('the try was not counted');
  if (row.count <= limit.limit) return { ok: true };
  const left = (Number(row.began) - at.epochMilliseconds) / 1000 + limit.windowSeconds;
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(left)) };
}

async function forgetLimit(database: Queries, key: string): Promise<void> {
  await database.query('delete from house.rate_limits where key = $1', [key]);
}

async function removeOldLimits(database: Queries): Promise<void> {
  await database.query('delete from house.rate_limits where window_start < $1', [
    now().subtract({ hours: 25 }).toString(),
  ]);
}

/**
 * The network that an address counts for: a whole /64 of IPv6, because one subscriber can send from all of it, and
 * one IPv4 address, also when written as IPv6 (RFC 4291, 2.5.5.2). What is no address counts for one common network.
 */
export function networkOf(address: string): string {
  const plain = address
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '')
    .toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  const v4 = mapped ?? plain;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(v4)) return v4;
  const [head = '', tail] = plain.split('::');
  if (!/^[0-9a-f:.]+$/.test(plain) || !plain.includes(':')) return 'unknown';
  const first = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const groups =
    tail === undefined
      ? first
      : [...first, ...Array(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return network.length === 4 ? `${network.join(':')}::/64` : 'unknown';
}

export type RateLimits = {
  /**
   * Takes one of `limit` from `key`. The window begins with the first try and ends `windowSeconds` later; tries over
   * the limit do not lengthen it. `key` names what is limited and whose it is: `code:<person id>`.
   */
  take(key: string, limit: Limit): Promise<Taken>;
  /** Gives back what was counted: the person has proved themselves, earlier failures count no more. */
  forget(key: string): Promise<void>;
  /** Removes counts that no window reaches any more; the longest that may be used is a day. */
  removeOld(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the counters of this process. `url` is that of the app role. */
export function openRateLimits(settings: { url: string; log: Log }): RateLimits {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: 2,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'likista limits',
    // Every POST waits for its count. The counts of the last moment before a database dies need not outlive it.
    options: '-c synchronous_commit=off',
  });
  pool.on('error', (error) => {
    if (!pool.ending) settings.log.warn({ error: String(error) }, 'a connection of the limits was lost');
  });
  return {
    take: (key, limit) => takeFromLimit(pool, key, limit),
    forget: (key) => forgetLimit(pool, key),
    removeOld: () => removeOldLimits(pool),
    close: () => pool.end(),
  };
}
