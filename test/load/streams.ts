// Thousands of open streams of hints on one process: what one costs in memory, and how soon a hint is in the browser
// after the act that caused it was committed. Each stream has a session of its own, whose right is asked at each hint.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { readMasterKey } from '../../src/platform/config.ts';
import { urlsOfRoles } from '../../src/platform/database-roles.ts';
import { openKeys } from '../../src/platform/encryption.ts';
import { defineEvent, recordEvent } from '../../src/platform/events.ts';
import { signTopic } from '../../src/platform/live.ts';
import type { Outside } from '../../src/platform/outside.ts';
import { type InOffice, openTenancy } from '../../src/platform/tenancy.ts';
import type { Running } from './demonstration.ts';

export type Latency = { p50: number; p99: number; heard: number };
export type Streams = {
  count: number;
  kilobytesEach: number;
  /** Every stream listens to the topic of the hint. */
  toAll: Latency;
  /** One of them does. */
  toOne: Latency;
};

const roundsToAll = 20;
const roundsToOne = 200;
const openedAtOnce = 50;
const happened = defineEvent<{ thing: string }>('bench.happened');

/** Measures `count` streams on the demonstration that runs on `folder`. Milliseconds and kilobytes. */
export async function measureStreams(running: Running, folder: string, count = 5_000): Promise<Streams> {
  const pool = new pg.Pool({ connectionString: appUrl(folder), max: 2 });
  const inOffice = openTenancy(pool, { jobs: { send: async () => {} } } as unknown as Outside);
  try {
    const { rows } = await pool.query(
      `select office_id from house.office_addresses where slug = 'likijarvi'`,
    );
    const office = {
      officeId: rows[0].office_id as string,
      inOffice,
      key: openKeys(masterKey(folder)).signingKey('live'),
    };
    const [many, one] = await twoClients(office);
    const sessions = await startSessions(office, many, count);
    const [single] = await startSessions(office, one, 1);
    if (!single) throw new Error('no session');

    // The first streams also fill caches and grow buffers that stay.
    const first = await openAll(running.url, office, sessions.slice(0, 200), many);
    for (const { socket } of first) socket.destroy();
    await settle();
    const before = residentKilobytes(running.pid);
    const streams = await openAll(running.url, office, sessions, many);
    await settle();
    const quiet = residentKilobytes(running.pid);
    const toAll = await pushes(office, `person:${many}`, streams, roundsToAll);
    const alone = await openAll(running.url, office, [single], one);
    const toOne = await pushes(office, `person:${one}`, alone, roundsToOne);
    // The dearer of the two: the streams at rest, or after everything that was pushed through them.
    const kilobytesEach = (Math.max(quiet, residentKilobytes(running.pid)) - before) / count;
    for (const { socket } of [...streams, ...alone]) socket.destroy();
    return { count, kilobytesEach, toAll, toOne };
  } finally {
    await pool.end();
  }
}

type Office = { officeId: string; inOffice: InOffice; key: Buffer };
type Session = { id: string; token: string };
type Listening = { socket: Socket; heardAt: number };

const settle = () => new Promise((resolve) => setTimeout(resolve, 3_000));
const masterKey = (folder: string) => readMasterKey(`${folder}.key`);

function residentKilobytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

/** The demonstration's database, by the files in its folder: its port and the passwords of its roles. */
function appUrl(folder: string): string {
  const port = readFileSync(join(folder, 'postgresql', 'port'), 'utf8').trim();
  const passwords = JSON.parse(readFileSync(join(folder, 'roles.json'), 'utf8'));
  return urlsOfRoles(`postgres://127.0.0.1:${port}`, 'likista', passwords).app;
}

async function twoClients({ officeId, inOffice }: Office): Promise<[string, string]> {
  const ids = await inOffice(officeId, async (tx) => {
    const { rows } = await tx.execute<{ person_id: string }>(
      `select person_id from role_grants where role = 'client' order by person_id limit 2`,
    );
    return rows.map((row) => row.person_id);
  });
  if (!ids[0] || !ids[1]) throw new Error('the demonstration has no two clients');
  return [ids[0], ids[1]];
}

async function startSessions(office: Office, personId: string, count: number): Promise<Session[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(16).toString('base64url'));
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex'));
  const { rows } = await office.inOffice(office.officeId, (tx) =>
    tx.execute<{ id: string; hash: string }>(sql`
      insert into sessions (office_id, person_id, token_hash, way, started_at, seen_at, expires_at)
      select ${office.officeId}, ${personId}, decode(hash, 'hex'), 'demonstration', now(), now(), now() + interval '1 day'
      from jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb) as hash
      returning id, encode(token_hash, 'hex') as hash`),
  );
  const byHash = new Map(rows.map((row) => [row.hash, row.id]));
  return tokens.map((token, n) => ({ token, id: byHash.get(hashes[n] ?? '') ?? '' }));
}

async function openAll(url: string, office: Office, sessions: readonly Session[], personId: string) {
  const opened: Listening[] = [];
  for (let n = 0; n < sessions.length; n += openedAtOnce) {
    const some = sessions
      .slice(n, n + openedAtOnce)
      .map((session) => openOne(url, office, session, personId));
    opened.push(...(await Promise.all(some)));
  }
  return opened;
}

// A plain socket, so that what is measured is the server's cost and not that of a client library.
function openOne(url: string, office: Office, session: Session, personId: string): Promise<Listening> {
  const { port, host } = new URL(url);
  const token = signTopic(office.key, session.id, `person:${personId}`);
  const socket = connect(Number(port), '127.0.0.1');
  const listening: Listening = { socket, heardAt: 0 };
  socket.write(
    `GET /live?topics=${token}&after=&age=0.1 HTTP/1.1\r\nhost: ${host}\r\naccept: text/event-stream\r\n` +
      `accept-encoding: gzip, deflate, br\r\naccept-language: fi,en;q=0.5\r\nsec-fetch-site: same-origin\r\n` +
      `user-agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n` +
      `cookie: likista=${office.officeId}.${session.token}\r\n\r\n`,
  );
  return new Promise((resolve, reject) => {
    const late = setTimeout(reject, 30_000, new Error('a stream was not opened within half a minute'));
    let head = '';
    const greeted = (data: Buffer) => {
      head += data;
      if (!head.startsWith('HTTP/1.1 200'))
        return reject(new Error(`a stream was refused: ${head.slice(0, 80)}`));
      if (!head.includes('event: ready')) return;
      clearTimeout(late);
      socket.off('data', greeted);
      socket.on('data', (bytes) => {
        if (bytes.includes('data: person:')) listening.heardAt = performance.now();
      });
      resolve(listening);
    };
    socket.on('data', greeted).on('error', reject);
  });
}

/** Records `rounds` events one after the other, each when everybody has heard the last. */
async function pushes(office: Office, topic: string, streams: readonly Listening[], rounds: number) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const stream of streams) stream.heardAt = 0;
    let committedAt = 0;
    await office.inOffice(office.officeId, async (tx) => {
      await recordEvent(tx, happened({ thing: 'bench' }), { topics: [topic] });
      committedAt = performance.now();
    });
    const giveUp = performance.now() + 10_000;
    while (streams.some((stream) => stream.heardAt === 0) && performance.now() < giveUp)
      await new Promise((resolve) => setTimeout(resolve, 5));
    for (const stream of streams) if (stream.heardAt > 0) times.push(stream.heardAt - committedAt);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), heard: times.length / (rounds * streams.length) };
}
