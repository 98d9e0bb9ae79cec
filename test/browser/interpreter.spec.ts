// A meeting of three: a client on a phone, their coach, and an interpreter who has no account but a link of their own.
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '../../src/platform/clock.ts';
import { firstFree, meetingWith } from '../meeting.ts';
import { faultsOf } from './accessibility-faults.ts';
import { growing, join, watchConnections } from './calling.ts';
import { arriveBy, complaintsOf, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** A video meeting whose room's time is now, with the interpreter's link and the room. */
async function meetingNow() {
  const meeting = await meetingWith(stage.house, ['video']);
  const { office, aino, mika } = meeting;
  const booked = await aino.post('/times', { coach: mika.id, at: await firstFree(aino), mode: 'video' });
  const href = booked.headers.get('location') ?? '';
  await mika.post(`${href}/participants`, { kind: 'interpreter', name: 'Liisa' });
  const html = await (await mika.get(href)).text();
  const seat = /(\/office-[0-9a-f]+\/seat\/[A-Za-z0-9_-]+)/.exec(html)?.[1] ?? '';
  const room = /\/rooms\/[0-9a-f-]{36}/.exec(html)?.[0] ?? '';
  const [from, to] = [now(), now().add({ minutes: 30 })].map(String);
  await office.inOffice((tx) =>
    tx.execute(sql`update rooms set opens_at = ${from}::timestamptz, closes_at = ${to}::timestamptz`),
  );
  return { ...meeting, seat, room };
}

/** What this page took over the wire, in bytes: HTML and style, and script. */
const weightOf = (page: Page) =>
  page.evaluate(() => {
    const sizes = (kind: string, name: RegExp) =>
      (performance.getEntriesByType(kind) as PerformanceResourceTiming[])
        .filter((one) => name.test(one.name))
        .reduce((sum, one) => sum + one.encodedBodySize, 0);
    return {
      first: sizes('navigation', /./) + sizes('resource', /\.css$/),
      script: sizes('resource', /\.js$/),
    };
  });

test('client, coach and an interpreter with a link see and hear each other in one room', async () => {
  const { aino, mika, seat, room } = await meetingNow();
  const [coach, client] = [await stage.enter(mika), await stage.enter(aino, { device: 'phone' })];
  const interpreter = await stage.enter(undefined, { device: 'phone', dark: true });
  const all: Page[] = [coach, client, interpreter];
  const complaints = all.map(complaintsOf);
  for (const page of all) await watchConnections(page);
  await coach.goto(stage.at('/times'));
  await client.goto(stage.at(room));
  await arriveBy(client, () => join(client, /Kuva ja ääni/));
  // The coach looks elsewhere, and learns of it there.
  await coach.getByText('Joku odottaa sinua').waitFor();
  expect(await coach.title()).toMatch(/^\(1\) Joku odottaa – Ajat/);
  const faults = await faultsOf(coach);
  await arriveBy(coach, () => coach.getByRole('link', { name: 'Huoneeseen' }).click());
  await arriveBy(coach, () => join(coach, /Kuva ja ääni/));

  await interpreter.goto(stage.at(seat));
  faults.push(...(await faultsOf(interpreter)));
  await arriveBy(interpreter, () =>
    interpreter.getByRole('link', { name: 'Siirry videotapaamiseen' }).click(),
  );
  await interpreter.getByText('Kokeile laitetta').click();
  await interpreter.getByRole('button', { name: 'Kokeile mikrofonia' }).waitFor();
  const { first, script } = await weightOf(interpreter);
  console.info(`the way in by a link: ${first} bytes of HTML and style, ${script} of script`);
  expect(first).toBeLessThanOrEqual(14_336);
  expect(script).toBeLessThanOrEqual(40 * 1024);
  faults.push(...(await faultsOf(interpreter)));
  await arriveBy(interpreter, () => join(interpreter, /Kuva ja ääni/));
  await interpreter.getByRole('heading', { name: 'Olet oven takana' }).waitFor();
  faults.push(...(await faultsOf(interpreter)));
  // What is written at the door comes to a page that has no session to be hinted by.
  await coach.getByRole('button', { name: /Päästä sisään ?: Liisa · Tulkki/ }).waitFor();
  await arriveBy(interpreter, () =>
    coach.getByRole('button', { name: /Päästä sisään ?: Liisa · Tulkki/ }).click(),
  );

  for (const page of all) {
    await growing(page, 'frames', 20);
    await growing(page, 'sound', 20);
  }
  for (const page of [coach, client])
    await page.getByRole('listitem').filter({ hasText: 'Liisa · Tulkki' }).first().waitFor();
  for (const name of ['Mika', 'Aino'])
    await interpreter.getByRole('listitem').filter({ hasText: name }).locator('video').first().waitFor();
  const field = interpreter.getByLabel('Viestisi');
  await field.fill('Kuulen hyvin');
  await field.press('Enter');
  await client.getByText('Kuulen hyvin').first().waitFor();
  faults.push(...(await faultsOf(interpreter)));

  await arriveBy(interpreter, () => interpreter.getByRole('button', { name: 'Poistu' }).click());
  await interpreter.getByRole('link', { name: 'Tapaamisen sivulle' }).waitFor();
  expect({ faults, complaints: complaints.flat() }).toEqual({ faults: [], complaints: [] });
  for (const page of all) await page.context().close();
});
