// Opens everything a process stands on, in order, and closes it in the opposite order.
import { join } from 'node:path';
import pg from 'pg';
import { type AccessLogChain, openAccessLogChain } from './access-log-chain.ts';
import type { Config } from './config.ts';
import type { DatabaseTrouble } from './embedded-database/watch.ts';
import { openKeys } from './encryption.ts';
import type { FileStore } from './files.ts';
import { type JobQueue, openJobs } from './jobs.ts';
import { type Live, openLive } from './live.ts';
import type { Log } from './log.ts';
import { type Mail, openMail } from './mail.ts';
import { type OfficeAddresses, openOfficeAddresses } from './office-addresses.ts';
import type { Outside } from './outside.ts';
import { openRateLimits } from './rate-limits.ts';
import { openSms, type Sms } from './sms.ts';
import { type InOffice, openTenancy } from './tenancy.ts';

export type DatabaseUrls = { owner: string; app: string; jobs: string; audit: string };

export type OpenHouse = {
  readonly outside: Outside;
  readonly inOffice: InOffice;
  readonly addresses: OfficeAddresses;
  readonly jobs: JobQueue;
  readonly live: Live;
  readonly chain: AccessLogChain;
  readonly pool: pg.Pool;
  trouble(): DatabaseTrouble | undefined;
  close(): Promise<void>;
};

export type HouseSettings = {
  config: Config;
  urls: DatabaseUrls;
  masterKey: Buffer;
  files: FileStore;
  log: Log;
  /** What is wrong with a database that we look after ourselves. */
  trouble?: (() => DatabaseTrouble | undefined) | undefined;
  /** How often it is looked for workers that died; a quarter of a minute unless told. */
  lookAfterSeconds?: number;
  /** Another mail server and gateway than those of the configuration. */
  mail?: Mail;
  sms?: Sms;
};

/** Connects to a migrated database and builds what requests and jobs use. */
export async function openHouse(settings: HouseSettings): Promise<OpenHouse> {
  const { config, urls, masterKey, files, log } = settings;
  const pool = new pg.Pool({
    connectionString: urls.app,
    max: config.poolSize,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'likista app',
  });
  pool.on('error', (error) => {
    // The server may say farewell before a connection that we have closed is gone.
    if (!pool.ending) log.warn({ error: String(error) }, 'an idle database connection was lost');
  });
  const chain = openAccessLogChain({ url: urls.audit, log, anchorFile: anchorFileOf(config) });
  const jobs = await openJobs({ url: urls.jobs, log, lookAfterSeconds: settings.lookAfterSeconds });
  const keys = openKeys(masterKey);
  const mail = settings.mail ?? (config.mail && openMail(config.mail));
  const sms = settings.sms ?? (config.sms && openSms(config.sms));
  const limits = openRateLimits({ url: urls.app, log });
  const outside: Outside = { config, jobs, chain, keys, files, log, limits, mail, sms };
  const inOffice = openTenancy(pool, outside);
  const addresses = openOfficeAddresses(pool);
  await addresses.refresh();
  const live = openLive({ url: urls.app, signingKey: keys.signingKey('live'), log, inOffice });
  return {
    outside,
    inOffice,
    addresses,
    jobs,
    live,
    chain,
    pool,
    trouble: settings.trouble ?? (() => undefined),
    async close() {
      await live.close();
      await jobs.stop();
      await chain.close();
      mail?.close();
      await limits.close();
      await pool.end();
    },
  };
}

/** Where the ends of the access log's chains are told outside the database; copy it to another machine. */
export function anchorFileOf(config: Config): string {
  return join(config.dataFolder, 'access-log-anchors.jsonl');
}
