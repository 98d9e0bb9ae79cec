// A stage for a browser test: the real application listening on a free port over a test database, its browser files
// freshly built, and real Chromium contexts in which people of the cast are signed in.
//
//   const stage = await openStage();
//   const office = await stage.house.office();
//   const aino = await office.person('client');
//   const page = await stage.enter(aino, { device: 'phone' });
//   await page.goto(stage.at('/today'));
//   …
//   await stage.close();
import { mkdir, rename, stat } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { inject } from 'vitest';
import { createApp } from '../../src/app/routes.tsx';
import { type Assets, openAssets } from '../../src/platform/assets.ts';
import type { Config } from '../../src/platform/config.ts';
import { withOpenAnswers } from '../../src/platform/live/writing.ts';
import { chromiumOrInstall } from '../../tools/chromium.ts';
import { openTestHouse, type TestHouse, type TestPerson } from '../cast.ts';
import { browserArguments } from './chromium-arguments.ts';
import { patience, until } from './patience.ts';

type Device = 'phone' | 'desk';

export type Entering = {
  /** A phone held upright (360 × 740) or a screen on a desk (1280 × 800, the default). */
  device?: Device;
  dark?: boolean;
  /** The language of the browser; Finnish unless told. */
  language?: 'fi' | 'sv' | 'en';
  /** Without JavaScript, as on the oldest phones and with the strictest settings. */
  withoutScript?: boolean;
  /** Whether camera and microphone are allowed; yes unless told. They are made of a test picture and beeps. */
  allowed?: boolean;
};

export type Stage = {
  readonly house: TestHouse;
  /** What the build made for the browser. */
  readonly assets: Assets;
  readonly browser: Browser;
  /** Where the application listens: `http://localhost:40123`. */
  readonly origin: string;
  /** The whole address of a path. */
  at(path: string): string;
  /** A page in a context of its own, in which this person is signed in; nobody is without a person. */
  enter(person?: TestPerson, how?: Entering): Promise<Page>;
  /** Stops listening as a restart does, and listens again on the same port. Returns when it answers. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

const sizes: Record<Device, { width: number; height: number }> = {
  phone: { width: 360, height: 740 },
  desk: { width: 1280, height: 800 },
};

/** Sets the stage. Call in `beforeAll`, and `close()` in `afterAll`. */
export async function openStage(changes: Partial<Config> = {}): Promise<Stage> {
  const assets = openAssets(await browserFiles());
  const house = await openTestHouse(changes);
  const app = createApp({ ...house, assets });
  await house.workJobs();
  const listen = (port: number) =>
    new Promise<Server>((resolve) => {
      const server = serve({ fetch: withOpenAnswers(app.fetch), port, hostname: '127.0.0.1' }, () =>
        resolve(server as Server),
      );
    });
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const browser = await chromium.launch({ executablePath: chromiumOrInstall(), args: browserArguments });
  const hangUp = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    house,
    assets,
    browser,
    origin,
    at: (path) => `${origin}${path}`,
    enter: (person, how = {}) => enter(browser, origin, person, how),
    async restart() {
      await hangUp();
      server = await listen(port);
    },
    async close() {
      await browser.close();
      await hangUp();
      await house.close();
    },
  };
}

/** The folder of the browser files, built once in a run of tests: whoever comes first builds, others wait. */
async function browserFiles(): Promise<string> {
  const folder = inject('browserFiles');
  const first = await mkdir(`${folder}.lock`).then(
    () => true,
    () => false,
  );
  if (!first) {
    await until('the browser files', async () => (await stat(folder)).isDirectory(), 4 * patience);
    return folder;
  }
  const root = join(import.meta.dirname, '..', '..');
  await build({ root, logLevel: 'error', build: { outDir: `${folder}.new`, emptyOutDir: true } });
  await rename(`${folder}.new`, folder);
  return folder;
}

async function enter(
  browser: Browser,
  origin: string,
  person: TestPerson | undefined,
  how: Entering,
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: sizes[how.device ?? 'desk'],
    locale: how.language ?? 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    colorScheme: how.dark ? 'dark' : 'light',
    javaScriptEnabled: !how.withoutScript,
    ...(how.device === 'phone' ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  if (how.allowed ?? true) await context.grantPermissions(['camera', 'microphone'], { origin });
  if (person) {
    const [name, value] = person.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }]);
  }
  context.setDefaultTimeout(patience);
  return context.newPage();
}

/**
 * Does what leads to another page, and waits until that page is there. Whatever comes next would else meet the way
 * there half done: an address opened then breaks off what was just sent, or is broken off itself.
 */
export async function arriveBy(page: Page, act: () => Promise<unknown>): Promise<void> {
  const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await Promise.all([arrived, act()]);
  await page.waitForLoadState();
}

/** Everything a page complains about while it is used: uncaught errors and refusals of the security policy. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused/.test(message.text()))
      complaints.push(message.text());
  });
  return complaints;
}
