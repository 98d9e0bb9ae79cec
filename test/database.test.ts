import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from './database.ts';

let first: TestDatabase;
let second: TestDatabase;
beforeAll(async () => {
  [first, second] = await Promise.all([openTestDatabase(), openTestDatabase()]);
});
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
});

async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

test('each test file has a migrated database of its own', async () => {
  await ask(first.urls.app, `insert into house.rate_limits values ('only in the first', now(), 1)`);
  expect(await ask(first.urls.app, 'select key from house.rate_limits')).toHaveLength(1);
  expect(await ask(second.urls.app, 'select key from house.rate_limits')).toHaveLength(0);
});

test('each role is who its name says', async () => {
  for (const [role, url] of Object.entries(first.urls)) {
    expect(await ask(url, 'select current_user as me')).toEqual([{ me: `likista_${role}` }]);
  }
});
