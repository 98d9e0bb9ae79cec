// What somebody does while a script, an answer or a piece of news is still on its way: none of it is lost.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomOf } from '../call-room.ts';
import type { TestOffice, TestPerson } from '../cast.ts';
import { join, joinRoom } from './calling.ts';
import { keepsDrafts, keptDrafts } from './drafts.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let office: TestOffice;
let mika: TestPerson;
let aino: TestPerson;

beforeAll(async () => {
  stage = await openStage();
  office = await stage.house.office();
  mika = await office.person('coach', { givenName: 'Mika' });
  aino = await office.person('client', { givenName: 'Aino' });
  await office.relate(aino, mika);
});
afterAll(() => stage?.close());

const thread = () => `/messages/${aino.id}`;
const box = (page: Page) => page.getByLabel('Kirjoita viesti');
const send = (page: Page) => page.getByRole('button', { name: 'Lähetä', exact: true }).click();

/** Holds what `page` asks for at `address` until it is let go. */
async function hold(page: Page, address: string | RegExp, method = 'GET'): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    if (route.request().method() === method) await held.promise;
    await route.fallback();
  });
  return held.resolve;
}

test('what was typed before the page kept drafts is kept as well', async () => {
  const page = await stage.enter(aino);
  const letGo = await hold(page, /\/drafts\.browser-[^/]*\.js$/);
  await page.goto(stage.at(thread()), { waitUntil: 'commit' });
  await box(page).fill('Kirjoitin heti');
  letGo();
  await keepsDrafts(page);
  await expect.poll(() => keptDrafts(page)).toBe(1);
  await page.goto(stage.at('/groups'));
  await page.goto(stage.at(thread()));
  await expect.poll(() => box(page).inputValue()).toBe('Kirjoitin heti');
  await page.context().close();
});

test('a script that a weak network did not let through is asked for again, with what it needs', async () => {
  const page = await stage.enter(aino);
  const failed: string[] = [];
  // Each file of the page fails once, also those that others bring along.
  await page.route(/\/assets\/(?!browser-)[^/]*\.(js|css)$/, async (route) => {
    const url = route.request().url();
    if (failed.includes(url)) return route.fallback();
    failed.push(url);
    await route.abort('connectionreset');
  });
  await page.goto(stage.at('/device-check'));
  await page.locator('[data-island=device-check][data-started]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Kokeile mikrofonia' }).waitFor();
  await page.goto(stage.at(thread()));
  await keepsDrafts(page);
  expect(failed.length).toBeGreaterThan(4);
  await page.context().close();
});

test('what was typed while a message was on its way stays, and can be sent next', async () => {
  const page = await stage.enter(aino);
  await page.goto(stage.at(thread()));
  await keepsDrafts(page);
  const letGo = await hold(page, '**/messages/*', 'POST');
  await box(page).fill('Tulen kymmeneltä');
  await send(page);
  await page.getByText('Lähetetään…').waitFor();
  await box(page).fill('Vai sopiiko yksitoista?');
  letGo();
  await page.locator('.message-text', { hasText: 'Tulen kymmeneltä' }).waitFor();
  await page.getByText('Lähetetty.').waitFor();
  expect(await box(page).inputValue()).toBe('Vai sopiiko yksitoista?');
  await send(page);
  await page.locator('.message-text', { hasText: 'Vai sopiiko yksitoista?' }).waitFor();
  await expect.poll(() => box(page).inputValue()).toBe('');
  expect(await page.locator('.message-text', { hasText: 'Tulen kymmeneltä' }).count()).toBe(1);
  await page.context().close();
});

test('what was begun in the room before its script came goes on where it was', async () => {
  const roomId = await roomOf(office, mika, [aino], { waiting: 'open-door' });
  const page = await stage.enter(aino, { device: 'phone' });
  await joinRoom(stage, page, roomId, /Kirjoittaen/);
  await page.getByRole('button', { name: 'Lisää' }).waitFor();
  const letGo = await hold(page, /\/room\.island-[^/]*\.js$/);
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel('Viestisi kaikille').pressSequentially('Hei kai');
  letGo();
  await page.getByRole('button', { name: 'Lisää' }).waitFor();
  await page.keyboard.type('kki');
  expect(await page.getByLabel('Viestisi').inputValue()).toBe('Hei kaikki');
  await page.keyboard.press('Enter');
  await page.locator('li[data-from=me]').getByText('Hei kaikki').waitFor();
  await page.context().close();
});

test('news that could not be fetched when it was told of is shown when it can be', async () => {
  const page = await stage.enter(mika);
  let failed = 0;
  await page.route(`**${thread()}`, async (route) => {
    if (!route.request().headers()['x-live'] || failed > 0) return route.fallback();
    failed += 1;
    await route.abort('connectionreset');
  });
  await page.goto(stage.at(thread()));
  await aino.post(thread(), { text: 'Kuuluuko?' });
  await page.locator('.message-text', { hasText: 'Kuuluuko?' }).waitFor();
  expect(failed).toBe(1);
  await page.context().close();
});

/** Those two in a room, as they take part by writing. */
async function writingTogether(): Promise<[coach: Page, client: Page]> {
  const roomId = await roomOf(office, mika, [aino], { waiting: 'open-door' });
  const pages: [Page, Page] = [await stage.enter(mika), await stage.enter(aino, { device: 'phone' })];
  for (const page of pages) {
    await joinRoom(stage, page, roomId, /Kirjoittaen/);
    await page.getByRole('button', { name: 'Lisää' }).waitFor();
  }
  return pages;
}

test('messages of a call come in the order in which they were written, and before their writer leaves', async () => {
  const [coach, client] = await writingTogether();
  let first = true;
  await client.route('**/messages', async (route) => {
    if (!first) return route.fallback();
    first = false;
    await route.abort('connectionreset');
  });
  for (const text of ['Yksi', 'Kaksi', 'Kolme']) {
    await client.getByLabel('Viestisi').fill(text);
    await client.getByLabel('Viestisi').press('Enter');
  }
  await client.getByRole('button', { name: 'Poistu' }).click();
  await client.getByRole('heading', { name: 'Miten meni?' }).waitFor();
  const said = coach.locator('li[data-from=other]');
  await said.nth(2).waitFor();
  expect(await said.locator('p:last-child').allTextContents()).toEqual(['Yksi', 'Kaksi', 'Kolme']);
  for (const page of [coach, client]) await page.context().close();
});

test('what is being written at the door when it opens comes along, and is nobody’s to read until its writer says so', async () => {
  const roomId = await roomOf(office, mika, [aino]);
  const [coach, client] = [await stage.enter(mika), await stage.enter(aino, { device: 'phone' })];
  await joinRoom(stage, coach, roomId, /Kirjoittaen/);
  await joinRoom(stage, client, roomId, /Kirjoittaen/);
  await client.getByText('Se aukeaa itsestään').waitFor();
  await client.getByLabel('Kirjoita valmentajalle').fill('En halua puhua tänään');
  await coach.getByRole('button', { name: /Päästä sisään/ }).click();
  const note = client.getByRole('group', { name: 'Kirjoitit ovella:' });
  await note.getByText('En halua puhua tänään').waitFor();
  expect(await client.getByLabel('Viestisi').inputValue()).toBe('');
  await note.getByRole('button', { name: 'Siirrä viestiksi' }).click();
  await note.waitFor({ state: 'detached' });
  await client.getByLabel('Viestisi').and(client.locator(':focus')).press('Enter');
  await coach.locator('li[data-from=other]').getByText('En halua puhua tänään').waitFor();
  await client.reload();
  await client.locator('li[data-from=me]').getByText('En halua puhua tänään').waitFor();
  expect(await note.count()).toBe(0);
  for (const page of [coach, client]) await page.context().close();
});

test('a microphone that is slow to be allowed is asked for once, and no device stays open for a call that is over', async () => {
  const roomId = await roomOf(office, mika, [aino], { waiting: 'open-door' });
  const first = await stage.enter(aino);
  await first.addInitScript(() => {
    const allowed = Promise.withResolvers<void>();
    const asked: string[] = [];
    const opened: MediaStreamTrack[] = [];
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      asked.push(wish?.audio ? 'microphone' : 'camera');
      await allowed.promise;
      const stream = await real(wish);
      opened.push(...stream.getTracks());
      return stream;
    };
    Object.assign(window, { asked, opened, allow: allowed.resolve });
  });
  type Watched = Window & { asked: string[]; opened: MediaStreamTrack[]; allow(): void };
  await joinRoom(stage, first, roomId, /Kuva ja ääni/);
  await first.getByRole('button', { name: 'Puhu' }).click();
  expect(await first.evaluate(() => (window as unknown as Watched).asked.toSorted())).toEqual([
    'camera',
    'microphone',
  ]);
  // The same call in another tab.
  const second = await first.context().newPage();
  await second.goto(first.url());
  await first.getByRole('heading', { name: 'Puhelu on auki toisessa ikkunassa' }).waitFor();
  await first.evaluate(() => (window as unknown as Watched).allow());
  const opened = () =>
    first.evaluate(() => (window as unknown as Watched).opened.map((one) => one.readyState));
  await expect.poll(opened).toEqual(['ended', 'ended']);
  await first.context().close();
});

test('what a device check found is told also by somebody who goes on to the call at once', async () => {
  const roomId = await roomOf(office, mika, [aino]);
  const client = await stage.enter(aino, { device: 'phone', allowed: false });
  await client.goto(stage.at('/device-check'));
  await client.getByRole('button', { name: 'Soita ääni' }).click();
  await client.getByRole('button', { name: 'En kuullut' }).click();
  await client.goto(stage.at(`/rooms/${roomId}`));
  const coach = await stage.enter(mika);
  await joinRoom(stage, coach, roomId, /Kirjoittaen/);
  await join(client, /Kirjoittaen/);
  await coach.getByText('Kokeilussa ei toiminut: kaiutin.').waitFor();
  for (const page of [coach, client]) await page.context().close();
});

test('a reaction that comes before the news of who sends it is told when they are known', async () => {
  const roomId = await roomOf(office, mika, [aino], { waiting: 'open-door' });
  const [coach, client] = [await stage.enter(mika), await stage.enter(aino, { device: 'phone' })];
  await joinRoom(stage, coach, roomId, /Kirjoittaen/);
  await coach.getByText('Olet ensimmäinen').waitFor();
  const letGo = await hold(coach, '**/news?*');
  await joinRoom(stage, client, roomId, /Kirjoittaen/);
  await client
    .getByRole('listitem')
    .filter({ hasText: 'Mika' })
    .filter({ hasNotText: 'Yhdistetään' })
    .waitFor();
  await client.getByRole('button', { name: 'Lisää' }).click();
  await client.getByRole('button', { name: 'Peukku' }).click();
  const own = client.locator('.tile-reaction');
  await own.waitFor();
  await own.waitFor({ state: 'detached' });
  letGo();
  await coach.getByRole('log').getByText('Aino: Peukku').waitFor({ state: 'attached' });
  for (const page of [coach, client]) await page.context().close();
});

test('two taps on a device to be tried open it once', async () => {
  const page = await stage.enter(undefined, { device: 'phone' });
  await page.addInitScript(() => {
    const asked: MediaStreamConstraints[] = [];
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (wish = {}) => {
      asked.push(wish);
      return real(wish);
    };
    Object.assign(window, { asked });
  });
  await page.goto(stage.at(`/${office.slug}/device-check`));
  await page.getByRole('button', { name: 'Kokeile mikrofonia' }).evaluate((button: HTMLElement) => {
    button.click();
    setTimeout(() => button.click());
  });
  await page.getByText('Äänesi kuuluu.').waitFor();
  expect(await page.evaluate(() => (window as unknown as { asked: object[] }).asked.length)).toBe(1);
  await page.context().close();
});
