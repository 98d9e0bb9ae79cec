// The pages of a coach's morning and of a payer's summary, for 200 clients and 20 coaches, with six weeks
// of history and with a hundred times that. Asked at the rate at which twenty coaches would ask, so that
// what is measured is the answer and not a queue.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { Client } from 'pg';
import { type DatabaseUrls, prepareRoles, urlFor } from '../../src/platform/database-roles.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';
import { migrate } from '../../src/platform/migrations.ts';
import { writeHistory } from './days-history.ts';
import { freePort } from './demonstration.ts';

const root = join(import.meta.dirname, '..', '..');
const coachCount = 20;
const clientsEach = 10;

export type PageTimes = { p50: number; p99: number; bytes: number };
export type DaysMeasured = {
  rows: { small: number; large: number };
  pages: { name: string; small: PageTimes; large: PageTimes }[];
};

const quiet = {
  info: () => {},
  warn: (_: object, words: string) => console.warn(words),
  error: (_: object, words: string) => console.error(words),
};

/**
 * Milliseconds of each page at 1× and at `times`×. Both sizes stand on one database server, each with its own house, and
 * are asked in turns, so that whatever else the machine does falls on both.
 */
export async function measureDays(times = 100, secondsEach = 6): Promise<DaysMeasured> {
  const folder = await mkdtemp(join(tmpdir(), 'likista-days-'));
  const database = await startEmbeddedDatabase({ folder: join(folder, 'postgresql'), log: quiet });
  const opened: Size[] = [];
  try {
    const admin = database.adminUrl('postgres');
    opened.push(await openSize(folder, admin, 'days_small', 6));
    opened.push(await openSize(folder, admin, 'days_large', 6 * times));
    const [small, large] = opened as [Size, Size];
    const pages: DaysMeasured['pages'] = [];
    for (const page of pagesAsked()) {
      const turns: { small: PageTimes[]; large: PageTimes[] } = { small: [], large: [] };
      for (const size of [small, large]) await load(size, page, 3);
      for (let turn = 0; turn < 3; turn++) {
        turns.small.push(await load(small, page, secondsEach));
        turns.large.push(await load(large, page, secondsEach));
      }
      pages.push({ name: page.name, small: median(turns.small), large: median(turns.large) });
    }
    return { rows: { small: small.rows, large: large.rows }, pages };
  } finally {
    for (const size of opened) await size.stop();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Size = { rows: number; url: string; cookies: readonly string[]; stop(): Promise<void> };

async function openSize(folder: string, admin: string, name: string, weeks: number): Promise<Size> {
  const urls = await prepareRoles(admin, name, join(folder, 'roles.json'));
  await migrate(urls.owner, join(root, 'migrations'));
  const adminUrl = urlFor(admin, name);
  const office = await openOffice(adminUrl);
  await writeHistory(adminUrl, { officeId: office.id, coachIds: office.coachIds, clientsEach, weeks });
  const rows = await countDays(adminUrl);
  return { rows, cookies: office.cookies, ...(await startHouse(folder, urls)) };
}

type Page = { name: string; path: string; who: 'coaches' | 'manager'; rate: number };

const pagesAsked = (): Page[] => [
  { name: 'board', path: '/board', who: 'coaches', rate: 8 },
  { name: 'days to confirm', path: '/confirmations', who: 'coaches', rate: 8 },
  { name: 'payer periods', path: '/payer-summaries', who: 'manager', rate: 4 },
  { name: 'payer summary', path: `/payer-summaries/kela/${lastPeriod()}`, who: 'manager', rate: 4 },
];

/** Asks a page for so many seconds, each time as the next of the people whose page it is. */
async function load(size: Size, page: Page, seconds: number): Promise<PageTimes> {
  const cookies = page.who === 'coaches' ? size.cookies.slice(0, coachCount) : size.cookies.slice(coachCount);
  const headers = { cookie: cookies[0] ?? '' };
  const first = await fetch(`${size.url}${page.path}`, { headers, redirect: 'manual' });
  if (first.status !== 200) throw new Error(`${page.path} answered ${first.status}`);
  const bytes = (await first.arrayBuffer()).byteLength;
  const result = await autocannon({
    url: size.url,
    connections: Math.min(4, page.rate),
    overallRate: page.rate,
    duration: seconds,
    requests: cookies.map((cookie) => ({ path: page.path, headers: { cookie } })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${page.path}: ${result.non2xx} refused`);
  return { p50: result.latency.p50, p99: result.latency.p99, bytes };
}

export function median(turns: readonly PageTimes[]): PageTimes {
  const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  return {
    p50: middle(turns.map((turn) => turn.p50)),
    p99: middle(turns.map((turn) => turn.p99)),
    bytes: turns[0]?.bytes ?? 0,
  };
}

/** An office with its coaches and a manager, all signed in. Gives their cookies, the manager's last. */
async function openOffice(adminUrl: string) {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const [id, ...people] = Array.from({ length: coachCount + 2 }, () => crypto.randomUUID());
  if (id === undefined) throw new Error('no office');
  await client.query(`select set_config('app.office', $1, false)`, [id]);
  await client.query(
    `insert into offices (office_id, slug, name) values ($1, 'kuorma', '{"fi":"Kuorma","sv":"Last","en":"Load"}')`,
    [id],
  );
  const cookies: string[] = [];
  for (const [at, personId] of people.entries()) {
    const token = randomBytes(16).toString('base64url');
    const role = at < coachCount ? 'coach' : 'manager';
    await client.query(`insert into persons (id, given_name, family_name) values ($1, 'Valmentaja', $2)`, [
      personId,
      `N${at}`,
    ]);
    await client.query(`insert into role_grants (person_id, role, starts_on) values ($1, $2, '2000-01-01')`, [
      personId,
      role,
    ]);
    await client.query(
      `insert into sessions (person_id, token_hash, way, started_at, seen_at, expires_at)
       values ($1, $2, 'code', now(), now(), now() + interval '1 day')`,
      [personId, createHash('sha256').update(token).digest()],
    );
    cookies.push(`likista=${id}.${token}`);
  }
  await client.end();
  return { id, coachIds: people.slice(0, coachCount), cookies };
}

async function countDays(adminUrl: string): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as count from days');
  await client.end();
  return rows[0].count;
}

export async function startHouse(
  folder: string,
  urls: DatabaseUrls,
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const data = join(folder, `data-${port}`);
  await mkdir(data);
  await writeFile(`${data}.key`, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  const child = spawn(process.execPath, ['dist/server.js', '--port', String(port), '--data', data], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      LOG_LEVEL: 'warn',
      // The pages alone are measured; the timed jobs of both houses would fall into one turn or the other.
      WORKER: 'apart',
      DATABASE_URL: urls.app,
      DATABASE_OWNER_URL: urls.owner,
      DATABASE_JOBS_URL: urls.jobs,
      DATABASE_AUDIT_URL: urls.audit,
    },
  });
  const url = `http://localhost:${port}`;
  await untilReady(url, child);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1_500; tries++) {
    if (child.exitCode !== null) throw new Error(`the house did not start (exit ${child.exitCode})`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error('no answer within a minute');
}

/** The first day of the last two-week period that is over (the rhythm that payers have when nothing is set). */
function lastPeriod(): Temporal.PlainDate {
  const first = Temporal.PlainDate.from('2026-01-05');
  const since = Math.floor(first.until(Temporal.Now.plainDateISO('Europe/Helsinki')).days / 14);
  return first.add({ days: 14 * (since - 1) });
}
