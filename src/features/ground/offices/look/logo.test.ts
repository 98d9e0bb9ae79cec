import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function picture(width = 1200, height = 300): Promise<Blob> {
  const body = await sharp({ create: { width, height, channels: 4, background: '#12345680' } })
    .withExif({ IFD0: { Copyright: 'Kaapo Kuvaaja' } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(body)], 'logo.png');
}

const words = { 'alt-fi': 'Likijärven vaakuna', 'alt-sv': 'Likijärvis vapen' };

test('the logo stands in the frame of every page with its words, in the reader’s language', async () => {
  const office = await house.office();
  const admin = await office.person('administrator');
  const svea = await office.person('client', { language: 'sv' });
  expect(await (await svea.get('/me')).text()).not.toContain('class="logo"');
  const answer = await admin.post('/office/logo', { ...words, picture: await picture() });
  expect(answer.status).toBe(303);
  const page = await (await svea.get('/me')).text();
  const [img = ''] = /<img class="logo"[^>]*>/.exec(page) ?? [];
  expect(img).toContain('alt="Likijärvis vapen"');
  expect(img).toContain('width="384" height="96"');
  const there = await (await office.visitor().get('/contact')).text();
  const src = /<img class="logo" src="([^"]+)"/.exec(there)?.[1] ?? '';
  expect(src).toMatch(new RegExp(`^/${office.slug}/logo/`));
  const shown = await house.app.request(`http://localhost:8080${src}`);
  expect(shown.headers.get('content-type')).toBe('image/webp');
  expect(shown.headers.get('cache-control')).toContain('immutable');
  const body = Buffer.from(await shown.arrayBuffer());
  expect(body.includes('Kaapo')).toBe(false);
  expect((await sharp(body).metadata()).hasAlpha).toBe(true);

  await admin.post('/office/logo/removal');
  expect(await (await svea.get('/me')).text()).not.toContain('class="logo"');
});

test('what is no picture, or lacks its words, is refused with what to do, and the words written are kept', async () => {
  const office = await house.office();
  const admin = await office.person('administrator');
  const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'x.svg');
  const refused = await admin.post('/office/logo', { ...words, picture: svg });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('SVG ei kelpaa');
  expect(page).toContain('value="Likijärvis vapen"');
  expect(await (await admin.post('/office/logo', words)).text()).toContain('Valitse kuva.');
  expect(await (await admin.post('/office/logo', { picture: await picture() })).text()).toContain(
    'Kirjoita, mitä kuvassa on.',
  );
  const both = await (await admin.post('/office/logo', {})).text();
  for (const asked of ['Valitse kuva.', 'Kirjoita, mitä kuvassa on.']) expect(both).toContain(asked);
});

test('only an administrator sets it, and another office has nothing of it', async () => {
  const office = await house.office();
  for (const role of ['manager', 'coach', 'client'] as const) {
    const person = await office.person(role);
    expect((await person.post('/office/logo', { ...words, picture: await picture(40, 40) })).status).toBe(
      404,
    );
  }
  const admin = await office.person('administrator');
  await admin.post('/office/logo', { ...words, picture: await picture(40, 40) });
  const src = /src="(\/logo\/[^"]+)"/.exec(await (await admin.get('/office/logo')).text())?.[1] ?? '';
  expect((await admin.get(src)).status).toBe(200);
  const stranger = await (await house.office()).person('administrator');
  expect((await stranger.get(src)).status).toBe(404);
});
