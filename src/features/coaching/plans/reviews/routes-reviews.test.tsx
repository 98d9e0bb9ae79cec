import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../../test/cast.ts';
import { todayIn } from '../../../../platform/clock.ts';
import { addUnit } from '../../../ground/offices/actions.ts';
import { grantRole } from '../../../ground/people/actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const words = async (answer: Response | Promise<Response>) => (await answer).text();
const said = (fi: string) => ({ fi, sv: fi, en: fi });

async function inUnit(office: TestOffice, unitId: string, role: 'client' | 'manager', givenName: string) {
  const person = await office.person(role === 'client' ? 'client' : [], { givenName });
  const startsOn = todayIn().subtract({ days: 30 });
  await office.inOffice((tx) => grantRole(tx, undefined, { personId: person.id, role, unitId, startsOn }));
  return person;
}

/** Two units with a client each, one client with Mika, and who leads the office or a unit. */
async function twoUnits() {
  const office = await house.office();
  const leena = await office.person('manager', { givenName: 'Leena' });
  const mika = await office.person('coach', { givenName: 'Mika' });
  const unitOf = (fi: string) =>
    office.inOffice((tx) => addUnit(tx, { name: said(fi), kind: 'youth-workshop' }, leena.actor));
  const [workshop, kitchen] = [await unitOf('Verstas'), await unitOf('Keittiö')];
  const aino = await inUnit(office, workshop, 'client', 'Aino');
  const ville = await inUnit(office, kitchen, 'client', 'Ville');
  await office.relate(aino, mika);
  const minna = await inUnit(office, workshop, 'manager', 'Minna');
  return { office, leena, mika, minna, aino, ville, workshop, kitchen };
}

test('a manager narrows the list down to a unit and to a coach’s clients, and the figures follow', async () => {
  const { office, leena, mika, minna, aino, workshop, kitchen } = await twoUnits();
  const all = await words(leena.get('/mode-reviews'));
  for (const name of ['Aino', 'Ville', 'Verstas', 'Keittiö', 'Mika']) expect(all).toContain(name);
  const inWorkshop = await words(leena.get(`/mode-reviews?unit=${workshop}`));
  expect(inWorkshop).toContain('Aino');
  expect(inWorkshop).not.toContain('Ville');
  expect(inWorkshop).toContain(`href="/mode-reviews?unit=${workshop}&amp;show=none"`);
  expect(await words(leena.get(`/mode-reviews?coach=${mika.id}`))).not.toContain('Ville');
  expect(await words(leena.get(`/mode-reviews?unit=${kitchen}&coach=${mika.id}`))).not.toContain('Aino');

  // A unit tells where somebody is: the protected are not found by it.
  await office.inOffice((tx) => tx.execute(sql`update persons set protected = true where id = ${aino.id}`));
  expect(await words(leena.get(`/mode-reviews?unit=${workshop}`))).not.toContain('Aino');
  await office.inOffice((tx) => tx.execute(sql`update persons set protected = false where id = ${aino.id}`));

  // Another unit's filter finds nothing more than one's own clients.
  const hers = await words(minna.get(`/mode-reviews?unit=${kitchen}`));
  expect(hers).toContain('Aino');
  expect(hers).not.toContain('Ville');
  expect(hers).not.toContain('Keittiö');
  expect(await words(mika.get('/mode-reviews'))).not.toContain('name="coach"');
});

test('the list comes in pages, and a page beyond the last is the last', async () => {
  const { office, leena } = await twoUnits();
  for (let nth = 0; nth < 51; nth++) await office.person('client', { givenName: `Asiakas ${nth}` });
  const rowsOn = async (page: number) =>
    [
      ...(await words(leena.get(`/mode-reviews?page=${page}`))).matchAll(/href="\/clients\/([^/]+)\/modes"/g),
    ].map((match) => match[1]);
  const [first, second] = [await rowsOn(1), await rowsOn(2)];
  expect(first).toHaveLength(50);
  expect(second).toHaveLength(3);
  expect(new Set([...first, ...second]).size).toBe(53);
  expect(await rowsOn(9)).toEqual(second);
});

test('the office says when a choice is usually reviewed; the form begins with it and the client may choose otherwise', async () => {
  const { office, aino } = await twoUnits();
  const before = await words(aino.get('/my-mode/wish'));
  expect(before).toMatch(/value="12"[^>]*checked/);
  await office.inOffice((tx) =>
    tx.execute(sql`insert into settings (key, value, valid_from, source)
      values ('plans.mode-review-after-weeks', '8', current_date - 1, 'Johtoryhmä 3.11.2026')`),
  );
  const after = await words(aino.get('/my-mode/wish'));
  expect(after).toMatch(/value="8"[^>]*checked/);
  expect(after).toContain('8 viikon kuluttua');
  await aino.post('/my-mode', { wished: 'video', reviewIn: '4' });
  const reviewOn = async () => {
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string; days: number }>(
        sql`select id, review_on - chosen_at::date as days from mode_choices order by chosen_at desc limit 1`,
      ),
    );
    return rows[0];
  };
  const own = await reviewOn();
  expect(Math.round((own?.days ?? 0) / 7)).toBe(4);
  // Kept as it is, the office's own time is agreed anew.
  await aino.post('/my-mode/kept', { choice: own?.id ?? '' });
  expect(Math.round(((await reviewOn())?.days ?? 0) / 7)).toBe(8);
});
