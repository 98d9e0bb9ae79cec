import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../test/cast.ts';
import { firstFree, freeOn, meetingWith } from '../../../../test/meeting.ts';
import { keepUsualMode } from './usual-modes.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const page = async (answer: Response | Promise<Response>) => (await answer).text();

describe('a client and a time', () => {
  test('a coach gives hours, a client books, changes to phone and cancels; the time is free again', async () => {
    const { office, aino, mika } = await meetingWith(house);
    const at = await firstFree(aino);
    const booked = await aino.post('/times', { coach: mika.id, at, mode: 'video' });
    expect(booked.status).toBe(303);
    const href = booked.headers.get('location') ?? '';
    const inside = await page(aino.get(href));
    expect(inside).toContain('Videopuhelu');
    expect(inside).toContain('Siirry puheluun');
    expect(inside).toContain('Mika');
    expect(await page(aino.get('/times'))).toContain(href);
    expect(await page(mika.get(`/times?week=${at.slice(0, 10)}`))).toContain('Aino');
    expect(await freeOn(aino, `?week=${at.slice(0, 10)}`)).not.toContain(at);

    expect((await aino.post(`${href}/mode`, { mode: 'phone' })).status).toBe(303);
    expect(await page(aino.get(href))).toContain('Mika soittaa sinulle');
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select b.mode, b.room_id, r.closed_at is not null as closed from bookings b, rooms r`),
    );
    expect(rows).toEqual([{ mode: 'phone', room_id: null, closed: true }]);

    expect((await aino.post(`${href}/cancellation`, { reason: 'client-ill' })).status).toBe(303);
    expect(await page(aino.get(href))).toContain('Peruttu');
    expect(await freeOn(aino, `?week=${at.slice(0, 10)}`)).toContain(at);
  });
});

test('the calendar file of a client holds the booked time, says no name, and a cancelled time as cancelled', async () => {
  const { aino, mika } = await meetingWith(house);
  const at = await firstFree(aino);
  const href =
    (await aino.post('/times', { coach: mika.id, at, mode: 'video' })).headers.get('location') ?? '';
  await aino.post('/me/calendar', { titles: 'own' });
  const file =
    /\/office-[0-9a-f]+\/calendar\/[A-Za-z0-9_-]{22}\.ics/.exec(await page(aino.get('/me/calendar')))?.[0] ??
    '';
  const calendar = async () => page(house.app.request(`http://localhost:8080${file}`));
  const booked = await calendar();
  expect(booked).toContain(`${href.split('/').at(-1)}@likista`);
  expect(booked).toContain('STATUS:CONFIRMED');
  expect(booked).not.toContain('Mika');
  await aino.post(`${href}/cancellation`, { reason: 'other' });
  const gone = await calendar();
  expect(gone).toContain('STATUS:CANCELLED');
  expect(gone).toContain('SEQUENCE:1');
});

describe('who sees a time', () => {
  test('nobody but the client, the coaches of today and the managers', async () => {
    const { office, aino, mika } = await meetingWith(house);
    const at = await firstFree(aino);
    const href =
      (await aino.post('/times', { coach: mika.id, at, mode: 'video' })).headers.get('location') ?? '';
    const elsewhere = await meetingWith(house);
    const outsiders: [string, TestPerson][] = [
      ['a colleague', await office.person('coach')],
      ['another client', await office.person('client')],
      ['an administrator', await office.person('administrator')],
      ['a coach of another office', elsewhere.mika],
      ['a client of another office', elsewhere.aino],
    ];
    for (const [who, person] of outsiders) {
      for (const path of ['', '/cancellation'])
        expect((await person.get(`${href}${path}`)).status, `${who} ${path}`).toBe(404);
      for (const path of [
        '/cancellation',
        '/move',
        '/mode',
        '/coming',
        '/question',
        '/outcome',
        '/participants',
      ])
        expect((await person.post(`${href}${path}`, {})).status, `${who} ${path}`).toBe(404);
    }
    expect((await mika.get(href)).status).toBe(200);
    expect((await (await office.person('manager')).get(href)).status).toBe(200);
  });
});

test('whoever has a usual way of meeting begins with it, and can take another for one time', async () => {
  const { office, aino } = await meetingWith(house, ['video', 'phone', 'text']);
  const keep = (usual: Parameters<typeof keepUsualMode>[2]) =>
    office.inOffice((tx) => keepUsualMode(tx, { clientId: aino.id, serviceId: null }, usual));
  const chosen = async (query = '') => {
    const page = await (await aino.get(`/times/new${query}`)).text();
    return { mode: /name="mode" value="([^"]+)"/.exec(page)?.[1], page };
  };
  expect((await chosen()).mode).toBe('video');
  await keep({ mode: 'phone', second: undefined });
  expect((await chosen()).mode).toBe('phone');
  expect((await chosen()).page).toContain('Tavallinen tapa: Puhelu');
  const once = await chosen('?mode=text');
  expect(once.mode).toBe('text');
  expect(once.page).toContain('Tällä kerralla tapa on toinen');
  // The coach has no time in the wished way, but in the second one.
  await keep({ mode: 'in-person', second: 'text' });
  expect((await chosen()).mode).toBe('text');
  await keep(undefined);
  expect((await chosen()).mode).toBe('video');
});
