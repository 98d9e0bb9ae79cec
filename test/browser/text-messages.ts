// The gateway of text messages as a test sees it: it takes what the house sends and keeps it to be read.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';

export type TextMessages = Awaited<ReturnType<typeof openTextMessages>>;

/** Opens it on a free port. Give `sms` to `openStage`, and `close()` it in `afterAll`. */
export async function openTextMessages() {
  const messages: { to: string; text: string }[] = [];
  const gateway = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const message = JSON.parse(body);
    messages.push(message);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: message.id }));
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  const find = (phone: string, pattern: RegExp) =>
    messages.map((one) => (one.to === phone ? pattern.exec(one.text)?.[0] : undefined)).findLast(Boolean);
  return {
    sms: { url: `http://127.0.0.1:${port}/`, key: 'test' },
    /** What `pattern` finds in the latest text message to `phone` that holds it; waits until it arrives. */
    async to(phone: string, pattern: RegExp): Promise<string> {
      await expect.poll(() => find(phone, pattern)).toBeTruthy();
      return find(phone, pattern) ?? '';
    },
    forget: () => messages.splice(0),
    close: () => gateway.close(),
  };
}
