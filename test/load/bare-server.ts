// The yardsticks: a bare Node server that answers the same bytes to everything; and, when it is given a database and an
// office, the same with one transaction of that office around one question about a session, the least that a
// signed-in page can ask. Bytes come in by standard input.
import { createServer } from 'node:http';
import pg from 'pg';

const [databaseUrl, officeId] = process.argv.slice(2);
const pool = databaseUrl
  ? new pg.Pool({ connectionString: databaseUrl, max: 10, pipeline: true })
  : undefined;

async function askSession(): Promise<void> {
  if (!pool) return;
  const client = await pool.connect();
  try {
    await Promise.all([
      client.query(`begin; select set_config('app.office', '${officeId}', true)`),
      client.query({ name: 'session', text: 'select id, person_id from sessions order by id limit 1' }),
      client.query('commit'),
    ]);
  } finally {
    client.release();
  }
}

const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part);
const body = Buffer.concat(parts);
const server = createServer(async (_, answer) => {
  await askSession();
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
  answer.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address !== 'string') console.log(address.port);
});
