import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isSignedReport, lengthOfSms, openSms, plainForSms, signatureOfReport, smsReport } from './sms.ts';

type Got = { headers: IncomingMessage['headers']; body: unknown };
type Answer = { status: number; body?: string; afterMilliseconds?: number };

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A gateway on this machine that answers as told and remembers what it got. */
async function gateway(answer: (got: Got) => Answer) {
  const received: Got[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const got = { headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString('utf8')) };
      received.push(got);
      const { status, body = '', afterMilliseconds = 0 } = answer(got);
      const timer = setTimeout(() => response.writeHead(status).end(body), afterMilliseconds);
      closers.push(() => clearTimeout(timer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages` };
}

const message = {
  id: '5f0c6c7e-1d0b-4a53-9a55-0d1c36e7a001',
  to: '+358401234567',
  text: 'Sinulle on viesti.',
};
const accepts = ({ body }: Got): Answer => ({
  status: 202,
  body: JSON.stringify({ id: (body as { id: string }).id }),
});

test('a message goes to the gateway with its id, its key and the place to report to', async () => {
  const { url, received } = await gateway(accepts);
  const callback = 'http://localhost/likijarvi/sms-report';
  expect(await openSms({ url, key: 'secret' }).send({ ...message, callback })).toEqual({ ok: true });
  expect(received[0]?.body).toEqual({ ...message, callback });
  expect(received[0]?.headers.authorization).toBe('Bearer secret');
});

test('a number that the gateway refuses is not tried again, a broken gateway is', async () => {
  for (const [status, final] of [
    [422, true],
    [400, true],
    [401, false],
    [429, false],
    [500, false],
    [503, false],
  ] as const) {
    const { url } = await gateway(() => ({ status }));
    expect(await openSms({ url, key: 'k' }).send(message)).toEqual({
      ok: false,
      reason: `refused-${status}`,
      final,
    });
  }
});

test('a gateway that is silent or away is tried again', async () => {
  const { url } = await gateway(() => ({ status: 202, afterMilliseconds: 5_000 }));
  expect(await openSms({ url, key: 'k' }, 50).send(message)).toMatchObject({
    reason: 'no-answer',
    final: false,
  });
  const away = openSms({ url: 'http://127.0.0.1:1/messages', key: 'k' });
  expect(await away.send(message)).toMatchObject({ reason: 'unreachable', final: false });
});

test('the key of the gateway never travels in clear to another machine', () => {
  expect(() => openSms({ url: 'http://sms.example.fi/messages', key: 'k' })).toThrow('https');
  expect(() => openSms({ url: 'https://sms.example.fi/messages', key: 'k' })).not.toThrow();
});

test('the page of a proxy in between is not taken for a sent message', async () => {
  for (const body of ['<html>Welcome</html>', '{}', '{"id":"another"}', 'null']) {
    const { url } = await gateway(() => ({ status: 200, body }));
    expect(await openSms({ url, key: 'k' }).send(message)).toMatchObject({
      reason: 'strange-answer',
      final: false,
    });
  }
});

test('what is not one number, or would cost many messages, never reaches the gateway', async () => {
  const { url, received } = await gateway(accepts);
  const sms = openSms({ url, key: 'k' });
  for (const to of ['040123', '+358401234567,+358409999999', '+358401234567\n', 'tel:+358401234567', '']) {
    expect(await sms.send({ ...message, to })).toMatchObject({ reason: 'bad-number', final: true });
  }
  expect(await sms.send({ ...message, text: 'a'.repeat(700) })).toMatchObject({
    reason: 'too-long',
    final: true,
  });
  expect(received).toEqual([]);
});

test.each([
  ['Hyvää päivää, Åsa: 5 € ei riitä', 'gsm-7', 32, 1],
  ['a'.repeat(160), 'gsm-7', 160, 1],
  ['a'.repeat(161), 'gsm-7', 161, 2],
  ['a'.repeat(307), 'gsm-7', 307, 3],
  [`${'a'.repeat(159)}€`, 'gsm-7', 161, 2],
  ['Täällä ollaan 🙂', 'ucs-2', 16, 1],
  ['ž'.repeat(71), 'ucs-2', 71, 2],
] as const)('the length of %j is known before it is sent', (text, encoding, units, parts) => {
  expect(lengthOfSms(text)).toEqual({ encoding, units, parts });
});

test('typographic letters do not make a message longer', () => {
  const text = 'Aino’s “day” – starts…\u00a0now';
  expect(lengthOfSms(text).encoding).toBe('ucs-2');
  expect(lengthOfSms(plainForSms(text)).encoding).toBe('gsm-7');
  expect(plainForSms(text)).toBe('Aino\'s "day" - starts... now');
});

test('a report counts only with the signature of the gateway, over exactly what it says', () => {
  const report = { id: message.id, state: 'delivered' as const, at: '2026-11-24T09:00:00Z' };
  const signed = smsReport.parse({ ...report, signature: signatureOfReport('key', report) });
  expect(isSignedReport('key', signed)).toBe(true);
  expect(isSignedReport('another key', signed)).toBe(false);
  expect(isSignedReport('key', { ...signed, state: 'failed' })).toBe(false);
  expect(smsReport.safeParse({ ...report, signature: 'x' }).success).toBe(false);
});
