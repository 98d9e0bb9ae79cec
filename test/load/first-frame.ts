// How long it takes from pressing "join" to the other's first picture, and how soon a call has new network ways after
// an ICE restart: our room beside two bare pages (bare-call.ts), turn by turn in one browser. Both are counted from the
// tap, in browsers that have allowed the camera before; both open it only then, go by a form and a page to the other,
// and carry every word over HTTP. Ours also keeps rows, rights and who was there, in a database.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inviteToRoom, openRoom } from '../../src/features/contact/calls/room-actions.ts';
import { now } from '../../src/platform/clock.ts';
import type { Outside } from '../../src/platform/outside.ts';
import { openTenancy, type Tx } from '../../src/platform/tenancy.ts';
import { chromiumOrInstall } from '../../tools/chromium.ts';
import { browserArguments } from '../browser/chromium-arguments.ts';
import { startBareCall } from './bare-call.ts';
import { demonstrationOffice, type Running } from './demonstration.ts';

/** Of one call: to the first picture, and to new ways each time they were asked for; in milliseconds. */
type Call = { firstFrame: number; restarts: readonly number[] };
export type Times = { firstFrame: number; restart: number };
export type FirstFrame = { ours: Times; bare: Times; ratio: number; restartRatio: number };

// In every page: when a form was sent, when a picture of another was first drawn, and the live connection.
const watch = `
  addEventListener('submit', () => sessionStorage.setItem('pressed', performance.timeOrigin + performance.now()), true);
  const RealConnection = RTCPeerConnection;
  window.RTCPeerConnection = class extends RealConnection {
    constructor(config) { super(config); window.connection = this; }
  };
  const look = setInterval(() => {
    const drawn = [...document.querySelectorAll('video:not(.own-sight)')]
      .some((video) => video.getVideoPlaybackQuality().totalVideoFrames > 0);
    if (!drawn) return;
    clearInterval(look);
    window.drawnAt = performance.timeOrigin + performance.now();
  }, 4);`;

/** Where our rooms are: each call gives a fresh one with a host and a guest, and the cookies that sign them in. */
export type Rooms = { url: string; room(): Promise<{ id: string; cookies: readonly string[] }> };

/** New ways are asked for so often in each call: how soon a browser finds them varies threefold from time to time. */
const restartsEach = 5;

/** Middle values of `rounds` calls each, in milliseconds, on the demonstration that runs on `folder`. */
export async function measureFirstFrame(running: Running, folder: string, rounds = 7): Promise<FirstFrame> {
  const office = await openDemonstrationOffice(folder);
  try {
    return await compareJoins({ url: running.url, room: office.room }, rounds);
  } finally {
    await office.close();
  }
}

/** The same for any rooms of ours. */
export async function compareJoins(rooms: Rooms, rounds: number): Promise<FirstFrame> {
  const bare = await startBareCall();
  const browser = await chromium.launch({ executablePath: chromiumOrInstall(), args: browserArguments });
  const times = { ours: [] as Call[], bare: [] as Call[] };
  try {
    for (let round = 0; round < rounds; round++) {
      const { id, cookies } = await rooms.room();
      const at = `/rooms/${id}`;
      times.ours.push(await joinOnce(browser, { url: rooms.url, cookies, host: at, guest: at }));
      times.bare.push(
        await joinOnce(browser, { url: bare.url, cookies: [], host: '/call?host', guest: '/' }),
      );
    }
  } finally {
    await browser.close();
    bare.close();
  }
  const [ours, plain] = [middleOf(times.ours), middleOf(times.bare)];
  return {
    ours,
    bare: plain,
    ratio: ours.firstFrame / plain.firstFrame,
    restartRatio: ours.restart / plain.restart,
  };
}

function middleOf(calls: readonly Call[]): Times {
  const middle = (numbers: number[]) =>
    numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
  return {
    firstFrame: middle(calls.map((one) => one.firstFrame)),
    restart: middle(calls.flatMap((one) => one.restarts)),
  };
}

export type Pair = { url: string; cookies: readonly string[]; host: string; guest: string };

async function joinOnce(browser: Browser, pair: Pair): Promise<Call> {
  const [host, guest] = [await enter(browser, pair, 0), await enter(browser, pair, 1)];
  await host.goto(`${pair.url}${pair.host}`);
  if (pair.cookies.length > 0) await press(host);
  // The other has been sitting in the room for a while when somebody joins.
  await host.waitForTimeout(2_000);
  await guest.goto(`${pair.url}${pair.guest}`, { waitUntil: 'networkidle' });
  await press(guest);
  await guest.waitForFunction(() => 'drawnAt' in window, undefined, { polling: 50, timeout: 30_000 });
  const firstFrame = await guest.evaluate(() => {
    const { drawnAt } = window as unknown as { drawnAt: number };
    return drawnAt - Number(sessionStorage.getItem('pressed'));
  });
  const restarts: number[] = [];
  while (restarts.length < restartsEach) {
    await guest.waitForTimeout(1_300);
    restarts.push(await guest.evaluate(restartOnce));
  }
  for (const page of [host, guest]) await page.context().close();
  return { firstFrame, restarts };
}

/** Joins, in our room in this way. */
export async function press(page: Page, way: 'video' | 'text' = 'video'): Promise<void> {
  const choice = page.locator(`input[name=way][value=${way}]`);
  if ((await choice.count()) > 0) await choice.check();
  await page.locator('main form button, body > form button').first().click();
}

/** In the page: asks for new network ways and waits until media travel by one of them. */
async function restartOnce(): Promise<number> {
  const { connection } = window as unknown as { connection: RTCPeerConnection };
  const nameOf = (sdp?: string) => /a=ice-ufrag:(\S+)/.exec(sdp ?? '')?.[1];
  const before = nameOf(connection.localDescription?.sdp);
  const from = performance.now();
  connection.restartIce();
  while (performance.now() - from < 20_000) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    const name = nameOf(connection.localDescription?.sdp);
    if (name === before || connection.signalingState !== 'stable') continue;
    let nominated = false;
    const stats = await connection.getStats();
    stats.forEach((one) => {
      if (one.type === 'transport') {
        const pair = stats.get(one.selectedCandidatePairId);
        const local = stats.get(pair?.localCandidateId);
        nominated = local?.usernameFragment === name;
      }
    });
    if (nominated) return performance.now() - from;
  }
  throw new Error(
    `no new way was found at ${location.pathname}: ${connection.signalingState}, ${connection.connectionState}`,
  );
}

/** A page of the host (0) or the guest (1). */
export async function enter(browser: Browser, pair: Pair, which: 0 | 1): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['camera', 'microphone'], { origin: pair.url });
  const [name, value] = (pair.cookies[which] ?? '').split('=');
  if (name && value) await context.addCookies([{ name, value, url: pair.url }]);
  const page = await context.newPage();
  await page.addInitScript(watch);
  return page;
}

/** The office of the demonstration that runs on `folder`, with rooms to join. `close()` it. */
export async function openDemonstrationOffice(folder: string) {
  const { databaseUrl, officeId } = await demonstrationOffice(folder);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const inOffice = openTenancy(pool, { jobs: { send: async () => {} } } as unknown as Outside);
  return {
    close: () => pool.end(),
    /** A room with a host and a guest, and their cookies. */
    room: () =>
      inOffice(officeId, async (tx) => {
        const persons = [await personWith(tx, 'coach'), await personWith(tx, 'client')] as const;
        const id = await openRoom(tx, {
          kind: 'pair',
          opensAt: now(),
          closesAt: now().add({ hours: 1 }),
          waiting: 'open-door',
          keepsText: false,
        });
        await inviteToRoom(tx, id, [
          { personId: persons[0], as: 'host', shownName: 'A' },
          { personId: persons[1], as: 'guest', shownName: 'B' },
        ]);
        return { id, cookies: [await cookieOf(tx, persons[0]), await cookieOf(tx, persons[1])] };
      }),
  };
}

async function personWith(tx: Tx, role: string): Promise<string> {
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select person_id from role_grants where role = ${role} order by person_id limit 1`);
  if (!rows[0]) throw new Error(`the demonstration has nobody with the role ${role}`);
  return rows[0].person_id;
}

async function cookieOf(tx: Tx, personId: string): Promise<string> {
  const token = randomBytes(16).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  await tx.execute(sql`
    insert into sessions (office_id, person_id, token_hash, way, started_at, seen_at, expires_at)
    values (${tx.officeId}, ${personId}, decode(${hash}, 'hex'), 'demonstration', now(), now(), now() + interval '1 day')`);
  return `likista=${tx.officeId}.${token}`;
}
