// The only reader of the environment. Everything is checked once, and what is wrong is told in a readable list.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const portWords = 'a port is a whole number from 0 to 65535';
const port = z.coerce.number(portWords).int(portWords).min(0, portWords).max(65535, portWords);
const optionalUrl = z.url('is no complete address; it begins as https:// or smtps:// does').optional();
const databaseUrl = z
  .url({
    protocol: /^postgres(ql)?$/,
    error:
      'is no address of a database: postgres://role:password@machine/database, with signs in it percent-encoded',
  })
  .optional();

/** Long enough that it cannot be guessed: 24 letters hold 144 bits when made by `openssl rand -base64 24`. */
const secret = (letters: number, why: string) =>
  z
    .string()
    .min(letters, {
      error: `needs at least ${letters} characters, because ${why}; make one with: openssl rand -base64 24`,
    })
    .optional();

const environment = z.object({
  PORT: port.default(8080),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: optionalUrl,
  DATA_DIR: z.string().default('.likista/data'),
  MASTER_KEY_FILE: z.string().optional(),
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl,
  DATABASE_JOBS_URL: databaseUrl,
  DATABASE_AUDIT_URL: databaseUrl,
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  POSTS_PER_MINUTE: z.coerce.number().int().min(10).default(1200),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SMTP_URL: optionalUrl,
  MAIL_FROM: z.string().optional(),
  SMS_GATEWAY_URL: optionalUrl,
  SMS_GATEWAY_KEY: secret(32, 'the gateway proves its reports with it'),
  S3_ENDPOINT: optionalUrl,
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('eu-north-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  METRICS_TOKEN: secret(24, 'whoever has it reads the figures'),
  TURN_URLS: z.string().optional(),
  TURN_SECRET: secret(24, 'whoever has it may use the relay'),
  WORKER: z.enum(['inside', 'apart']).default('inside'),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Where people reach us, without a trailing slash: `https://likista.example.fi`. */
  readonly baseUrl: string;
  readonly dataFolder: string;
  readonly masterKeyFile: string;
  readonly database:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'external'; app: string; owner: string; jobs: string; audit: string };
  readonly poolSize: number;
  readonly trustedProxies: number;
  /** How many changing requests one network may send a minute, all its people together. */
  readonly postsPerMinute: number;
  readonly logLevel: string;
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  readonly sms: { readonly url: string; readonly key: string } | undefined;
  readonly s3:
    | { endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string }
    | undefined;
  readonly metricsToken: string | undefined;
  readonly turn: { readonly urls: readonly string[]; readonly secret: string } | undefined;
  readonly workerInside: boolean;
  /** The demonstration: invented people, printed links, mail and SMS shown on a page instead of sent. */
  readonly demo: boolean;
};

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

/** What may be set by the command line over the environment. */
export type ConfigChanges = { port?: string | undefined; dataFolder?: string | undefined; demo?: boolean };

/** Reads and checks the environment. Gives every problem at once, each naming its variable. */
export function readConfig(
  changes: ConfigChanges = {},
  variables: NodeJS.ProcessEnv = process.env,
): ConfigResult {
  const given = { ...variables, ...(changes.port === undefined ? {} : { PORT: changes.port }) };
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
  );
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  }
  const e = parsed.data;
  const problems: string[] = [];
  const database = together(e, problems, [
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'DATABASE_JOBS_URL',
    'DATABASE_AUDIT_URL',
  ]);
  const mail = together(e, problems, ['SMTP_URL', 'MAIL_FROM']);
  const sms = together(e, problems, ['SMS_GATEWAY_URL', 'SMS_GATEWAY_KEY']);
  const s3 = together(e, problems, ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY']);
  const turn = together(e, problems, ['TURN_URLS', 'TURN_SECRET']);
  if (problems.length > 0) return { ok: false, problems };

  const dataFolder = resolve(changes.dataFolder ?? e.DATA_DIR);
  return {
    ok: true,
    config: {
      port: e.PORT,
      host: e.HOST,
      baseUrl: (e.BASE_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
      dataFolder,
      masterKeyFile: resolve(e.MASTER_KEY_FILE ?? `${dataFolder}.key`),
      database: database
        ? { kind: 'external', app: database[0], owner: database[1], jobs: database[2], audit: database[3] }
        : { kind: 'embedded' },
      poolSize: e.DATABASE_POOL,
      trustedProxies: e.TRUSTED_PROXIES,
      postsPerMinute: e.POSTS_PER_MINUTE,
      logLevel: e.LOG_LEVEL,
      mail: mail && { url: mail[0], from: mail[1] },
      sms: sms && { url: sms[0], key: sms[1] },
      s3: s3 && { endpoint: s3[0], bucket: s3[1], region: e.S3_REGION, accessKey: s3[2], secretKey: s3[3] },
      metricsToken: e.METRICS_TOKEN,
      turn: turn && { urls: turn[0].split(','), secret: turn[1] },
      workerInside: e.WORKER === 'inside',
      demo: changes.demo ?? false,
    },
  };
}

type Environment = z.output<typeof environment>;
type Values<Names> = { [Index in keyof Names]: string };

// Variables that make sense only together: all of their values, or undefined when none is set; else a problem.
function together<const Names extends readonly (keyof Environment)[]>(
  e: Environment,
  problems: string[],
  names: Names,
): Values<Names> | undefined {
  const missing = names.filter((name) => e[name] === undefined);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) {
    const given = names.filter((name) => e[name] !== undefined);
    problems.push(`${missing.join(', ')}: needed together with ${given.join(', ')}`);
  }
  return names.map((name) => e[name]) as unknown as Values<Names>;
}

/** Reads the master key (32 bytes, base64 on one line). Throws a readable error when it is not there or not that. */
export function readMasterKey(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new Error(`${file}: a master key is 32 random bytes in base64`);
  return key;
}
