// How fast times are booked through the application, beside the same rows written by bare SQL in the same run; and what
// the page of free times costs for 100 coaches with a year of few bookings and of a hundred times as many.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { Client } from 'pg';
import { prepareRoles, urlFor } from '../../src/platform/database-roles.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';
import { migrate } from '../../src/platform/migrations.ts';
import { type BookingYear, writeBookingYear } from './bookings-history.ts';
import { median, type PageTimes, startHouse } from './days.ts';

const root = join(import.meta.dirname, '..', '..');
const quiet = {
  info: () => {},
  warn: (_: object, words: string) => console.warn(words),
  error: (_: object, words: string) => console.error(words),
};

export type BookingsMeasured = {
  page: { small: PageTimes; large: PageTimes; rows: { small: number; large: number } };
  rate: { bookings: number; oursPerSecond: number; barePerSecond: number; ratio: number };
};

type Size = BookingYear & { url: string; app: string; admin: string; rows: number; stop(): Promise<void> };

/** Measures both sizes in turns on one database server, so that whatever else the machine does falls on both. */
export async function measureBookings(secondsEach = 6): Promise<BookingsMeasured> {
  const folder = await mkdtemp(join(tmpdir(), 'likista-bookings-'));
  const database = await startEmbeddedDatabase({ folder: join(folder, 'postgresql'), log: quiet });
  const opened: Size[] = [];
  try {
    const admin = database.adminUrl('postgres');
    opened.push(await openSize(folder, admin, 'bookings_small', 2_000));
    opened.push(await openSize(folder, admin, 'bookings_large', 200_000));
    const [small, large] = opened as [Size, Size];
    const turns: { small: PageTimes[]; large: PageTimes[] } = { small: [], large: [] };
    for (const size of [small, large]) await load(size, 3);
    for (let turn = 0; turn < 3; turn++) {
      turns.small.push(await load(small, secondsEach));
      turns.large.push(await load(large, secondsEach));
    }
    const rows = { small: small.rows, large: large.rows };
    return {
      page: { small: median(turns.small), large: median(turns.large), rows },
      rate: await measureRate(large),
    };
  } finally {
    for (const size of opened) await size.stop();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function openSize(folder: string, admin: string, name: string, count: number): Promise<Size> {
  const urls = await prepareRoles(admin, name, join(folder, 'roles.json'));
  await migrate(urls.owner, join(root, 'migrations'));
  const adminUrl = urlFor(admin, name);
  const year = await writeBookingYear(adminUrl, count);
  const [row] = await ask<{ count: number }>(adminUrl, 'select count(*)::int as count from bookings');
  return {
    ...year,
    admin: adminUrl,
    app: urls.app,
    rows: row?.count ?? 0,
    ...(await startHouse(folder, urls)),
  };
}

async function ask<R>(url: string, text: string, values: unknown[] = []): Promise<R[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text, values);
  await client.end();
  return rows;
}

/** The page of free times, each time as the next client, at the rate of a busy office. */
async function load(size: Size, seconds: number): Promise<PageTimes> {
  const [first] = size.clients;
  const answer = await fetch(`${size.url}/times/new`, { headers: { cookie: first?.cookie ?? '' } });
  const words = await answer.text();
  if (answer.status !== 200 || !words.includes('name="at"'))
    throw new Error(`no free times: ${answer.status}`);
  const result = await autocannon({
    url: size.url,
    connections: 4,
    overallRate: 8,
    duration: seconds,
    requests: size.clients.map(({ cookie }) => ({ path: '/times/new', headers: { cookie } })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`/times/new: ${result.non2xx} refused`);
  return { p50: result.latency.p50, p99: result.latency.p99, bytes: Buffer.byteLength(words) };
}

type Wish = { client: BookingYear['clients'][number]; at: string };

/** Free times found by bare SQL: three of each coach, on different days of the coming weeks. */
async function wishesOf(size: Size, skip: number): Promise<Wish[]> {
  const free = await ask<{ coach_id: string; at: string }>(
    size.admin,
    `select distinct on (k.coach_id, d.day) k.coach_id, to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from (select distinct coach_id from availability) k,
       (select (current_date + n)::date as day from generate_series(${7 + skip * 14}, ${18 + skip * 14}) as n
         where extract(isodow from current_date + n) in (1, 3, 5)) d,
       generate_series(0, 11) as s(slot),
       lateral (select (d.day + time '08:00' + s.slot * interval '40 minutes') at time zone 'Europe/Helsinki' as at) t
     where not exists (select 1 from bookings b where b.coach_id = k.coach_id and b.starts_at = t.at)
       and not exists (select 1 from bookings b where b.starts_at = t.at and b.client_id in (
         select person_id from sessions))
     order by k.coach_id, d.day, s.slot`,
  );
  return free.flatMap(({ coach_id, at }) => {
    const client = size.clients.find((one) => one.coachId === coach_id);
    return client ? [{ client, at }] : [];
  });
}

const atOnce = 4;

async function measureRate(size: Size): Promise<BookingsMeasured['rate']> {
  const before = await bookedRows(size);
  const wishes = await wishesOf(size, 0);
  let refused = 0;
  const ours = await perSecond(wishes, async ({ client, at }) => {
    const answer = await fetch(`${size.url}/times`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: client.cookie, origin: size.url },
      body: new URLSearchParams({ coach: client.coachId, at, mode: 'phone', _key: crypto.randomUUID() }),
    });
    await answer.arrayBuffer();
    // A closed day of the office is not free, whatever the table says.
    if (answer.status !== 303) refused += 1;
  });
  const booked = wishes.length - refused;
  if ((await bookedRows(size)) - before !== booked || booked < wishes.length / 2)
    throw new Error(`${refused} of ${wishes.length} bookings were refused`);
  const bare = await bareRate(size, (await wishesOf(size, 2)).slice(0, booked));
  const oursPerSecond = (ours * booked) / wishes.length;
  return { bookings: booked, oursPerSecond, barePerSecond: bare, ratio: oursPerSecond / bare };
}

const bookedRows = async (size: Size) =>
  (await ask<{ count: number }>(size.admin, 'select count(*)::int as count from bookings'))[0]?.count ?? 0;

/** The same rows without the application: booking, its change, its event and the key of the form, each time committed. */
async function bareRate(size: Size, wishes: readonly Wish[]): Promise<number> {
  const connections = await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const client = new Client({ connectionString: size.app });
      await client.connect();
      await client.query(`select set_config('app.office', $1, false)`, [size.officeId]);
      return client;
    }),
  );
  const idle = [...connections];
  try {
    return await perSecond(wishes, async ({ client, at }) => {
      const connection = idle.pop();
      if (!connection) throw new Error('no connection');
      await connection.query('begin');
      const { rows } = await connection.query(
        `insert into bookings (client_id, coach_id, day, starts, starts_at, ends_at, busy_until, mode, booked_by)
         values ($1, $2, ($3::timestamptz at time zone 'Europe/Helsinki')::date,
           ($3::timestamptz at time zone 'Europe/Helsinki')::time, $3, $3::timestamptz + interval '30 minutes',
           $3::timestamptz + interval '40 minutes', 'phone', $1) returning id`,
        [client.id, client.coachId, at],
      );
      await connection.query(
        `insert into booking_changes (booking_id, what, mode, starts_at, changed_by, changed_at)
         values ($1, 'booked', 'phone', $2, $3, now())`,
        [rows[0].id, at, client.id],
      );
      await connection.query(`insert into events (name, payload, actor_id) values ('booking.made', $1, $2)`, [
        JSON.stringify({ bookingId: rows[0].id }),
        client.id,
      ]);
      await connection.query('commit');
      idle.push(connection);
    });
  } finally {
    for (const connection of connections) await connection.end();
  }
}

/** How many of them are done in a second, a few at once. */
async function perSecond<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<number> {
  const left = [...all];
  const from = performance.now();
  const work = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return all.length / ((performance.now() - from) / 1000);
}
