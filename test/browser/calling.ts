// What a test of calls sees in a page: joining, frames really decoded, sound really heard, and how soon what is typed
// is read.
import type { Page } from 'playwright-core';
import { stopwatch } from '../../src/platform/clock.ts';
import { patience } from './stage.ts';

/** Watches the connections that the page makes, from before its first script. */
export async function watchConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: RTCPeerConnection[] = [];
    const Real = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Real {
      constructor(config?: RTCConfiguration) {
        super(config);
        kept.push(this);
      }
    };
    Object.assign(window, { kept });
  });
}

/** Frames of others decoded, and packets of their sound received, in the connections that are alive. */
export const received = (page: Page): Promise<{ frames: number; sound: number }> =>
  page.evaluate(async () => {
    const sums = { frames: 0, sound: 0 };
    for (const pc of (window as unknown as { kept: RTCPeerConnection[] }).kept) {
      if (pc.connectionState === 'closed') continue;
      (await pc.getStats()).forEach((one) => {
        if (one.type !== 'inbound-rtp') return;
        if (one.kind === 'video') sums.frames += one.framesDecoded ?? 0;
        else sums.sound += one.packetsReceived ?? 0;
      });
    }
    return sums;
  });

/** Waits until `met`, and gives how many milliseconds it took. Throws after `milliseconds`. */
export async function until(
  what: string,
  met: () => Promise<boolean>,
  milliseconds = patience,
): Promise<number> {
  const elapsed = stopwatch();
  let cause: unknown;
  const tried = () =>
    met().catch((error) => {
      cause = error;
      return false;
    });
  while (elapsed() < milliseconds) {
    if (await tried()) return elapsed();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${what}: not within ${milliseconds} ms`, { cause });
}

/** Waits for `more` than there is now of what others send. */
export async function growing(page: Page, what: 'frames' | 'sound', more = 5): Promise<number> {
  let before = Number.POSITIVE_INFINITY;
  const grown = async () => {
    const present = (await received(page))[what];
    // A connection that was made anew counts from nothing again.
    before = Math.min(before, present);
    return present > before + more;
  };
  return until(`more ${what}`, grown);
}

/** Chooses a way on the arrival page that is open, and joins. */
export async function join(page: Page, way: RegExp): Promise<void> {
  await page.getByRole('radio', { name: way }).check();
  await page.getByRole('button', { name: 'Liity' }).click();
}

/** EN 301 549, 6.2.4: what is typed must be there within this many milliseconds. */
export const halfASecond = 500;

/**
 * Types `text` into the field of `writer`, each character alone: the next one when `reader` has seen the one before.
 * Begins anew until at least one was seen within `wanted` milliseconds: a busy machine holds up some of them, a line
 * that keeps text back holds up all. Gives how many milliseconds each took in the last round, the quickest first; both
 * pages stand on one machine, so their clocks are one.
 */
export async function typeUntilReadWithin(
  wanted: number,
  writer: Page,
  reader: Page,
  text: string,
): Promise<number[]> {
  await watchTyping(writer, reader);
  let delays: number[] = [];
  await until(`a character read within ${wanted} ms`, async () => {
    await writer.getByLabel('Viestisi').fill('');
    await reader.locator('[data-typing]').waitFor({ state: 'detached' });
    delays = await typeOnce(writer, reader, text);
    return (delays[0] ?? Number.POSITIVE_INFINITY) < wanted;
  });
  return delays;
}

type Watched = Window & { times: number[]; seen: { text: string; at: number }[] };

/** From the character's own event to its being shown. */
async function watchTyping(writer: Page, reader: Page): Promise<void> {
  await writer.evaluate(() => {
    document.addEventListener(
      'input',
      () => (window as unknown as Watched).times?.push(performance.timeOrigin + performance.now()),
      true,
    );
  });
  await reader.evaluate(() => {
    new MutationObserver(() => {
      const typing = document.querySelector('[data-typing]')?.textContent ?? '';
      const text = typing.replace(/^.*kirjoittaa: ?/, '');
      (window as unknown as Watched).seen?.push({ text, at: performance.timeOrigin + performance.now() });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

async function typeOnce(writer: Page, reader: Page, text: string): Promise<number[]> {
  await writer.evaluate(() => Object.assign(window, { times: [] }));
  await reader.evaluate(() => Object.assign(window, { seen: [] }));
  const shown = () => reader.evaluate(() => (window as unknown as Watched).seen);
  for (let place = 0; place < text.length; place += 1) {
    await writer.getByLabel('Viestisi').pressSequentially(text.charAt(place));
    const typed = text.slice(0, place + 1);
    await until('what was typed', async () => (await shown()).some((one) => one.text === typed));
  }
  const [typedAt, seen] = [await writer.evaluate(() => (window as unknown as Watched).times), await shown()];
  return typedAt
    .map((at, place) => (seen.find((one) => one.text.length > place)?.at ?? Number.POSITIVE_INFINITY) - at)
    .sort((one, other) => one - other);
}
