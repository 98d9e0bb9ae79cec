import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { openMailServer } from '../../test/mail-server.ts';
import { isMailAddress, openMail } from './mail.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function mailServer(options: SMTPServerOptions = {}) {
  const server = await openMailServer(options);
  closers.push(server.close);
  return server;
}

function mailTo(url: string, times = { connectMilliseconds: 60_000, socketMilliseconds: 60_000 }) {
  const mail = openMail({ url, from: 'Likistä <noreply@likista.example>' }, times);
  closers.push(async () => mail.close());
  return mail;
}

const message = {
  id: '5f0c6c7e-1d0b-4a53-9a55-0d1c36e7a001',
  to: 'aino@example.fi',
  subject: 'Sinulle on viesti',
  text: 'Avaa se tästä: https://likista.example/l/abc\n',
};
const refusing = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

test('a mail arrives as plain text from the constant sender to its one reader', async () => {
  const { url, received } = await mailServer();
  const headers = { 'List-Unsubscribe': '<https://likista.example/decline/1/2>' };
  expect(await mailTo(url).send({ ...message, headers })).toEqual({ ok: true });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: 'noreply@likista.example', to: ['aino@example.fi'] });
  const raw = received[0]?.raw ?? '';
  expect(raw).toContain('List-Unsubscribe: <https://likista.example/decline/1/2>');
  expect(raw).toContain(`Message-ID: <${message.id}@likista.example>`);
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toMatch(/Content-Type: text\/plain; charset=utf-8/i);
  expect(raw).not.toMatch(/multipart|X-Mailer/i);
});

test('a mailbox that does not exist is not tried again, a full or busy server is', async () => {
  const gone = await mailServer({ onRcptTo: (_address, _session, done) => done(refusing(550)) });
  expect(await mailTo(gone.url).send(message)).toEqual({ ok: false, reason: 'refused-550', final: true });
  const busy = await mailServer({ onRcptTo: (_address, _session, done) => done(refusing(451)) });
  expect(await mailTo(busy.url).send(message)).toEqual({ ok: false, reason: 'refused-451', final: false });
});

test('a refused password is our own fault, and the mail waits for it to be mended', async () => {
  const { url } = await mailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(refusing(535)),
  });
  const withPassword = url.replace('smtp://', 'smtp://likista:wrong@');
  expect(await mailTo(withPassword).send(message)).toMatchObject({ reason: 'refused-535', final: false });
});

test('a server that never speaks holds nobody up', async () => {
  const sockets: Socket[] = [];
  const silent: Server = createServer((socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const result = await mailTo(url, { connectMilliseconds: 100, socketMilliseconds: 100 }).send(message);
  expect(result).toEqual({ ok: false, reason: 'no-answer', final: false });
});

test('a server that is away is tried again', async () => {
  expect(await mailTo('smtp://127.0.0.1:1').send(message)).toMatchObject({
    reason: 'unreachable',
    final: false,
  });
});

test('mail does not leave the machine in clear when the server leaves encryption out', async () => {
  const { url, received } = await mailServer();
  // 0.0.0.0 leads to this machine, but is not one of its own names, so it stands for a server elsewhere.
  const elsewhere = url.replace('127.0.0.1', '0.0.0.0');
  expect((await mailTo(elsewhere).send(message)).ok).toBe(false);
  expect(received).toEqual([]);
  expect((await mailTo(`${elsewhere}?requireTLS=false`).send(message)).ok).toBe(true);
});

test.each([
  'aino@example.fi\r\nBcc: all@example.fi',
  'aino@example.fi>\r\nRCPT TO:<mika@example.fi',
  'aino@example.fi, mika@example.fi',
  'aino@example.fi;mika@example.fi',
  'Aino <aino@example.fi>',
  '"aino@example.fi"@evil.example',
  'group: aino@example.fi;',
  'aino@example.fi SIZE=1\r\nQUIT',
  'aino@[127.0.0.1]',
  'aino@localhost',
  '<script>@example.fi',
  `${'a'.repeat(250)}@example.fi`,
  '',
])('%j is not one address, and nothing is sent to it', async (to) => {
  const { url, received } = await mailServer();
  expect(isMailAddress(to)).toBe(false);
  expect(await mailTo(url).send({ ...message, to })).toEqual({
    ok: false,
    reason: 'bad-address',
    final: true,
  });
  expect(received).toEqual([]);
});

test.each([
  { subject: 'Hei\r\nBcc: all@example.fi' },
  { subject: 'Hei\n\nbody of my own' },
  { headers: { 'X-Ok': 'yes\r\nBcc: all@example.fi' } },
  { headers: { 'X-Ok\r\nBcc': 'all@example.fi' } },
  { id: 'x>\r\nBcc: all@example.fi' },
])('no header can be smuggled in: %j', async (changes) => {
  const { url, received } = await mailServer();
  const result = await mailTo(url).send({ ...message, ...changes });
  expect(result).toEqual({ ok: false, reason: 'bad-header', final: true });
  expect(received).toEqual([]);
});

test('a line of dots and a command in the text stay text', async () => {
  const { url, received } = await mailServer();
  const text = 'first\r\n.\r\nMAIL FROM:<evil@example.fi>\r\n..\r\nlast\n';
  expect((await mailTo(url).send({ ...message, text })).ok).toBe(true);
  expect(received).toHaveLength(1);
  expect(received[0]?.raw).toContain('MAIL FROM:<evil@example.fi>');
});

test('a mail longer than any of ours is refused', async () => {
  const { url } = await mailServer();
  const mail = mailTo(url);
  expect(await mail.send({ ...message, subject: 'a'.repeat(201) })).toMatchObject({ reason: 'too-long' });
  expect(await mail.send({ ...message, text: 'a'.repeat(20_001) })).toMatchObject({ reason: 'too-long' });
});

test('a sender that is not one address does not open', () => {
  for (const from of ['Likistä', 'a@b.fi, c@d.fi', 'Likistä <a@b.fi>\r\nBcc: x@y.fi']) {
    expect(() => openMail({ url: 'smtp://127.0.0.1:1', from })).toThrow('MAIL_FROM');
  }
});
