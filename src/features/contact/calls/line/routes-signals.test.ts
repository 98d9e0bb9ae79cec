import { afterAll, beforeAll, expect, test } from 'vitest';
import { arriveByScript, news, roomOf, rooms } from '../../../../../test/call-room.ts';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../../test/cast.ts';
import type { FirstLines } from './laid-lines.browser.ts';

let house: TestHouse;
let office: TestOffice;
let mika: TestPerson;
let aino: TestPerson;

beforeAll(async () => {
  house = await openTestHouse();
  office = await house.office();
  mika = await office.person('coach');
  aino = await office.person('client');
});
afterAll(() => house.close());

test('a page that came by script has its line at once, and its question waits until somebody speaks to it', async () => {
  const roomId = await roomOf(office, mika, [aino], { waiting: 'open-door' });
  const host = await arriveByScript(mika, roomId);
  const question = mika.get(rooms(roomId, host, 'next-signals?line=1&after=0&hold=25'));
  const visit = await arriveByScript(aino, roomId);
  const seen = (await news(mika, roomId, host)).people.map((one) => [one.visit, one.line, one.direct]);
  expect(seen).toEqual([
    [host, 1, true],
    [visit, 1, true],
  ]);
  const offer = [{ sequence: 1, to: host, toLine: 1, body: '{"offer":1}' }];
  const sent = await aino.post(rooms(roomId, visit, 'signals'), {
    line: '1',
    signals: JSON.stringify(offer),
  });
  expect(sent.status).toBe(204);
  const heard = (await (await question).json()) as { from: string; fromLine: number; body: string }[];
  expect(heard.map(({ from, fromLine, body }) => [from, fromLine, body])).toEqual([
    [visit, 1, '{"offer":1}'],
  ]);
  // What has been heard is not told again, and whoever will not wait hears that there is nothing.
  const after = (heard as unknown as { position: number }[])[0]?.position;
  const again = await mika.get(rooms(roomId, host, `next-signals?line=1&after=${after}&hold=0`));
  expect(await again.json()).toEqual([]);
});

test('nobody may wait for the signals of another’s visit, nor of one that has ended', async () => {
  const roomId = await roomOf(office, mika, [aino], { waiting: 'open-door' });
  const visit = await arriveByScript(aino, roomId);
  const path = rooms(roomId, visit, 'next-signals?line=1&after=0&hold=25');
  expect((await mika.get(path)).status).toBe(404);
  const elsewhere = await (await house.office()).person('client');
  expect((await elsewhere.get(path)).status).toBe(404);
  expect((await aino.get(rooms(roomId, visit, 'next-signals?line=x&after=0&hold=25'))).status).toBe(404);
  await aino.post(rooms(roomId, visit, 'leaving'));
  expect((await aino.get(path)).status).toBe(404);
});

/** With whom a page of the way in may lay lines at once. */
async function firstLines(person: TestPerson, roomId: string): Promise<FirstLines> {
  return (await (await person.get(`/rooms/${roomId}/first-lines`)).json()) as FirstLines;
}

test('who taps to join speaks to those who are in with the same tap', async () => {
  const roomId = await roomOf(office, mika, [aino], { waiting: 'open-door' });
  expect((await firstLines(aino, roomId)).others).toEqual([]);
  const host = await arriveByScript(mika, roomId);
  expect((await firstLines(aino, roomId)).others).toEqual([{ visit: host, line: 1, way: 'video' }]);
  // Nobody calls the other page of their own.
  expect((await firstLines(mika, roomId)).others).toEqual([]);
  const offer = JSON.stringify([{ sequence: 1, to: host, toLine: 1, body: '{"offer":1}' }]);
  const answer = await aino.post(`/rooms/${roomId}/visits`, { way: 'video', line: 'direct', signals: offer });
  const visit = answer.headers.get('location')?.split('/').at(-1);
  const heard = await mika.get(rooms(roomId, host, 'next-signals?line=1&after=0&hold=0'));
  expect(await heard.json()).toEqual([
    { position: expect.any(Number), from: visit, fromLine: 1, body: '{"offer":1}' },
  ]);
  const senseless = { way: 'video', line: 'direct', signals: '[{' };
  expect((await aino.post(`/rooms/${roomId}/visits`, senseless)).status).toBe(400);
});

test('whoever has to wait at the door learns of nobody inside and speaks to nobody, whatever their page sends', async () => {
  const roomId = await roomOf(office, mika, [aino], { waiting: 'everyone' });
  const host = await arriveByScript(mika, roomId);
  expect(await firstLines(aino, roomId)).toEqual({
    others: [],
    connection: { policy: 'none', servers: [] },
  });
  const offer = JSON.stringify([{ sequence: 1, to: host, toLine: 1, body: '{"offer":1}' }]);
  await aino.post(`/rooms/${roomId}/visits`, { way: 'video', line: 'direct', signals: offer });
  const heard = await mika.get(rooms(roomId, host, 'next-signals?line=1&after=0&hold=0'));
  expect(await heard.json()).toEqual([]);
});
