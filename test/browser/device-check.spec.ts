// Somebody tries their device before a call: each part works and says so, or does not and says what to do; what failed
// is told to the coach at the door.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomOf } from '../call-room.ts';
import type { TestOffice } from '../cast.ts';
import { join } from './calling.ts';
import { until } from './patience.ts';
import { complaintsOf, openStage, type Stage } from './stage.ts';

let stage: Stage;
let office: TestOffice;
beforeAll(async () => {
  stage = await openStage();
  office = await stage.house.office();
});
afterAll(() => stage?.close());

const part = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, level: 2 }) });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('somebody who has not signed in sees the level move, their own picture, hears the tones and learns of the network', async () => {
  const page = await stage.enter(undefined, { device: 'phone' });
  const complaints = complaintsOf(page);
  await page.goto(stage.at(`/${office.slug}/device-check`));
  await press(page, 'Kokeile mikrofonia');
  await part(page, 'Mikrofoni').getByText('Äänesi kuuluu.').waitFor();
  const level = part(page, 'Mikrofoni').getByRole('meter', { name: 'Äänen voimakkuus' });
  await until('the level to move', () => level.evaluate((meter: HTMLMeterElement) => meter.value > 0));
  await press(page, 'Kokeile kameraa');
  await part(page, 'Kamera').getByText('Kuvasi näkyy.').waitFor();
  const picture = part(page, 'Kamera').getByLabel('Oma kuvasi');
  await until('the own picture', () => picture.evaluate((video: HTMLVideoElement) => video.videoWidth > 0));
  await press(page, 'Soita ääni');
  await press(page, 'Kuulin');
  await part(page, 'Kaiutin').getByText('Kuulet muut.').waitFor();
  await press(page, 'Kokeile verkkoa');
  const network = part(page, 'Verkko').getByText(/Viive \d+ millisekuntia/);
  await network.waitFor();
  // On a busy machine the way to the server is slow indeed, and then the page must say that.
  const said = (await network.textContent()) ?? '';
  const isSlow = Number(/Viive (\d+)/.exec(said)?.[1]) > 350;
  expect(said).toMatch(isSlow ? /^Verkko on hidas/ : /^Verkko näyttää riittävän kuvaan ja ääneen\./);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a network that may let the relay through is not called blocked before anybody can ask the relay', async () => {
  // Nobody answers there, as where a network lets nothing but the relay's own port through.
  const shut = await openStage({ turn: { urls: ['turn:127.0.0.1:9'], secret: 'of nobody' } });
  const { slug } = await shut.house.office();
  const page = await shut.enter(undefined, { device: 'phone' });
  await page.goto(shut.at(`/${slug}/device-check`));
  await press(page, 'Kokeile verkkoa');
  await part(page, 'Verkko').getByText('Puhelu kulkee silti ehkä välityspalvelimen kautta.').waitFor();
  expect(
    await part(page, 'Verkko')
      .getByText(/ei toimi|estää/)
      .count(),
  ).toBe(0);
  await shut.close();
});

test('what does not work says what to do about it, and the coach sees it at the door', async () => {
  const mika = await office.person('coach', { givenName: 'Mika' });
  const aino = await office.person('client', { givenName: 'Aino' });
  const roomId = await roomOf(office, mika, [aino]);
  const client = await stage.enter(aino, { device: 'phone' });
  await client.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async (wish) => {
      throw new DOMException('', wish?.audio ? 'NotAllowedError' : 'NotFoundError');
    };
  });
  await client.goto(stage.at('/device-check'));
  await press(client, 'Kokeile mikrofonia');
  await part(client, 'Mikrofoni')
    .getByText(/Selain ei saanut lupaa\. .* salli mikrofoni ja kokeile uudelleen/)
    .waitFor();
  await press(client, 'Kokeile kameraa');
  await part(client, 'Kamera').getByText('Laitteesta ei löydy tätä: kamera.').waitFor();
  await press(client, 'Soita ääni');
  await press(client, 'En kuullut');
  await part(client, 'Kaiutin').getByText('Lisää laitteen äänenvoimakkuutta.').waitFor();
  const told = client.waitForResponse((answer) => /network\W+failed/.test(answer.request().postData() ?? ''));
  await client.route('**/device-check/echo', (route) => route.abort());
  await press(client, 'Kokeile verkkoa');
  await part(client, 'Verkko').getByText('Palvelimeen ei saada yhteyttä.').waitFor();
  expect((await told).ok()).toBe(true);

  const coach = await stage.enter(mika);
  await coach.goto(stage.at(`/rooms/${roomId}`));
  await join(coach, /Kirjoittaen/);
  await coach.getByText('Olet ensimmäinen').waitFor();
  await client.goto(stage.at(`/rooms/${roomId}`));
  await join(client, /Kirjoittaen/);
  await coach.getByText('Kokeilussa ei toiminut: mikrofoni, kamera, kaiutin, verkko.').waitFor();
  for (const page of [client, coach]) await page.context().close();
});
