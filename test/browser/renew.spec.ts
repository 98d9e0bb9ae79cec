// How a piece of a page is renewed under the hands of the person who uses it, tried in a real browser.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumOrInstall } from '../../tools/chromium.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumOrInstall(), args: ['--no-sandbox'] });
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** Shows `before`, lets the person act on it, renews it to `after`, and gives the page's main part. */
async function renewed(before: string, act: () => Promise<unknown>, after: string) {
  const file = new URL('../../src/ui/renew.browser.ts', import.meta.url);
  await page.setContent(`<main>${before}</main>`);
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'));
  await page.addScriptTag({ type: 'module', content: `${code}\nwindow.renew = renew;` });
  await page.waitForFunction('window.renew');
  await act();
  await page.evaluate((html) => {
    const next = new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html');
    (window as unknown as { renew(a: Element, b: Element): void }).renew(
      document.querySelector('main') as Element,
      next.querySelector('main') as Element,
    );
  }, after);
  return page.locator('main');
}

const form = (id: string, more = '') =>
  `<form action="/write"><input type="hidden" name="person" value="${id}"><input name="text" value="">${more}</form>`;

test('words typed to one person never slide into the form of another who takes the place on the list', async () => {
  const main = await renewed(
    form('aino') + form('veera'),
    () => page.locator('input[name=text]').first().fill('Hei Aino'),
    form('veera') + form('oskari'),
  );
  expect(await main.locator('form').count()).toBe(2);
  expect(
    await main
      .locator('input[name=text]')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
  ).toEqual(['', '']);
});

test('a person goes on typing in a row that has moved, and the row has its new words', async () => {
  const row = (id: string, words: string) => `<li data-row="${id}">${words}<input name="note-${id}"></li>`;
  const main = await renewed(
    `<ul>${row('a', 'one')}${row('b', 'two')}${row('c', 'three')}</ul>`,
    async () => {
      await page.locator('[data-row=c] input').fill('abc');
      await page.locator('[data-row=c] input').press('ArrowLeft');
    },
    `<ul>${row('c', 'third, now first')}${row('a', 'one')}${row('d', 'new')}</ul>`,
  );
  await page.keyboard.type('X');
  expect(await page.locator('[data-row=c] input').inputValue()).toBe('abXc');
  expect(await main.locator('li').allTextContents()).toEqual(['third, now first', 'one', 'new']);
});

test('what a person has opened stays open, what they chose stays chosen, what is new is shown', async () => {
  const html = (word: string) => `<details><summary>More</summary><p>${word}</p></details>
    <select name="way"><option value="a">a</option><option value="b">b</option></select>
    <label><input type="checkbox" name="on" value="1">on</label><textarea name="t">${word}</textarea>`;
  const main = await renewed(
    html('old'),
    async () => {
      await page.locator('summary').click();
      await page.locator('select').selectOption('b');
      await page.locator('[type=checkbox]').check();
    },
    html('new'),
  );
  expect(await main.locator('p').isVisible()).toBe(true);
  expect(await main.locator('p').textContent()).toBe('new');
  expect(await main.locator('select').inputValue()).toBe('b');
  expect(await main.locator('[type=checkbox]').isChecked()).toBe(true);
  expect(await main.locator('textarea').inputValue()).toBe('new');
});

test('a form that is being sent keeps its key, so that a second click has no second effect', async () => {
  const key = (value: string) => form('aino', `<input type="hidden" name="_key" value="${value}">`);
  const main = await renewed(key('first'), async () => {}, key('second'));
  expect(await main.locator('[name=_key]').inputValue()).toBe('first');
});

test('an island that the browser has taken over is left to itself, and a list keeps its place in scrolling', async () => {
  const html = (last: string) => `<div data-island="x"><b>drawn by the server</b></div>
    <div id="long" style="height:50px;overflow:auto"><div style="height:500px">${last}</div></div>`;
  const main = await renewed(
    html('old'),
    async () => {
      await page.locator('[data-island]').evaluate((island) => {
        island.innerHTML = '<b>drawn by the island</b>';
      });
      await page.locator('#long').evaluate((long) => {
        long.scrollTop = 120;
      });
    },
    html('new'),
  );
  expect(await main.locator('b').textContent()).toBe('drawn by the island');
  expect(await main.locator('#long').evaluate((long) => long.scrollTop)).toBe(120);
  expect(await main.locator('#long').textContent()).toBe('new');
});

test('whatever a list becomes, it shows exactly what the server says', async () => {
  const item = (name: string) => `<li data-row="${name}">${name}</li>`;
  const orders = ['abc', 'cab', 'xbca', '', 'a', 'bcdea', 'edcba', 'aabb'];
  for (const from of orders)
    for (const to of orders) {
      const list = (names: string) => `<ul>${[...names].map(item).join('')}</ul>`;
      const main = await renewed(list(from), async () => {}, list(to));
      expect(await main.locator('li').allTextContents(), `${from} to ${to}`).toEqual([...to]);
    }
});
