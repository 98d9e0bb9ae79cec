// Two ways to somebody without one's own coach: a number in a queue, and a time of a shared list that has come free.
// The client has a phone without script; the coach is at a desk and sees each step as it comes.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDropIn } from '../../src/features/contact/drop-in/door.ts';
import type { TestPerson } from '../cast.ts';
import { firstFree, poolWith } from '../meeting.ts';
import { openAllDay } from '../queue.ts';
import { faultsOf } from './accessibility-faults.ts';
import { arriveBy, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const press = (page: Page, name: string | RegExp) =>
  arriveBy(page, () => page.getByRole('button', { name }).first().click());
const follow = (page: Page, name: string | RegExp) =>
  arriveBy(page, () => page.getByRole('link', { name }).first().click());
const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
const isReadable = async (page: Page) => expect(await faultsOf(page, 'every rule')).toEqual([]);

/** The accessibility engine needs script: it looks at the same page of the same person in another window. */
async function isReadableTo(person: TestPerson, page: Page): Promise<void> {
  const scripted = await stage.enter(person, { device: 'phone' });
  await scripted.goto(page.url());
  await isReadable(scripted);
  await scripted.context().close();
}

test('a client takes a number on a phone without script, sees the place and the wait, and is let in and done', async () => {
  const office = await stage.house.office();
  const mika = await office.person('coach', { givenName: 'Mika' });
  const aino = await office.person('client', { givenName: 'Aino', phone: '+358401234567' });
  const ville = await office.person('client', { givenName: 'Ville' });
  await office.relate(aino, mika);
  const dropInId = await office.inOffice((tx) =>
    makeDropIn(tx, mika.actor, openAllDay({ coachIds: [mika.id] })),
  );
  await ville.post(`/drop-in/${dropInId}/places`, { mode: 'phone' });

  const desk = await stage.enter(mika);
  await desk.goto(stage.at(`/drop-in/${dropInId}`));
  await sees(desk, 'Yksi odottaa');

  const phone = await stage.enter(aino, { device: 'phone', withoutScript: true });
  await phone.goto(stage.at('/times'));
  await follow(phone, /ilman ajanvarausta/);
  await follow(phone, /Ota numero/);
  await phone.getByRole('radio', { name: 'Puhelimessa' }).check();
  await press(phone, 'Ota numero');
  await sees(phone, 'Ennen sinua on yksi. Odotus noin 10 min.');
  await isReadableTo(aino, phone);

  // Ville first; then it is her turn, and the desk hears of her without being asked.
  await sees(desk, '2 odottaa');
  await press(desk, 'Kutsu seuraava');
  await press(desk, 'Valmis');
  await arriveBy(phone, () => phone.reload());
  await sees(phone, 'Olet seuraava.');
  await press(desk, 'Kutsu seuraava');
  await sees(desk, 'Aino');
  await isReadable(desk);
  await arriveBy(phone, () => phone.reload());
  await sees(phone, 'Mika soittaa sinulle nyt.');
  await press(desk, 'Valmis');
  await arriveBy(phone, () => phone.reload());
  await sees(phone, 'Kiitos, kun kävit');
});

test('a client waits for a time of a shared list on a phone without script, and takes the one that comes free', async () => {
  const { office, aino, mika, raili, sanna, pool, book, query } = await poolWith(stage.house);
  const at = await firstFree(aino, query);
  const others = [];
  for (const name of ['Ville', 'Noora', 'Eero']) {
    const client = await office.person('client', { givenName: name });
    await office.relate(client, mika);
    others.push({ client, href: (await book(client, at)).headers.get('location') });
  }

  const phone = await stage.enter(aino, { device: 'phone', withoutScript: true });
  await phone.goto(stage.at(`/times/new?pool=${pool}&week=${at.slice(0, 10)}`));
  await sees(phone, 'Näet valmentajan nimen, kun olet varannut ajan.');
  await isReadableTo(aino, phone);
  await press(phone, 'Ilmoita, kun aika vapautuu');
  await sees(phone, 'Odotat vapautuvaa aikaa');
  await sees(phone, /Kuka tahansa/);

  // Mika's own time was given first; the next is with somebody else of the list.
  const second = others[1];
  await second?.client.post(`${second.href}/cancellation`, { reason: 'other' });
  await arriveBy(phone, () => phone.reload());
  await sees(phone, 'Aika vapautui sinulle');
  await isReadableTo(aino, phone);
  await arriveBy(phone, () => phone.getByRole('button', { name: 'Varaa aika' }).click());
  await sees(phone, /Raili|Sanna/);
  const coach = (await phone.getByText('Raili').count()) > 0 ? raili : sanna;
  const desk = await stage.enter(coach);
  await desk.goto(stage.at(`/times?week=${at.slice(0, 10)}`));
  await sees(desk, 'Aino');
});
