// Every page that a person may come to, looked at by an accessibility engine and measured: in light and dark, on a
// phone and at a desk, at 320 pixels and with letters twice as large. The pages come from the router, so a new one is
// looked at from its first day.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Come } from '../matrix/actors.ts';
import type { Route } from '../matrix/dry-app.ts';
import { type Matrix, nameOf, openMatrix, placeOf } from '../matrix/open-matrix.ts';
import { faultsOf } from './accessibility-faults.ts';
import { openStage, type Stage } from './stage.ts';

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };

let stage: Stage;
let matrix: Matrix;

beforeAll(async () => {
  stage = await openStage();
  matrix = await openMatrix(stage);
});
afterAll(async () => {
  await matrix?.close();
  await stage?.close();
});

// Each page is looked at as the first of these who may come; the last ones see offices where nothing has happened yet.
const lookers = [
  'the client',
  'another client',
  'the own coach',
  'a manager',
  'an administrator',
  'a provider',
  'a partner',
  'a project-manager',
  'a data-protection-officer',
  'somebody signed out',
];
const inEmptyOffice = ['client', 'coach', 'manager'].map((role) => `a ${role} of another office`);
// What looks different to each role.
const different = ['/', '/start', '/me', '/groups', '/people', '/people/:id', '/deliveries'];

const named = (name: string): Come => {
  const come = matrix.actors.find((one) => one.name === name);
  if (!come) throw new Error(`nobody is called ${name}`);
  return come;
};

/** The addresses of the pages that `name` looks at. */
function pagesOf(name: string): string[] {
  const come = named(name);
  const earlier = inEmptyOffice.includes(name) ? [] : lookers.slice(0, lookers.indexOf(name)).map(named);
  const routes = matrix.app.routes.filter((route) => route.method === 'GET' && matrix.mayCome(route, come));
  return routes
    .filter((route) => different.includes(route.path) || !earlier.some((one) => matrix.mayCome(route, one)))
    .filter((route) => come.office === 'here' || !route.path.includes(':'))
    .map((route) => addressOf(route, come));
}

const addressOf = (route: Route, come: Come) =>
  `${placeOf(route, come)}${matrix.addressOf(route, 'subject')}`;

/** Whether a page answers there: not a file, a stream or the way to another page. */
async function isPage(come: Come, address: string): Promise<boolean> {
  const answer = await matrix.app.ask(come, address);
  const isHtml = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  await answer.body?.cancel();
  return isHtml && answer.status === 200;
}

/** A page that stands still, as `come`: what is sent by itself is not sent, so nothing is changed. */
async function enter(come: Come): Promise<Page> {
  const context = await stage.browser.newContext({
    viewport: phone,
    locale: 'fi-FI',
    reducedMotion: 'reduce',
  });
  if (come.cookie) {
    const [name, value] = come.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: stage.origin, httpOnly: true, sameSite: 'Lax' }]);
  }
  await context.route(/\/live(\/|\?|$)/, (route) => route.abort());
  return context.newPage();
}

/** What runs beyond the right edge, when the page can be moved sideways. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const last = beyond.at(-1)?.outerHTML.slice(0, 120);
    return [`${scrollWidth - clientWidth} px too wide: ${last}`];
  });

/** Headings, language, and targets that are too small for a thumb. */
const measured = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) faults.push(`${headings} main headings`);
    // Pages open to all may say their language in their address.
    const expected = /\/(sv|en)\//.exec(location.pathname)?.[1] ?? 'fi';
    if (document.documentElement.lang !== expected)
      faults.push(`the language is ${document.documentElement.lang}`);
    if (document.title.trim() === '') faults.push('no title');
    const least = document.body.dataset.kind === 'client' ? 44 : 24;
    for (const button of document.querySelectorAll('main .button')) {
      const { width, height } = button.getBoundingClientRect();
      if (height > 0 && (height < least || width < least))
        faults.push(`${Math.round(width)} × ${Math.round(height)} px: ${button.outerHTML.slice(0, 120)}`);
    }
    return faults;
  });

async function atSizes(page: Page): Promise<string[]> {
  const faults = [...(await faultsOf(page)), ...(await measured(page)), ...(await overflow(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await faultsOf(page, 'color-contrast')).map((one) => `in dark, ${one}`));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 640 });
  faults.push(...(await overflow(page)).map((one) => `at 320 px, ${one}`));
  await page.setViewportSize(desk);
  faults.push(...(await faultsOf(page)).map((one) => `at a desk, ${one}`));
  await page.setViewportSize({ width: 640, height: 740 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  faults.push(...(await overflow(page)).map((one) => `with large letters, ${one}`));
  await page.setViewportSize(phone);
  return faults;
}

test.each([...lookers, ...inEmptyOffice])(
  '%s finds no page that shuts anybody out',
  async (name) => {
    const page = await enter(named(name));
    const faults: string[] = [];
    let looked = 0;
    for (const address of pagesOf(name)) {
      if (!(await isPage(named(name), address))) continue;
      await page.goto(stage.at(address), { waitUntil: 'domcontentloaded' });
      looked += 1;
      const found = (await atSizes(page)).map((one) => `${address} ${one}`);
      if (found.length > 0) console.info(found.join('\n'));
      faults.push(...found);
    }
    console.info(`${name}: ${looked} pages`);
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(0);
    await page.context().close();
  },
  1_800_000,
);

test('a page that answers a form with errors shuts nobody out either', async () => {
  const faults: string[] = [];
  let looked = 0;
  for (const name of lookers) {
    const come = named(name);
    const page = await enter(come);
    const earlier = lookers.slice(0, lookers.indexOf(name)).map(named);
    for (const route of matrix.app.routes) {
      if (route.method !== 'POST' || !matrix.mayCome(route, come)) continue;
      if (earlier.some((one) => matrix.mayCome(route, one))) continue;
      const form = new FormData();
      form.append('_key', crypto.randomUUID());
      const answer = await matrix.app.ask(come, addressOf(route, come), form);
      const body = await answer.text();
      if (answer.status !== 422) continue;
      looked += 1;
      const headers = Object.fromEntries(answer.headers);
      // Beside the form's own address, which may say the language.
      const answered = stage.at(`/answer${addressOf(route, come)}`);
      await page.route(answered, (there) => there.fulfill({ status: 422, headers, body }));
      await page.goto(answered, { waitUntil: 'domcontentloaded' });
      // Read from the answer itself: in a room the live surface takes the place of the page that was answered.
      if (!body.includes('role="alert"')) faults.push(`${nameOf(route)} says nothing of its errors`);
      faults.push(
        ...[...(await faultsOf(page)), ...(await measured(page))].map((one) => `${nameOf(route)} ${one}`),
      );
      await page.unroute(answered);
    }
    await page.context().close();
  }
  console.info(`${looked} pages with errors`);
  expect(faults).toEqual([]);
  expect(looked).toBeGreaterThan(20);
}, 1_800_000);

test('a page that is not there is as good as any other', async () => {
  for (const name of ['the client', 'the own coach', 'somebody signed out']) {
    const come = named(name);
    const page = await enter(come);
    const answer = await page.goto(stage.at(`${come.signedIn ? '' : `/${come.slug}`}/nothing-is-here`));
    expect(answer?.status()).toBe(404);
    expect(await atSizes(page), name).toEqual([]);
    await page.context().close();
  }
});

test('the first stop of the keyboard leads past the menu to what the page is about', async () => {
  for (const [name, path] of [
    ['the client', '/today'],
    ['the own coach', '/board'],
    ['somebody signed out', `/${named('the client').slug}/`],
  ] as const) {
    const page = await enter(named(name));
    await page.goto(stage.at(path));
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('href'), name).toBe('#main');
    expect((await page.locator(':focus').boundingBox())?.height ?? 0, name).toBeGreaterThanOrEqual(24);
    await page.keyboard.press('Enter');
    await page.locator('#main:focus').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null), name).toBe(true);
    await page.context().close();
  }
});

test('each language is the language of the whole page, and other languages in it are marked', async () => {
  for (const [language, sentence] of [
    ['fi', 'Siirry sisältöön'],
    ['sv', 'Gå till innehållet'],
    ['en', 'Skip to content'],
  ] as const) {
    const context = await stage.browser.newContext({ locale: language });
    const page = await context.newPage();
    await page.goto(stage.at(`/${named('the client').slug}/sign-in`));
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('.skip').textContent()).toBe(sentence);
    const others = await page
      .locator('[name=to]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('lang')));
    expect(others).toEqual(expect.arrayContaining(['fi', 'sv', 'en']));
    await context.close();
  }
});
