// A remote session on a bad network: through outages, a restart of the server, and lines that are slow or weak.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attendanceOf } from '../../src/features/contact/calls/door.ts';
import { roomOf } from '../call-room.ts';
import type { TestOffice, TestPerson } from '../cast.ts';
import { growing, joinRoom, received, seesFrames, watchConnections } from './calling.ts';
import { giveNetwork } from './network.ts';
import { until } from './patience.ts';
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
});
afterAll(() => stage?.close());

const roomFor = () => roomOf(office, mika, [aino], { waiting: 'open-door' });

/** By which name both pages have agreed to look for network ways: another one after each restart of ICE. */
const networkWays = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { kept: RTCPeerConnection[] }).kept
      .filter((pc) => pc.connectionState !== 'closed')
      .map((pc) => /^a=ice-ufrag:(.+)$/m.exec(pc.currentLocalDescription?.sdp ?? '')?.[1] ?? '')
      .join(),
  );

test('half a minute without a network, new network ways, and a restart of the server, end nobody’s call', async () => {
  const roomId = await roomFor();
  const pages = [await stage.enter(mika), await stage.enter(aino)] as const;
  const [coach, client] = pages;
  for (const page of pages) {
    await watchConnections(page);
    await giveNetwork(page);
    await joinRoom(stage, page, roomId, /Kuva ja ääni/);
  }
  await Promise.all(pages.map((page) => seesFrames(page)));
  await giveNetwork(client, { offline: true });
  const notice = client.locator('.call-notices').getByText('Palvelimeen ei saada yhteyttä');
  const tile = coach.getByRole('listitem').filter({ hasText: 'Aino' });
  const broken = tile.getByText('Yhteys poikki');
  // As long as the outage is that is told of: nothing is waited for.
  await new Promise((resolve) => setTimeout(resolve, 30_000));
  await Promise.all([notice.waitFor(), broken.waitFor()]);
  const before = await networkWays(client);
  await giveNetwork(client);
  await Promise.all([notice, broken].map((one) => one.waitFor({ state: 'detached' })));
  // The network that has come back may be another one, so ways through it are looked for at once (RFC 8445, 2.4).
  await until('new network ways', async () => (await networkWays(client)) !== before);
  await Promise.all(pages.map((page) => growing(page, 'frames')));
  await stage.restart();
  await Promise.all(pages.map((page) => growing(page, 'frames')));
  const intervals = await office.inOffice((tx) => attendanceOf(tx, roomId));
  expect(intervals.filter((one) => one.personId === aino.id).length).toBe(1);
  for (const page of pages) await page.context().close();
});

test('what is said before the line stands is said when it does', async () => {
  const roomId = await roomFor();
  const coach = await stage.enter(mika);
  const client = await stage.enter(aino, { device: 'phone' });
  await joinRoom(stage, coach, roomId, /Vain ääni/);
  await coach.getByText('Olet ensimmäinen').waitFor();
  const slow = Promise.withResolvers<void>();
  await client.route('**/next-signals*', async (route) => {
    await slow.promise;
    await route.fallback();
  });
  await joinRoom(stage, client, roomId, /Vain ääni/);
  await client.getByRole('button', { name: 'Lisää' }).click();
  await client.getByRole('button', { name: 'Peukku' }).click();
  slow.resolve();
  await coach.getByRole('log').getByText('Aino: Peukku').waitFor({ state: 'attached' });
  for (const page of [coach, client]) await page.context().close();
});

test('pages that reach each other find new network ways without the server', async () => {
  const roomId = await roomFor();
  const coach = await stage.enter(mika);
  const client = await stage.enter(aino);
  for (const page of [coach, client]) await watchConnections(page);
  await joinRoom(stage, coach, roomId, /Kuva ja ääni/);
  await joinRoom(stage, client, roomId, /Kuva ja ääni/);
  await Promise.all([seesFrames(coach), seesFrames(client)]);
  for (const page of [coach, client]) await page.route(/signals/, (route) => route.abort());
  const before = await networkWays(client);
  await client.evaluate(() => {
    for (const pc of (window as unknown as { kept: RTCPeerConnection[] }).kept)
      if (pc.connectionState === 'connected') pc.restartIce();
  });
  await until('new network ways', async () => (await networkWays(client)) !== before);
  await Promise.all([growing(coach, 'frames'), growing(client, 'frames')]);
  for (const page of [coach, client]) await page.context().close();
});

test.each([
  { name: 'that loses two of five packets', network: { packetLoss: 40 } },
  { name: 'that carries 100 kbit/s', network: { kilobits: 100 } },
])(
  'on a network $name the picture gives way, the voice goes on, both are told, and it comes back',
  async ({ network }) => {
    const roomId = await roomFor();
    const coach = await stage.enter(mika);
    const client = await stage.enter(aino, { device: 'phone' });
    await watchConnections(coach);
    await giveNetwork(client);
    await joinRoom(stage, coach, roomId, /Kuva ja ääni/);
    await joinRoom(stage, client, roomId, /Kuva ja ääni/);
    await seesFrames(coach);
    await giveNetwork(client, network);
    await client.locator('.call-notices').getByText('Verkko on heikko').waitFor();
    const tile = coach.getByRole('listitem').filter({ hasText: 'Aino' });
    await tile.getByText('Kuva odottaa').waitFor();
    await growing(coach, 'sound');
    await until('the picture to stand still', async () => {
      const still = (await received(coach)).frames;
      await coach.waitForTimeout(1_500);
      return (await received(coach)).frames - still < 5;
    });
    await giveNetwork(client);
    await client.locator('.call-notices').getByText('Verkko on heikko').waitFor({ state: 'detached' });
    await growing(coach, 'frames');
    for (const page of [coach, client]) await page.context().close();
  },
);
