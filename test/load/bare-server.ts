// The yardstick: a bare Node server that answers the same bytes to everything. Bytes come in by standard input.
import { createServer } from 'node:http';

const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part);
const body = Buffer.concat(parts);
const server = createServer((_, answer) => {
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
  answer.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address !== 'string') console.log(address.port);
});
