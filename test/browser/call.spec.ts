// A remote session in real browsers: a coach and clients with video, voice and text, at doors and in the room.
import { brotliCompressSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomOf } from '../call-room.ts';
import type { TestOffice, TestPerson } from '../cast.ts';
import { faultsOf } from './accessibility-faults.ts';
import { growing, join, joinRoom, roomIsRead, seesFrames, watchConnections } from './calling.ts';
import { giveNetwork } from './network.ts';
import { until } from './patience.ts';
import { complaintsOf, openStage, type Stage } from './stage.ts';
import { halfASecond, typeUntilReadWithin } from './typing.ts';

let stage: Stage;
let office: TestOffice;
let mika: TestPerson;
let aino: TestPerson;
let noora: TestPerson;

beforeAll(async () => {
  stage = await openStage();
  office = await stage.house.office();
  mika = await office.person('coach', { givenName: 'Mika' });
  aino = await office.person('client', { givenName: 'Aino' });
  noora = await office.person('client', { givenName: 'Noora' });
});
afterAll(() => stage?.close());

const roomFor = (waiting: 'everyone' | 'open-door') => roomOf(office, mika, [aino, noora], { waiting });

const hasPicture = (video: Locator) =>
  video.evaluate(
    (element: HTMLVideoElement) =>
      element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && element.videoWidth > 0,
  );

test('a client waits, is let in, and both see each other; a reload brings the picture back', async () => {
  const roomId = await roomFor('everyone');
  const coach = await stage.enter(mika);
  const client = await stage.enter(aino, { device: 'phone' });
  const complaints = [complaintsOf(coach), complaintsOf(client)];
  await watchConnections(coach);
  await watchConnections(client);
  await coach.addInitScript(() => {
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      document.body.dataset.tones = String(Number(document.body.dataset.tones ?? 0) + 1);
      start.call(this, when);
    };
  });
  await joinRoom(stage, coach, roomId, /Kuva ja ääni/);
  await coach.getByText('Olet ensimmäinen').waitFor();
  expect([await coach.title(), await coach.locator('body').getAttribute('data-tones')]).toEqual([
    expect.stringMatching(/^Aamun aloitus/),
    null,
  ]);
  await joinRoom(stage, client, roomId, /Kuva ja ääni/);
  await client.getByRole('heading', { name: 'Olet oven takana' }).waitFor();
  const letIn = coach.getByRole('button', { name: /Päästä sisään ?: Aino/ });
  await letIn.waitFor();
  // A sound calls a coach who looks elsewhere, and the title one who hears nothing.
  await coach.locator('body[data-tones="2"]').waitFor();
  expect(await coach.title()).toMatch(/^\(1\) Joku odottaa – Aamun aloitus/);
  await letIn.click();
  const first = await Promise.all([seesFrames(coach), seesFrames(client)]);
  await coach.getByRole('listitem').filter({ hasText: 'Aino' }).locator('video').waitFor();

  await client.reload();
  const again = await Promise.all([seesFrames(client)]);
  await growing(coach, 'frames');
  console.info(`first frames after ${first.map(Math.round)} ms, after a reload ${again.map(Math.round)} ms`);
  expect(complaints.flat()).toEqual([]);
  await client.getByRole('button', { name: 'Poistu' }).click();
  await client.getByRole('heading', { name: 'Miten meni?' }).waitFor();
  await client.getByRole('button', { name: 'Hyvin', exact: true }).click();
  await client.getByText('Kiitos').waitFor();
  await coach.context().close();
  await client.context().close();
});

/** A coach who is in with a picture, and a client at a way in whose room has been read beforehand. */
async function onTheWayIn(): Promise<{ coach: Page; client: Page }> {
  const roomId = await roomFor('open-door');
  const coach = await stage.enter(mika);
  const client = await stage.enter(aino, { device: 'phone' });
  await watchConnections(client);
  await joinRoom(stage, coach, roomId, /Kuva ja ääni/);
  await coach.getByText('Olet ensimmäinen').waitFor();
  await client.goto(stage.at(`/rooms/${roomId}`));
  await roomIsRead(client);
  return { coach, client };
}

test('whoever joins sees the other on the way in, and the picture goes on in the room', async () => {
  const { coach, client } = await onTheWayIn();
  // The room is slow to come: the other is seen without it.
  const shown = client.locator('main > [data-island=arrival] video');
  const seen = async () => (await shown.count()) === 1 && (await hasPicture(shown));
  await client.route(/\/visits\/[^/?]+$/, async (route) => {
    await until('the picture on the way in', seen);
    await shown.evaluate((video) => video.setAttribute('data-seen', ''));
    await route.continue();
  });
  await join(client, /Kuva ja ääni/);
  const tile = client.getByRole('listitem').filter({ hasText: 'Mika' }).locator('video[data-seen]');
  await tile.waitFor();
  expect(await tile.evaluate((video: HTMLVideoElement) => [video.paused, video.muted])).toEqual([
    false,
    false,
  ]);
  await growing(client, 'frames');
  await coach.context().close();
  await client.context().close();
});

test('whoever joins without a network is told so on the way in, and joins when it is back', async () => {
  const { coach, client } = await onTheWayIn();
  await giveNetwork(client, { offline: true });
  await join(client, /Kuva ja ääni/);
  await client.getByRole('alert').filter({ hasText: 'Yhteys katkesi' }).waitFor();
  expect(await faultsOf(client)).toEqual([]);
  await giveNetwork(client);
  await join(client, /Kuva ja ääni/);
  await seesFrames(client);
  await coach.getByRole('listitem').filter({ hasText: 'Aino' }).locator('video').waitFor();
  await coach.context().close();
  await client.context().close();
});

test('characters are seen within half a second, backspace erases them, and Enter makes a message', async () => {
  const roomId = await roomFor('open-door');
  const coach = await stage.enter(mika);
  const writer = await stage.enter(noora, { device: 'phone' });
  await joinRoom(stage, coach, roomId, /Vain ääni/);
  await joinRoom(stage, writer, roomId, /Kirjoittaen/);
  await writer.getByRole('listitem').filter({ hasText: 'Mika' }).waitFor();
  await coach.getByRole('listitem').filter({ hasText: 'Noora' }).filter({ hasText: 'kirjoittaen' }).waitFor();
  await coach
    .getByRole('listitem')
    .filter({ hasText: 'Noora' })
    .filter({ hasNotText: 'Yhdistetään' })
    .waitFor();
  const field = writer.getByLabel('Viestisi');
  const typing = coach.locator('[data-typing]');
  const delays = await typeUntilReadWithin(halfASecond, writer, coach, 'Heip');
  await field.press('Backspace');
  await until('the corrected line', async () =>
    /Noora kirjoittaa: Hei$/.test((await typing.textContent()) ?? ''),
  );
  await field.press('Enter');
  const message = coach.locator('li[data-from=other]');
  await message.waitFor();
  expect(await message.textContent()).toMatch(/Noora lähetti[\s\S]*Hei/);
  await until('typing to end', async () => (await typing.count()) === 0);
  expect(await writer.locator('li[data-from=me]').textContent()).toMatch(/Sinä lähetit[\s\S]*Hei/);
  console.info(`characters were seen after ${delays.map(Math.round)} ms`);
  await coach.context().close();
  await writer.context().close();
});

test('without any script a client takes part by forms, and the coach sees and answers', async () => {
  const roomId = await roomFor('open-door');
  const coach = await stage.enter(mika);
  const writer = await stage.enter(noora, { device: 'phone', withoutScript: true });
  await joinRoom(stage, coach, roomId, /Kirjoittaen/);
  await coach.getByText('Olet ensimmäinen').waitFor();
  await joinRoom(stage, writer, roomId, /Kirjoittaen/);
  await writer.getByLabel('Viestisi kaikille').fill('Hei vanhalta puhelimelta');
  await writer.getByRole('button', { name: 'Lähetä' }).click();
  await coach.locator('li[data-from=other]').getByText('Hei vanhalta puhelimelta').waitFor();
  await coach.getByLabel('Viestisi').fill('Hyvä että pääsit');
  await coach.getByLabel('Viestisi').press('Enter');
  await coach.locator('li[data-from=me]').waitFor();
  await writer.getByRole('button', { name: 'Hae uudet viestit' }).click();
  await writer.getByText('Hyvä että pääsit').waitFor();
  await coach.context().close();
  await writer.context().close();
});

test('no page of a call has an accessibility fault, and the way in needs little script', async () => {
  const roomId = await roomFor('everyone');
  const faults: string[] = [];
  const check = async (page: Page, where: string) => {
    faults.push(...(await faultsOf(page, 'every rule')).map((one) => `${where}: ${one}`));
  };
  const coach = await stage.enter(mika);
  const client = await stage.enter(aino, { device: 'phone', dark: true });
  const scripts: Promise<number>[] = [];
  client.on('response', (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname))
      scripts.push(response.body().then((body) => brotliCompressSync(body).length));
  });
  await client.goto(stage.at(`/rooms/${roomId}`), { waitUntil: 'networkidle' });
  await client.getByText('Kokeile laitetta').click();
  await client.getByRole('button', { name: 'Kokeile mikrofonia' }).waitFor();
  const script = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
  expect(script).toBeGreaterThan(10 * 1024);
  expect(script).toBeLessThan(40 * 1024);
  await check(client, 'arrival');
  await joinRoom(stage, coach, roomId, /Kuva ja ääni/);
  await joinRoom(stage, client, roomId, /Kuva ja ääni/);
  await client.getByRole('heading', { name: 'Olet oven takana' }).waitFor();
  // Whoever has a script is told by itself, in the place of the button of those who have none.
  await client.getByText('Se aukeaa itsestään').waitFor();
  expect(await client.getByRole('button', { name: 'Katso, joko ovi on auki' }).count()).toBe(0);
  await check(client, 'at the door');
  await coach.getByRole('button', { name: /Päästä sisään/ }).waitFor();
  await check(coach, 'room with somebody at the door');
  await coach.getByRole('button', { name: /Päästä sisään/ }).click();
  await client.getByRole('button', { name: 'Mykistä' }).waitFor();
  await client.getByRole('button', { name: 'Lisää' }).click();
  await client.getByLabel('Viestisi').fill('Hei');
  await client.getByLabel('Viestisi').press('Enter');
  await client.locator('li[data-from=me]').waitFor();
  await check(client, 'room');
  await check(coach, 'room of two');
  await client.getByRole('button', { name: 'Poistu' }).click();
  await client.getByRole('heading', { name: 'Miten meni?' }).waitFor();
  await check(client, 'after leaving');
  expect(faults).toEqual([]);
  console.info(`the way in takes ${script} bytes of script`);
  await coach.context().close();
  await client.context().close();
});

test('a coach mutes, raises to the front, and puts somebody out; a second device takes the call over', async () => {
  const roomId = await roomFor('open-door');
  const coach = await stage.enter(mika);
  const client = await stage.enter(aino);
  await joinRoom(stage, coach, roomId, /Vain ääni/);
  await coach.getByText('Olet ensimmäinen').waitFor();
  await joinRoom(stage, client, roomId, /Vain ääni/);
  const tile = coach.getByRole('listitem').filter({ hasText: 'Aino' });
  const large = client.getByRole('listitem').filter({ hasText: 'Aino' }).and(client.locator('[data-large]'));
  for (const [act, shown] of [
    ['Nosta isoksi', 'visible'],
    ['Lopeta isona', 'detached'],
  ] as const) {
    await tile.locator('summary').click();
    await tile.getByRole('button', { name: act }).click();
    await large.waitFor({ state: shown });
  }
  await tile.locator('summary').click();
  await tile.getByRole('button', { name: 'Mykistä' }).click();
  await client.getByText('Ohjaaja mykisti mikrofonisi').waitFor({ state: 'attached' });
  await client.getByRole('button', { name: 'Puhu' }).waitFor();
  // By keyboard alone: the hand, and the microphone open again.
  await client.locator('body').press('h');
  await tile.getByText('käsi ylhäällä').waitFor();
  await client.locator('body').press('m');
  await client.getByRole('button', { name: 'Mykistä' }).waitFor();

  const firsts = await tile.elementHandle();
  const second = await stage.enter(aino, { device: 'phone' });
  await joinRoom(stage, second, roomId, /Vain ääni/);
  await second.getByRole('listitem').filter({ hasText: 'Mika' }).waitFor();
  await client.getByRole('heading', { name: 'Puhelu siirtyi toiseen ikkunaan' }).waitFor();
  // The coach acts on the device that is there now.
  await coach.waitForFunction((first) => first?.isConnected === false, firsts);

  await tile.locator('summary').click();
  await tile.getByRole('button', { name: 'Poista puhelusta' }).click();
  await tile.getByRole('button', { name: 'Kyllä' }).click();
  await second.getByRole('heading', { name: 'Puhelu on sinun osaltasi päättynyt' }).waitFor();
  expect((await second.goto(stage.at(`/rooms/${roomId}`)))?.status()).toBe(404);
  await coach.getByText('Olet ensimmäinen').waitFor();
  for (const page of [coach, client, second]) await page.context().close();
});

test('a shared screen is seen large where the browser can share; keys have a list; the coach locks and ends for all', async () => {
  const roomId = await roomFor('open-door');
  const coach = await stage.enter(mika);
  const client = await stage.enter(aino, { device: 'phone' });
  await watchConnections(client);
  // A phone's browser cannot share its screen.
  await client.addInitScript(() => {
    // @ts-expect-error What is always there by the types is missing in such browsers.
    delete MediaDevices.prototype.getDisplayMedia;
  });
  await joinRoom(stage, coach, roomId, /Vain ääni/);
  await coach.getByText('Olet ensimmäinen').waitFor();
  await joinRoom(stage, client, roomId, /Vain ääni/);
  await client.getByRole('button', { name: 'Lisää' }).click();
  await client.getByText('Nopeat reaktiot').waitFor();
  await client.getByRole('button', { name: 'Peukku' }).click();
  await coach.getByRole('log').getByText('Aino: Peukku').waitFor({ state: 'attached' });
  expect(await client.getByRole('button', { name: 'Näytä ruutu' }).count()).toBe(0);

  await coach.locator('body').press('?');
  await coach.getByRole('heading', { name: 'Pikanäppäimet' }).waitFor();
  expect(await coach.locator('.keys li').allTextContents()).toEqual([
    'M mikrofoni',
    'K kuva',
    'H käsi',
    'V kirjoita viesti',
    '? tämä luettelo',
  ]);
  await coach.getByRole('button', { name: 'Näytä ruutu' }).click();
  const screen = client.getByRole('listitem').filter({ hasText: 'näyttää ruutuaan' });
  await screen.and(client.locator('[data-large]')).locator('video').waitFor();
  await seesFrames(client);
  await client.getByRole('log').getByText('Mika näyttää ruutuaan.').waitFor({ state: 'attached' });
  await coach.getByRole('button', { name: 'Lopeta ruudun näyttö' }).click();
  await screen.waitFor({ state: 'detached' });

  await coach.locator('.more').press('Escape');
  await coach.getByRole('heading', { name: 'Pikanäppäimet' }).waitFor({ state: 'detached' });
  await coach.locator('body').press('v');
  expect(await coach.getByLabel('Viestisi').evaluate((field) => field === document.activeElement)).toBe(true);

  await coach.getByRole('button', { name: 'Lisää' }).click();
  await coach.getByRole('button', { name: 'Lukitse ovi' }).click();
  await client.getByRole('log').getByText('Ovi on lukossa.').waitFor({ state: 'attached' });
  await coach.getByRole('button', { name: 'Päätä kaikilta' }).click();
  await coach.getByRole('button', { name: 'Kyllä' }).click();
  await client.getByRole('heading', { name: 'Miten meni?' }).waitFor();
  for (const page of [coach, client]) await page.context().close();
});
