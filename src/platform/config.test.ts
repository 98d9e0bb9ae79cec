import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const sms = { SMS_GATEWAY_URL: 'https://gateway.example.fi/send' };

test('a key that could be guessed is refused with words that say what to do', () => {
  const read = readConfig({}, { ...sms, SMS_GATEWAY_KEY: 'short' });
  expect(read.ok).toBe(false);
  expect(read.ok ? [] : read.problems).toEqual([
    'SMS_GATEWAY_KEY: needs at least 32 characters, because the gateway proves its reports with it; ' +
      'make one with: openssl rand -base64 24',
  ]);
  expect(readConfig({}, { ...sms, SMS_GATEWAY_KEY: 'k'.repeat(32) }).ok).toBe(true);
});

test('what is needed together is told by name, and an empty variable counts as unset', () => {
  const read = readConfig({}, { ...sms, SMS_GATEWAY_KEY: '' });
  expect(read.ok ? [] : read.problems).toEqual(['SMS_GATEWAY_KEY: needed together with SMS_GATEWAY_URL']);
  expect(readConfig({}, { SMS_GATEWAY_URL: '', SMS_GATEWAY_KEY: '' }).ok).toBe(true);
});

test('a port that is none is told in words, from the environment and from the command line', () => {
  for (const read of [readConfig({}, { PORT: '99999' }), readConfig({ port: '80x' }, {})]) {
    expect(read.ok ? [] : read.problems).toEqual(['PORT: a port is a whole number from 0 to 65535']);
  }
});

test('what is no address of a database is told by the name of its variable; a socket is one', () => {
  const urls = (app: string) => ({
    DATABASE_URL: app,
    DATABASE_OWNER_URL: 'postgres:///likista?host=/run/postgresql',
    DATABASE_JOBS_URL: 'postgresql://likista_jobs:x@localhost/likista',
    DATABASE_AUDIT_URL: 'postgres://likista_audit:x@db.example.fi/likista?sslmode=verify-full',
  });
  expect(readConfig({}, urls('postgres://likista_app:x@localhost/likista')).ok).toBe(true);
  for (const wrong of ['localhost', 'https://db.example.fi/likista', 'postgres://app:a/b@c']) {
    const read = readConfig({}, urls(wrong));
    expect(read.ok ? [] : read.problems).toEqual([
      expect.stringMatching(/^DATABASE_URL: is no address of a database: /),
    ]);
  }
});
