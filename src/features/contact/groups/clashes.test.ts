import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../test/cast.ts';
import { firstFree, meetingWith } from '../../../../test/meeting.ts';
import { reactions } from '../bookings/reactions.ts';
import { holdCoachTimes } from './coach-times.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const page = async (answer: Response | Promise<Response>) => (await answer).text();

async function clashesTold(office: TestOffice) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string; payload: { coachId: string } }>(
      sql`select id, payload from events where name = 'booking.clashes' order by position`,
    ),
  );
  return rows;
}

test('a coach whose group is put at the time of a booking is told once and sees both; the group’s leader sees no name', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const leena = await office.person('manager', { givenName: 'Leena' });
  const stranger = await office.person('coach');
  const at = await firstFree(aino);
  const booking = (await aino.post('/times', { coach: mika.id, at, mode: 'video' })).headers.get('location');
  const groupId = (await mika.post('/groups', { name: 'Aamuryhmä' })).headers.get('location')?.split('/')[2];
  const begins = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Helsinki');
  expect(await page(mika.get('/times'))).not.toContain('varatun ajan päällä');
  const set = await leena.post(`/groups/${groupId}/programme`, {
    kind: 'live',
    title: 'Yhteinen aamu',
    weekday: String(begins.dayOfWeek),
    starts: begins.toPlainTime().subtract({ minutes: 10 }).toString({ smallestUnit: 'minute' }),
    ends: begins.toPlainTime().add({ minutes: 20 }).toString({ smallestUnit: 'minute' }),
    'ways[]': ['video'],
    validFrom: begins.toPlainDate().toString(),
  });
  expect(set.status).toBe(303);

  const times = await page(mika.get('/times'));
  expect(times).toContain('Ryhmä on varatun ajan päällä');
  expect(times).toContain(`<a href="${booking}">`);
  const group = await page(leena.get(`/groups/${groupId}`));
  expect(group).toContain('Ohjaajalla on varattu aika samaan aikaan');
  expect(group).toContain('<li>Mika, ');
  expect(/Ohjaajalla on varattu aika[\s\S]*?<\/ul>/.exec(group)?.[0]).not.toContain('Aino');
  expect(await page(stranger.get('/times'))).not.toContain('varatun ajan päällä');

  const [told, ...more] = await clashesTold(office);
  expect(more).toEqual([]);
  expect(told?.payload).toEqual({ coachId: mika.id });
  const tell = reactions.find((one) => one.event === 'booking.clashes');
  const event = { id: told?.id ?? '', actorId: null, payload: told?.payload as never };
  for (const _ of [1, 2]) await office.inOffice((tx) => tell?.run(tx, event as never) ?? Promise.resolve());
  const { rows } = await office.inOffice((tx) =>
    tx.execute(sql`select person_id from notices where kind = 'booking-clashes'`),
  );
  expect(rows).toEqual([{ person_id: mika.id }]);

  // The night tries again to hold the time, and tells of nothing new; once the booking is gone, nothing is shown.
  await office.inOffice((tx) => holdCoachTimes(tx, groupId ?? ''));
  expect(await clashesTold(office)).toHaveLength(1);
  await aino.post(`${booking}/cancellation`, { reason: 'other' });
  expect(await page(mika.get('/times'))).not.toContain('varatun ajan päällä');
  expect(await page(leena.get(`/groups/${groupId}`))).not.toContain('varattu aika samaan aikaan');
});
