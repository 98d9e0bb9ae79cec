// The same page where the system chooses the colours (Windows' contrast themes), and on paper.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  const office = await stage.house.office();
  page = await stage.enter(await office.person('client', { givenName: 'Aino' }));
  await page.goto(stage.at('/me/details'));
  await page.locator('main .button.main').waitFor();
});
afterAll(() => stage?.close());

const styleOf = (selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);

test('where the system chooses the colours, the main act, fields and the place in the menu keep a shape', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await styleOf('main .button.main', 'border-top-style')).toBe('double');
  expect(await styleOf('main input[type="text"], main input:not([type])', 'border-top-style')).not.toBe(
    'none',
  );
  expect(await styleOf('nav [aria-current]', 'text-decoration-line')).toBe('underline');
  await page.emulateMedia({ forcedColors: 'none' });
});

test('on paper stands what the page says, without menus and buttons', async () => {
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['nav', '.footer', 'main .button'])
    for (const one of await page.locator(gone).all()) expect(await one.isVisible(), gone).toBe(false);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  expect(await styleOf('body', 'color')).toBe('rgb(0, 0, 0)');
  await page.emulateMedia({ media: 'screen' });
});
