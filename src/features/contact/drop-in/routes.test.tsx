import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { hoursOn, openAllDay } from '../../../../test/queue.ts';
import { setClock, todayIn } from '../../../platform/clock.ts';
import { addUnit } from '../../ground/offices/actions.ts';
import { grantRole } from '../../ground/people/actions.ts';
import { blockPair } from '../../ground/people/ties/tie-actions.ts';
import { addService } from '../../offer/services/door.ts';
import { inDropIn } from './access.ts';
import { closeQueue } from './actions.ts';
import { dropInById } from './queries.ts';
import { makeDropIn } from './setting-actions.ts';

let house: TestHouse;
let putBack: (() => void) | undefined;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
afterEach(() => {
  putBack?.();
  putBack = undefined;
});

const zone = 'Europe/Helsinki';

/** An office with a queue that is open all day, served by Mika and Raili; Aino is nobody's client yet. */
async function openQueue(about: { hours?: readonly number[] } = {}) {
  const office = await house.office();
  const mika = await office.person('coach', { givenName: 'Mika' });
  const raili = await office.person('coach', { givenName: 'Raili' });
  const leena = await office.person('manager', { givenName: 'Leena' });
  const aino = await office.person('client', { givenName: 'Aino', phone: '+358401234567' });
  const id = await office.inOffice((tx) =>
    makeDropIn(
      tx,
      leena.actor,
      openAllDay({ ...(about.hours && { hours: hoursOn(about.hours) }), coachIds: [mika.id, raili.id] }),
    ),
  );
  return { office, mika, raili, leena, aino, id, href: `/drop-in/${id}` };
}

const page = async (answer: Response | Promise<Response>) => (await answer).text();

const placeOf = async (office: TestOffice, client: TestPerson) => {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string; number: number; outcome: string | null }>(
      sql`select id, number, outcome from queue_places where client_id = ${client.id} order by taken_at desc`,
    ),
  );
  return rows[0];
};

describe('a client without an appointment', () => {
  test('takes a number, waits, is called by name, and is done; the coach sees the name only then', async () => {
    const { office, mika, aino, href } = await openQueue();
    expect(await page(aino.get('/drop-in'))).toContain('Digituki');
    expect(await page(aino.get(href))).toContain('Pääset heti');
    expect((await aino.post(`${href}/places`, { mode: 'phone' })).status).toBe(303);
    const own = await page(aino.get(href));
    expect(own).toContain('Numerosi');
    expect(own).toContain('Olet seuraava');

    const waiting = await page(mika.get(href));
    expect(waiting).toContain('Yksi odottaa');
    expect(waiting).not.toContain('Aino');
    expect(waiting).not.toContain('+358401234567');
    expect((await mika.post(`${href}/next`)).status).toBe(303);
    const called = await page(mika.get(href));
    expect(called).toContain('Aino');
    expect(called).toContain('tel:+358401234567');
    expect(await page(aino.get(href))).toContain('Mika soittaa sinulle nyt');

    const place = await placeOf(office, aino);
    expect((await mika.post(`/drop-in/places/${place?.id}/end`, { outcome: 'served' })).status).toBe(303);
    expect(await page(aino.get(href))).toContain('Kiitos, kun kävit');
    expect((await placeOf(office, aino))?.outcome).toBe('served');
  });

  test('who presses twice, or comes back after a reload, has one number', async () => {
    const { office, aino, href } = await openQueue();
    const answers = await Promise.all([1, 2, 3].map(() => aino.post(`${href}/places`, { mode: 'phone' })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    await aino.post(`${href}/places`, { mode: 'video' });
    const { rows } = await office.inOffice((tx) => tx.execute(sql`select number, mode from queue_places`));
    expect(rows).toEqual([{ number: 1, mode: 'phone' }]);
  });

  test('waits in one queue at a time, and may leave', async () => {
    const { office, aino, leena, mika, href } = await openQueue();
    const other = await office.inOffice((tx) =>
      makeDropIn(tx, leena.actor, {
        name: { fi: 'Muu', sv: 'Annat', en: 'Other' },
        unitId: null,
        serviceId: null,
        modes: ['phone'],
        place: null,
        closedWords: null,
        usualMinutes: 10,
        hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          weekday,
          starts: Temporal.PlainTime.from('00:00'),
          ends: Temporal.PlainTime.from('23:59'),
        })),
        coachIds: [mika.id],
      }),
    );
    await aino.post(`${href}/places`, { mode: 'phone' });
    const refused = await aino.post(`/drop-in/${other}/places`, { mode: 'phone' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Odotat jo toisessa jonossa');
    const place = await placeOf(office, aino);
    expect((await aino.post(`/drop-in/places/${place?.id}/leaving`)).status).toBe(303);
    expect((await aino.post(`/drop-in/${other}/places`, { mode: 'phone' })).status).toBe(303);
  });

  test('whom the hours ended before is told kindly and may ask for a call', async () => {
    const { office, mika, aino, id, href } = await openQueue();
    await aino.post(`${href}/places`, { mode: 'phone' });
    await office.inOffice((tx) => tx.execute(sql`delete from drop_in_hours`));
    await office.inOffice(async (tx) => {
      const dropIn = await dropInById(tx, id);
      if (dropIn) await closeQueue(tx, dropIn);
    });
    const own = await page(aino.get(href));
    expect(own).toContain('Emme ehtineet sinulle tänään');
    expect(own).toContain('Soittakaa minulle');
    const place = await placeOf(office, aino);
    expect((await aino.post(`/drop-in/places/${place?.id}/callback`)).status).toBe(303);
    expect(await page(aino.get(href))).toContain('Soitamme sinulle');
    const asked = await page(mika.get(href));
    expect(asked).toContain('Soittopyynnöt');
    expect(asked).toContain('Aino');
    expect((await mika.post(`/drop-in/places/${place?.id}/called-back`)).status).toBe(303);
    expect(await page(mika.get(href))).not.toContain('Aino');
  });

  test('gets no number while it is closed, and reads when it opens', async () => {
    putBack = setClock(() => Temporal.ZonedDateTime.from(`2026-11-24T12:00[${zone}]`).toInstant());
    const { aino, href } = await openQueue({ hours: [4] });
    const closed = await page(aino.get(href));
    expect(closed).toContain('Avautuu');
    expect(closed).not.toContain('Ota numero</button>');
    const refused = await aino.post(`${href}/places`, { mode: 'phone' });
    expect(refused.status).toBe(422);
  });
});

describe('coaches and their queue', () => {
  test('two who call at once get two people, and one who calls twice gets nobody more', async () => {
    const { office, mika, raili, aino, href } = await openQueue();
    const ville = await office.person('client', { givenName: 'Ville' });
    for (const client of [aino, ville]) await client.post(`${href}/places`, { mode: 'phone' });
    await Promise.all([mika.post(`${href}/next`), raili.post(`${href}/next`), mika.post(`${href}/next`)]);
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ called: number; coaches: number }>(sql`select count(*)::int as called,
        count(distinct called_by)::int as coaches from queue_places where called_at is not null`),
    );
    expect(rows).toEqual([{ called: 2, coaches: 2 }]);
  });

  test('a video turn has a room for the two, and a client who is not their own is greeted by number until called', async () => {
    const { office, mika, aino, href } = await openQueue();
    await office.relate(aino, mika);
    await aino.post(`${href}/places`, { mode: 'video' });
    expect(await page(mika.get(href))).toContain('Aino');
    await mika.post(`${href}/next`);
    const room = /\/rooms\/[0-9a-f-]{36}/.exec(await page(aino.get(href)))?.[0];
    expect(room).toBeDefined();
    expect(await page(mika.get(href))).toContain(room);
    expect((await aino.get(room ?? '')).status).toBe(200);
  });

  test('one kept apart from a client sees and calls everybody but them; another coach takes them', async () => {
    const { office, mika, raili, leena, aino, href } = await openQueue();
    await office.inOffice((tx) =>
      blockPair(tx, leena.actor, { oneId: aino.id, otherId: mika.id, reason: 'Syy' }),
    );
    await aino.post(`${href}/places`, { mode: 'phone' });
    expect(await page(mika.get(href))).toContain('Ei odottajia');
    await mika.post(`${href}/next`);
    expect(await page(aino.get(href))).toContain('Olet seuraava');
    expect(await page(raili.get(href))).toContain('Yksi odottaa');
    await raili.post(`${href}/next`);
    expect(await page(aino.get(href))).toContain('Raili soittaa sinulle nyt');
  });

  test('a protected person is there only for a coach of their own; without one the queue is not there for them', async () => {
    const { office, mika, raili, aino, href } = await openQueue();
    await office.inOffice((tx) => tx.execute(sql`update persons set protected = true where id = ${aino.id}`));
    expect((await aino.get(href)).status).toBe(404);
    expect((await aino.post(`${href}/places`, { mode: 'phone' })).status).toBe(404);
    expect(await page(aino.get('/drop-in'))).not.toContain('Digituki');
    await office.relate(aino, raili);
    expect((await aino.post(`${href}/places`, { mode: 'phone' })).status).toBe(303);
    expect(await page(mika.get(href))).toContain('Ei odottajia');
    expect(await page(mika.get('/drop-in'))).toContain('Ei odottajia');
    expect(await page(raili.get(href))).toContain('Aino');
  });

  test('whom a coach called and did not end is nobody else’s; the relation that ended shows no name', async () => {
    const { office, mika, raili, aino, href } = await openQueue();
    await office.relate(aino, mika);
    await aino.post(`${href}/places`, { mode: 'phone' });
    expect(await page(mika.get(href))).toContain('Aino');
    await office.inOffice((tx) => tx.execute(sql`update relations set ends_on = current_date - 1`));
    expect(await page(mika.get(href))).not.toContain('Aino');
    await mika.post(`${href}/next`);
    const place = await placeOf(office, aino);
    expect((await raili.post(`/drop-in/places/${place?.id}/end`, { outcome: 'served' })).status).toBe(404);
    expect(await page(raili.get(href))).not.toContain('Aino');
  });
});

describe('who is not part of it', () => {
  test('nobody from outside sees or changes a queue or a place in it', async () => {
    const { office, mika, aino, href } = await openQueue();
    await aino.post(`${href}/places`, { mode: 'phone' });
    const place = (await placeOf(office, aino))?.id;
    const elsewhere = await openQueue();
    const stranger = await office.person('coach', { givenName: 'Outo' });
    const outsiders: [string, TestPerson][] = [
      ['a coach who does not serve', stranger],
      ['an administrator', await office.person('administrator')],
      ['a coach of another office', elsewhere.mika],
      ['a client of another office', elsewhere.aino],
    ];
    for (const [who, person] of outsiders) {
      expect((await person.get(href)).status, who).toBe(404);
      for (const path of [`${href}/places`, `${href}/next`, `${href}/settings`, `${href}/ending`])
        expect((await person.post(path, { mode: 'phone' })).status, `${who} ${path}`).toBe(404);
      for (const act of ['leaving', 'callback', 'end', 'called-back'])
        expect((await person.post(`/drop-in/places/${place}/${act}`, {})).status, `${who} ${act}`).toBe(404);
    }
    const ville = await office.person('client', { givenName: 'Ville' });
    expect((await ville.post(`/drop-in/places/${place}/leaving`)).status).toBe(404);
    expect((await ville.post(`/drop-in/places/${place}/callback`)).status).toBe(404);
    expect(await page(ville.get(href))).not.toContain('Aino');
    expect((await mika.post(`${href}/settings`)).status).toBe(404);
  });

  test('of a queue that moves hear those who wait in it and those who serve it', async () => {
    const { office, mika, aino, id, href } = await openQueue();
    const ville = await office.person('client');
    await aino.post(`${href}/places`, { mode: 'phone' });
    const hears = await office.inOffice((tx) => inDropIn(tx, [aino.id, ville.id, mika.id], id));
    expect([...hears].sort()).toEqual([aino.id, mika.id].sort());
  });
});

test('a manager makes open hours, reads what is wrong, changes and ends them', async () => {
  const { leena, mika, aino } = await openQueue();
  const form = {
    'name-fi': 'Aamukahvi',
    'name-sv': 'Morgonkaffe',
    'name-en': 'Morning coffee',
    'modes[]': 'in-person',
    usual: '15',
    'day-2': '9–11',
    'coaches[]': mika.id,
  };
  const wrong = await leena.post('/drop-in', { ...form, 'day-2': 'joskus' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Kirjoita paikka.');
  const made = await leena.post('/drop-in', { ...form, place: 'Asematie 7' });
  expect(made.status).toBe(303);
  const href = made.headers.get('location') ?? '';
  expect(await page(aino.get('/drop-in'))).toContain('Aamukahvi');
  expect(await page(leena.get(`${href}/settings`))).toContain('9.00–11.00');
  expect(
    (await leena.post(`${href}/settings`, { ...form, place: 'Asematie 7', 'day-2': '8–10' })).status,
  ).toBe(303);
  expect(await page(leena.get(`${href}/settings`))).toContain('8.00–10.00');
  expect((await leena.post(`${href}/ending`)).status).toBe(303);
  expect((await aino.get(href)).status).toBe(404);
});

test('a manager of one unit leads its open hours alone; another unit’s and the whole office’s are not there', async () => {
  const { office, leena, mika, aino, href: wholeOffice } = await openQueue();
  const said = (fi: string) => ({ fi, sv: `${fi} sv`, en: `${fi} en` });
  const [workshop, kitchen] = await office.inOffice(async (tx) => [
    await addUnit(tx, { name: said('Verstas'), kind: 'youth-workshop' }, leena.actor),
    await addUnit(tx, { name: said('Keittiö'), kind: 'youth-workshop' }, leena.actor),
  ]);
  const serviceId = await office.inOffice((tx) =>
    addService(tx, leena.actor, { name: said('Digituen palvelu'), kind: 'digital-support', stage: 'in-use' }),
  );
  const leading = async (unitId: string | undefined) => {
    const person = await office.person([]);
    const startsOn = todayIn().subtract({ days: 1 });
    const grant = { personId: person.id, role: 'manager' as const, unitId: unitId ?? null, startsOn };
    await office.inOffice((tx) => grantRole(tx, undefined, grant));
    return person;
  };
  const [minna, sari] = [await leading(workshop), await leading(kitchen)];
  const form = {
    ...{ 'name-fi': 'Kahvit', 'name-sv': 'Kaffe', 'name-en': 'Coffee', 'modes[]': 'phone', usual: '15' },
    ...{ 'day-2': '9–11', 'coaches[]': mika.id, service: serviceId },
  };
  expect((await minna.post('/drop-in', { ...form, unit: kitchen ?? '' })).status).toBe(422);
  const made = await minna.post('/drop-in', form);
  expect(made.status).toBe(303);
  const href = made.headers.get('location') ?? '';
  for (const [who, at] of [
    [sari, href],
    [minna, wholeOffice],
  ] as const) {
    for (const path of [at, `${at}/settings`]) expect((await who.get(path)).status, path).toBe(404);
    for (const path of [`${at}/settings`, `${at}/ending`])
      expect((await who.post(path, form)).status, path).toBe(404);
  }
  expect(await page(sari.get('/drop-in'))).not.toContain('Kahvit');
  expect(await page(minna.get('/drop-in'))).toContain('Kahvit');
  for (const who of [minna, leena, mika]) expect((await who.get(href)).status).toBe(200);
  // The client comes whoever leads it, and reads the service's name in their own language.
  expect(await page(aino.get(href))).toContain('Digituen palvelu');
  await office.inOffice((tx) => tx.execute(sql`update persons set language = 'sv' where id = ${aino.id}`));
  expect(await page(aino.get('/drop-in'))).toContain('Digituen palvelu sv');
  expect((await minna.post(`${href}/settings`, form)).status).toBe(303);
  expect((await minna.post(`${href}/ending`)).status).toBe(303);
});
