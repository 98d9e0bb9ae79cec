// What a test of calls sees in a page: joining, frames really decoded, and sound really heard.
import type { Page } from 'playwright-core';
import { until } from './patience.ts';
import type { Stage } from './stage.ts';

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

/** Waits for the first frames of others. Gives how long that took, in milliseconds. */
export const seesFrames = (page: Page, count = 5): Promise<number> =>
  until('frames of the other', async () => (await received(page)).frames >= count);

/** Waits until the way in has read the room's script beforehand, so that a tap lays the lines at once. */
export async function roomIsRead(page: Page): Promise<void> {
  // A module that is imported again is the same one, so it is there for the way in when it is there here. Written as
  // words, since the test runner has a meaning of its own for an import.
  const isRead = `(async () => {
    const files = performance.getEntriesByType('resource').map((one) => one.name);
    const parts = files.filter((one) => /\\/(room\\.island|laid-lines\\.browser)-[^/]*\\.js$/.test(one));
    await Promise.all(parts.map((one) => import(one)));
    return parts.length === 2;
  })()`;
  await until('the room to be read', () => page.evaluate<boolean>(isRead));
}

/** Chooses a way on the arrival page that is open, and joins. */
export async function join(page: Page, way: RegExp): Promise<void> {
  await page.getByRole('radio', { name: way }).check();
  await page.getByRole('button', { name: 'Liity' }).click();
}

/** Goes to the way into a room, and joins. */
export async function joinRoom(stage: Stage, page: Page, roomId: string, way: RegExp): Promise<void> {
  await page.goto(stage.at(`/rooms/${roomId}`));
  await join(page, way);
}
