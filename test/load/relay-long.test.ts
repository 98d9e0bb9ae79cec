// Calls through a real relay. It needs coturn on this machine, so it is run by hand:
// `npx vitest run --config test/load/long.config.ts relay`.
import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../src/features/contact/calls/line/connection.ts';
import { now } from '../../src/platform/clock.ts';
import { growing, join, received, watchConnections } from '../browser/calling.ts';
import { openStage, type Stage } from '../browser/stage.ts';
import { roomOf } from '../call-room.ts';
import type { TestOffice, TestPerson } from '../cast.ts';
import { type Relay, startRelay } from './relay.ts';

const minutes = { timeout: 180_000 };

let relay: Relay;
let stage: Stage;
let office: TestOffice;
let mika: TestPerson;
let aino: TestPerson;

beforeAll(async () => {
  relay = await startRelay();
  stage = await openStage({ turn: relay });
  office = await stage.house.office();
  mika = await office.person('coach');
  aino = await office.person('client');
}, minutes.timeout);
afterAll(async () => {
  await stage?.close();
  await relay?.close();
});

type Gathered = { relayed: number; refusals: number[] };

/** What a browser gets from the relay with this credential: addresses there, and refusals by their number. */
function gather(page: Page, servers: Connection['servers']): Promise<Gathered> {
  return page.evaluate(async (iceServers) => {
    const connection = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' });
    const found = { relayed: 0, refusals: [] as number[] };
    connection.onicecandidateerror = ({ errorCode }) => found.refusals.push(errorCode);
    connection.createDataChannel('any');
    const complete = new Promise<void>((resolve) => {
      connection.onicecandidate = ({ candidate }) => {
        if (!candidate) resolve();
        else if (candidate.type === 'relay') found.relayed += 1;
      };
    });
    await connection.setLocalDescription();
    await complete;
    connection.close();
    return found;
  }, servers);
}

/** The credential that a relay with `secret` takes until then (TURN REST, draft-uberti-behave-turn-rest-00). */
function credentialUntil(at: Temporal.Instant, secret: string): Connection['servers'] {
  const username = `${Math.floor(at.epochMilliseconds / 1000)}:nobody`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return [{ urls: [...relay.urls], username, credential }];
}

test(
  'the relay takes the credential that a room gives, and none that is old, made up or altered',
  minutes,
  async () => {
    const roomId = await roomOf(office, mika, [aino], { waiting: 'open-door' });
    const arrived = await aino.post(`/rooms/${roomId}/visits`, { way: 'voice' });
    const answer = await aino.get(`${arrived.headers.get('location')}/connection`);
    const { policy, servers } = (await answer.json()) as Connection;
    expect(policy).toBe('relay');
    const page = await stage.enter(aino);
    await page.goto(stage.at('/today'));

    const taken = await gather(page, servers);
    expect(taken.relayed).toBeGreaterThan(0);
    const old = await gather(page, credentialUntil(now().subtract({ minutes: 1 }), relay.secret));
    const madeUp = await gather(page, credentialUntil(now().add({ minutes: 10 }), 'another secret'));
    const lengthened = (one: Connection['servers'][number]) => ({
      ...one,
      username: (one.username ?? '').replace(/^\d+/, (until) => `${Number(until) + 3600}`),
    });
    const altered = await gather(page, servers.map(lengthened));
    console.info(
      `the relay gave ${taken.relayed} address(es); refused with ${JSON.stringify({ old, madeUp, altered })}`,
    );
    for (const refused of [old, madeUp, altered]) {
      expect(refused.relayed).toBe(0);
      expect(refused.refusals).toContain(401);
    }
    await page.context().close();
  },
);

/** The kinds of the two ends by which media travel just now. */
const waysOf = (page: Page) =>
  page.evaluate(async () => {
    const ways: string[] = [];
    for (const connection of (window as unknown as { kept: RTCPeerConnection[] }).kept) {
      if (connection.connectionState !== 'connected') continue;
      const stats = await connection.getStats();
      stats.forEach((one) => {
        if (one.type !== 'transport') return;
        const pair = stats.get(one.selectedCandidatePairId);
        const kind = (id = '') => stats.get(id)?.candidateType;
        ways.push(`${kind(pair?.localCandidateId)}–${kind(pair?.remoteCandidateId)}`);
      });
    }
    return ways;
  });

/** Both in a room with picture and sound, by the relay only. */
async function inACall(): Promise<{ roomId: string; pages: readonly [Page, Page] }> {
  const roomId = await roomOf(office, mika, [aino], { waiting: 'open-door' });
  const pages = [await stage.enter(mika), await stage.enter(aino, { device: 'phone' })] as const;
  for (const page of pages) {
    await watchConnections(page);
    await page.goto(stage.at(`/rooms/${roomId}`));
    await join(page, /Kuva ja ääni/);
  }
  await Promise.all(pages.map((page) => growing(page, 'frames')));
  return { roomId, pages };
}

test(
  'two who meet by the relay only see each other, and neither browser learns the other’s address',
  minutes,
  async () => {
    const { roomId, pages } = await inACall();
    const ways = await Promise.all(pages.map(waysOf));
    console.info(`media travel ${JSON.stringify(ways)}`);
    expect(ways).toEqual([['relay–relay'], ['relay–relay']]);
    const told = await office.inOffice((tx) =>
      tx.execute<{ body: string }>(sql`select body from room_signals where room_id = ${roomId}`),
    );
    const candidates = told.rows.flatMap(({ body }) => body.match(/candidate:[^"\\]+/g) ?? []);
    expect(candidates.length).toBeGreaterThan(0);
    expect(candidates.filter((one) => !/typ relay/.test(one))).toEqual([]);
    for (const page of pages) await page.context().close();
  },
);

test(
  'a call through which nothing has gone for half a minute comes back by itself, and says meanwhile what is wrong',
  minutes,
  async () => {
    const { pages } = await inACall();
    relay.pause();
    try {
      const cut = performance.now();
      for (const page of pages) await page.getByText('Yhteys poikki').first().waitFor();
      const before = await Promise.all(pages.map(received));
      await pages[0].waitForTimeout(Math.max(0, 30_000 - (performance.now() - cut)));
      // A browser that looks for new ways meanwhile may begin to count anew, and counts nothing.
      for (const [index, now] of (await Promise.all(pages.map(received))).entries()) {
        expect(now.frames).toBeLessThanOrEqual(before[index]?.frames ?? 0);
        expect(now.sound).toBeLessThanOrEqual(before[index]?.sound ?? 0);
      }
    } finally {
      relay.goOn();
    }
    const back = performance.now();
    await Promise.all(pages.map((page) => growing(page, 'frames')));
    await Promise.all(pages.map((page) => growing(page, 'sound')));
    console.info(`picture and sound came back ${Math.round(performance.now() - back)} ms after the network`);
    for (const page of pages) await page.getByText('Yhteys poikki').first().waitFor({ state: 'detached' });
    for (const page of pages) await page.context().close();
  },
);

test(
  'the device check tells whether the relay is reached: calls would go through nothing else',
  minutes,
  async () => {
    const page = await stage.enter(aino, { device: 'phone' });
    await page.goto(stage.at('/device-check'));
    const network = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Verkko' }) });
    const check = async (says: string) => {
      await page.getByRole('button', { name: 'Kokeile verkkoa' }).click();
      await network.getByText(says).waitFor();
    };
    await check('Verkko näyttää riittävän kuvaan ja ääneen.');
    relay.pause();
    try {
      await check('Verkko estää kuvan ja äänen.');
    } finally {
      relay.goOn();
    }
    await check('Verkko näyttää riittävän kuvaan ja ääneen.');
    await page.context().close();
  },
);
