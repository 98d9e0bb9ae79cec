import { sql } from 'drizzle-orm';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStreams } from '../../src/platform/metrics.ts';
import type { TestOffice, TestPerson } from '../cast.ts';
import { until } from './patience.ts';
import { complaintsOf, openStage, type Stage } from './stage.ts';

let stage: Stage;
let office: TestOffice;
let aino: TestPerson;
let mika: TestPerson;

beforeAll(async () => {
  stage = await openStage();
  office = await stage.house.office();
  aino = await office.person('client', { givenName: 'Aino' });
  mika = await office.person('coach', { givenName: 'Mika' });
  await office.relate(aino, mika);
});
afterAll(() => stage.close());

const thread = () => `/messages/${aino.id}`;
const write = async (text: string) =>
  expect((await aino.post(thread(), { text })).status, 'the message was sent').toBe(303);
const seen = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();
const streams = async () => (await openStreams.get()).values[0]?.value ?? 0;

/** Counts what a context asks for by itself. */
function requestsOf(context: BrowserContext) {
  const paths: string[] = [];
  context.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

test('a coach who is writing sees the message that comes, and keeps words, caret and focus', async () => {
  const page = await stage.enter(mika);
  const complaints = complaintsOf(page);
  // An office's colour stands in a style element of each page.
  await office.inOffice((tx) => tx.execute(sql`update offices set accent = '#2c4a86'`));
  await page.goto(stage.at(thread()));
  const box = page.getByRole('textbox').last();
  await box.fill('Hei Aino, huomenna');
  await box.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 8));
  await until('the page listens', async () => (await streams()) === 1);
  await write('Tulen kymmeneltä.');
  await seen(page, 'Tulen kymmeneltä.');
  expect(await box.inputValue()).toBe('Hei Aino, huomenna');
  const caret = await box.evaluate((element: HTMLTextAreaElement) => [
    element.selectionStart,
    element.selectionEnd,
    element === document.activeElement,
  ]);
  expect(caret).toEqual([4, 8, true]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('all tabs of a browser share one stream, and go on when the tab that held it is closed', async () => {
  const first = await stage.enter(mika);
  const paths = requestsOf(first.context());
  await first.goto(stage.at(thread()));
  await until('the first tab listens', async () => (await streams()) === 1);
  const second = await first.context().newPage();
  const third = await first.context().newPage();
  await second.goto(stage.at(thread()));
  await third.goto(stage.at('/messages'));
  await write('Yksi virta riittää.');
  await seen(first, 'Yksi virta riittää.');
  await seen(second, 'Yksi virta riittää.');
  await until('the tabs share one stream', async () => (await streams()) === 1);

  await first.close();
  await until('another tab listens', async () => (await streams()) === 1);
  await write('Ja jatkuu toisessa.');
  await seen(second, 'Ja jatkuu toisessa.');
  await until('the tabs still share one stream', async () => (await streams()) === 1);
  expect(paths.filter((path) => path === '/live/changes')).toEqual([]);
  await second.context().close();
});

test('a person sees after a restart of the house what came while it was away', async () => {
  const page = await stage.enter(mika);
  await page.goto(stage.at(thread()));
  await until('the page listens', async () => (await streams()) === 1);
  const restarted = stage.restart();
  await write('Katkon aikana.');
  await restarted;
  await seen(page, 'Katkon aikana.');
  await page.context().close();
});

test('a person whose proxy lets no stream through sees the message all the same, a little later', async () => {
  const page = await stage.enter(mika);
  await page.context().route(/\/live\?/, (route) => route.abort());
  await page.goto(stage.at(thread()));
  await page.waitForResponse(/\/live\/changes/);
  await write('Hitaampaa tietä.');
  await page.getByText('Hitaampaa tietä.', { exact: true }).first().waitFor();
  await until('no stream is open', async () => (await streams()) === 0);
  await page.context().close();
});

/** A coach's page that listens, what it has asked for by itself since, and when it says that it listens no longer. */
async function listening(before?: () => void) {
  const guest = await office.person('coach', { givenName: 'Sanna' });
  await office.relate(aino, guest, { kind: 'substitute' });
  const page = await stage.enter(guest);
  if (before) await page.addInitScript(before);
  await page.goto(stage.at(thread()));
  await until('the page listens', async () => (await streams()) === 1);
  const paths = requestsOf(page.context());
  await page.evaluate(() => {
    // What the page says to other tabs when it listens no longer.
    new BroadcastChannel('likista-live').onmessage = ({ data }) => {
      if (data.say === 'gone') document.body.dataset.gone = '';
    };
  });
  return {
    guest,
    page,
    asked: () => paths.filter((path) => [thread(), '/live', '/live/changes'].includes(path)).length,
    gone: () => page.locator('body[data-gone]').waitFor({ state: 'attached' }),
  };
}

/** Longer than the pauses after which a page that had not learnt of its end would ask again. */
const longerThanItsPauses = () => new Promise((resolve) => setTimeout(resolve, 3_000));

test('a page whose session was ended elsewhere stops asking', async () => {
  const { guest, page, asked, gone } = await listening();
  expect((await guest.post('/sign-out')).status).toBe(303);
  await write('Tätä Sanna ei enää näe.');
  await until('the stream has ended', async () => (await streams()) === 0);
  // It learns of the end by asking what has changed, or by fetching the piece that the last hint was about.
  await gone();
  expect(asked()).toBeGreaterThan(0);
  const before = asked();
  await longerThanItsPauses();
  expect(asked()).toBe(before);
  expect(await page.getByText('Tätä Sanna ei enää näe.').count()).toBe(0);
  await page.context().close();
});

test('a page that learns of its end just after it has heard news does not ask for them', async () => {
  const { guest, page, asked, gone } = await listening(() => {
    // Makes the pause between hearing and asking two seconds, so that its end comes in between.
    Math.random = () => 10;
    document.addEventListener('likista:hint', () => {
      document.body.dataset.heard = '';
    });
  });
  await write('Tämän Sanna ehti kuulla.');
  await page.locator('body[data-heard]').waitFor({ state: 'attached' });
  expect((await guest.post('/sign-out')).status).toBe(303);
  await write('Tämä päättää yhteyden.');
  await gone();
  const before = asked();
  await longerThanItsPauses();
  expect(asked()).toBe(before);
  await page.context().close();
});
