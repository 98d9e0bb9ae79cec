import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { arrive, roomOf, rooms } from '../../../../test/call-room.ts';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../test/cast.ts';
import { setBlock } from '../../../../test/group.ts';
import { firstFree, meetingWith } from '../../../../test/meeting.ts';
import { now, setClock, todayIn } from '../../../platform/clock.ts';
import { removeFromRoom } from '../../contact/calls/door.ts';

let house: TestHouse;
let restoreClock = () => {};
beforeAll(async () => {
  house = await openTestHouse();
});
afterEach(() => restoreClock());
afterAll(() => house.close());

/** What a page tells of those who wait, as words, and its title. */
async function told(person: TestPerson, path = '/board') {
  const answer = await person.get(path);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  const piece = /<div id="frame-notice"[^>]*>(.*?)<(?:div class="page-title|h1)/s.exec(html)?.[1] ?? '';
  return {
    words: piece
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    title: /<title>([^<]*)</.exec(html)?.[1] ?? '',
    html,
  };
}

async function group() {
  const office = await house.office();
  const mika = await office.person('coach', { givenName: 'Mika' });
  const aino = await office.person('client', { givenName: 'Aino' });
  const roomId = await roomOf(office, mika, [aino]);
  return { office, mika, aino, roomId };
}

const clockOf = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO('Europe/Helsinki').toPlainTime().toString({ smallestUnit: 'minute' });

describe('a coach whose room’s door somebody waits at', () => {
  test('sees on the board who, where and since when, with the way in, and in the title how many', async () => {
    const { mika, aino, roomId } = await group();
    expect((await told(mika)).words).toBe('');
    const since = now();
    await arrive(aino, roomId);
    const { words, title, html } = await told(mika);
    expect(words).toMatch(
      /^Joku odottaa sinua Aamun aloitus Aino odottaa oven takana klo .* alkaen Huoneeseen/,
    );
    expect(
      [clockOf(since), clockOf(now())].map((time) => time.replace(/^0/, '').replace(':', '.')),
    ).toContain(/klo (\S+) alkaen/.exec(words)?.[1]);
    expect(title).toMatch(/^\(1\) Joku odottaa – Aamutaulu/);
    expect(html).toContain(`href="/rooms/${roomId}"`);
  });

  test('learns of it on any other page too, where it is not told who it is', async () => {
    const { mika, aino, roomId } = await group();
    await arrive(aino, roomId);
    for (const path of ['/messages', '/groups', '/times', '/me']) {
      const { words, title, html } = await told(mika, path);
      expect(words, path).toMatch(/^Joku odottaa sinua Aamun aloitus: yksi odottaa klo .* alkaen Huoneeseen/);
      expect(words, path).not.toContain('Aino');
      expect(title, path).toMatch(/^\(1\) Joku odottaa – /);
      expect(html, path).toContain(`href="/rooms/${roomId}"`);
    }
  });

  test('a provider who hosts the room learns of it on their own pages', async () => {
    const { office, aino } = await group();
    const jenni = await office.person('provider');
    await arrive(aino, await roomOf(office, jenni, [aino]));
    expect((await told(jenni, '/start')).words).toMatch(/^Joku odottaa sinua Aamun aloitus: yksi odottaa/);
  });

  test('does not see it any more when they are let in, leave, are put out, or fall silent', async () => {
    const { mika, aino, roomId } = await group();
    const visit = await arrive(aino, roomId);
    expect((await told(mika)).words).not.toBe('');
    await mika.post(rooms(roomId, visit, 'admission'), { back: '/' });
    expect((await told(mika)).words).toBe('');
    await aino.post(rooms(roomId, visit, 'leaving'));

    const eetu = await group();
    const left = await arrive(eetu.aino, eetu.roomId);
    await eetu.aino.post(rooms(eetu.roomId, left, 'leaving'));
    expect((await told(eetu.mika)).words).toBe('');

    const out = await arrive(eetu.aino, eetu.roomId);
    expect((await told(eetu.mika)).words).not.toBe('');
    await eetu.mika.post(rooms(eetu.roomId, out, 'removal'), { back: '/' });
    expect((await told(eetu.mika)).words).toBe('');

    const silent = await group();
    await arrive(silent.aino, silent.roomId);
    const later = now().add({ minutes: 16 });
    restoreClock = setClock(() => later);
    expect((await told(silent.mika)).words).toBe('');
  });

  test('is told at once, by a topic that is theirs alone, when somebody comes to the door and when they go', async () => {
    const { office, mika, aino, roomId } = await group();
    const told = await (await mika.get('/times')).text();
    expect(told).toMatch(
      new RegExp(`id="frame-notice" data-live="door:${mika.id}\\.[^"]+" aria-live="polite"`),
    );
    const visit = await arrive(aino, roomId);
    await mika.post(rooms(roomId, visit, 'admission'), { back: '/' });
    await aino.post(rooms(roomId, visit, 'leaving'));
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ name: string; topics: string[] }>(
        sql`select name, topics from events where payload ->> 'visitId' = ${visit} order by position`,
      ),
    );
    // Whoever was in and goes did not wait, so the house is not stirred.
    expect(rows).toEqual([
      { name: 'room.waiting', topics: [`room:${roomId}`, `door:${mika.id}`] },
      { name: 'room.joined', topics: [`room:${roomId}`, `door:${mika.id}`] },
      { name: 'room.left', topics: [`room:${roomId}`] },
    ]);
  });

  test('the reading of names is noted about the one who waits, once an hour', async () => {
    const { office, mika, aino, roomId } = await group();
    await arrive(aino, roomId);
    for (const path of ['/board', '/board', '/times']) await mika.get(path);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(
        sql`select actor_id, subject from access_log where person_id = ${aino.id} and subject = 'board'`,
      ),
    );
    expect(rows).toEqual([{ actor_id: mika.id, subject: 'board' }]);
  });
});

describe('nobody else learns that somebody waits:', () => {
  test('not a colleague, a member, a manager, another office, nor a host who was taken off the room', async () => {
    const { office, mika, aino, roomId } = await group();
    const [raili, otso] = [await office.person('coach'), await office.person('client')];
    const [leena, elsewhere] = [await office.person('manager'), await (await house.office()).person('coach')];
    await office.relate(aino, raili);
    await arrive(aino, roomId);
    for (const person of [raili, leena, elsewhere]) {
      const { words, title } = await told(person);
      expect([words, title]).toEqual(['', expect.stringMatching(/^Aamutaulu/)]);
    }
    expect((await told(otso, '/today')).html).not.toContain('frame-notice');
    await office.inOffice((tx) => removeFromRoom(tx, roomId, mika.id));
    expect((await told(mika)).words).toBe('');
    expect((await told(mika, '/times')).words).toBe('');
  });

  test('not a host who must never meet them', async () => {
    const { office, mika, aino, roomId } = await group();
    const raili = await office.person('coach', { givenName: 'Raili' });
    await office.inOffice((tx) =>
      tx.execute(sql`insert into room_invitations (room_id, person_id, invited_as, shown_name)
        values (${roomId}, ${raili.id}, 'host', 'Raili')`),
    );
    await arrive(aino, roomId);
    expect((await told(raili)).words).not.toBe('');
    await setBlock(office, raili, aino);
    for (const path of ['/board', '/times']) expect((await told(raili, path)).words, path).toBe('');
    expect((await told(mika)).words).not.toBe('');
  });
});

describe('at a booked time', () => {
  /** A video meeting that begins now. Everybody signed in stays so. */
  async function meetingNow() {
    const meeting = await meetingWith(house, ['video']);
    const { aino, mika, office } = meeting;
    const at = await firstFree(aino, '?mode=video');
    const booked = await aino.post('/times', { coach: mika.id, at, mode: 'video' });
    const href = booked.headers.get('location') ?? '';
    await mika.post(`${href}/participants`, { kind: 'interpreter', name: 'Liisa Tulkinen' });
    const html = await (await mika.get(href)).text();
    const seat = /\/office-[0-9a-f]+(\/seat\/[A-Za-z0-9_-]+)/.exec(html)?.[1] ?? '';
    const roomId = /\/rooms\/([0-9a-f-]{36})/.exec(html)?.[1] ?? '';
    const clock = Temporal.Instant.from(at);
    restoreClock = setClock(() => clock);
    await office.inOffice((tx) =>
      tx.execute(sql`update sessions set seen_at = ${at}::timestamptz, proved_at = ${at}::timestamptz,
        expires_at = ${clock.add({ hours: 8 }).toString()}::timestamptz`),
    );
    return { ...meeting, roomId, seat, href };
  }

  test('a guest by a link is told too, by name and as what they come on the board only', async () => {
    const { office, mika, aino, roomId, seat, href } = await meetingNow();
    await office.visitor().post(`${seat}/room/visits`, { way: 'voice' });
    expect((await told(mika)).words).toMatch(
      /^Joku odottaa sinua Tapaaminen Liisa Tulkinen · Tulkki odottaa oven takana klo 9.00 alkaen/,
    );
    const { words, html } = await told(mika, href);
    expect(words).toContain('Tapaaminen: yksi odottaa klo 9.00 alkaen');
    expect(words).not.toContain('Liisa');
    expect(html).toContain(`href="/rooms/${roomId}"`);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select actor_id from access_log where person_id = ${aino.id} and subject = 'board'`),
    );
    expect(rows).toEqual([{ actor_id: mika.id }]);
    await setBlock(office, mika, aino);
    expect((await told(mika)).words).toBe('');
  });

  test('a client who is in by the open door waits until the coach has come, and not when the coach has gone', async () => {
    const { mika, aino, roomId } = await meetingNow();
    await arrive(aino, roomId, 'video');
    expect((await told(mika)).words).toContain('Aino odottaa huoneessa klo 9.00 alkaen');
    const visit = await arrive(mika, roomId, 'video');
    expect((await told(mika)).words).toBe('');
    await mika.post(rooms(roomId, visit, 'leaving'));
    expect((await told(mika)).words).toBe('');
  });

  test('a coach whose relation to the client has ended learns nothing', async () => {
    const { office, mika, aino, roomId } = await meetingNow();
    await arrive(aino, roomId, 'video');
    expect((await told(mika)).words).not.toBe('');
    const today = todayIn();
    await office.inOffice((tx) =>
      tx.execute(sql`update relations set starts_on = ${today.subtract({ days: 60 }).toString()}::date,
        ends_on = ${today.subtract({ days: 1 }).toString()}::date where client_id = ${aino.id}`),
    );
    for (const path of ['/board', '/times']) expect((await told(mika, path)).words, path).toBe('');
  });
});
