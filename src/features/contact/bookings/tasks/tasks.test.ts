import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';
import { freeOn, meetingWith } from '../../../../../test/meeting.ts';
import { bookingById } from '../queries.ts';
import { toldMeetingOf } from '../told-meetings.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const nextWeek = Temporal.Now.plainDateISO('Europe/Helsinki').add({ weeks: 1 });
const form = { task: 'Täytä hakemus', day: nextWeek.toString(), time: '9.10' };

test('a coach gives a task, the client does it in their own time, and no free time is taken', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const free = await freeOn(aino, `?week=${nextWeek}`);
  const given = await mika.post('/times/tasks', { ...form, client: aino.id });
  expect(given.status).toBe(303);
  const href = given.headers.get('location') ?? '';
  expect(await freeOn(aino, `?week=${nextWeek}`)).toEqual(free);
  // Two of them may be due at once.
  expect((await mika.post('/times/tasks', { ...form, client: aino.id })).status).toBe(303);
  const page = await (await aino.get(href)).text();
  expect(page).toContain('Täytä hakemus');
  expect(page).toContain('Merkitse tehdyksi');
  expect(page).not.toContain('/move');
  expect(await (await aino.get('/times')).text()).toContain('Tehtävänä');

  for (const _ of [1, 2]) expect((await aino.post(`${href}/done`)).status).toBe(303);
  expect(await (await aino.get(href)).text()).toContain('Tehtävä on tehty');
  expect(await (await mika.get(href)).text()).toContain('Tehtävä on tehty');
  const id = href.split('/').at(-1) ?? '';
  await office.inOffice(async (tx) => {
    const { rows } = await tx.execute(sql`select actual_mode, happened from booking_outcomes`);
    expect(rows).toEqual([{ actual_mode: 'own-time', happened: true }]);
    // It is no meeting: it brings no minutes of taking part.
    expect(await toldMeetingOf(tx, id)).toBeUndefined();
    const stored = (await bookingById(tx, id))?.task;
    expect(stored?.toString('utf8')).not.toContain('hakemus');
  });
});

test('only the client’s own coach gives a task, not for a time that is over, and only they see it', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const stranger = await office.person('coach');
  expect((await stranger.post('/times/tasks', { ...form, client: aino.id })).status).toBe(404);
  expect((await aino.post('/times/tasks', { ...form, client: aino.id })).status).toBe(404);
  const late = await mika.post('/times/tasks', { ...form, client: aino.id, day: '2020-01-01' });
  expect(late.status).toBe(422);
  const href = (await mika.post('/times/tasks', { ...form, client: aino.id })).headers.get('location') ?? '';
  const elsewhere = await meetingWith(house);
  for (const person of [stranger, await office.person('client'), elsewhere.mika, elsewhere.aino]) {
    expect((await person.get(href)).status).toBe(404);
    expect((await person.post(`${href}/done`)).status).toBe(404);
  }
  await office.inOffice((tx) => tx.execute(sql`update relations set ends_on = current_date - 1`));
  expect((await mika.post(`${href}/done`)).status).toBe(404);
});

test('a meeting is never marked done this way', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const [at = ''] = await freeOn(aino, `?week=${nextWeek}`);
  const href =
    (await aino.post('/times', { coach: mika.id, at, mode: 'video' })).headers.get('location') ?? '';
  await aino.post(`${href}/done`);
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select 1 from booking_outcomes`));
  expect(rows).toEqual([]);
});
