import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../../test/cast.ts';
import { firstFree, freeOn, poolWith } from '../../../../../test/meeting.ts';
import { now, setClock } from '../../../../platform/clock.ts';
import { makePool } from './pool-actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Pool = Awaited<ReturnType<typeof poolWith>>;

/** The pool with one of its times booked by three clients, so that nobody of it is free then. */
async function fullAt() {
  const made = await poolWith(house);
  const { office, aino, mika, book, query } = made;
  const at = await firstFree(aino, query);
  const booked = [];
  for (const client of [aino, await related(office, mika), await related(office, mika)])
    booked.push({ client, href: (await book(client, at)).headers.get('location') ?? '' });
  return { ...made, at, booked, week: `${query}&week=${at.slice(0, 10)}` };
}

async function related(office: TestOffice, coach: TestPerson, givenName = 'Ville') {
  const client = await office.person('client', { givenName });
  await office.relate(client, coach);
  return client;
}

const free = ({ booked }: { booked: readonly { client: TestPerson; href: string }[] }, which: number) =>
  booked[which]?.client.post(`${booked[which]?.href}/cancellation`, { reason: 'other' });

const isKeptFor = async (client: TestPerson) =>
  (await (await client.get('/times')).text()).includes('/times/wishes/passing');

async function wishes(office: TestOffice) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ client_id: string; outcome: string | null; offer_coach_id: string | null }>(
      sql`select client_id, outcome, offer_coach_id from time_wishes order by id`,
    ),
  );
  return rows;
}

test('a client waits for a time of a pool, is kept the one that comes free, and books it', async () => {
  const full = await fullAt();
  const { office, mika, sanna, raili, pool, at, week } = full;
  const [noora, olli] = [await related(office, mika, 'Noora'), await related(office, mika, 'Olli')];
  expect(await freeOn(noora, week)).not.toContain(at);
  const page = await (await noora.get(`/times/new${week}`)).text();
  expect(page).toContain(`name="pool" value="${pool}"`);
  expect((await noora.post('/times/wishes', { pool })).status).toBe(303);
  expect(await (await noora.get('/times')).text()).toContain('Kuka tahansa');
  // Asked once is enough.
  expect(await (await noora.get(`/times/new${week}`)).text()).not.toContain('action="/times/wishes"');

  // The second client's time is with somebody whom Noora meets through the pool alone.
  await free(full, 1);
  expect(await isKeptFor(noora)).toBe(true);
  expect([raili.id, sanna.id]).toContain((await wishes(office))[0]?.offer_coach_id);
  expect(await freeOn(olli, week)).not.toContain(at);
  expect((await full.book(olli, at)).status).toBe(422);
  const taken = await full.book(noora, at);
  expect(taken.status).toBe(303);
  expect((await wishes(office)).map(({ outcome }) => outcome)).toEqual(['booked']);
});

test('those who wait for a coach and those who wait for the pool stand in one line, and a time let pass goes on', async () => {
  const full = await fullAt();
  const { office, mika, pool } = full;
  const [noora, olli] = [await related(office, mika, 'Noora'), await related(office, mika, 'Olli')];
  await noora.post('/times/wishes', { pool });
  await olli.post('/times/wishes', { coach: mika.id });
  await noora.post('/times/wishes', { coach: mika.id });
  // Aino's own time is with Mika, for whom both wait.
  await free(full, 0);
  expect([await isKeptFor(noora), await isKeptFor(olli)]).toEqual([true, false]);
  expect((await noora.post('/times/wishes/passing', { pool })).status).toBe(303);
  expect([await isKeptFor(noora), await isKeptFor(olli)]).toEqual([false, true]);
  // Noora has let this time pass: in the other line in which she waits it does not come to her again.
  expect((await olli.post('/times/wishes/passing', { coach: mika.id })).status).toBe(303);
  expect([await isKeptFor(noora), await isKeptFor(olli)]).toEqual([false, false]);
  expect((await noora.post('/times/wishes/removal', { pool })).status).toBe(303);
  expect((await wishes(office)).map(({ outcome }) => outcome)).toEqual(['withdrawn', null, null]);
});

test('two times that come free at the same moment are kept for two, and one nobody takes is let go', async () => {
  const full = await fullAt();
  const { office, mika, pool } = full;
  const [noora, olli] = [await related(office, mika, 'Noora'), await related(office, mika, 'Olli')];
  for (const client of [noora, olli]) await client.post('/times/wishes', { pool });
  await Promise.all([free(full, 1), free(full, 2)]);
  expect([await isKeptFor(noora), await isKeptFor(olli)]).toEqual([true, true]);
  const kept = (await wishes(office)).map((one) => one.offer_coach_id);
  expect(new Set(kept).size).toBe(2);
  const later = now().add({ hours: 13 });
  const putBack = setClock(() => later);
  try {
    expect([await isKeptFor(noora), await isKeptFor(olli)]).toEqual([false, false]);
  } finally {
    putBack();
  }
});

test('nobody is kept a time with somebody they must not meet, and another’s pool cannot be waited for', async () => {
  const full = await fullAt();
  const { office, mika, sanna, raili, leena, pool, aino } = full;
  const noora = await related(office, mika, 'Noora');
  await office.inOffice(async (tx) => {
    for (const coach of [sanna, raili]) {
      const [first = '', second = ''] = [noora.id, coach.id].sort();
      await tx.execute(sql`insert into blocked_pairs (first_id, second_id) values (${first}, ${second})`);
    }
  });
  await noora.post('/times/wishes', { pool });
  await free(full, 1);
  await free(full, 2);
  expect(await isKeptFor(noora)).toBe(false);
  await free(full, 0);
  expect(await isKeptFor(noora)).toBe(true);

  const theirs = await office.inOffice((tx) =>
    makePool(tx, leena.actor, {
      name: { fi: 'Muiden', sv: 'Andras', en: 'Others’' },
      unitId: null,
      serviceId: null,
      forEveryone: false,
      coachIds: [raili.id],
    }),
  );
  expect((await aino.post('/times/wishes', { pool: theirs })).status).toBe(404);
  const elsewhere = await house.office();
  expect((await (await elsewhere.person('client')).post('/times/wishes', { pool })).status).toBe(404);
});

test('when a coach leaves the pool what was kept with them goes on, and when it ends nobody waits any more', async () => {
  const full = await fullAt();
  const { office, mika, sanna, raili, leena, pool } = full as Pool & typeof full;
  const noora = await related(office, mika, 'Noora');
  await noora.post('/times/wishes', { pool });
  await free(full, 1);
  const [wish] = await wishes(office);
  const left = [mika, sanna, raili].filter(({ id }) => id !== wish?.offer_coach_id);
  const form = { 'name-fi': 'Kuka tahansa', 'name-sv': 'Vem som helst', 'name-en': 'Anybody' };
  const kept = left.map(({ id }) => id);
  expect((await leena.post(`/times/pools/${pool}`, { ...form, 'coaches[]': kept })).status).toBe(303);
  expect(await isKeptFor(noora)).toBe(false);
  expect((await wishes(office)).map(({ outcome }) => outcome)).toEqual([null]);
  expect((await leena.post(`/times/pools/${pool}/ending`)).status).toBe(303);
  expect((await wishes(office)).map(({ outcome }) => outcome)).toEqual(['lapsed']);
  expect(await (await noora.get('/times')).text()).not.toContain('/times/wishes/removal');
});
