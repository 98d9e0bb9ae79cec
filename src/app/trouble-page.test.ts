import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestHouse, type TestHouse, testOrigin } from '../../test/cast.ts';
import { asAdmin } from '../../test/search.ts';
import { troubleOf } from '../platform/errors.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** What the watch does when the disk fills up, for this database only; open connections would not hear of it. */
async function onlyRead(on: boolean): Promise<void> {
  await asAdmin(house.adminUrl, async (admin) => {
    await admin.query('set default_transaction_read_only = off');
    const { rows } = await admin.query('select current_database() as name');
    const database = admin.escapeIdentifier(rows[0].name);
    await admin.query(
      `alter database ${database} ${on ? 'set default_transaction_read_only = on' : 'reset default_transaction_read_only'}`,
    );
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'likista_app' and pid <> pg_backend_pid()`);
  });
  // The pool learns of its lost connections a moment later.
  await vi.waitFor(async () => expect((await ready()).saves).toBe(!on), { timeout: 60_000, interval: 100 });
}

const ready = async () =>
  (await (await house.app.request(`${testOrigin}/health/ready`)).json()) as {
    saves: boolean;
    words?: string;
  };

test('with a full disk people read on, and what they send is kept for one more try that counts once', async () => {
  const office = await house.office();
  // Her browser asks for Finnish; the page speaks her own language.
  const aino = await office.person('client', { language: 'sv' });
  const mika = await office.person('coach');
  await office.relate(aino, mika);
  const message = { text: 'Tulen huomenna vähän myöhemmin kuin yleensä', _key: randomUUID() };
  // Long enough ago that the time last seen would be written again.
  await office.inOffice((tx) =>
    tx.execute(sql`update sessions set seen_at = seen_at - interval '5 minutes'`),
  );
  await onlyRead(true);
  expect((await ready()).words).toContain('Nothing can be saved');

  expect((await aino.get(`/messages/${aino.id}`)).status).toBe(200);
  // Whoever looks at somebody else is noted in the log; where nothing can be noted, nothing is shown.
  expect((await mika.get(`/people/${aino.id}`)).status).toBe(503);

  const answer = await aino.post(`/messages/${aino.id}`, message);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('30');
  const page = await answer.text();
  expect(page).toContain('Det går inte att spara just nu');
  expect(page).toContain('Det du skrev finns kvar på den här sidan');
  expect(page).toContain(`name="_key" value="${message._key}"`);
  expect(page).toContain(`<p class="kept-lines">${message.text}</p>`);
  expect(page).toContain(`action="/messages/${aino.id}"`);

  await onlyRead(false);
  expect((await aino.post(`/messages/${aino.id}`, message)).status).toBe(303);
  expect((await aino.post(`/messages/${aino.id}`, message)).status).toBe(303);
  const { rows } = await office.inOffice((tx) =>
    tx.execute(sql`select id from messages where office_id = ${tx.officeId}`),
  );
  expect(rows).toHaveLength(1);
});

test('a database that is away is told of kindly, in the language of the browser', async () => {
  const broken = await openTestHouse();
  const aino = await (await broken.office()).person('client', { language: 'sv' });
  const end = broken.pool.end.bind(broken.pool);
  Object.assign(broken.pool, {
    connect: async () => {
      throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1'), { code: 'ECONNREFUSED' });
    },
  });
  const answer = await aino.get('/today', { 'accept-language': 'sv' });
  expect(answer.status).toBe(503);
  const page = await answer.text();
  expect(page).toContain('Tjänsten är borta en stund');
  expect(page).toContain('href="/today"');
  Object.assign(broken.pool, { end });
  await broken.close();
});

test('only the passing troubles of the database are taken for such', () => {
  const withCode = (code: string) =>
    new Error('outer', { cause: Object.assign(new Error('inner'), { code }) });
  for (const code of ['53100', '25006', 'ENOSPC']) expect(troubleOf(withCode(code))).toBe('cannot-save');
  for (const code of ['08006', '57P03', '53300', 'ECONNREFUSED'])
    expect(troubleOf(withCode(code))).toBe('away');
  for (const code of ['23505', '42P01', '22P02', 'ENOENT', ''])
    expect(troubleOf(withCode(code))).toBe(undefined);
  expect(troubleOf(new Error('Connection terminated unexpectedly'))).toBe('away');
  expect(troubleOf('a word')).toBe(undefined);
});
