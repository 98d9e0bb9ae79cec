// Writing over a connection that breaks, in a real browser: nothing typed is lost, and it arrives exactly once.
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineEvent, recordEvent } from '../../src/platform/events.ts';
import type { TestOffice, TestPerson } from '../cast.ts';
import { groupWith } from '../group.ts';
import { faultsOf } from './accessibility-faults.ts';
import { keepsDrafts, keptDrafts } from './drafts.ts';
import { complaintsOf, openStage, type Stage } from './stage.ts';

const happened = defineEvent<Record<string, never>>('test.happened');

let stage: Stage;
let office: TestOffice;
let aino: TestPerson;
let mika: TestPerson;
let channelId = '';
let groupId = '';

beforeAll(async () => {
  stage = await openStage();
  const group = await groupWith(stage.house);
  ({ office, aino, mika, groupId } = group);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ channel_id: string }>(sql`select channel_id from groups where id = ${groupId}`),
  );
  channelId = rows[0]?.channel_id ?? '';
});
afterAll(() => stage?.close());

const thread = () => `/messages/${aino.id}`;
const box = (page: Page) => page.getByLabel('Kirjoita viesti');
const send = (page: Page) => page.getByRole('button', { name: 'Lähetä', exact: true }).click();
const said = async () =>
  (await office.inOffice((tx) => tx.execute<{ n: string }>(sql`select count(*) as n from messages`))).rows[0]
    ?.n;

test('a message sent without a connection waits in words, and goes once by itself when it is back', async () => {
  const page = await stage.enter(aino, { device: 'phone' });
  const complaints = complaintsOf(page);
  await page.goto(stage.at(thread()));
  const before = Number(await said());
  await keepsDrafts(page);
  await page.context().setOffline(true);
  await box(page).fill('Täällä metsän reunassa ei ole verkkoa');
  await send(page);
  await page.getByText('Yhteys on poikki').waitFor();
  expect(Number(await said())).toBe(before);
  expect(await keptDrafts(page)).toBe(1);
  await page.context().setOffline(false);
  await page.getByText('Täällä metsän reunassa ei ole verkkoa').first().waitFor();
  await expect.poll(() => box(page).inputValue()).toBe('');
  await expect.poll(async () => Number(await said())).toBe(before + 1);
  await expect.poll(() => keptDrafts(page)).toBe(0);
  // The next message is another one.
  await box(page).fill('Nyt pääsin tielle');
  await send(page);
  await page.getByText('Nyt pääsin tielle').first().waitFor();
  await expect.poll(async () => Number(await said())).toBe(before + 2);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an answer that is lost on the way does not make the message twice', async () => {
  const page = await stage.enter(aino);
  await page.goto(stage.at(thread()));
  await keepsDrafts(page);
  const before = Number(await said());
  let lost = 0;
  await page.route('**/messages/*', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    // The server carries it out; the answer never arrives.
    await route.fetch({ maxRedirects: 0 }).catch(() => undefined);
    return route.abort('connectionreset');
  });
  await box(page).fill('Lähteekö tämä kerran?');
  await send(page);
  await page.getByText('Lähteekö tämä kerran?').first().waitFor();
  await expect.poll(() => box(page).inputValue()).toBe('');
  expect(lost).toBe(1);
  expect(Number(await said())).toBe(before + 1);
  await page.context().close();
});

test('what was typed is there after the page has been opened again, and gone when it is emptied', async () => {
  const page = await stage.enter(aino);
  await page.goto(stage.at(thread()));
  await keepsDrafts(page);
  await box(page).fill('Kesken jäänyt lause');
  await expect.poll(() => keptDrafts(page)).toBe(1);
  await page.goto(stage.at('/groups'));
  await page.goto(stage.at(thread()));
  await expect.poll(() => box(page).inputValue()).toBe('Kesken jäänyt lause');
  await page.getByText('Toimme takaisin tekstin').waitFor();
  await box(page).fill('');
  await expect.poll(() => keptDrafts(page)).toBe(0);
  await page.context().close();
});

test('what was sent without a connection goes when the page is opened again later', async () => {
  const page = await stage.enter(aino);
  await page.goto(stage.at(thread()));
  await keepsDrafts(page);
  const before = Number(await said());
  await box(page).fill('Puhelin sammui');
  await expect.poll(() => keptDrafts(page)).toBe(1);
  await page.context().setOffline(true);
  await send(page);
  await page.getByText('Yhteys on poikki').waitFor();
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(stage.at(thread()));
  await again.locator('.message-text', { hasText: 'Puhelin sammui' }).waitFor();
  await expect.poll(async () => Number(await said())).toBe(before + 1);
  await context.close();
});

test('without script the same form is an ordinary form', async () => {
  const page = await stage.enter(aino, { withoutScript: true, device: 'phone' });
  await page.goto(stage.at('/messages'));
  await box(page).fill('Ilman skriptiä');
  await send(page);
  await page.getByText('Ilman skriptiä').waitFor();
  expect(new URL(page.url()).pathname).toBe(thread());
  await page.context().close();
});

test('reading is told by having the message in sight, and the count is gone', async () => {
  await mika.post(thread(), { text: 'Luethan tämän' });
  const page = await stage.enter(aino);
  // What has been read is not new any more, so reading waits until the mark has been seen.
  const marked = Promise.withResolvers<void>();
  await page.route('**/conversations/*/reading', async (route) => {
    await marked.promise;
    await route.fallback();
  });
  await page.goto(stage.at(`${thread()}#newest`));
  await page.getByText('Uudet viestit').waitFor();
  marked.resolve();
  await page.getByText('Merkitse luetuiksi').waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByText('Luethan tämän').waitFor();
  expect(await page.getByText('Uudet viestit').count()).toBe(0);
  await page.context().close();
});

test('what has been read stays read on the page when news that was fetched before comes late', async () => {
  await mika.post(thread(), { text: 'Tämä luetaan kerran' });
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ topics: string[] }>(
      sql`select topics from events where name = 'message.posted' order by position desc limit 1`,
    ),
  );
  const page = await stage.enter(aino);
  const button = page.getByText('Merkitse luetuiksi');
  await page.route(`**${thread()}`, async (route) => {
    if (!route.request().headers()['x-live']) return route.continue();
    const answer = await route.fetch();
    await button.waitFor({ state: 'hidden' });
    const body = (await answer.text()).replace('Tämä luetaan kerran', 'Tämä luettiin kerran');
    await route.fulfill({ response: answer, body });
  });
  await page.goto(stage.at(`${thread()}#newest`));
  await office.inOffice((tx) => recordEvent(tx, happened({}), { topics: rows[0]?.topics ?? [] }));
  await page.getByText('Tämä luettiin kerran').waitFor();
  await button.waitFor({ state: 'hidden' });
  await page.context().close();
});

test('two in a channel see each other’s words within seconds, and the pages pass the accessibility engine', async () => {
  const one = await stage.enter(aino, { device: 'phone' });
  const other = await stage.enter(mika, { dark: true });
  await one.goto(stage.at(`/channels/${channelId}`));
  await other.goto(stage.at(`/channels/${channelId}`));
  await box(one).fill('Huomenta ryhmä');
  await send(one);
  await expect.poll(() => box(one).inputValue()).toBe('');
  await other.getByText('Huomenta ryhmä').waitFor();
  const pages: [Page, readonly string[]][] = [
    [one, ['/messages', '/groups', `/groups/${groupId}`, `/channels/${channelId}`, '/me/calendar']],
    [
      other,
      [
        '/messages',
        '/groups',
        '/groups/new',
        `/groups/${groupId}`,
        `/groups/${groupId}/edit`,
        `/groups/${groupId}/members/new`,
        `/groups/${groupId}/programme/new`,
        `/groups/${groupId}/rules`,
        `/channels/${channelId}`,
      ],
    ],
  ];
  for (const [page, paths] of pages) {
    for (const path of paths) {
      await page.goto(stage.at(path));
      expect(await faultsOf(page, 'every rule'), path).toEqual([]);
      const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(overflows, path).toBe(false);
    }
  }
});
