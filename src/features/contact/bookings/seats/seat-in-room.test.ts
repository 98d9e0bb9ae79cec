import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../../test/cast.ts';
import { firstFree, freeOn, meetingWith } from '../../../../../test/meeting.ts';
import { workUntilQuiet } from '../../../../../test/search.ts';
import { setClock } from '../../../../platform/clock.ts';
import { attendanceOf, presentNow } from '../../calls/door.ts';
import type { News } from '../../calls/news.browser.ts';

let house: TestHouse;
let restoreClock = () => {};
beforeAll(async () => {
  house = await openTestHouse();
});
afterEach(() => restoreClock());
afterAll(() => house.close());

const page = async (answer: Response | Promise<Response>) => (await answer).text();

/** A browser without an account at one link. It keeps the pass it is given, as browsers do. */
function guestAt(office: TestOffice, seat: string) {
  const visitor = office.visitor();
  let cookie = '';
  const held = () => (cookie ? { cookie } : {});
  const guest = {
    seat,
    visit: '',
    cookie: () => cookie,
    get: (path: string) => visitor.get(`${seat}${path}`, held()),
    post: async (path: string, fields: Record<string, string> = {}, more: Record<string, string> = {}) => {
      const answer = await visitor.post(`${seat}${path}`, fields, { ...held(), ...more });
      const given = answer.headers.get('set-cookie');
      if (given) cookie = given.split(';')[0] ?? '';
      return answer;
    },
    /** Comes to the door. */
    async arrive(way = 'voice') {
      const answer = await guest.post('/room/visits', { way });
      expect(answer.status).toBe(303);
      guest.visit = answer.headers.get('location')?.split('/').at(-1) ?? '';
    },
    at: (act = '') => `/room/visits/${guest.visit}${act}`,
    news: async () => (await (await guest.get(guest.at('/news?messages=0'))).json()) as News,
  };
  return guest;
}

/** A video meeting that begins now, with an interpreter who has only a link; the coach is in its room. */
async function meetingNow(mode = 'video') {
  const meeting = await meetingWith(house, ['video', 'voice', 'text', 'phone', 'in-person']);
  const { aino, mika, office } = meeting;
  const at = await firstFree(aino, `?mode=${mode}`);
  const booked = await aino.post('/times', { coach: mika.id, at, mode });
  const href = booked.headers.get('location') ?? '';
  await mika.post(`${href}/participants`, { kind: 'interpreter', name: 'Liisa Tulkinen' });
  const html = await page(mika.get(href));
  const seat = /\/office-[0-9a-f]+(\/seat\/[A-Za-z0-9_-]+)/.exec(html)?.[1] ?? '';
  const removal = /action="([^"]+\/removal)"/.exec(html)?.[1] ?? '';
  const roomId = /\/rooms\/([0-9a-f-]{36})/.exec(html)?.[1] ?? '';
  return { ...meeting, at, href, seat, removal, roomId, guest: guestAt(office, seat) };
}

/** Moves the clock to some minutes after the beginning, where it goes on by hand. Everybody signed in stays so. */
async function atTheHour({ at, office }: { at: string; office: TestOffice }, minutes = 0) {
  let clock = Temporal.Instant.from(at).add({ minutes });
  restoreClock = setClock(() => clock);
  await office.inOffice((tx) =>
    tx.execute(sql`update sessions set seen_at = ${clock.toString()}::timestamptz,
      proved_at = ${clock.toString()}::timestamptz, expires_at = ${clock.add({ hours: 8 }).toString()}::timestamptz`),
  );
  return { pass: (seconds: number) => (clock = clock.add({ seconds })) };
}

type Meeting = Awaited<ReturnType<typeof meetingNow>>;

/** The coach goes in. Gives the visit and what it hears. */
async function coachIn({ mika, roomId }: Meeting) {
  const answer = await mika.post(`/rooms/${roomId}/visits`, { way: 'video' });
  const base = answer.headers.get('location') ?? '';
  return {
    base,
    news: async () => (await (await mika.get(`${base}/news?messages=0`)).json()) as News,
    act: (visit: string, act: string, fields: Record<string, string> = {}) =>
      mika.post(`/rooms/${roomId}/visits/${visit}/${act}`, { back: base, ...fields }),
  };
}

/** Whether nothing at all opens here, in the words of what never was. */
async function nothing(guest: ReturnType<typeof guestAt>, visit = guest.visit) {
  const reads = ['', `/visits/${visit}`, `/visits/${visit}/news?messages=0`, `/visits/${visit}/connection`];
  for (const path of [...reads, `/visits/${visit}/signals?line=1&after=0`])
    expect((await guest.get(`/room${path}`)).status, path).toBe(404);
  const acts = ['life', 'line', 'way', 'hand', 'messages', 'leaving', 'notes', 'signals'];
  const fields = { way: 'text', on: 'yes', text: 'Hei', line: '1', signals: '[]' };
  for (const path of ['visits', ...acts.map((act) => `visits/${visit}/${act}`)])
    expect((await guest.post(`/room/${path}`, fields)).status, path).toBe(404);
}

describe('an interpreter with a link', () => {
  test('finds one button to the meeting, a device check before the door opens, and no name', async () => {
    const meeting = await meetingNow();
    const { guest } = meeting;
    const html = await page(guest.get(''));
    expect(html).toContain('Siirry videotapaamiseen');
    expect(html).toContain(`${guest.seat}/room"`);
    const early = await page(guest.get('/room'));
    expect(early).toContain('Ovi ei ole vielä auki');
    expect(early).toContain('data-island="device-check"');
    expect((await guest.post('/room/visits', { way: 'voice' })).headers.get('location')).toMatch(/\/room$/);
    await atTheHour(meeting, -5);
    const arrival = await page(guest.get('/room'));
    for (const words of ['Kuva ja ääni', 'Vain ääni', 'Kirjoittaen', 'Kokeile laitetta'])
      expect(arrival).toContain(words);
    for (const name of ['Aino', 'Mika', 'Liisa', 'Tulkinen'])
      expect(html + early + arrival).not.toContain(name);
    expect((await guest.post('/room/visits', { way: 'shouting' })).status).toBe(422);
  });

  test('waits though the door is open, is named to the coach as an interpreter, and comes in by the coach only', async () => {
    const meeting = await meetingNow();
    const { aino, guest, office, mika, roomId } = meeting;
    await atTheHour(meeting);
    const coach = await coachIn(meeting);
    const client = await aino.post(`/rooms/${roomId}/visits`, { way: 'video' });
    await guest.arrive();
    expect(guest.cookie()).toMatch(/^likista-guest=/);
    expect((await guest.news()).me.state).toBe('waiting');
    const waits = await page(guest.get(guest.at()));
    for (const name of ['Aino', 'Mika']) expect(waits).not.toContain(name);
    await guest.post(guest.at('/notes'), { text: 'Olen tulkki' });
    await coach.act(guest.visit, 'notes', { text: 'Hetki vain' });
    expect(await page(guest.get(guest.at()))).toContain('Hetki vain');
    expect((await coach.news()).waiting).toMatchObject([
      { name: 'Liisa Tulkinen · Tulkki', notes: [{ fromWaiting: true, text: 'Olen tulkki' }, {}] },
    ]);
    // The client is no host.
    const admission = `/rooms/${roomId}/visits/${guest.visit}/admission`;
    expect((await aino.post(admission)).status).toBe(404);
    expect((await guest.post(guest.at('/admission'))).status).toBe(404);
    expect((await coach.act(guest.visit, 'admission')).status).toBe(303);
    const { me, people } = await guest.news();
    expect(me.state).toBe('in');
    expect(people.map(({ name }) => name)).toEqual(['Mika', 'Aino', 'Liisa Tulkinen · Tulkki']);
    const seen = (await (await aino.get(`${client.headers.get('location')}/news?messages=0`)).json()) as News;
    expect(seen.people.at(-1)?.name).toBe('Liisa Tulkinen · Tulkki');
    const log = await office.inOffice((tx) =>
      tx.execute(sql`select actor_id, person_id, subject from access_log where subject = 'room-guest'`),
    );
    expect(log.rows).toEqual([{ actor_id: mika.id, person_id: aino.id, subject: 'room-guest' }]);
  });

  test('does there what a client does: hand, way, words once, line and signals, leaving', async () => {
    const meeting = await meetingNow('voice');
    const { guest } = meeting;
    expect(await page(guest.get(''))).toContain('Siirry äänitapaamiseen');
    await atTheHour(meeting);
    const coach = await coachIn(meeting);
    await guest.arrive('text');
    const line = (await (await guest.post(guest.at('/line'), { on: 'yes' })).json()) as { line: number };
    expect(line.line).toBe(1);
    await coach.act(guest.visit, 'admission');
    await guest.post(guest.at('/hand'), { on: 'yes' });
    expect(await (await guest.post(guest.at('/way'), { way: 'voice' })).json()).toEqual({ way: 'voice' });
    const key = crypto.randomUUID();
    for (const _ of [1, 2])
      await guest.post(guest.at('/messages'), { text: 'Käännän nyt' }, { 'idempotency-key': key });
    const host = (await coach.news()).people.find((one) => one.host)?.visit ?? '';
    const signals = JSON.stringify([{ sequence: 1, to: host, toLine: 1, body: '{}' }]);
    expect((await guest.post(guest.at('/signals'), { line: '1', signals })).status).toBe(204);
    expect((await guest.get(guest.at('/signals?line=1&after=0'))).status).toBe(200);
    expect((await guest.get(guest.at('/connection'))).status).toBe(200);
    const { people, messages } = await coach.news();
    expect(people.at(-1)).toMatchObject({ way: 'voice', hand: true, direct: true });
    expect(messages).toMatchObject([{ name: 'Liisa Tulkinen · Tulkki', text: 'Käännän nyt' }]);
    expect(await page(guest.get(guest.at()))).toContain('data-island="room"');
    await guest.post(guest.at('/leaving'));
    const left = await page(guest.get(guest.at()));
    expect(left).toContain('Tule takaisin');
    expect(left).not.toContain('feedback');
    // The same browser has been let in once and comes back by itself.
    await guest.arrive('text');
    expect((await guest.news()).me.state).toBe('in');
  });

  test('is nobody’s attendance and nobody’s presence on the coach’s pages', async () => {
    const meeting = await meetingNow();
    const { guest, office, roomId } = meeting;
    const clock = await atTheHour(meeting);
    const coach = await coachIn(meeting);
    await guest.arrive();
    await coach.act(guest.visit, 'admission');
    for (const _ of [1, 2, 3]) {
      clock.pass(100);
      await guest.post(guest.at('/life'));
    }
    const [attended, present] = await office.inOffice(async (tx) => [
      await attendanceOf(tx, roomId),
      await presentNow(tx, [roomId]),
    ]);
    expect(attended).toEqual([]);
    expect(present.map(({ shownName }) => shownName)).toEqual(['Mika']);
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{
        name: string;
      }>(sql`select distinct name from events where payload ->> 'visitId' = ${guest.visit}
        order by name`),
    );
    expect(rows.map(({ name }) => name)).toEqual(['room.guest-joined', 'room.guest-waiting']);
  });
});

describe('the same nothing is found', () => {
  test('by a guest whom the coach has put out, though the link was theirs', async () => {
    const meeting = await meetingNow();
    const { guest } = meeting;
    await atTheHour(meeting);
    const coach = await coachIn(meeting);
    await guest.arrive();
    await coach.act(guest.visit, 'admission');
    expect((await guest.news()).me.state).toBe('in');
    expect((await coach.act(guest.visit, 'removal')).status).toBe(303);
    await nothing(guest);
    expect((await guest.get('')).status).toBe(404);
    expect((await coach.news()).people).toHaveLength(1);
  });

  test('by one who is taken from the meeting while they are in', async () => {
    const meeting = await meetingNow();
    const { guest, mika, removal } = meeting;
    await atTheHour(meeting);
    const coach = await coachIn(meeting);
    await guest.arrive();
    await coach.act(guest.visit, 'admission');
    expect((await mika.post(removal)).status).toBe(303);
    await nothing(guest);
    expect((await coach.news()).people).toHaveLength(1);
  });

  test('when the meeting is cancelled, or becomes one in writing or by phone: then the page says how', async () => {
    const meeting = await meetingNow();
    const { aino, guest, href } = meeting;
    for (const [mode, how] of [
      ['text', 'saman laitteen ääressä'],
      ['phone', 'Tapaaminen on puhelu'],
    ] as const) {
      expect((await aino.post(`${href}/mode`, { mode })).status).toBe(303);
      const html = await page(guest.get(''));
      expect(html).not.toContain('/room');
      expect(html).toContain(how);
      await nothing(guest, crypto.randomUUID());
    }
    expect((await aino.post(`${href}/mode`, { mode: 'video' })).status).toBe(303);
    expect((await guest.get('/room')).status).toBe(200);
    await aino.post(`${href}/cancellation`, { reason: 'other' });
    await nothing(guest, crypto.randomUUID());
  });

  test('in the room of the old time, when the meeting moves', async () => {
    const meeting = await meetingNow();
    const { guest, mika, href, at } = meeting;
    await atTheHour(meeting, -10);
    await guest.arrive();
    restoreClock();
    const other =
      (await freeOn(mika, `?move=${href.split('/').at(-1)}&week=${at.slice(0, 10)}`)).at(-1) ?? '';
    expect((await mika.post(`${href}/move`, { at: other })).status).toBe(303);
    expect((await guest.get(guest.at())).status).toBe(404);
    expect(await page(guest.get('/room'))).toContain('Ovi ei ole vielä auki');
  });

  test('when the time is over; what the coach has ended says so to who was there', async () => {
    const meeting = await meetingNow();
    const { guest, mika, roomId } = meeting;
    await atTheHour(meeting);
    const coach = await coachIn(meeting);
    await guest.arrive();
    await coach.act(guest.visit, 'admission');
    await mika.post(`/rooms/${roomId}/closing`, { back: '/' });
    expect((await guest.get('/room')).status).toBe(404);
    expect((await guest.post('/room/visits', { way: 'text' })).status).toBe(404);
    expect(await page(guest.get(guest.at()))).toContain('Tapaaminen on päättynyt');
    const html = await page(guest.get(''));
    expect(html).toContain('Tapaaminen on päättynyt');
    expect(html).not.toContain('/room"');
    restoreClock();
    await atTheHour(meeting, 180);
    await nothing(guest);
  });

  test('by another browser that has the address, and it waits anew when it comes by the link', async () => {
    const meeting = await meetingNow();
    const { guest, office, seat } = meeting;
    await atTheHour(meeting);
    const coach = await coachIn(meeting);
    await guest.arrive();
    await coach.act(guest.visit, 'admission');
    const other = guestAt(office, seat);
    other.visit = guest.visit;
    expect((await other.get(other.at())).status).toBe(404);
    expect((await other.post(other.at('/messages'), { text: 'Hei' })).status).toBe(404);
    await other.arrive();
    expect((await other.news()).me.state).toBe('waiting');
    // The newest browser takes the place over; the older one's pass opens only what has ended.
    expect((await guest.news()).me).toMatchObject({ state: 'left', why: 'moved' });
    expect((await guest.get(`/room/visits/${other.visit}`)).status).toBe(404);
  });

  test('at another meeting’s room, at another office, and with a guessed link', async () => {
    const [meeting, next] = [await meetingNow(), await meetingNow()];
    await atTheHour(meeting);
    await meeting.guest.arrive();
    const stranger = guestAt(next.office, next.seat);
    expect((await stranger.get(`/room/visits/${meeting.guest.visit}`)).status).toBe(404);
    const elsewhere = guestAt(await house.office(), meeting.seat);
    await nothing(elsewhere, meeting.guest.visit);
    const { seat } = meeting;
    const guessed = guestAt(meeting.office, `${seat.slice(0, -1)}${seat.endsWith('A') ? 'B' : 'A'}`);
    await nothing(guessed, meeting.guest.visit);
    // A link is no session: it opens neither the room's own address nor anything of a host.
    const visitor = meeting.office.visitor();
    const cookie = meeting.guest.cookie();
    const own = await visitor.get(`/rooms/${meeting.roomId}`, { cookie });
    expect([303, 404]).toContain(own.status);
    for (const act of ['admissions', 'lock', 'closing', 'spotlight'])
      expect((await meeting.guest.post(`/room/${act}`)).status).toBe(404);
    for (const act of ['admission', 'muting', 'removal', 'feedback'])
      expect((await meeting.guest.post(meeting.guest.at(`/${act}`))).status).toBe(404);
  });

  test('when the client is no longer here; erased, nothing of the guest is left', async () => {
    const meeting = await meetingNow();
    const { aino, guest, office } = meeting;
    await atTheHour(meeting);
    const coach = await coachIn(meeting);
    await guest.arrive();
    await guest.post(guest.at('/notes'), { text: 'Olen ovella' });
    await coach.act(guest.visit, 'admission');
    await guest.post(guest.at('/messages'), { text: 'Hei' });
    const copy = JSON.stringify(await (await aino.get('/me/data.json')).json());
    expect(copy).toContain('Liisa Tulkinen');
    expect(copy).not.toContain('Olen ovella');
    const administrator = await office.person('administrator');
    expect((await administrator.post(`/people/${aino.id}/deactivation`)).status).toBe(303);
    await nothing(guest);
    expect((await administrator.post(`/people/${aino.id}/erasure`, { sure: 'yes' })).status).toBe(303);
    restoreClock();
    await workUntilQuiet(house);
    const { rows: left } = await office.inOffice((tx) =>
      tx.execute(sql`select name from events
        where name = 'room.guest-left' and payload ->> 'visitId' = ${guest.visit}`),
    );
    expect(left).toHaveLength(1);
    for (const table of ['room_guests', 'room_messages', 'room_waiting_notes', 'booking_participants']) {
      const { rows } = await office.inOffice((tx) =>
        tx.execute(sql`select 1 from ${sql.identifier(table)} where office_id = ${tx.officeId}`),
      );
      expect(rows, table).toEqual([]);
    }
  });
});

test('one who rings the bell again and again is told to wait, and others are not', async () => {
  const meeting = await meetingNow();
  const { guest, mika, href, office } = meeting;
  await mika.post(`${href}/participants`, { kind: 'relative', name: 'Sisko' });
  const links = await page(mika.get(href));
  await atTheHour(meeting);
  for (let time = 0; time < 20; time++) await guest.arrive('text');
  expect((await guest.post('/room/visits', { way: 'text' })).status).toBe(429);
  const seats = [...links.matchAll(/(\/seat\/[A-Za-z0-9_-]+)</g)].map(([, one]) => one);
  await guestAt(office, seats.find((one) => one !== guest.seat) ?? '').arrive();
});
