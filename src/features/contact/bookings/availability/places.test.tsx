import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';
import { firstFree, meetingWith } from '../../../../../test/meeting.ts';
import { mapHref } from '../place-words.tsx';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const page = async (answer: Response | Promise<Response>) => (await answer).text();
const point = '65.3621, 26.9962';

test('a coach describes a place, and the client of a meeting there sees the address, the way and the map', async () => {
  const { aino, mika } = await meetingWith(house, ['in-person']);
  const at = await firstFree(aino, '?mode=in-person');
  const href =
    (await aino.post('/times', { coach: mika.id, at, mode: 'in-person' })).headers.get('location') ?? '';
  expect(await page(aino.get(href))).toContain('openstreetmap.org/search?query=Huone%202');
  expect(await page(mika.get('/times/places'))).toContain('Vielä ilman reittiä');
  const about = { address: 'Kauppatie 5', directions: 'Ovi on pihan puolella.', point };
  expect((await mika.post('/times/places', { name: 'huone 2', ...about })).status).toBe(303);
  const seen = await page(aino.get(href));
  for (const said of ['Kauppatie 5', 'Ovi on pihan puolella.', 'mlat=65.3621', '#map=17/65.3621/26.9962'])
    expect(seen).toContain(said);
  // Described again, the newest words hold, and there is still one.
  await mika.post('/times/places', { name: 'Huone 2', address: 'Koulutie 1' });
  expect(await page(aino.get(href))).toContain('Koulutie 1');
  const places = await page(mika.get('/times/places?name=Huone%202'));
  expect(places.match(/\/removal/g)).toHaveLength(1);
  expect(places).toContain('value="Koulutie 1"');
});

test('a point that is not on the globe is refused in words and kept in its field', async () => {
  const { mika } = await meetingWith(house, ['in-person']);
  for (const wrong of ['91.0, 20.0', '65.3', 'pihalla', '65.1, 181'])
    expect((await mika.post('/times/places', { name: 'Huone 2', point: wrong })).status, wrong).toBe(422);
  const refused = await page(mika.post('/times/places', { name: 'Huone 2', point: 'pihalla' }));
  expect(refused).toContain('leveys ja pituus');
  expect(refused).toContain('value="pihalla"');
});

test('clients describe no places, and another office sees none of ours', async () => {
  const { aino, mika } = await meetingWith(house, ['in-person']);
  await mika.post('/times/places', { name: 'Huone 2', address: 'Kauppatie 5' });
  const [, removal] = /action="([^"]+\/removal)"/.exec(await page(mika.get('/times/places'))) ?? [];
  const elsewhere = await meetingWith(house, ['in-person']);
  expect((await aino.get('/times/places')).status).toBe(404);
  expect((await aino.post('/times/places', { name: 'X' })).status).toBe(404);
  expect(await page(elsewhere.mika.get('/times/places'))).not.toContain('Kauppatie 5');
  expect((await elsewhere.mika.post(removal ?? '')).status).toBe(404);
  expect((await mika.post(removal ?? '')).status).toBe(303);
});

test('the map is asked by the point when it is known, else by the address, else by the words', () => {
  const nothing = { unitId: null, address: null, directions: null, latitude: null, longitude: null };
  const place = { id: '1', name: 'A', ...nothing };
  expect(mapHref('Huone 2 & 3')).toBe('https://www.openstreetmap.org/search?query=Huone%202%20%26%203');
  expect(mapHref('A', { ...place, address: 'Kauppatie 5' })).toContain('query=Kauppatie%205');
  expect(mapHref('A', { ...place, latitude: 0, longitude: -1.5 })).toContain(
    'mlat=0&mlon=-1.5#map=17/0/-1.5',
  );
});
