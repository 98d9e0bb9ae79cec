// The signed-in first page against a bare Node server that answers the same bytes, in turns in one run.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { Running } from './demonstration.ts';

export type Turn = { perSecond: number; p99: number };
export type FirstPage = { path: string; bytes: number; ours: Turn; bare: Turn; asking: Turn; ratio: number };

const turns = 3;
const secondsEach = 5;
const connections = 20;

export type Asked = { databaseUrl: string; officeId: string };

/**
 * Measures `path` as the person of `cookie` beside a bare server, and beside one that opens a transaction of the office
 * `asked` for each answer. Ratios are of the medians of the turns.
 */
export async function measureFirstPage(
  running: Running,
  path: string,
  cookie: string,
  asked: Asked,
): Promise<FirstPage> {
  const page = await fetch(`${running.url}${path}`, { headers: { cookie }, redirect: 'manual' });
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const body = Buffer.from(await page.arrayBuffer());
  const bare = await startBare(body);
  const asking = await startBare(body, asked);
  const ours: Turn[] = [];
  const theirs: Turn[] = [];
  const askings: Turn[] = [];
  await load(`${running.url}${path}`, cookie, 2);
  for (let turn = 0; turn < turns; turn++) {
    ours.push(await load(`${running.url}${path}`, cookie, secondsEach));
    theirs.push(await load(bare.url, cookie, secondsEach));
    askings.push(await load(asking.url, cookie, secondsEach));
  }
  bare.stop();
  asking.stop();
  const result = {
    path,
    bytes: body.length,
    ours: median(ours),
    bare: median(theirs),
    asking: median(askings),
  };
  return { ...result, ratio: result.ours.perSecond / result.bare.perSecond };
}

async function load(url: string, cookie: string, duration: number): Promise<Turn> {
  const result = await autocannon({ url, connections, duration, headers: { cookie } });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

function median(all: readonly Turn[]): Turn {
  const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  return { perSecond: middle(all.map((turn) => turn.perSecond)), p99: middle(all.map((turn) => turn.p99)) };
}

async function startBare(body: Buffer, asked?: Asked): Promise<{ url: string; stop(): void }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'bare-server.ts'), ...Object.values(asked ?? {})],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  child.stdin.end(body);
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data).trim())),
  );
  return { url: `http://localhost:${port}/`, stop: () => child.kill() };
}
