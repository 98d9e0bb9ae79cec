import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../../test/cast.ts';
import { firstFree, freeOn, poolWith } from '../../../../../test/meeting.ts';
import { todayIn } from '../../../../platform/clock.ts';
import type { Role } from '../../../../platform/session.ts';
import { addUnit } from '../../../ground/offices/actions.ts';
import { grantRole } from '../../../ground/people/actions.ts';
import { addService } from '../../../offer/services/door.ts';
import { setTravel } from '../availability/travel.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const said = (fi: string) => ({ fi, sv: `${fi} sv`, en: `${fi} en` });
const page = async (answer: Response | Promise<Response>) => (await answer).text();

async function inUnit(office: TestOffice, unitId: string, role: Role, givenName: string) {
  const person = await office.person([], { givenName });
  const startsOn = todayIn().subtract({ days: 30 });
  await office.inOffice((tx) => grantRole(tx, undefined, { personId: person.id, role, unitId, startsOn }));
  return person;
}

/** A pool of the whole office, and two units with a manager and a coach each; Leena leads the office. */
async function twoUnits() {
  const made = await poolWith(house);
  const { office, leena } = made;
  const [workshop, kitchen] = await office.inOffice(async (tx) => [
    await addUnit(tx, { name: said('Verstas'), kind: 'youth-workshop' }, leena.actor),
    await addUnit(tx, { name: said('Keittiö'), kind: 'youth-workshop' }, leena.actor),
  ]);
  if (!workshop || !kitchen) throw new Error('no units');
  return {
    ...made,
    workshop,
    kitchen,
    minna: await inUnit(office, workshop, 'manager', 'Minna'),
    sari: await inUnit(office, kitchen, 'manager', 'Sari'),
    timo: await inUnit(office, workshop, 'coach', 'Timo'),
    kaisa: await inUnit(office, kitchen, 'coach', 'Kaisa'),
  };
}

const named = (fi: string) => ({ 'name-fi': fi, 'name-sv': fi, 'name-en': fi });

async function lastPool(office: TestOffice) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string; unit_id: string | null; coaches: number }>(sql`select o.id, o.unit_id,
      (select count(*)::int from booking_pool_coaches k where k.pool_id = o.id and k.left_at is null) as coaches
      from booking_pools o order by o.made_at desc, o.id desc limit 1`),
  );
  return rows[0];
}

test('a manager of one unit sees and changes the shared lists of that unit; another unit’s are not there', async () => {
  const { office, leena, minna, sari, timo, kaisa, kitchen, workshop, pool: wholeOffice } = await twoUnits();
  // The only unit need not be said; a coach of another unit is not among those to choose.
  const form = { ...named('Verstaan ajat'), 'coaches[]': [timo.id, kaisa.id] };
  expect((await minna.post('/times/pools', form)).status).toBe(303);
  const made = await lastPool(office);
  expect(made).toMatchObject({ unit_id: workshop, coaches: 1 });
  const href = `/times/pools/${made?.id}`;
  expect((await minna.post('/times/pools', { ...form, unit: kitchen })).status).toBe(422);

  expect(await page(minna.get('/times/pools'))).toContain('Verstaan ajat');
  expect(await page(minna.get('/times/pools'))).not.toContain('Kuka tahansa');
  expect(await page(sari.get('/times/pools'))).not.toContain('Verstaan ajat');
  for (const [who, at] of [
    [sari, href],
    [minna, `/times/pools/${wholeOffice}`],
  ] as const) {
    expect((await who.get(at)).status).toBe(404);
    expect((await who.post(at, form)).status).toBe(404);
    expect((await who.post(`${at}/ending`)).status).toBe(404);
  }
  expect((await minna.get(href)).status).toBe(200);
  expect((await leena.post(href, { ...form, 'coaches[]': [timo.id, kaisa.id], unit: workshop })).status).toBe(
    303,
  );
  // What the office's manager put there stays when the unit's manager changes the name.
  expect((await minna.post(href, form)).status).toBe(303);
  expect((await lastPool(office))?.coaches).toBe(2);
  expect((await minna.post(`${href}/ending`)).status).toBe(303);
});

test('travel and places belong to a unit: others do not see them, and its own minutes go before the office’s', async () => {
  const { leena, minna, sari, timo, kaisa, workshop } = await twoUnits();
  const travel = { from: 'Rantakatu 2', to: 'Asematie 7', minutes: '25' };
  expect((await minna.post('/times/travel', travel)).status).toBe(303);
  expect(await page(minna.get('/times/pools'))).toContain('25 min');
  expect(await page(leena.get('/times/pools'))).toContain('25 min');
  const [, removal] = /action="(\/times\/travel\/[^"]+)"/.exec(await page(minna.get('/times/pools'))) ?? [];
  expect(await page(sari.get('/times/pools'))).not.toContain('25 min');
  expect((await sari.post(removal ?? '')).status).toBe(404);
  // The same pair again in another unit is another row, and in the same one the newest holds.
  expect((await sari.post('/times/travel', { ...travel, minutes: '40' })).status).toBe(303);
  expect((await minna.post('/times/travel', { ...travel, minutes: '30' })).status).toBe(303);
  const mine = await page(minna.get('/times/pools'));
  expect(mine).toContain('30 min');
  expect(mine).not.toContain('40 min');
  expect((await minna.post(removal ?? '')).status).toBe(303);

  expect((await timo.post('/times/places', { name: 'Sali', address: 'Verstastie 1' })).status).toBe(303);
  expect(await page(timo.get('/times/places'))).toContain('Verstastie 1');
  expect(await page(minna.get('/times/places'))).toContain('Verstastie 1');
  for (const other of [kaisa, sari]) {
    expect(await page(other.get('/times/places'))).not.toContain('Verstastie 1');
    const [, forget] = /action="([^"]+\/removal)"/.exec(await page(minna.get('/times/places'))) ?? [];
    expect((await other.post(forget ?? '')).status).toBe(404);
  }
  expect((await kaisa.post('/times/places', { name: 'Sali', address: 'X', unit: workshop })).status).toBe(
    422,
  );
  // What the whole office has described is read by all, and changed by whoever leads the office.
  expect((await leena.post('/times/places', { name: 'Aula', address: 'Toimistotie 9' })).status).toBe(303);
  const seen = await page(kaisa.get('/times/places'));
  expect(seen).toContain('Toimistotie 9');
  expect(seen).not.toContain('/removal');
});

test('the minutes of a unit hold for its coaches and leave the times of others as they are', async () => {
  const { office, aino, mika, workshop, kitchen } = await twoUnits();
  const ville = await office.person('client');
  await office.relate(ville, mika);
  await office.inOffice(async (tx) => {
    await tx.execute(
      sql`update availability set place = 'Huone 2', modes = '{in-person}' where coach_id = ${mika.id}`,
    );
    await tx.execute(sql`update role_grants set unit_id = ${workshop} where person_id = ${mika.id}`);
  });
  const at = await firstFree(aino);
  await aino.post('/times', { coach: mika.id, at, mode: 'in-person' });
  const week = `?week=${at.slice(0, 10)}`;
  const before = await freeOn(ville, week);
  const between = { from: 'Huone 2', to: 'Asematie 7', minutes: 60 };
  await office.inOffice(async (tx) => {
    await tx.execute(sql`update availability set place = 'Asematie 7' where coach_id = ${mika.id}`);
    await setTravel(tx, mika.actor, { ...between, unitId: kitchen });
  });
  expect(await freeOn(ville, week)).toEqual(before);
  await office.inOffice((tx) => setTravel(tx, mika.actor, { ...between, unitId: workshop }));
  expect((await freeOn(ville, week)).length).toBe(before.length - 2);
});

test('a client sees the service of a shared list by its name in their language', async () => {
  const { office, leena, aino, pool, mika, query } = await twoUnits();
  const serviceId = await office.inOffice((tx) =>
    addService(tx, leena.actor, { name: said('Digituki'), kind: 'digital-support', stage: 'in-use' }),
  );
  const form = { ...named('Ajat'), 'coaches[]': mika.id };
  expect((await leena.post(`/times/pools/${pool}`, { ...form, service: crypto.randomUUID() })).status).toBe(
    422,
  );
  expect((await leena.post(`/times/pools/${pool}`, { ...form, service: serviceId })).status).toBe(303);
  expect(await page(aino.get(`/times/new${query}`))).toContain('Digituki. ');
  await office.inOffice((tx) => tx.execute(sql`update persons set language = 'sv' where id = ${aino.id}`));
  expect(await page(aino.get(`/times/new${query}`))).toContain('Digituki sv. ');
});
