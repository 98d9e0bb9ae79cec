// A client and their coach, who can be met every day, in an office that is never closed.
import { addHours } from '../src/features/contact/bookings/availability/availability-actions.ts';
import { makePool } from '../src/features/contact/bookings/pools/pool-actions.ts';
import type { Mode } from '../src/features/contact/bookings/rules.ts';
import type { TestHouse, TestPerson } from './cast.ts';

/** Opens an office with Aino and her coach Mika, who can be met from 9 to 15 on every day of the week. */
export async function meetingWith(house: TestHouse, modes: readonly Mode[] = ['video', 'phone']) {
  const office = await house.office();
  const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Lahtinen' });
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
  await office.relate(aino, mika);
  const place = modes.includes('in-person') ? 'Huone 2' : null;
  await office.inOffice(async (tx) => {
    for (const weekday of [1, 2, 3, 4, 5, 6, 7])
      await addHours(tx, mika.actor, {
        coachId: mika.id,
        weekday,
        starts: Temporal.PlainTime.from('09:00'),
        ends: Temporal.PlainTime.from('15:00'),
        modes,
        place,
      });
  });
  return { office, aino, mika };
}

/** Mika, who is Aino's own coach, and two more share one list of times from 9 to 15 on every day. */
export async function poolWith(house: TestHouse, forEveryone = false) {
  const { office, aino, mika } = await meetingWith(house);
  const [raili, sanna] = [
    await office.person('coach', { givenName: 'Raili' }),
    await office.person('coach', { givenName: 'Sanna' }),
  ];
  const leena = await office.person('manager', { givenName: 'Leena' });
  const coaches = [mika, raili, sanna];
  const pool = await office.inOffice(async (tx) => {
    for (const coach of [raili, sanna])
      for (const weekday of [1, 2, 3, 4, 5, 6, 7])
        await addHours(tx, coach.actor, {
          coachId: coach.id,
          weekday,
          starts: Temporal.PlainTime.from('09:00'),
          ends: Temporal.PlainTime.from('15:00'),
          modes: ['video', 'phone'],
          place: null,
        });
    return makePool(tx, leena.actor, {
      name: { fi: 'Kuka tahansa', sv: 'Vem som helst', en: 'Anybody' },
      unitId: null,
      serviceId: null,
      forEveryone,
      coachIds: coaches.map(({ id }) => id),
    });
  });
  const book = (client: TestPerson, at: string) =>
    client.post(`/times/pools/${pool}/booking`, { at, mode: 'phone' });
  return { office, aino, mika, raili, sanna, leena, pool, book, query: `?pool=${pool}` };
}

/** The instants of the free times that a page offers, in order. */
export async function freeOn(person: TestPerson, query = ''): Promise<string[]> {
  const answer = await person.get(`/times/new${query}`);
  return [...(await answer.text()).matchAll(/name="at" value="([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** A free time that is surely not today, so that it is still to come when the test ends. */
export async function firstFree(person: TestPerson, query = ''): Promise<string> {
  const monday = Temporal.Now.plainDateISO('Europe/Helsinki').add({ weeks: 1 });
  const [first] = await freeOn(person, `${query || '?'}${query ? '&' : ''}week=${monday}`);
  if (!first) throw new Error('no time is free');
  return first;
}
