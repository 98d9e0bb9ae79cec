// The board, the days to confirm and the payers' pages must cost the same after six weeks and after ten years. Every
// question they ask is explained at both sizes: no table that grows with history is read from end to end, and the rows
// that are touched do not grow with it.
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { houseZone } from '../src/platform/clock.ts';
import { arrive, roomOf } from './call-room.ts';
import { openTestHouse, type TestPerson } from './cast.ts';
import { writeHistory } from './load/days-history.ts';
import { askedBy, costsOf } from './query-plans.ts';

const weeks = { short: 6, long: 600 };
const coaches = 2;
const clientsEach = 6;

/**
 * What is as large as the office's people and services, whatever the history. A payer has 26 periods a year and a client
 * four choices: ten years fit on a few pages of the disk, which no index makes fewer. Their rows are counted all the
 * same.
 */
const peopleTables = new Set([
  'persons',
  'role_grants',
  'relations',
  'enrolments',
  'groups',
  'group_coaches',
  'group_memberships',
  'programme_entries',
  'services',
  'service_bounds',
  'attendance_rules',
  'offices',
  'units',
  'settings',
  'closed_days',
  'blocked_pairs',
  'sessions',
  'office_addresses',
  'payer_periods',
  'conversations',
  'reading_marks',
  'channels',
  'channel_members',
  'mode_choices',
]);

const opened: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const house of opened) await house.close();
});

async function openWith(historyWeeks: number) {
  const house = await openTestHouse();
  opened.push(house);
  const office = await house.office();
  const coachPeople: TestPerson[] = [];
  for (let n = 0; n < coaches; n++) coachPeople.push(await office.person('coach'));
  const leena = await office.person('manager');
  await writeHistory(house.adminUrl, {
    officeId: office.officeId,
    coachIds: coachPeople.map((coach) => coach.id),
    clientsEach,
    weeks: historyWeeks,
  });
  const mika = coachPeople[0] as TestPerson;
  // Somebody at a door now, so that the frame of each page looks for them among all rooms of the years.
  const aino = await office.person('client');
  await arrive(aino, await roomOf(office, mika, [aino]));
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ client: string; group: string }>(sql`select m.client_id as client, m.group_id as group
      from group_memberships m join group_coaches c on c.group_id = m.group_id where c.coach_id = ${mika.id} limit 1`),
  );
  // A client of the history looks at the own pages, with a session that was begun for somebody else.
  const onni = await office.person('client');
  await office.inOffice((tx) =>
    tx.execute(sql`update sessions set person_id = ${rows[0]?.client} where person_id = ${onni.id}`),
  );
  const placeIn = (path: string) =>
    path.replace(':client', rows[0]?.client ?? '').replace(':group', rows[0]?.group ?? '');
  return { house, office, mika, leena, onni, placeIn };
}

describe('after six weeks and after ten years of days', () => {
  type Side = Awaited<ReturnType<typeof openWith>>;
  let sides: Promise<[Side, Side]> | undefined;
  const both = () => {
    sides ??= (async () => [await openWith(weeks.short), await openWith(weeks.long)] as [Side, Side])();
    return sides;
  };
  const last = lastPeriod();

  test.each([
    ['the morning board', 'mika', '/board'],
    ['the days to confirm', 'mika', '/confirmations'],
    ['the list of payers’ periods', 'leena', '/payer-summaries'],
    ['the payer’s period to close', 'leena', `/payer-summaries/kela/${last}`],
    ['a period that has been closed', 'leena', `/payer-summaries/kela/${last.subtract({ days: 14 })}`],
    ['the overview of the week', 'leena', '/overview'],
    ['the client’s Today', 'onni', '/today'],
    ['the client’s own month', 'onni', '/my-days'],
    ['the month of a client', 'mika', '/clients/:client/days'],
    ['the month of a group', 'mika', '/groups/:group/days'],
  ] as const)('%s costs the same', async (_, who, path) => {
    const [short, long] = await both();
    const costs: { rows: number; endToEnd: string[] }[] = [];
    for (const side of [short, long]) {
      const asked = await askedBy(() => side[who].get(side.placeIn(path)));
      expect(asked.length).toBeGreaterThan(3);
      const each = await costsOf(side.house.urls.app, side.office.officeId, asked, peopleTables);
      costs.push({
        rows: each.reduce((sum, one) => sum + one.rows, 0),
        endToEnd: each.flatMap((one) => one.endToEnd.map((table) => `${table}: ${one.text}`)),
      });
    }
    const [few, many] = costs;
    // A table of a few hundred rows is rightly read from end to end, so only the large size is asked about.
    expect(many?.endToEnd).toEqual([]);
    expect(many?.rows ?? 0).toBeLessThan(2 * (few?.rows ?? 0) + 500);
  });
});

/** The first day of the last period that is over. */
function lastPeriod(): Temporal.PlainDate {
  const today = Temporal.Now.plainDateISO(houseZone);
  const first = Temporal.PlainDate.from('2026-01-05');
  const since = Math.floor(first.until(today).days / 14);
  return first.add({ days: 14 * (since - 1) });
}
