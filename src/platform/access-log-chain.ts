// Chains the access log: each entry is sealed by a hash over the hash before it and its own words, written as
// likista_audit, whose role may only add. An altered, missing or reordered entry then no longer fits its link
// (access-log-check.ts). Hashes alone do not stop somebody who rewrites the whole chain, so each new end of it is
// also told outside the database: in the process log and in a file that belongs on another machine.
import { createHash } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { houseZone, now } from './clock.ts';
import { defineJob, jobHandler } from './jobs.ts';
import type { Log } from './log.ts';

export type AccessLogChain = {
  /** Seals what is not sealed yet in one office. Gives how many entries. Safe to repeat and to run in many processes. */
  seal(officeId: string): Promise<number>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

/** The end of a chain at a moment, as it was told outside the database. */
export type Anchor = { officeId: string; seq: number; hash: string; at: string };

/** An entry of the log with every column as text, so that its words are the same in every process and time zone. */
export type SealedEntry = Record<(typeof columns)[number], string | null>;

const columns = [
  'office_id',
  'id',
  'position',
  'at',
  'actor_id',
  'actor_role',
  'unit_id',
  'person_id',
  'act',
  'subject',
  'subject_id',
  'purpose',
  'session_id',
  'request_id',
] as const;

/** The select list that gives a `SealedEntry` of the row `l`. */
export const entryColumns = `l.office_id::text, l.id::text, l.position::text,
  to_char(l.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, l.actor_id::text, l.actor_role,
  l.unit_id::text, l.person_id::text, l.act, l.subject, l.subject_id::text, l.purpose, l.session_id::text,
  l.request_id`;

/** What the first link follows. */
export const beginning = Buffer.alloc(32);

const batch = 1_000;
// Entries become visible in another order than they were written, but never this much later: a request's
// transaction is ended by the database long before.
const lateness = '10 minutes';

/** SHA-256 over the hash before and the entry's words (canonical form 1: a JSON list in the order of the columns). */
export function linkHash(previous: Buffer, entry: SealedEntry): Buffer {
  const words = JSON.stringify([1, ...columns.map((column) => entry[column])]);
  return createHash('sha256').update(previous).update(words).digest();
}

/** Opens the chain as the audit role. `anchorFile` receives a line for each new end of an office's chain. */
export function openAccessLogChain(settings: { url: string; log: Log; anchorFile: string }): AccessLogChain {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: 2,
    idleTimeoutMillis: 30_000,
    application_name: 'likista audit',
  });
  pool.on('error', (error) => {
    if (!pool.ending) settings.log.warn({ error: String(error) }, 'the audit connection was lost');
  });
  // The first pass of a process looks at the whole log, so that nothing is left out after a clock was set back.
  const lookedThrough = new Set<string>();
  return {
    pool,
    async seal(officeId) {
      let count = 0;
      for (;;) {
        const sealed = await sealBatch(pool, officeId, !lookedThrough.has(officeId));
        count += sealed.count;
        if (sealed.anchor) await tellOutside(settings, sealed.anchor);
        if (sealed.count < batch) break;
      }
      lookedThrough.add(officeId);
      return count;
    },
    close: () => pool.end(),
  };
}

type Sealed = { count: number; anchor: Anchor | undefined };

async function sealBatch(pool: pg.Pool, officeId: string, everything: boolean): Promise<Sealed> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // One at a time per office: two processes that seal at once would both follow the same last link.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('access log ' || $1, 0))`, [officeId]);
    const sealed = await addLinks(client, officeId, everything);
    await client.query('commit');
    return sealed;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function addLinks(client: pg.PoolClient, officeId: string, everything: boolean): Promise<Sealed> {
  const last = await client.query<{ seq: string; hash: Buffer; at: Date | null }>(
    `select c.seq, c.hash, l.at from access_log_chain c
       left join access_log l on l.office_id = c.office_id and l.id = c.entry_id
      where c.office_id = $1 order by c.seq desc limit 1`,
    [officeId],
  );
  const { rows } = await client.query<SealedEntry>(
    `select ${entryColumns} from access_log l
      where l.office_id = $1
        and l.at > coalesce($2::timestamptz - interval '${lateness}', '-infinity'::timestamptz)
        and not exists (select from access_log_chain c where c.office_id = l.office_id and c.entry_id = l.id)
      order by l.position limit ${batch}`,
    [officeId, everything ? null : (last.rows[0]?.at ?? null)],
  );
  if (rows.length === 0) return { count: 0, anchor: undefined };
  let seq = Number(last.rows[0]?.seq ?? 0);
  let hash = last.rows[0]?.hash ?? beginning;
  const links = rows.map((entry) => {
    const previous = hash;
    hash = linkHash(previous, entry);
    seq += 1;
    return { seq, entry: entry.id, previous, hash };
  });
  await client.query(
    `insert into access_log_chain (office_id, seq, entry_id, previous_hash, hash)
     select $1, * from unnest($2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[])`,
    [
      officeId,
      links.map((link) => link.seq),
      links.map((link) => link.entry),
      links.map((link) => link.previous),
      links.map((link) => link.hash),
    ],
  );
  return { count: rows.length, anchor: { officeId, seq, hash: hash.toString('hex'), at: now().toString() } };
}

async function tellOutside(settings: { log: Log; anchorFile: string }, anchor: Anchor): Promise<void> {
  settings.log.info(anchor, 'access log sealed');
  await mkdir(dirname(settings.anchorFile), { recursive: true });
  await appendFile(settings.anchorFile, `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
}

const sealing = defineJob<Record<string, never>>('access-log-sealing', { retryLimit: 0 });

/** The job and its hours: every minute, in every office. */
export const sealAccessLog = {
  handler: jobHandler(sealing, async ({ inOffice, offices, log }) => {
    for (const officeId of await offices()) {
      try {
        await inOffice(officeId, (tx) => tx.outside.chain.seal(officeId));
      } catch (error) {
        // One office whose chain cannot be written must not leave the others unsealed.
        log.error({ officeId, error: String(error) }, 'the access log could not be sealed');
      }
    }
  }),
  timed: { kind: sealing, cron: '* * * * *', zone: houseZone },
};
