// What a test of calls sees in a page: joining, frames really decoded, sound really heard, and how soon what is typed
// is read.
import type { Page } from 'playwright-core';
import { stopwatch } from '../../src/platform/clock.ts';

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
  milliseconds = 20_000,
): Promise<number> {
  const elapsed = stopwatch();
  while (elapsed() < milliseconds) {
    if (await met().catch(() => false)) return elapsed();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${what}: not within ${milliseconds} ms`);
}

/** Waits for `more` than there is now of what others send. */
export async function growing(page: Page, what: 'frames' | 'sound', more = 5): Promise<number> {
  let before = (await received(page))[what];
  const grown = async () => {
    const present = (await received(page))[what];
    // A connection that was made anew counts from nothing again.
    before = Math.min(before, present);
    return present > before + more;
  };
  return until(`more ${what}`, grown, 30_000);
}

/** Chooses a way on the arrival page that is open, and joins. */
export async function join(page: Page, way: RegExp): Promise<void> {
  await page.getByRole('radio', { name: way }).check();
  await page.getByRole('button', { name: 'Liity' }).click();
}

/**
 * Types `text` into the field of `writer`, and gives for each character after how many milliseconds `reader` saw it,
 * the quickest first. Both pages stand on one machine, so their clocks are one: from the character's own event to its
 * being shown.
 */
export async function typingDelays(writer: Page, reader: Page, text: string): Promise<number[]> {
  await writer.evaluate(() => {
    const times: number[] = [];
    document.addEventListener('input', () => times.push(performance.timeOrigin + performance.now()), true);
    Object.assign(window, { times });
  });
  await reader.evaluate(() => {
    const seen: { text: string; at: number }[] = [];
    new MutationObserver(() => {
      const shown =
        document.querySelector('[data-typing]')?.textContent?.replace(/^.*kirjoittaa: ?/, '') ?? '';
      seen.push({ text: shown, at: performance.timeOrigin + performance.now() });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { seen });
  });
  await writer.getByLabel('Viestisi').pressSequentially(text, { delay: 300 });
  const typing = reader.locator('[data-typing]');
  await until('what was typed', async () => ((await typing.textContent()) ?? '').endsWith(text));
  const typedAt = await writer.evaluate(() => (window as unknown as { times: number[] }).times);
  const shownAt = await reader.evaluate(
    () => (window as unknown as { seen: { text: string; at: number }[] }).seen,
  );
  return typedAt
    .map((at, place) => (shownAt.find((one) => one.text.length > place)?.at ?? Number.POSITIVE_INFINITY) - at)
    .sort((one, other) => one - other);
}
