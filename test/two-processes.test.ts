import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { openStream } from './live-stream.ts';
import type { Order } from './two-processes-part.ts';

const databases: TestDatabase[] = [];
const masterKey = randomBytes(32).toString('base64');
const running: ChildProcess[] = [];

afterAll(async () => {
  for (const child of running) await kill(child);
  for (const database of databases) await database.close();
});

type Word = { word: string; port?: number; officeId?: string };

/** Every test has a database, and so a queue, of its own: no worker takes what another test wants done. */
async function openDatabase(): Promise<TestDatabase> {
  const database = await openTestDatabase();
  databases.push(database);
  return database;
}

/** Starts a process of the house. `say` gives an order and waits for the word that answers it. */
async function start(database: TestDatabase) {
  const child = fork(path.join(import.meta.dirname, 'two-processes-part.ts'), { execArgv: [] });
  running.push(child);
  const heard: Word[] = [];
  child.on('message', (word: Word) => heard.push(word));
  const hear = async (word: string, officeId?: string): Promise<Word> => {
    for (;;) {
      const at = heard.findIndex((one) => one.word === word && one.officeId === officeId);
      if (at >= 0) return heard.splice(at, 1)[0] as Word;
      if (child.exitCode !== null) throw new Error(`the process ended before it said "${word}"`);
      await Promise.race([once(child, 'message'), once(child, 'exit')]);
    }
  };
  const say = (order: Order, answer: string) => {
    child.send(order);
    return hear(answer);
  };
  await say({ order: 'open', urls: database.urls, masterKey }, 'open');
  return { child, hear, say };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function effectsIn(database: TestDatabase, officeId: string): Promise<number> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query(
    `select count(*)::int as count from events where office_id = $1 and name = 'test.effect'`,
    [officeId],
  );
  await admin.end();
  return rows[0].count;
}

test('a person whose page is held by one process hears what somebody did through another', async () => {
  const database = await openDatabase();
  const [one, other] = await Promise.all([start(database), start(database)]);
  const officeId = randomUUID();
  await one.say({ order: 'make-office', officeId }, 'made');
  const { port } = await other.say({ order: 'serve', officeId, topic: 'page:1' }, 'serving');
  const stream = await openStream(`http://127.0.0.1:${port}`, {});
  expect((await stream.next())?.event).toBe('ready');
  await one.say({ order: 'record', officeId, topics: ['page:1'] }, 'recorded');
  expect((await stream.next())?.data).toBe('page:1');
  stream.close();
});

test('a person whose request is under way when the house is stopped gets the answer, and work begun is finished', async () => {
  const database = await openDatabase();
  const { child, hear, say } = await start(database);
  const officeId = randomUUID();
  await say({ order: 'make-office', officeId }, 'made');
  const { port } = await say({ order: 'serve', officeId, topic: 'page:1' }, 'serving');
  await say({ order: 'work', hang: 'until-told' }, 'working');
  await say({ order: 'record', officeId, topics: [] }, 'recorded');
  await hear('in-the-middle', officeId);
  const answer = fetch(`http://127.0.0.1:${port}/slow`);
  await hear('request-begun');
  const stream = await openStream(`http://127.0.0.1:${port}`, {});
  await stream.next();

  child.kill('SIGTERM');
  // A stream would never end by itself; its page opens another, at whichever process listens.
  await stream.ended();
  await expect(fetch(`http://127.0.0.1:${port}/slow`)).rejects.toThrow();
  expect(child.exitCode).toBeNull();
  const gone = once(child, 'exit');
  child.send({ order: 'go-on' } satisfies Order);
  expect(await (await answer).text()).toBe('answered');
  expect(await gone).toEqual([0, null]);
  expect(await effectsIn(database, officeId)).toBe(1);
});

test.concurrent.each(['before-commit', 'after-commit'] as const)(
  'a person gets one effect of what they did though the worker is killed in the middle of it (%s)',
  async (hang) => {
    const database = await openDatabase();
    const first = await start(database);
    const officeId = randomUUID();
    await first.say({ order: 'make-office', officeId }, 'made');
    await first.say({ order: 'work', hang }, 'working');
    await first.say({ order: 'record', officeId, topics: [] }, 'recorded');
    await first.hear('in-the-middle', officeId);
    await kill(first.child);
    expect(await effectsIn(database, officeId)).toBe(hang === 'after-commit' ? 1 : 0);

    const second = await start(database);
    await second.say({ order: 'work', hang: 'never' }, 'working');
    await second.hear('done', officeId);
    expect(await effectsIn(database, officeId)).toBe(1);
  },
);
