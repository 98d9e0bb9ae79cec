import { PgDialect } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { untouched } from './day-rows.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** What these hold follows a confirmation, and a confirmed day has its class, which `untouched` asks itself. */
const followTheClass = ['confirmations', 'objections', 'payer_rows'];

test('a day on which something has been written anywhere does not go without a trace', async () => {
  const { rows } = await house.pool.query<{ name: string }>(`
    select distinct conrelid::regclass::text as name from pg_constraint
    where confrelid = 'days'::regclass and contype = 'f'`);
  const asked = new PgDialect().sqlToQuery(untouched).sql;
  const forgotten = rows.map((row) => row.name).filter((name) => !asked.includes(` ${name} t where`));
  expect(forgotten.toSorted()).toEqual(followTheClass);
});
