import { sql } from 'drizzle-orm';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../../test/cast.ts';
import { openMailServer, partsOf } from '../../../../../test/mail-server.ts';
import { firstFree, freeOn, meetingWith } from '../../../../../test/meeting.ts';
import { setClock } from '../../../../platform/clock.ts';
import type { SmsMessage } from '../../../../platform/sms.ts';
import { bookingJobs } from '../jobs.ts';
import type { Mode } from '../rules.ts';
import { newsFor } from './seat-telling.ts';

const texted: SmsMessage[] = [];
let server: Awaited<ReturnType<typeof openMailServer>>;
let house: TestHouse;
beforeAll(async () => {
  server = await openMailServer();
  house = await openTestHouse(
    { mail: { url: server.url, from: 'Likistä <noreply@likista.example>' } },
    {
      sms: {
        send: async (message) => {
          texted.push(message);
          return { ok: true };
        },
      },
    },
  );
});
afterAll(async () => {
  await house.close();
  await server.close();
});
beforeEach(() => {
  server.received.splice(0);
  texted.splice(0);
});

const page = async (answer: Response | Promise<Response>) => (await answer).text();

async function withRelative(
  mode: Mode = 'video',
  about: Record<string, string> = { email: 'sisko@example.fi' },
) {
  const meeting = await meetingWith(house, ['video', 'phone', 'in-person']);
  const { aino, mika, office } = meeting;
  const at = await firstFree(aino, `?mode=${mode}`);
  const booked = await aino.post('/times', { coach: mika.id, at, mode });
  const href = booked.headers.get('location') ?? '';
  const added = await mika.post(`${href}/participants`, {
    kind: 'relative',
    name: 'Sisko Koskela',
    ...about,
  });
  expect(added.status).toBe(303);
  const seat = await seatOn(mika, href);
  return { ...meeting, at, href, seat, visitor: office.visitor() };
}

async function seatOn(mika: TestPerson, href: string): Promise<string> {
  const [, seat] = /http:\/\/localhost:8080\/office-[0-9a-f]+(\/seat\/[A-Za-z0-9_-]+)/.exec(
    await page(mika.get(href)),
  ) ?? ['', ''];
  return seat ?? '';
}

/** Tells every seat of the office how it is now, twice each. */
async function tellSeats(office: TestOffice) {
  const handler = bookingJobs.find((one) => one.job === 'booking-seat-told');
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from booking_participants`),
  );
  const context = { inOffice: house.inOffice, offices: async () => [], log: undefined, jobId: 'test' };
  for (const { id } of rows)
    for (const _ of [1, 2])
      await handler?.run(context as never, { officeId: office.officeId, participantId: id } as never);
  return server.received.splice(0).map(({ to, raw }) => {
    const parts = partsOf(raw);
    const calendar = parts.find((part) => part.type.startsWith('text/calendar'))?.content ?? '';
    const component = new ICAL.Component(ICAL.parse(calendar));
    const event = component.getFirstSubcomponent('vevent');
    return {
      to: to[0],
      words: parts[0]?.content ?? '',
      method: component.getFirstPropertyValue('method'),
      sequence: event?.getFirstPropertyValue('sequence'),
      raw: calendar,
    };
  });
}

describe('somebody who comes too', () => {
  test('is asked by mail, told of a change once, and told when it is cancelled', async () => {
    const { office, mika, href, seat, at } = await withRelative();
    const [asked, ...more] = await tellSeats(office);
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ to: 'sisko@example.fi', method: 'REQUEST', sequence: 0 });
    expect(asked?.words).toContain(seat);
    for (const said of ['Aino', 'Mika', 'Sisko', 'Koskela', 'ideo'])
      expect(`${asked?.words}${asked?.raw}`, said).not.toContain(said);
    const other =
      (await freeOn(mika, `?move=${href.split('/').at(-1)}&week=${at.slice(0, 10)}`)).at(-1) ?? '';
    await mika.post(`${href}/move`, { at: other });
    expect(await tellSeats(office)).toMatchObject([{ method: 'REQUEST', sequence: 1 }]);
    expect(await tellSeats(office)).toEqual([]);
    await mika.post(`${href}/cancellation`, { reason: 'coach-cannot' });
    expect(await tellSeats(office)).toMatchObject([{ method: 'CANCEL', sequence: 2 }]);
    expect(await tellSeats(office)).toEqual([]);
  });

  test('who has only a phone gets a text message, and who has neither gets the link from the coach', async () => {
    const { office, mika, href, seat } = await withRelative('phone', { phone: '040 123 4567' });
    await mika.post(`${href}/participants`, { kind: 'interpreter', name: 'Tulkki' });
    expect(await tellSeats(office)).toEqual([]);
    expect(texted.map(({ to }) => to)).toEqual(['+358401234567']);
    expect(texted[0]?.text).toContain(seat);
    expect(await page(mika.get(href))).toContain('Tulkki');
  });

  test('sees when, how and where, and no name, and says that they cannot come; the coach sees it', async () => {
    const { mika, href, seat, visitor } = await withRelative('in-person');
    const html = await page(visitor.get(seat));
    for (const said of [
      'Tapaaminen paikan päällä',
      'Huone 2',
      'openstreetmap.org/search?query=Huone%202',
      'En pääse',
    ])
      expect(html).toContain(said);
    for (const said of ['Aino', 'Mika', 'Sisko', 'Koskela']) expect(html, said).not.toContain(said);
    expect((await visitor.post(`${seat}/absence`)).status).toBe(303);
    expect((await visitor.post(`${seat}/absence`)).status).toBe(303);
    expect(await page(visitor.get(seat))).toContain('tieto on perillä');
    expect(await page(mika.get(href))).toContain('Ei pääse');
    await visitor.post(`${seat}/coming`);
    expect(await page(mika.get(href))).not.toContain('Ei pääse');
  });

  test('does not learn the place of a protected client, nor that they are protected', async () => {
    const { office, aino, seat, visitor } = await withRelative('in-person');
    await office.inOffice((tx) => tx.execute(sql`update persons set protected = true where id = ${aino.id}`));
    const html = await page(visitor.get(seat));
    expect(html).not.toContain('Huone 2');
    expect(html).toContain('Paikkaa ei näytetä tässä');
  });
});

describe('a seat opens nothing any more', () => {
  const dead = async (visitor: ReturnType<TestOffice['visitor']>, seat: string) => {
    expect((await visitor.get(seat)).status).toBe(404);
    for (const path of ['/absence', '/coming'])
      expect((await visitor.post(`${seat}${path}`)).status).toBe(404);
  };

  test('when somebody is taken away, and their calendar lets go of the time', async () => {
    const { office, mika, href, seat, visitor } = await withRelative();
    await tellSeats(office);
    const [, removal] = /action="([^"]+\/removal)"/.exec(await page(mika.get(href))) ?? [];
    expect((await mika.post(removal ?? '')).status).toBe(303);
    await dead(visitor, seat);
    expect(await tellSeats(office)).toMatchObject([{ method: 'CANCEL', sequence: 1 }]);
    expect((await mika.post(removal ?? '')).status).toBe(404);
    expect(await page(mika.get(href))).not.toContain('Sisko');
  });

  test('when the meeting is cancelled', async () => {
    const { aino, href, seat, visitor } = await withRelative();
    await aino.post(`${href}/cancellation`, { reason: 'other' });
    await dead(visitor, seat);
  });

  test('when the meeting is over, at another office, or with another ending', async () => {
    const { at, seat, visitor } = await withRelative();
    await dead((await house.office()).visitor(), seat);
    await dead(visitor, `${seat.slice(0, -1)}${seat.endsWith('A') ? 'B' : 'A'}`);
    await dead(visitor, seat.replace('/seat/', '/time/'));
    const putBack = setClock(() => Temporal.Instant.from(at).add({ hours: 5 }));
    try {
      await dead(visitor, seat);
    } finally {
      putBack();
    }
  });
});

test('only those who coach or manage the client add and remove who comes too', async () => {
  const { office, aino, mika, href } = await withRelative();
  const [, removal] = /action="([^"]+\/removal)"/.exec(await page(mika.get(href))) ?? [];
  const elsewhere = await meetingWith(house);
  for (const person of [aino, await office.person('coach'), elsewhere.mika]) {
    const add = await person.post(`${href}/participants`, { kind: 'relative', name: 'Ville' });
    expect(add.status).toBe(404);
    expect((await person.post(removal ?? '')).status).toBe(404);
  }
  const wrong = await mika.post(`${href}/participants`, {
    kind: 'relative',
    name: 'V',
    email: 'x',
    phone: '12',
  });
  expect(wrong.status).toBe(422);
});

test('what somebody is told follows from what they know and how it is', () => {
  const at = Temporal.Instant.from('2027-01-12T07:00Z');
  const knows = (
    toldSequence: number | null,
    removedAt: typeof at | null = null,
    takenBackAt: typeof at | null = null,
  ) => ({ toldSequence, removedAt, takenBackAt });
  const booking = (sequence: number, cancelledAt: typeof at | null = null) => ({ sequence, cancelledAt });
  expect(newsFor(knows(null), booking(0))).toBe('asked');
  expect(newsFor(knows(0), booking(0))).toBeUndefined();
  expect(newsFor(knows(0), booking(2))).toBe('changed');
  expect(newsFor(knows(0), booking(1, at))).toBe('taken-back');
  expect(newsFor(knows(1, at), booking(1))).toBe('taken-back');
  expect(newsFor(knows(1, at, at), booking(1, at))).toBeUndefined();
  // Who never heard of it need not hear that it is off.
  expect(newsFor(knows(null, at), booking(0))).toBeUndefined();
});
