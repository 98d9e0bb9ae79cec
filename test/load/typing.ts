// How soon a character that is typed in a call is read by the other (EN 301 549, 6.2.4: half a second): our room, which
// gathers characters for a fifth of a second before it sends them, beside two bare pages that send each at once.
import { type Browser, chromium } from 'playwright-core';
import { chromiumOrInstall } from '../../tools/chromium.ts';
import { browserArguments } from '../browser/chromium-arguments.ts';
import { until } from '../browser/patience.ts';
import { typeOnce, watchTyping } from '../browser/typing.ts';
import { startBareCall } from './bare-call.ts';
import type { Running } from './demonstration.ts';
import { enter, openDemonstrationOffice, type Pair, press, type Rooms } from './first-frame.ts';

export type Delays = { p50: number; p99: number };
export type Typing = { ours: Delays; bare: Delays; characters: number };

/** Milliseconds from a character's event in one page to its being shown in the other, on a running demonstration. */
export async function measureTyping(running: Running, folder: string, characters = 200): Promise<Typing> {
  const office = await openDemonstrationOffice(folder);
  try {
    return await compareTyping({ url: running.url, room: office.room }, characters);
  } finally {
    await office.close();
  }
}

/** The same for any rooms of ours. */
export async function compareTyping(rooms: Rooms, characters: number): Promise<Typing> {
  const bareCall = await startBareCall();
  const browser = await chromium.launch({ executablePath: chromiumOrInstall(), args: browserArguments });
  try {
    const { id, cookies } = await rooms.room();
    const at = `/rooms/${id}`;
    const ours = await typed(browser, { url: rooms.url, cookies, host: at, guest: at }, characters);
    const bare = await typed(
      browser,
      { url: bareCall.url, cookies: [], host: '/call?host', guest: '/call?guest#typing' },
      characters,
    );
    return { ours, bare, characters };
  } finally {
    await browser.close();
    bareCall.close();
  }
}

/** The host is seen and heard, the guest writes. */
async function typed(browser: Browser, pair: Pair, characters: number): Promise<Delays> {
  const [host, guest] = [await enter(browser, pair, 0), await enter(browser, pair, 1)];
  await host.goto(`${pair.url}${pair.host}`);
  if (pair.cookies.length > 0) await press(host);
  await host.waitForTimeout(2_000);
  await guest.goto(`${pair.url}${pair.guest}`);
  if (pair.cookies.length > 0) await press(guest, 'text');
  // Characters of before the line stood are not told of.
  const field = guest.getByLabel('Viestisi');
  await until('the first character', async () => {
    await field.fill('');
    await field.pressSequentially('x');
    await host.locator('[data-typing]').waitFor({ timeout: 1_000 });
    return true;
  });
  await field.fill('');
  await host.locator('[data-typing]').waitFor({ state: 'detached' });
  await watchTyping(guest, host);
  const delays = await typeOnce(guest, host, 'abcdefghij'.repeat(Math.ceil(characters / 10)));
  for (const page of [host, guest]) await page.context().close();
  const part = (share: number) => delays[Math.floor(share * delays.length)] ?? Number.NaN;
  return { p50: part(0.5), p99: part(0.99) };
}
