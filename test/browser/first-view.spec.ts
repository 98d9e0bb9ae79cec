// What a phone must load before anything is seen, counted from what the browser was really sent: HTML and style of the
// first pages fit the first round trip (ten packets), the way into a call needs little script, and nothing is loaded
// from elsewhere.
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSessionRoom, sessionsOn } from '../../src/features/contact/groups/door.ts';
import { setClock } from '../../src/platform/clock.ts';
import { at, type CoachingDay, coachingDay, openCoachingDay } from '../coaching-day.ts';
import { publishEight } from '../public-services.ts';
import { openStage, type Stage } from './stage.ts';

const firstRoundTrip = 14_336;
const callScript = 40 * 1024;

let stage: Stage;
let day: CoachingDay;
let room: string;
let putBack = () => {};

beforeAll(async () => {
  putBack = setClock(() => at('09:10'));
  stage = await openStage();
  day = await openCoachingDay(stage.house);
  await publishEight(day.office);
  room = await day.office.inOffice(async (tx) => {
    const sessions = await sessionsOn(tx, { groupId: day.groupId }, coachingDay);
    const roomId = sessions[0] && (await openSessionRoom(tx, sessions[0].id));
    if (!roomId) throw new Error('the morning has no room');
    return `/rooms/${roomId}`;
  });
});
afterAll(async () => {
  putBack();
  await stage?.close();
});

type Sent = { path: string; type: string; bytes: number; encoding: string; kept: string };

/** Opens a page and gives all that was sent for it, and every origin that was asked. */
async function load(page: Page, address: string) {
  const finished: Request[] = [];
  const origins = new Set<string>();
  page.on('request', (request) => {
    if (request.url().startsWith('http')) origins.add(new URL(request.url()).origin);
  });
  page.on('requestfinished', (request) => finished.push(request));
  const measured = async (request: Request): Promise<Sent> => {
    const [sizes, response] = [await request.sizes(), await request.response()];
    return {
      path: new URL(request.url()).pathname,
      type: request.resourceType(),
      bytes: sizes.responseBodySize,
      encoding: response?.headers()['content-encoding'] ?? '',
      kept: response?.headers()['cache-control'] ?? '',
    };
  };
  const answer = await page.goto(stage.at(address), { waitUntil: 'load' });
  expect(answer?.status()).toBe(200);
  return {
    origins,
    /** All that was sent of these types so far. */
    async of(...types: string[]): Promise<Sent[]> {
      const sent = await Promise.all(finished.map(measured));
      return sent.filter((one) => types.includes(one.type));
    },
  };
}

/** How far what a person already saw has moved since (layout shift), once the page has nothing left to do. */
function shiftOn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestIdleCallback(resolve));
    const seen = new PerformanceObserver(() => {});
    seen.observe({ type: 'layout-shift', buffered: true });
    return seen.takeRecords().reduce((all, one) => all + (one as unknown as { value: number }).value, 0);
  });
}

const sum = (all: readonly Sent[]) => all.reduce((bytes, one) => bytes + one.bytes, 0);
const listed = (all: readonly Sent[]) => all.map((one) => `${one.path} ${one.bytes}`).join(', ');

test('the first pages that a client sees fit the first round trip', async () => {
  const pages: [string, string, boolean][] = [
    ['Today', '/today', true],
    ['the way in', room, true],
    ['the public front', `/${day.office.slug}/`, false],
    ['signing in', `/${day.office.slug}/sign-in`, false],
    ['the list of services', `/${day.office.slug}/fi/palvelut`, false],
    ['one service', `/${day.office.slug}/sv/tjanster/ungdomsverkstad`, false],
    ['a longer service', `/${day.office.slug}/fi/palvelut/kuntouttava-tyotoiminta`, false],
    ['feedback', `/${day.office.slug}/en/services/youth-workshop/feedback`, false],
  ];
  const figures: string[] = [];
  const tooLarge: string[] = [];
  for (const [name, address, signedIn] of pages) {
    const page = await stage.enter(signedIn ? day.aino : undefined, { device: 'phone' });
    const loaded = await load(page, address);
    const first = await loaded.of('document', 'stylesheet');
    expect(first.length, name).toBeGreaterThan(1);
    expect(
      first.filter((one) => one.encoding !== 'br'),
      name,
    ).toEqual([]);
    figures.push(`${name}: ${sum(first)} (${listed(first)})`);
    if (sum(first) > firstRoundTrip) tooLarge.push(`${name} takes ${sum(first)} bytes`);
    expect([...loaded.origins], name).toEqual([stage.origin]);
    expect(await shiftOn(page), `what was seen first of ${name} has moved`).toBeLessThan(0.001);
    await page.context().close();
  }
  console.info(`HTML and style over the wire, bytes: ${figures.join('; ')}`);
  expect(tooLarge).toEqual([]);
});

test('the way into a call needs little script, its device check included', async () => {
  const page = await stage.enter(day.aino, { device: 'phone' });
  const loaded = await load(page, room);
  await page.getByText('Kokeile laitetta').first().click();
  await page.getByRole('button', { name: 'Kokeile mikrofonia' }).waitFor();
  const script = await loaded.of('script');
  console.info(`script of the way in: ${sum(script)} bytes (${listed(script)})`);
  expect(script.length).toBeGreaterThan(1);
  expect(script.every((one) => one.encoding === 'br')).toBe(true);
  expect(sum(script)).toBeLessThanOrEqual(callScript);
  expect([...loaded.origins]).toEqual([stage.origin]);
  await page.context().close();
});

test('what has been loaded once is kept for good, and pages are not', async () => {
  const page = await stage.enter(day.aino, { device: 'phone' });
  const loaded = await load(page, '/today');
  const files = await loaded.of('stylesheet', 'script');
  expect(files.length).toBeGreaterThan(1);
  expect(files.filter((one) => !/max-age=31536000.*immutable/.test(one.kept))).toEqual([]);
  expect((await loaded.of('document')).map((one) => one.kept)).toEqual(['no-store']);
  await page.context().close();
});
