import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, testOrigin } from '../../../../test/cast.ts';
import { now, setClock } from '../../../platform/clock.ts';
import { clearOrphans, fileBody, fileHref, keepFile, removeFile } from './door.ts';
import { clearOrphansOf } from './orphans.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
let resetClock = () => {};
afterEach(() => resetClock());

const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#b4d455' } })
  .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '63/1 44/1 0/1' } })
  .jpeg()
  .toBuffer();
const voice = Buffer.concat([Buffer.from('OggS\x00\x02'), Buffer.from('CANARY-VOICE'.repeat(100))]);
const paper = Buffer.from('%PDF-1.7\n1 0 obj << /CANARY-PAPER true >> endobj\n');

async function office() {
  const town = await house.office();
  const aino = await town.person('client', { givenName: 'Aino' });
  const keep = (
    bytes: Buffer,
    name = 'kuva.jpg',
    allowed: Parameters<typeof keepFile>[2]['allowed'] = ['image'],
  ) =>
    town.inOffice((tx) =>
      keepFile(tx, aino.actor, { personId: aino.id, bytes, name, purpose: 'task-proof', allowed }),
    );
  const href = (fileId: string) => town.inOffice((tx) => fileHref(tx, aino.actor, fileId));
  const kept = async (...file: Parameters<typeof keep>) => {
    const result = await keep(...file);
    if (!result.ok) throw new Error(result.reason);
    return result.fileId;
  };
  return { ...town, aino, keep, kept, href };
}

const fetchFile = (path: string, headers: Record<string, string> = {}) =>
  house.app.request(`${testOrigin}${path}`, { headers });

test('a picture is shown in place, drawn anew, to whoever holds its address, without a session', async () => {
  const { kept, href } = await office();
  const answer = await fetchFile(await href(await kept(picture)));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/webp');
  expect(answer.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''kuva.webp");
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('set-cookie')).toBeNull();
  const drawn = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect(drawn).toMatchObject({ format: 'webp', width: 60, height: 40 });
  expect(drawn.exif).toBeUndefined();
});

test('a paper comes as a download, never as a page', async () => {
  const { kept, href } = await office();
  const answer = await fetchFile(await href(await kept(paper, 'todistus ääkkösin.pdf', ['pdf'])));
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''todistus%20%C3%A4%C3%A4kk%C3%B6sin.pdf",
  );
});

test('a voice is played from any point, as phones ask for it', async () => {
  const { kept, href } = await office();
  const path = await href(await kept(voice, 'ääni.ogg', ['audio']));
  const part = await fetchFile(path, { range: 'bytes=6-11' });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe(`bytes 6-11/${voice.length}`);
  expect(await part.text()).toBe('CANARY');
  expect((await fetchFile(path, { range: `bytes=${voice.length}-` })).status).toBe(416);
});

test('an address is good for ten minutes at most', async () => {
  const { kept, href } = await office();
  const path = await href(await kept(picture));
  const later = now().add({ minutes: 10, seconds: 1 });
  resetClock = setClock(() => later);
  expect((await fetchFile(path)).status).toBe(404);
});

test('an address opens no other file and no other office, and cannot be lengthened', async () => {
  const { kept, href, slug } = await office();
  const other = await office();
  const [first, second] = [await kept(picture), await kept(picture)];
  const path = await href(first);
  const proof = path.split('/').at(-1) ?? '';
  const [ends = '', signature = ''] = proof.split('-', 2);
  for (const wrong of [
    path.replace(first, second),
    path.replace(slug, other.slug),
    path.replace(proof, `${Number(ends) + 300}-${signature}`),
    path.replace(proof, `${ends}-${'A'.repeat(43)}`),
    path.replace(proof, 'x'),
    path.replace(first, 'not-an-id'),
  ]) {
    expect((await fetchFile(wrong)).status, wrong).toBe(404);
  }
  expect((await fetchFile(path)).status).toBe(200);
});

test('a removed file is gone at once, and so is a file that never was', async () => {
  const { kept, href, inOffice, aino } = await office();
  const fileId = await kept(picture);
  const path = await href(fileId);
  await inOffice((tx) => removeFile(tx, aino.actor, fileId));
  expect((await fetchFile(path)).status).toBe(404);
  await expect(href(fileId)).rejects.toThrow('file');
  await expect(href(crypto.randomUUID())).rejects.toThrow('file');
});

test.each([
  ['a zip bomb called a picture', gzipSync(Buffer.alloc(20_000_000)), 'wrong-kind'],
  [
    'a drawing with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'wrong-kind',
  ],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'wrong-kind'],
  ['a voice where a picture is asked for', voice, 'wrong-kind'],
  ['a paper where a picture is asked for', paper, 'wrong-kind'],
  ['nothing', Buffer.alloc(0), 'empty'],
  ['half a picture', picture.subarray(0, 100), 'unreadable'],
  ['a picture of 21 megabytes', Buffer.concat([picture, Buffer.alloc(21 * 1024 * 1024)]), 'too-large'],
] as const)('%s is not taken, and nothing is kept of it', async (_, bytes, reason) => {
  const { keep, officeId } = await office();
  expect(await keep(bytes)).toEqual({ ok: false, reason });
  expect([...house.files.keys()].filter((key) => key.startsWith(officeId))).toEqual([]);
});

test('what rests in the store tells nothing and opens only as the file it is', async () => {
  const { kept, inOffice, officeId } = await office();
  const [first, second] = [await kept(voice, 'a.ogg', ['audio']), await kept(voice, 'b.ogg', ['audio'])];
  const body = house.files.get(`${officeId}/${first}`) ?? Buffer.alloc(0);
  expect(body.includes('CANARY')).toBe(false);
  expect((await inOffice((tx) => fileBody(tx, first)))?.bytes).toEqual(voice);
  house.files.set(`${officeId}/${second}`, body);
  await expect(inOffice((tx) => fileBody(tx, second))).rejects.toThrow();
});

test('reading through an address and adding are in the access log of the person', async () => {
  const { inOffice, person, kept, aino } = await office();
  const mika = await person('coach');
  const fileId = await kept(picture);
  await inOffice((tx) => fileHref(tx, mika.actor, fileId));
  const { rows } = await inOffice((tx) =>
    tx.execute<{ act: string; subject: string }>(
      `select act, subject from access_log where person_id = '${aino.id}' and subject = 'file' order by position`,
    ),
  );
  expect(rows.map((row) => row.act)).toEqual(['created', 'read']);
});

test('orphans go: a rolled-back body after two hours, a removed one at the next clearing; the rest stays', async () => {
  const { inOffice, aino, kept, officeId } = await office();
  const other = await office();
  const othersFile = await other.kept(picture);
  const [stays, removed] = [await kept(picture), await kept(picture)];
  await inOffice((tx) => removeFile(tx, aino.actor, removed));
  const lost = inOffice(async (tx) => {
    await keepFile(tx, aino.actor, {
      personId: aino.id,
      bytes: picture,
      name: 'x.jpg',
      purpose: 'task-proof',
      allowed: ['image'],
    });
    throw new Error('the form was refused after all');
  });
  await expect(lost).rejects.toThrow('refused');
  const mine = () => [...house.files.keys()].filter((key) => key.startsWith(officeId));
  expect(mine()).toHaveLength(3);
  expect(await clearOrphansOf(house.inOffice, officeId)).toBe(1);
  expect(mine()).toHaveLength(2);
  const later = now().add({ hours: 3 });
  resetClock = setClock(() => later);
  const offices = async () => [officeId, other.officeId];
  const context = { inOffice: house.inOffice, offices, log: house.outside.log, jobId: 'test' };
  await clearOrphans.handler.run(context, {});
  expect(mine()).toEqual([`${officeId}/${stays}`]);
  expect(house.files.has(`${other.officeId}/${othersFile}`)).toBe(true);
});
