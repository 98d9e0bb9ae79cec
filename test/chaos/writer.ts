// A process that only writes, for test/chaos: says "+ id" after the database has acknowledged the row of that id.
// Started anew by its parent whenever it is killed.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const [, , url = '', writers = '4'] = process.argv;

/** Writes until the process is killed; a lost connection is opened again, and what it was writing is not counted. */
async function write(): Promise<never> {
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      for (;;) {
        const id = crypto.randomUUID();
        await client.query('insert into chaos_rows (id) values ($1)', [id]);
        process.stdout.write(`+ ${id}\n`);
      }
    } catch {
      client.end().catch(() => {});
      await sleep(50);
    }
  }
}

await Promise.all(Array.from({ length: Number(writers) }, write));
