import { PassThrough } from 'node:stream';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test/cast.ts';
import { now } from './clock.ts';
import { defineJob, jobHandler, openJobs } from './jobs.ts';
import { openLog } from './log.ts';

const reminding = defineJob<{ officeId: string; bookingId: string }>('test-reminding');
const failing = defineJob<{ officeId: string }>('test-failing', { retryLimit: 0 });
const nightly = defineJob<Record<string, never>>('test-nightly');
const many = defineJob<{ officeId: string; at: number }>('test-many', { atOnce: 4 });
const waitingOnly = defineJob<{ officeId: string }>('test-waiting');
let house: TestHouse;
let admin: pg.Client;

beforeAll(async () => {
  house = await openTestHouse();
  admin = new pg.Client({ connectionString: house.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await house.close();
});

const rowsOf = async (job: string) =>
  (await admin.query(`select data, state, output::text, start_after from pgboss.job where name = $1`, [job]))
    .rows;

test('a reminder that two processes ask for at once is queued once, and again after it has begun', async () => {
  const office = await house.office();
  const payload = { officeId: office.officeId, bookingId: 'b1' };
  const ask = () =>
    office.inOffice((tx) => tx.outside.jobs.send(tx, reminding, payload, { singletonKey: 'b1' }));
  await Promise.all([ask(), ask(), ask(), ask()]);
  await office.inOffice((tx) => tx.outside.jobs.send(tx, reminding, payload, { singletonKey: 'b2' }));
  await office.inOffice((tx) => tx.outside.jobs.send(tx, reminding, payload));
  expect(await rowsOf('test-reminding')).toHaveLength(3);
  await admin.query(
    `update pgboss.job set state = 'active' where name = 'test-reminding' and singleton_key = 'b1'`,
  );
  await ask();
  expect(await rowsOf('test-reminding')).toHaveLength(4);
});

test('work asked for in an act that fails is never begun', async () => {
  const office = await house.office();
  const act = office.inOffice(async (tx) => {
    await tx.outside.jobs.send(tx, waitingOnly, { officeId: office.officeId });
    throw new Error('the act failed');
  });
  await expect(act).rejects.toThrow('the act failed');
  expect(await rowsOf('test-waiting')).toHaveLength(0);
});

test('work for later waits for its time and does not count as late', async () => {
  const office = await house.office();
  const startAfter = now().add({ hours: 1 }).round('millisecond');
  await admin.query('delete from pgboss.job');
  await office.inOffice((tx) =>
    tx.outside.jobs.send(tx, waitingOnly, { officeId: office.officeId }, { startAfter }),
  );
  expect((await house.jobs.backlog()).waiting).toBe(0);
  await office.inOffice((tx) => tx.outside.jobs.send(tx, waitingOnly, { officeId: office.officeId }));
  const backlog = await house.jobs.backlog();
  expect(backlog).toMatchObject({ waiting: 1, begun: 0, failed: 0 });
  expect(backlog.oldestWaitingSeconds).toBeLessThan(60);
  const [first] = await rowsOf('test-waiting');
  expect(Temporal.Instant.from(first.start_after.toISOString()).equals(startAfter)).toBe(true);
});

test('what somebody wrote stands neither in the queue nor in the log when the work with it fails', async () => {
  const written = 'Ainon salaisuus';
  const lines: string[] = [];
  const out = new PassThrough().on('data', (line) => lines.push(String(line)));
  const jobs = await openJobs({ url: house.urls.jobs, log: pino(out) });
  const office = await house.office();
  await office.inOffice((tx) => tx.outside.jobs.send(tx, failing, { officeId: office.officeId }));
  const tried = new Promise<void>((resolve) => {
    out.on('data', (line) => String(line).includes('a job failed') && resolve());
  });
  const handler = jobHandler(failing, ({ inOffice }, { officeId }) =>
    inOffice(officeId, async (tx) => {
      await tx.execute(sql`select ${written}::uuid`);
    }),
  );
  await jobs.work([handler] as never, [], house.inOffice);
  expect(await jobs.working()).toBe(true);
  await tried;
  await jobs.stop();
  expect(await jobs.working()).toBe(false);
  const [row] = await rowsOf('test-failing');
  expect(row.state).toBe('failed');
  expect(`${row.output}${lines.join('')}`).not.toContain('salaisuus');
  // The log still says what is wrong and where: invalid text for a uuid, in this file.
  expect(lines.join('')).toContain('22P02');
});

test('a timed job that has been taken out of the table is not started any more', async () => {
  const one = await openJobs({ url: house.urls.jobs, log: openLog('silent') });
  await one.work([], [{ kind: nightly, cron: '0 3 * * *', zone: 'Europe/Helsinki' }], house.inOffice);
  const planned = async () => (await admin.query('select name, timezone from pgboss.schedule')).rows;
  expect(await planned()).toEqual([{ name: 'test-nightly', timezone: 'Europe/Helsinki' }]);
  await one.work([], [], house.inOffice);
  expect(await planned()).toEqual([]);
  await one.stop();
});

test('a hundred jobs that came together are done one after the other without a rest, each once', async () => {
  const office = await house.office();
  const done: number[] = [];
  const running = { now: 0, most: 0 };
  const handler = jobHandler(many, async (_context, { at }) => {
    running.now += 1;
    running.most = Math.max(running.most, running.now);
    await new Promise((resolve) => setImmediate(resolve));
    running.now -= 1;
    done.push(at);
    if (at === 7) throw new Error('one that fails holds nobody up');
  });
  await office.inOffice(async (tx) => {
    for (let at = 0; at < 100; at++) await tx.outside.jobs.send(tx, many, { officeId: office.officeId, at });
  });
  await house.jobs.work([handler], [], house.inOffice);
  // At one job a rest of five seconds, this would take minutes.
  await vi.waitFor(() => expect(new Set(done).size).toBe(100), { timeout: 60_000, interval: 50 });
  expect(running.most).toBeLessThanOrEqual(4);
  // That they are done is written down a moment later.
  await expect
    .poll(async () => {
      const unfinished = (await rowsOf('test-many')).filter((row) => row.state !== 'completed');
      return unfinished.map((row) => row.data.at);
    })
    .toEqual([7]);
});
