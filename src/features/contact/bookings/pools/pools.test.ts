import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../../test/cast.ts';
import { firstFree, freeOn, meetingWith, poolWith } from '../../../../../test/meeting.ts';
import { setTravel } from '../availability/travel.ts';
import { inFairOrder } from './pool-rules.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const hrefOf = (answer: Response) => answer.headers.get('location') ?? '';

describe('one list of free times of several coaches', () => {
  test('gives a client their own coach first, then whoever has least, and then it is taken', async () => {
    const { office, aino, mika, raili, sanna, book, query } = await poolWith(house);
    const at = await firstFree(aino, query);
    const clients = [aino];
    for (const name of ['Ville', 'Noora', 'Eero']) {
      const client = await office.person('client', { givenName: name });
      await office.relate(client, mika);
      clients.push(client);
    }
    // Raili has one time that week already.
    await office.relate(clients[3] as TestPerson, raili);
    const later = (
      await freeOn(clients[3] as TestPerson, `?coach=${raili.id}&mode=video&week=${at.slice(0, 10)}`)
    ).at(-1);
    await (clients[3] as TestPerson).post('/times', { coach: raili.id, at: later ?? '', mode: 'video' });
    const given = [];
    for (const client of clients.slice(0, 3)) {
      const booked = await book(client, at);
      expect(booked.status).toBe(303);
      const { rows } = await office.inOffice((tx) =>
        tx.execute<{ coach_id: string }>(
          sql`select coach_id from bookings where id = ${hrefOf(booked).split('/').at(-1)}`,
        ),
      );
      given.push(rows[0]?.coach_id);
    }
    expect(given).toEqual([mika.id, sanna.id, raili.id]);
    const late = await book(clients[3] as TestPerson, at);
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('Aika ehti mennä');
    expect(await freeOn(aino, `${query}&week=${at.slice(0, 10)}`)).not.toContain(at);
  });

  test('of ten clients who want one time at the same moment, as many get it as there are coaches', async () => {
    const { office, aino, mika, book, query } = await poolWith(house, true);
    const at = await firstFree(aino, query);
    const clients = [aino];
    while (clients.length < 10) clients.push(await office.person('client'));
    await office.relate(clients[1] as TestPerson, mika);
    const answers = await Promise.all(clients.map((client) => book(client, at)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(3);
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select count(*)::int as many, count(distinct coach_id)::int as coaches from bookings`),
    );
    expect(rows).toEqual([{ many: 3, coaches: 3 }]);
  });

  test('hides a coach who is kept apart, and for a protected client everybody but their own', async () => {
    const { office, aino, mika, raili, sanna, book, query } = await poolWith(house);
    const at = await firstFree(aino, query);
    const [first = '', second = ''] = [aino.id, mika.id].sort();
    await office.inOffice((tx) =>
      tx.execute(sql`insert into blocked_pairs (first_id, second_id) values (${first}, ${second})`),
    );
    expect((await aino.get(`/times/new${query}`)).status).toBe(200);
    await office.relate(aino, raili);
    const booked = await book(aino, at);
    expect(booked.status).toBe(303);
    expect((await raili.get(hrefOf(booked))).status).toBe(200);
    expect((await mika.get(hrefOf(booked))).status).toBe(404);

    await office.inOffice((tx) => tx.execute(sql`update persons set protected = true where id = ${aino.id}`));
    const free = await freeOn(aino, `${query}&week=${at.slice(0, 10)}`);
    expect(free).not.toContain(at);
    const next = free[0] ?? '';
    const own = await book(aino, next);
    expect((await raili.get(hrefOf(own))).status).toBe(200);
    expect((await sanna.get(hrefOf(own))).status).toBe(404);
  });

  test('a coach met through it sees that time and nothing else of the client, until they leave the list', async () => {
    const { office, aino, mika, raili, sanna, pool, query, book } = await poolWith(house);
    const at = await firstFree(aino, query);
    const direct = await aino.post('/times', { coach: mika.id, at, mode: 'phone' });
    expect(direct.status).toBe(303);
    const next = (await freeOn(aino, `${query}&week=${at.slice(0, 10)}`)).at(-1) ?? '';
    // Mika is busy then, so it goes to one of the others.
    await office.inOffice((tx) =>
      tx.execute(sql`insert into availability_exceptions (coach_id, day, kind)
      select ${mika.id}, (${next}::timestamptz at time zone 'Europe/Helsinki')::date, 'away'`),
    );
    const booked = await book(aino, next);
    expect(booked.status).toBe(303);
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ coach_id: string }>(sql`select coach_id from bookings where pool_id is not null`),
    );
    const coach = [raili, sanna].find(({ id }) => id === rows[0]?.coach_id) as TestPerson;
    const other = coach === raili ? sanna : raili;
    expect((await coach.get(hrefOf(booked))).status).toBe(200);
    expect(await (await coach.get(`/times?week=${next.slice(0, 10)}`)).text()).toContain('Aino');
    expect((await coach.get(hrefOf(direct))).status).toBe(404);
    expect((await coach.get(`/times/new?client=${aino.id}`)).status).toBe(404);
    expect((await other.get(hrefOf(booked))).status).toBe(404);
    await office.inOffice((tx) =>
      tx.execute(
        sql`update booking_pool_coaches set left_at = now() where pool_id = ${pool} and coach_id = ${coach.id}`,
      ),
    );
    expect((await coach.get(hrefOf(booked))).status).toBe(404);
    expect(await (await coach.get(`/times?week=${next.slice(0, 10)}`)).text()).not.toContain('Aino');
    expect((await aino.get(hrefOf(booked))).status).toBe(200);
  });

  test('the order of coaches is fair and always the same, whatever order they stand in', () => {
    const some = fc.uniqueArray(fc.record({ coachId: fc.uuid(), own: fc.boolean(), load: fc.nat(5) }), {
      selector: (one) => one.coachId,
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, (candidates) => {
        const order = inFairOrder(candidates);
        expect(inFairOrder([...candidates].reverse())).toEqual(order);
        for (const [at, one] of order.entries()) {
          const next = order[at + 1];
          if (!next) continue;
          expect(Number(one.own)).toBeGreaterThanOrEqual(Number(next.own));
          if (one.own === next.own) expect(one.load).toBeLessThanOrEqual(next.load);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('those who lead the service', () => {
  test('make, change and end a shared list and set travel; nobody else does', async () => {
    const { office, leena, mika, aino, pool } = await poolWith(house);
    const form = {
      'name-fi': 'Digituki',
      'name-sv': 'Digistöd',
      'name-en': 'Digital support',
      'coaches[]': mika.id,
    };
    expect((await leena.post('/times/pools', form)).status).toBe(303);
    expect((await leena.post('/times/pools', { ...form, 'name-fi': '' })).status).toBe(422);
    expect((await leena.post(`/times/pools/${pool}`, { ...form, 'name-fi': 'Uusi nimi' })).status).toBe(303);
    const page = await (await leena.get('/times/pools')).text();
    expect(page).toContain('Uusi nimi');
    expect(page).toContain('Digituki');
    expect((await leena.post('/times/travel', { from: 'Huone 2', to: 'huone 2', minutes: '5' })).status).toBe(
      422,
    );
    expect(
      (await leena.post('/times/travel', { from: 'Rantakatu 2', to: 'Asematie 7', minutes: '25' })).status,
    ).toBe(303);
    expect(await (await leena.get('/times/pools')).text()).toContain('25 min');
    expect((await leena.post(`/times/pools/${pool}/ending`)).status).toBe(303);
    const elsewhere = await house.office();
    for (const person of [mika, aino, await office.person('administrator')]) {
      expect((await person.get('/times/pools')).status).toBe(404);
      expect((await person.post('/times/pools', form)).status).toBe(404);
      expect((await person.post('/times/travel', { from: 'a', to: 'b', minutes: '5' })).status).toBe(404);
    }
    const stranger = await elsewhere.person('manager');
    expect((await stranger.post(`/times/pools/${pool}`, form)).status).toBe(404);
    expect((await stranger.post(`/times/pools/${pool}/ending`)).status).toBe(404);
  });

  test('a coach is not offered at a place until they can be there from another', async () => {
    const { office, aino, mika } = await meetingWith(house, ['in-person']);
    const ville = await office.person('client');
    await office.relate(ville, mika);
    const at = await firstFree(aino);
    await aino.post('/times', { coach: mika.id, at, mode: 'in-person' });
    const week = `?week=${at.slice(0, 10)}`;
    const before = await freeOn(ville, week);
    await office.inOffice(async (tx) => {
      await tx.execute(sql`update availability set place = 'Asematie 7'`);
      await setTravel(tx, mika.actor, { from: 'HUONE 2', to: 'Asematie 7', minutes: 60, unitId: null });
    });
    const after = await freeOn(ville, week);
    expect(after).toEqual(before.slice(before.length - after.length));
    // Half past nine and an hour on the way: 9.40 and 10.20 are gone.
    expect(before.length - after.length).toBe(2);
  });
});
