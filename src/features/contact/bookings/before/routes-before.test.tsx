import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';
import { firstFree, meetingWith } from '../../../../../test/meeting.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const page = async (answer: Response | Promise<Response>) => (await answer).text();

async function meeting() {
  const given = await meetingWith(house);
  const at = await firstFree(given.aino);
  const booked = await given.aino.post('/times', { coach: given.mika.id, at, mode: 'video' });
  return { ...given, href: booked.headers.get('location') ?? '' };
}

async function picture(name: string) {
  const background = { r: 20, g: 90, b: 90 };
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: 'image/png' });
}

test('either side adds a file that the other opens, and only whoever added it removes it', async () => {
  const { aino, mika, href } = await meeting();
  expect((await aino.post(`${href}/files`, { file: await picture('todistus.png') })).status).toBe(303);
  const seen = await page(mika.get(href));
  expect(seen).toContain('todistus');
  const [, address] = /href="([^"]+\/f\/[^"]+)"/.exec(seen) ?? [];
  expect((await mika.get(address ?? '')).status).toBe(200);
  const [, removal] = /action="([^"]+\/files\/[^"]+\/removal)"/.exec(await page(aino.get(href))) ?? [];
  expect(seen).not.toContain(removal);
  expect((await mika.post(removal ?? '')).status).toBe(404);
  expect((await aino.post(removal ?? '')).status).toBe(303);
  expect(await page(mika.get(href))).not.toContain('todistus');
});

test('what is no picture, sound or PDF, what is missing and what is too much is refused in words', async () => {
  const { aino, href } = await meeting();
  const script = new File(['<script>alert(1)</script>'], 'kuva.png', { type: 'image/png' });
  const refused = await aino.post(`${href}/files`, { file: script });
  expect(refused.status).toBe(422);
  expect(await page(refused)).toContain('Tällaista tiedostoa ei voi lisätä');
  expect(await page(aino.post(`${href}/files`))).toContain('Valitse tiedosto');
  for (let more = 0; more < 10; more++) await aino.post(`${href}/files`, { file: await picture('kuva.png') });
  const eleventh = await aino.post(`${href}/files`, { file: await picture('kuva.png') });
  expect(await page(eleventh)).toContain('kymmenen tiedostoa');
});

test('the coach asks the client to prepare; it rests sealed and stands only on the client’s own page', async () => {
  const { office, aino, mika, href } = await meeting();
  expect((await mika.post(`${href}/preparation`, { preparation: 'Ota ansioluettelo mukaan' })).status).toBe(
    303,
  );
  expect(await page(aino.get(href))).toContain('Ota ansioluettelo mukaan');
  expect((await aino.post(`${href}/preparation`, { preparation: 'muuta' })).status).toBe(404);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ words: Buffer }>(sql`select preparation as words from bookings`),
  );
  expect(Buffer.from(rows[0]?.words ?? []).toString('latin1')).not.toContain('ansioluettelo');
  await mika.post(`${href}/preparation`, { preparation: '' });
  expect(await page(aino.get(href))).not.toContain('ansioluettelo');
});

test('nobody else adds, opens or removes anything before a meeting', async () => {
  const { office, aino, mika, href } = await meeting();
  await aino.post(`${href}/files`, { file: await picture('todistus.png') });
  const [, removal] = /action="([^"]+\/files\/[^"]+\/removal)"/.exec(await page(aino.get(href))) ?? [];
  const elsewhere = await meetingWith(house);
  for (const person of [
    await office.person('coach'),
    await office.person('client'),
    elsewhere.mika,
    elsewhere.aino,
  ]) {
    expect((await person.post(`${href}/files`, { file: await picture('x.png') })).status).toBe(404);
    expect((await person.post(`${href}/preparation`, { preparation: 'x' })).status).toBe(404);
    expect((await person.post(removal ?? '')).status).toBe(404);
  }
  await office.inOffice((tx) => tx.execute(sql`update relations set ends_on = current_date - 1`));
  expect((await mika.post(`${href}/files`, { file: await picture('x.png') })).status).toBe(404);
  expect((await mika.get(href)).status).toBe(404);
});
