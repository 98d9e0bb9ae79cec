import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { arrive, news, roomOf, rooms } from '../../../../test/call-room.ts';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { now, setClock } from '../../../platform/clock.ts';
import {
  attendanceOf,
  attendanceOfPerson,
  closeRoom,
  deviceChecksOf,
  inviteToRoom,
  presentNow,
} from './door.ts';
import { closeWhenOver, endSilentVisits } from './jobs.ts';
import type { NewRoom } from './room-actions.ts';

let house: TestHouse;
let office: TestOffice;
let mika: TestPerson;
let aino: TestPerson;
let noora: TestPerson;
let restoreClock = () => {};

beforeAll(async () => {
  house = await openTestHouse();
  office = await house.office();
  mika = await office.person('coach', { givenName: 'Mika' });
  aino = await office.person('client', { givenName: 'Aino' });
  noora = await office.person('client', { givenName: 'Noora' });
});
afterEach(() => restoreClock());
afterAll(() => house.close());

/** A clock that the test moves. */
function movedClock() {
  let at = now();
  restoreClock = setClock(() => at);
  return {
    pass: (seconds: number) => {
      at = at.add({ seconds });
    },
  };
}

const roomWith = (change: Partial<NewRoom> = {}, guests: TestPerson[] = [aino, noora]) =>
  roomOf(office, mika, guests, change);

describe('in the room', () => {
  test('messages go by forms: everybody in reads them, a latecomer only what came after', async () => {
    const roomId = await roomWith({ waiting: 'open-door' });
    const host = await arrive(mika, roomId, 'text');
    const early = await mika.post(rooms(roomId, host, 'messages'), { text: 'Huomenta ennen muita' });
    expect(early.status).toBe(303);
    const visit = await arrive(aino, roomId, 'text');
    await mika.post(rooms(roomId, host, 'messages'), { text: 'Tervetuloa <b>Aino</b>' });
    const page = await (await aino.get(`/rooms/${roomId}/visits/${visit}`)).text();
    expect(page).toContain('Tervetuloa &lt;b>Aino&lt;/b>');
    expect(page).not.toContain('Huomenta ennen muita');
    expect((await aino.post(rooms(roomId, visit, 'messages'), { text: '' })).status).toBe(422);
  });

  test('what was written is gone when the room closes, unless the room keeps it', async () => {
    for (const keepsText of [false, true]) {
      const roomId = await roomWith({ waiting: 'open-door', keepsText });
      expect(await (await aino.get(`/rooms/${roomId}`)).text()).toContain(
        keepsText ? 'säilyvät tämän tapaamisen tiedoissa' : 'poistetaan, kun tapaaminen päättyy',
      );
      const visit = await arrive(aino, roomId, 'text');
      await aino.post(rooms(roomId, visit, 'messages'), { text: 'Hei' });
      await office.inOffice((tx) => closeRoom(tx, roomId));
      const left = await office.inOffice((tx) =>
        tx.execute(sql`select 1 from room_messages where room_id = ${roomId}`),
      );
      expect(left.rows.length).toBe(keepsText ? 1 : 0);
    }
  });

  test('a fifth picture comes in with sound only, and is told so', async () => {
    const guests = [];
    for (const givenName of ['A', 'B', 'C', 'D']) guests.push(await office.person('client', { givenName }));
    const roomId = await roomWith({ waiting: 'open-door' }, guests);
    const host = await arrive(mika, roomId, 'video');
    const visits = [];
    for (const guest of guests) visits.push(await arrive(guest, roomId, 'video'));
    const people = (await news(mika, roomId, host)).people;
    expect(people.map((one) => one.way)).toEqual(['video', 'video', 'video', 'video', 'voice']);
    const last = guests.at(-1) as TestPerson;
    const asked = await last.post(rooms(roomId, visits.at(-1) as string, 'way'), { way: 'video' });
    expect(await asked.json()).toEqual({ way: 'voice', because: 'pictures-full' });
  });

  test('signals reach the page they are for, once, and nobody else', async () => {
    const roomId = await roomWith({ waiting: 'open-door' });
    const host = await arrive(mika, roomId, 'video');
    const visit = await arrive(aino, roomId, 'video');
    const other = await arrive(noora, roomId, 'video');
    const line = async (person: TestPerson, id: string) =>
      ((await (await person.post(rooms(roomId, id, 'line'), { on: 'yes' })).json()) as { line: number }).line;
    const heard = async (person: TestPerson, id: string, number: number) => {
      const answer = await person.get(rooms(roomId, id, `signals?line=${number}&after=0`));
      return ((await answer.json()) as { body: string }[]).map((one) => one.body);
    };
    const [mine, hers] = [await line(mika, host), await line(aino, visit)];
    const signals = JSON.stringify([{ sequence: 1, to: visit, toLine: hers, body: '{"candidate":1}' }]);
    const sent = (number: number, what = signals) =>
      mika.post(rooms(roomId, host, 'signals'), { line: String(number), signals: what });
    for (let i = 0; i < 2; i++) expect((await sent(mine)).status).toBe(204);
    expect(await heard(aino, visit, hers)).toEqual(['{"candidate":1}']);
    expect(await heard(noora, other, 0)).toEqual([]);
    expect((await noora.get(rooms(roomId, visit, `signals?line=${hers}&after=0`))).status).toBe(404);
    // A page loaded anew takes the line over; what was meant for the old page does not reach it.
    const newer = await line(aino, visit);
    expect(await heard(aino, visit, newer)).toEqual([]);
    expect((await sent(mine, 'nonsense')).status).toBe(400);
    expect((await sent(mine + 1)).status).toBe(404);
    await mika.post(rooms(roomId, host, 'leaving'));
    expect((await sent(mine)).status).toBe(404);
  });

  test('what a page says first to the others may come with its line, and waits for whoever is still at the door', async () => {
    const roomId = await roomWith({});
    const host = await arrive(mika, roomId, 'video');
    const take = async (person: TestPerson, id: string, more: Record<string, string> = {}) =>
      (await person.post(rooms(roomId, id, 'line'), { on: 'yes', ...more })).json() as Promise<{
        line: number;
      }>;
    const { line } = await take(mika, host);
    const heard = async () =>
      (
        (await (await mika.get(rooms(roomId, host, `signals?line=${line}&after=0`))).json()) as {
          from: string;
          fromLine: number;
          body: string;
        }[]
      ).map((one) => [one.from, one.fromLine, one.body]);
    const visit = await arrive(aino, roomId, 'video');
    const offer = { signals: JSON.stringify([{ sequence: 1, to: host, toLine: line, body: '{"offer":1}' }]) };
    await take(aino, visit, offer);
    expect(await heard()).toEqual([]);
    await mika.post(rooms(roomId, visit, 'admission'));
    const { line: hers } = await take(aino, visit, offer);
    expect(await heard()).toEqual([[visit, hers, '{"offer":1}']]);
    const broken = await aino.post(rooms(roomId, visit, 'line'), { on: 'yes', signals: '[{"to":1}]' });
    expect(broken.status).toBe(400);
  });

  test('the coach puts somebody out, and the room is not there for them any more, whatever the list says', async () => {
    const roomId = await roomWith({ waiting: 'open-door' });
    await arrive(mika, roomId);
    const visit = await arrive(aino, roomId);
    await mika.post(rooms(roomId, visit, 'removal'), {});
    expect((await aino.get(`/rooms/${roomId}`)).status).toBe(404);
    await office.inOffice((tx) =>
      inviteToRoom(tx, roomId, [{ personId: aino.id, as: 'guest', shownName: 'Aino' }]),
    );
    expect((await aino.post(`/rooms/${roomId}/visits`, { way: 'text' })).status).toBe(404);
    const log = await office.inOffice((tx) =>
      tx.execute(
        sql`select 1 from access_log where person_id = ${aino.id} and subject = 'room-visit' and act = 'changed'`,
      ),
    );
    expect(log.rows.length).toBeGreaterThan(0);
  });

  test('whom the coach shows large is large for everybody, until the coach shows somebody else or nobody', async () => {
    const roomId = await roomWith({ waiting: 'open-door' });
    const [host, visit] = [await arrive(mika, roomId, 'text'), await arrive(aino, roomId, 'voice')];
    const show = (who: string) => mika.post(`/rooms/${roomId}/spotlight`, { visit: who });
    const large = async () => [
      (await news(mika, roomId, host)).spotlight,
      (await news(aino, roomId, visit)).spotlight,
    ];
    expect(await large()).toEqual([undefined, undefined]);
    for (const who of [visit, host]) {
      expect((await show(who)).status).toBe(303);
      expect(await large()).toEqual([who, who]);
    }
    await show('');
    expect(await large()).toEqual([undefined, undefined]);
    const elsewhere = await roomWith({ waiting: 'open-door' });
    await show(await arrive(noora, elsewhere, 'voice'));
    expect(await large()).toEqual([undefined, undefined]);
  });

  test('ending for all lets everybody say how it went, or not', async () => {
    const roomId = await roomWith({ waiting: 'open-door' });
    await arrive(mika, roomId);
    const visit = await arrive(aino, roomId);
    await mika.post(`/rooms/${roomId}/closing`, {});
    const page = await (await aino.get(`/rooms/${roomId}/visits/${visit}`)).text();
    expect(page).toContain('Miten meni?');
    expect(page).toContain('Ohita');
    await aino.post(rooms(roomId, visit, 'feedback'), { how: '4' });
    expect(await (await aino.get(`/rooms/${roomId}/visits/${visit}`)).text()).toContain('Kiitos');
  });

  test('a second device takes the call over, and the first is told', async () => {
    const roomId = await roomWith({ waiting: 'open-door' });
    const first = await arrive(aino, roomId, 'video');
    const second = await arrive(aino, roomId, 'voice');
    expect((await news(aino, roomId, first)).me).toMatchObject({ state: 'left', why: 'moved' });
    expect(await (await aino.get(`/rooms/${roomId}/visits/${first}`)).text()).toContain(
      'siirtyi toiseen ikkunaan',
    );
    expect((await news(aino, roomId, second)).people.length).toBe(1);
    expect((await aino.post(rooms(roomId, first, 'line'), { on: 'yes' })).status).toBe(409);
  });
});

describe('who was there', () => {
  const minutes = async (roomId: string) =>
    (await office.inOffice((tx) => attendanceOf(tx, roomId))).map((one) => [
      one.way,
      Math.round(one.to.since(one.from).total('seconds')),
    ]);

  test('a short outage takes nothing away, a long one is not counted, and changing the way shows', async () => {
    const clock = movedClock();
    const roomId = await roomWith({ waiting: 'open-door' });
    const visit = await arrive(aino, roomId, 'video');
    await aino.post(rooms(roomId, visit, 'line'), { on: 'yes' });
    const life = () => aino.post(rooms(roomId, visit, 'life'));
    for (let i = 0; i < 6; i++) {
      clock.pass(10);
      await life();
    }
    clock.pass(40);
    await life();
    expect(await minutes(roomId)).toEqual([['video', 100]]);
    clock.pass(120);
    await life();
    clock.pass(10);
    await aino.post(rooms(roomId, visit, 'way'), { way: 'voice' });
    clock.pass(10);
    await aino.post(rooms(roomId, visit, 'leaving'));
    expect(await minutes(roomId)).toEqual([
      ['video', 100],
      ['video', 10],
      ['voice', 10],
    ]);
    const own = await office.inOffice((tx) =>
      attendanceOfPerson(tx, aino.id, now().subtract({ seconds: 15 }), now()),
    );
    expect(own.map((one) => [one.way, one.to.since(one.from).total('seconds')])).toEqual([
      ['video', 5],
      ['voice', 10],
    ]);
  });

  test('a page that fell silent has left at its last sign of life, and the room looks again while others are in', async () => {
    const clock = movedClock();
    const roomId = await roomWith({ waiting: 'open-door' });
    const visit = await arrive(aino, roomId, 'voice');
    await aino.post(rooms(roomId, visit, 'line'), { on: 'yes' });
    clock.pass(10);
    await aino.post(rooms(roomId, visit, 'life'));
    clock.pass(90);
    await office.inOffice((tx) => endSilentVisits(tx, roomId));
    await office.inOffice((tx) => endSilentVisits(tx, roomId));
    expect((await news(aino, roomId, visit)).me).toMatchObject({ state: 'left', why: 'silent' });
    expect(await minutes(roomId)).toEqual([['voice', 10]]);
    expect(await office.inOffice((tx) => presentNow(tx, [roomId]))).toEqual([]);
  });

  test('a room that nobody ended closes by itself an hour after its time, not before', async () => {
    const clock = movedClock();
    const roomId = await roomWith({ waiting: 'open-door' });
    const visit = await arrive(aino, roomId, 'voice');
    clock.pass(2.9 * 3600);
    await office.inOffice((tx) => closeWhenOver(tx, roomId));
    expect((await news(aino, roomId, visit)).me.state).toBe('in');
    clock.pass(0.2 * 3600);
    await office.inOffice((tx) => closeWhenOver(tx, roomId));
    expect((await news(aino, roomId, visit)).me.why).toBe('closed');
  });
});

describe('the device check', () => {
  test('anybody may try a device without signing in, and nothing of theirs is kept', async () => {
    const visitor = office.visitor();
    const page = await visitor.get('/device-check');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Kokeile laitetta');
    expect((await visitor.get('/device-check/echo')).status).toBe(204);
    expect((await visitor.post('/device-check', { microphone: 'good' })).status).toBe(303);
  });

  test('what worked for a signed-in client can be told to the coach', async () => {
    await aino.post('/device-check', {
      microphone: 'failed',
      camera: 'good',
      network: 'slow',
      roundTripMs: '420',
    });
    const [check] = await office.inOffice((tx) => deviceChecksOf(tx, [aino.id, noora.id]));
    expect(check).toMatchObject({
      personId: aino.id,
      microphone: 'failed',
      camera: 'good',
      speaker: 'skipped',
      network: 'slow',
      roundTripMs: 420,
    });
    expect((await aino.post('/device-check', { microphone: 'perhaps' })).status).toBe(400);
    const roomId = await roomWith({});
    const host = await arrive(mika, roomId, 'text');
    await arrive(aino, roomId);
    expect((await news(mika, roomId, host)).waiting.map((one) => one.failed)).toEqual([['microphone']]);
  });
});
