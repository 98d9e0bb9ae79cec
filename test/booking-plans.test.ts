// The page of free times must cost the same with five hundred bookings in the office and with a hundred times
// as many: no question reads a table that grows with them from end to end, and the rows that are touched grow
// with a coach's own weeks, not with the office's years.
import { expect, test } from 'vitest';
import { openTestHouse } from './cast.ts';
import { writeBookingYear } from './load/bookings-history.ts';
import { askedBy, costsOf } from './query-plans.ts';

/** As large as the office's people, whatever is booked. */
const peopleTables = new Set([
  'persons',
  'role_grants',
  'relations',
  'offices',
  'units',
  'settings',
  'closed_days',
  'blocked_pairs',
  'sessions',
  'office_addresses',
  'availability',
  'availability_exceptions',
  'booking_terms',
  'booking_pools',
  'booking_pool_coaches',
  'services',
  'travel_times',
  'time_wishes',
  'usual_modes',
  // Nobody has written anything here.
  'conversations',
  'channels',
  'channel_members',
  'reading_marks',
  'messages',
]);

test('the free times cost the same with 500 and with 50,000 bookings', async () => {
  const costs = [];
  for (const count of [500, 50_000]) {
    const house = await openTestHouse();
    try {
      const { officeId, clients } = await writeBookingYear(house.adminUrl, count);
      const cookie = clients[0]?.cookie ?? '';
      const load = () => house.app.request('http://localhost:8080/times/new', { headers: { cookie } });
      // What is kept in memory after the first page is not asked again.
      await load();
      const asked = await askedBy(load);
      expect(asked.length).toBeGreaterThan(5);
      const each = await costsOf(house.urls.app, officeId, asked, peopleTables);
      costs.push({
        rows: each.reduce((sum, one) => sum + one.rows, 0),
        endToEnd: each.flatMap((one) => one.endToEnd.map((table) => `${table}: ${one.text}`)),
      });
    } finally {
      await house.close();
    }
  }
  const [few, many] = costs;
  expect(many?.endToEnd).toEqual([]);
  // The coach has 8 times a day instead of one in a fortnight: these are read, and not all of the office.
  expect(many?.rows ?? 0).toBeLessThan((few?.rows ?? 0) + 2_500);
});
