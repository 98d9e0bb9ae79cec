import { crc32, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fileTypeOf } from './file-kinds.ts';
import { redrawImage } from './images.ts';
import { withoutPlace } from './recordings.ts';

const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 80, b: 20 } } });

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 8 + data.length);
  return chunk;
}

/** A PNG that claims a size and compresses to almost nothing. */
function pngClaiming(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
  'a picture in %s is drawn anew',
  async (format) => {
    const body = await picture().toFormat(format).toBuffer();
    expect(fileTypeOf(body)).toMatchObject({ kind: 'image', mime: `image/${format}` });
    expect(await redrawImage(body)).toMatchObject({ ok: true, mime: 'image/webp', width: 40, height: 30 });
  },
);

test('where a picture was taken, by what and when is not kept', async () => {
  const body = await picture()
    .withExif({
      IFD0: { Make: 'CANARY-MAKE', Copyright: 'CANARY-OWNER' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '63/1 44/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '25/1 19/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
  expect((await sharp(body).metadata()).exif?.includes('CANARY-MAKE')).toBe(true);
  const drawn = await redrawImage(body);
  if (!drawn.ok) throw new Error(drawn.reason);
  const after = await sharp(drawn.body).metadata();
  expect([after.exif, after.xmp, after.iptc, after.icc]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(drawn.body.includes('CANARY')).toBe(false);
});

test('a picture taken sideways stands upright without its mark of direction', async () => {
  const body = await picture(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await redrawImage(body)).toMatchObject({ width: 30, height: 40 });
});

test('a large picture is made smaller', async () => {
  const body = await picture(4_000, 3_000).jpeg().toBuffer();
  expect(await redrawImage(body)).toMatchObject({ width: 2_000, height: 1_500 });
});

test('a header that claims 50,000 by 50,000 pixels is refused before anything is unpacked', async () => {
  const before = process.memoryUsage().rss;
  const body = pngClaiming(50_000, 50_000, Buffer.alloc(6_251));
  expect(await redrawImage(body)).toEqual({ ok: false, reason: 'too-large' });
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
});

test('what is hidden behind a picture does not come through', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const polyglot = Buffer.concat([jpeg, Buffer.from('PK\x03\x04<script>alert("CANARY")</script>')]);
  const drawn = await redrawImage(polyglot);
  expect(drawn.ok && drawn.body.includes('CANARY')).toBe(false);
  const commented = Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, 8]),
    Buffer.from('CANARY'),
    jpeg.subarray(2),
  ]);
  const again = await redrawImage(commented);
  expect(again).toMatchObject({ ok: true });
  expect(again.ok && again.body.includes('CANARY')).toBe(false);
});

test.each([
  ['half a picture', async () => (await picture(400, 400).png().toBuffer()).subarray(0, 200)],
  [
    'a name and nothing behind it',
    async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40)]),
  ],
  ['rows that never end', async () => pngClaiming(20, 20, Buffer.alloc(3))],
])('%s is unreadable', async (_, make) => {
  expect(await redrawImage(await make())).toEqual({ ok: false, reason: 'unreadable' });
});

test.each([
  ['a zip bomb', gzipSync(Buffer.alloc(10_000_000))],
  ['a zip', Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaa')],
  [
    'a drawing with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00')],
  ['a film', Buffer.from('\x00\x00\x00\x18ftypqt  \x00\x00\x00\x00', 'latin1')],
  ['Matroska', Buffer.from('\x1aE\xdf\xa3\x01\x00\x00\x00\x00\x00\x00\x1fB\x82\x88matroska', 'latin1')],
  ['three bytes', Buffer.from([0xff, 0xd8, 0xff])],
  ['nothing', Buffer.alloc(0)],
])('%s is no kind that is kept', (_, body) => {
  expect(fileTypeOf(body)).toBeUndefined();
});

test.each([
  ['audio/webm', Buffer.from('\x1aE\xdf\xa3\x01\x00\x00\x00\x00\x00\x00\x1fB\x82\x84webm', 'latin1')],
  ['audio/ogg', Buffer.from('OggS\x00\x02\x00\x00\x00\x00\x00\x00')],
  ['audio/mp4', Buffer.from('\x00\x00\x00\x1cftypM4A \x00\x00', 'latin1')],
  ['audio/wav', Buffer.from('RIFF\x24\x00\x00\x00WAVEfmt ')],
  ['audio/mpeg', Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00\x00\x00')],
  ['audio/mpeg', Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['application/pdf', Buffer.from('%PDF-1.7\n1 0 obj')],
])('%s is known by its first bytes', (mime, body) => {
  expect(fileTypeOf(body)?.mime).toBe(mime);
});

test('where a voice was recorded is not kept, and the recording keeps its length', () => {
  const place = '+63.7333+025.3167/';
  const atom = Buffer.concat([
    Buffer.from([0, 0, 0, 12 + place.length, 0xa9]),
    Buffer.from('xyz'),
    Buffer.from([0, 18, 0x15, 0xc7]),
    Buffer.from(place),
  ]);
  const body = Buffer.concat([
    Buffer.from('\x00\x00\x00\x1cftypM4A \x00\x00', 'latin1'),
    atom,
    Buffer.from('com.apple.quicktime.location.ISO6709....+63.7333+025.3167+120.000/'),
  ]);
  const cleared = withoutPlace(body);
  expect(cleared.length).toBe(body.length);
  expect(cleared.includes('63.7333')).toBe(false);
  expect(body.includes('63.7333')).toBe(true);
});
