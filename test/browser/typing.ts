// How soon what somebody types is read by another in the same call.
import type { Page } from 'playwright-core';
import { until } from './patience.ts';

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

/** Notes in both pages when a character came about and when it was shown. Once for each pair of pages. */
export async function watchTyping(writer: Page, reader: Page): Promise<void> {
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

/**
 * The same once, whatever it takes. The pages must be watched (`watchTyping`), and nothing must stand in the field.
 */
export async function typeOnce(writer: Page, reader: Page, text: string): Promise<number[]> {
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
