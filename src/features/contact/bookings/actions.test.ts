import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../test/cast.ts';
import { firstFree, freeOn, meetingWith } from '../../../../test/meeting.ts';
import { refusedConstraint } from '../../../platform/errors.ts';
import { bookTime } from './actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const hrefOf = (answer: Response) => answer.headers.get('location') ?? '';

test('of 200 clients who want one time at the same moment, exactly one gets it', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const clients: TestPerson[] = [aino];
  for (let more = 1; more < 200; more++) {
    const client = await office.person('client', { givenName: `Asiakas ${more}` });
    await office.relate(client, mika);
    clients.push(client);
  }
  const at = await firstFree(aino);
  const wish = { coachId: mika.id, startsAt: Temporal.Instant.from(at), mode: 'video' as const };
  const answers = await Promise.all(
    clients.map((client) =>
      office.inOffice((tx) => bookTime(tx, client.actor, { ...wish, clientId: client.id })),
    ),
  );
  expect(answers.filter((one) => one.ok)).toHaveLength(1);
  // The others are offered the next free ones.
  for (const client of clients.filter((_, place) => !answers[place]?.ok).slice(0, 5)) {
    const answer = await client.post('/times', { coach: mika.id, at, mode: 'video' });
    expect(answer.status).toBe(422);
    const words = await answer.text();
    expect(words).toContain('Aika ehti mennä');
    expect(words).toContain('name="at" value="');
    expect(words).not.toContain(`value="${at}"`);
  }
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select client_id from bookings`));
  expect(rows).toHaveLength(1);
});

describe('the database itself', () => {
  test.each([
    ['coach_once_at_a_time', { client: 'ville', coach: 'mika', place: null }],
    ['client_once_at_a_time', { client: 'aino', coach: 'raili', place: null }],
    ['place_once_at_a_time', { client: 'ville', coach: 'raili', place: 'HUONE 2' }],
  ] as const)('refuses a second booking: %s', async (constraint, second) => {
    const { office, aino, mika } = await meetingWith(house);
    const people = {
      aino,
      mika,
      ville: await office.person('client'),
      raili: await office.person('coach'),
    };
    const write = (client: TestPerson, coach: TestPerson, place: string | null) =>
      office.inOffice((tx) =>
        tx.execute(sql`insert into bookings (client_id, coach_id, day, starts, starts_at, ends_at, busy_until, mode, place)
          values (${client.id}, ${coach.id}, '2027-01-12', '09:00', '2027-01-12T07:00Z', '2027-01-12T07:30Z',
            '2027-01-12T07:40Z', ${place ? 'in-person' : 'phone'}, ${place})`),
      );
    await write(aino, mika, 'Huone 2');
    const refused = await write(people[second.client], people[second.coach], second.place).then(
      () => undefined,
      (error: unknown) => refusedConstraint(error),
    );
    expect(refused).toBe(constraint);
  });
});

describe('a time that is booked', () => {
  test('moves to a free one, and the old one is free again', async () => {
    const { aino, mika } = await meetingWith(house);
    const at = await firstFree(aino);
    const href = hrefOf(await aino.post('/times', { coach: mika.id, at, mode: 'video' }));
    const week = `?week=${at.slice(0, 10)}`;
    const other = (await freeOn(aino, `${week}&move=${href.split('/').at(-1)}`)).at(-1) ?? '';
    expect((await aino.post(`${href}/move`, { at: other })).status).toBe(303);
    const free = await freeOn(aino, week);
    expect(free).toContain(at);
    expect(free).not.toContain(other);
    expect((await aino.post(`${href}/move`, { at: '2020-01-01T10:00:00Z' })).status).toBe(422);
  });

  test('comes back each week when a coach books a series, without the weeks that are taken', async () => {
    const { office, aino, mika } = await meetingWith(house);
    const at = await firstFree(aino);
    const third = Temporal.Instant.from(at)
      .add({ hours: 24 * 14 })
      .toString();
    const ville = await office.person('client');
    await office.relate(ville, mika);
    const taken = await mika.post('/times', { client: ville.id, coach: mika.id, at: third, mode: 'phone' });
    expect(taken.status).toBe(303);
    await mika.post('/times', { client: aino.id, coach: mika.id, at, mode: 'video', weeks: '4' });
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ many: number; series: number; rooms: number }>(sql`select count(*)::int as many,
        count(distinct series_id)::int as series, count(room_id)::int as rooms from bookings where client_id = ${aino.id}`),
    );
    expect(rows).toEqual([{ many: 3, series: 1, rooms: 3 }]);
  });

  test('keeps one session with its history when a video call falls back to the phone, and tells the days', async () => {
    const { office, aino, mika } = await meetingWith(house);
    const at = await firstFree(aino);
    const href = hrefOf(await aino.post('/times', { coach: mika.id, at, mode: 'video' }));
    await office.inOffice((tx) =>
      tx.execute(sql`update bookings set starts_at = now() - interval '5 minutes', ends_at = now() + interval '25 minutes',
        busy_until = now() + interval '35 minutes'`),
    );
    expect((await mika.post(`${href}/mode`, { mode: 'phone' })).status).toBe(303);
    expect((await aino.post(`${href}/cancellation`, { reason: 'other' })).status).toBe(422);
    const told = await mika.post(`${href}/outcome`, { happened: 'yes', actualMode: 'phone', late: '4' });
    expect(told.status).toBe(303);
    expect((await mika.post(`${href}/outcome`, { happened: 'no' })).status).toBe(422);
    expect((await aino.post(`${href}/outcome`, { happened: 'yes' })).status).toBe(404);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select (select array_agg(what || ' ' || mode order by id) from booking_changes) as changes,
        (select array_agg(actual_mode || ' ' || late_minutes) from booking_outcomes) as outcomes,
        (select count(*)::int from events where name = 'booking.happened') as news`),
    );
    expect(rows).toEqual([{ changes: ['booked video', 'mode phone'], outcomes: ['phone 4'], news: 1 }]);
    const page = await (await mika.get(href)).text();
    expect(page).toContain('Tapa vaihtui');
  });
});

test('what a client asks beforehand and who else comes are sealed, and shown to client and coach', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const at = await firstFree(aino);
  const href = hrefOf(await aino.post('/times', { coach: mika.id, at, mode: 'video' }));
  expect((await aino.post(`${href}/question`, { question: 'Saanko tuoda koiran?' })).status).toBe(303);
  expect(
    (await mika.post(`${href}/participants`, { kind: 'interpreter', name: 'Tuija Tulkki' })).status,
  ).toBe(303);
  const page = await (await mika.get(href)).text();
  expect(page).toContain('Saanko tuoda koiran?');
  expect(page).toContain('Tuija Tulkki');
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{
      stored: string;
    }>(sql`select encode(question, 'escape') || (select encode(name, 'escape')
      from booking_participants) as stored from bookings`),
  );
  expect(rows[0]?.stored).not.toMatch(/koira|Tuija/);
});

test('a coach whose relation has ended, and one kept apart, see nothing of the times', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const at = await firstFree(aino);
  const href = hrefOf(await aino.post('/times', { coach: mika.id, at, mode: 'video' }));
  await office.inOffice((tx) =>
    tx.execute(sql`update relations set ends_on = current_date - 1 where client_id = ${aino.id}`),
  );
  expect((await mika.get(href)).status).toBe(404);
  const week = await (await mika.get(`/times?week=${at.slice(0, 10)}`)).text();
  expect(week).not.toContain(href);
  expect(week).not.toContain('Aino');
  expect((await aino.get(href)).status).toBe(200);
  const [first = '', second = ''] = [aino.id, mika.id].sort();
  await office.inOffice(async (tx) => {
    await tx.execute(sql`update relations set ends_on = null where client_id = ${aino.id}`);
    await tx.execute(sql`insert into blocked_pairs (first_id, second_id) values (${first}, ${second})`);
  });
  expect((await mika.get(href)).status).toBe(404);
  expect((await aino.get(href)).status).toBe(404);
  expect(await (await aino.get('/times')).text()).not.toContain('Mika');
  expect(await freeOn(aino)).toEqual([]);
  expect((await aino.post('/times', { coach: mika.id, at, mode: 'video' })).status).toBe(422);
});
