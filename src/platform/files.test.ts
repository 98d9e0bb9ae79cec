import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileStore, openFolder } from './files.ts';
import { openBucket } from './files-bucket.ts';

// Its types are not shipped; what is used of it stands here.
type S3Server = { run(): Promise<AddressInfo>; close(): Promise<void> };
type S3Settings = {
  allowMismatchedSignatures: boolean;
  port: number;
  address: string;
  silent: boolean;
  directory: string;
  configureBuckets: object[];
};
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (settings: S3Settings) => S3Server;

let folder: string;
let servers: S3Server[];
let bucket: Parameters<typeof openBucket>[0];
let strictBucket: Parameters<typeof openBucket>[0];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likista-files-'));
  // This server drops the slash after a bucket's name before it checks the signature of a listing, so listings are
  // tried on one that does not check and signatures on one that does.
  const open = async (allowMismatchedSignatures: boolean) => {
    const server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: join(folder, 's3'),
      configureBuckets: [{ name: 'likista', configs: [] }],
      allowMismatchedSignatures,
    });
    const { port } = await server.run();
    return { server, endpoint: `http://127.0.0.1:${port}` };
  };
  const [lenient, strict] = [await open(true), await open(false)];
  servers = [lenient.server, strict.server];
  const keys = { bucket: 'likista', region: 'eu-north-1', accessKey: 'S3RVER', secretKey: 'S3RVER' };
  bucket = { ...keys, endpoint: lenient.endpoint };
  strictBucket = { ...keys, endpoint: strict.endpoint };
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await rm(folder, { recursive: true, force: true });
});

const stores: [string, () => FileStore][] = [
  ['a folder', () => openFolder(join(folder, 'local'))],
  ['a bucket', () => openBucket(bucket)],
];

describe.each(stores)('kept in %s', (_, open) => {
  test('a body comes back bit by bit, is replaced and goes', async () => {
    const store = open();
    const body = Buffer.from(Array.from({ length: 300_000 }, (_value, at) => at % 251));
    await store.put('office/one', body);
    expect(await store.get('office/one')).toEqual(body);
    await store.put('office/one', Buffer.from('new'));
    expect(await store.get('office/one')).toEqual(Buffer.from('new'));
    await store.remove('office/one');
    expect(await store.get('office/one')).toBeUndefined();
    await store.remove('office/one');
  });

  test('keys of one office are listed in order and in pages, and not those of another', async () => {
    const store = open();
    for (const key of ['a/3', 'a/1', 'a/2', 'ab/9', 'b/1']) await store.put(key, Buffer.from(key));
    expect(await store.list('a')).toEqual(['a/1', 'a/2', 'a/3']);
    expect(await store.list('a', 'a/1')).toEqual(['a/2', 'a/3']);
    expect(await store.list('nobody')).toEqual([]);
  });

  test.each(['../secret', 'a/../../b', '/etc/passwd', 'a//b', 'A', 'a.b', 'a\u0000', '', 'a/'])(
    'the key %j leads nowhere',
    async (key) => {
      const store = open();
      await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('not the key');
      await expect((async () => store.get(key))()).rejects.toThrow('not the key');
      await expect((async () => store.remove(key))()).rejects.toThrow('not the key');
    },
  );
});

test('a folder holds whole bodies only, readable by the house alone', async () => {
  const place = join(folder, 'whole');
  const store = openFolder(place);
  await store.put('office/one', Buffer.from('first'));
  expect(((await stat(join(place, 'office', 'one'))).mode & 0o777).toString(8)).toBe('600');
  // Many writers at one time: whoever is last, the body is one of theirs and no half is left behind.
  const bodies = Array.from({ length: 8 }, (_, at) => Buffer.alloc(100_000, at + 1));
  await Promise.all(bodies.map((body) => store.put('office/one', body)));
  const kept = await readFile(join(place, 'office', 'one'));
  expect(bodies.some((body) => body.equals(kept))).toBe(true);
  expect(await readdir(join(place, 'office'))).toEqual(['one']);
});

test('what a killed writer left behind is not taken for a body', async () => {
  const place = join(folder, 'killed');
  const store = openFolder(place);
  await store.put('office/one', Buffer.from('x'));
  await writeFile(join(place, 'office', 'two.123.part'), 'half');
  expect(await store.list('office')).toEqual(['office/one']);
});

test('a disk in trouble is an error, not a missing file', async () => {
  const place = join(folder, 'trouble');
  await writeFile(place, 'a file where the folder should be');
  await expect(openFolder(place).get('office/one')).rejects.toThrow('ENOTDIR');
});

test('a bucket with wrong keys refuses, and that is not a missing file either', async () => {
  const store = openBucket(strictBucket);
  await store.put('office/kept', Buffer.from('x'));
  expect(await store.get('office/kept')).toEqual(Buffer.from('x'));
  const stranger = openBucket({ ...strictBucket, secretKey: 'wrong' });
  await expect(stranger.get('office/kept')).rejects.toThrow('signature');
  await expect(stranger.put('office/new', Buffer.from('x'))).rejects.toThrow('signature');
  expect(await store.get('office/new')).toBeUndefined();
});
