// The town of Likijärvi as a stranger finds it: whole, in the middle of a coaching day, and the same for everybody
// who starts it at that moment.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { makeLikijarvi } from '../src/demo/likijarvi.ts';
import { linksFor } from '../src/demo/links.ts';
import { openToday } from '../src/demo/today.ts';
import { setClock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config.ts';
import { openFiles } from '../src/platform/files.ts';
import { openHouse } from '../src/platform/house.ts';
import { openLog } from '../src/platform/log.ts';
import { openTestDatabase } from './database.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'likista-town-'));
const read = readConfig({ dataFolder: folder }, { LOG_LEVEL: 'silent' });
if (!read.ok) throw new Error(read.problems.join('\n'));
const { config } = read;

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Town = Awaited<ReturnType<typeof startAt>>;

/** Starts the demonstration with nothing there at a moment of Finland's clock. Gives a way to look at its rows. */
async function startAt(moment: string) {
  const instant = Temporal.ZonedDateTime.from(`${moment}[Europe/Helsinki]`).toInstant();
  closings.push(async () => restore());
  const restore = setClock(() => instant);
  const database = await openTestDatabase();
  closings.push(database.close);
  const house = await openHouse({
    config,
    urls: database.urls,
    masterKey: randomBytes(32),
    files: await openFiles(config),
    log: openLog('silent'),
  });
  closings.push(house.close);
  const officeId = await makeLikijarvi(house);
  await openToday(house, officeId);
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  closings.push(() => admin.end());
  const ask = async (question: string) => (await admin.query({ text: question, rowMode: 'array' })).rows;
  return {
    ask,
    count: async (rows: string) => Number((await ask(`select count(*) from ${rows}`))[0]?.[0]),
    links: () => linksFor(house, config, officeId),
    today: instant.toZonedDateTimeISO('Europe/Helsinki').toPlainDate(),
    instant,
  };
}

/** What a visitor would see of everybody, whatever the keys of the rows are. */
async function faces(town: Town): Promise<unknown[][]> {
  const seen: unknown[][] = [];
  for (const question of [
    'select email, given_name, family_name, language from persons order by email',
    `select one.email, other.email, starts_at, ends_at, mode, place, task is null
      from bookings join persons one on one.id = client_id join persons other on other.id = coach_id
      order by starts_at, one.email, mode`,
    `select email, day, class, expected_minutes, silent_since
      from days join persons on persons.id = client_id order by day, email`,
    `select email, way, from_at, to_at
      from day_presences join days on days.id = day_id join persons on persons.id = client_id
      order by from_at, email, way, to_at`,
    `select email, service_id is null, wished, second
      from mode_choices join persons on persons.id = client_id order by email, 2, wished`,
  ])
    seen.push(await town.ask(question));
  return seen;
}

/** How many groups are between the first and the last of what they do together today. */
const goingOn = (town: Town) =>
  town.count(`(select group_id from group_sessions where not cancelled and day = '${town.today}' group by group_id
    having min(starts_at) <= '${town.instant}' and max(ends_at) > '${town.instant}') as one`);

/** How many live sessions of now have a room that can be joined. */
const joinable = (town: Town) =>
  town.count(`group_sessions where kind = 'live' and room_id is not null and not cancelled
    and starts_at <= '${town.instant}' and ends_at > '${town.instant}'`);

const peopleWith = (role: string) =>
  `(select distinct person_id from role_grants where role = '${role}') as one`;

test('has the people, units, services, choices and times that it promises, and a way in for each role', async () => {
  const town = await startAt('2026-11-24T10:05');
  expect(await town.count('units')).toBe(4);
  expect(await town.count(peopleWith('client'))).toBe(33);
  expect(await town.count(peopleWith('provider'))).toBe(3);
  expect(await town.count(peopleWith('partner'))).toBe(4);
  expect(await town.count('persons')).toBe(33 + 3 + 4 + 8);
  expect(await town.count('services')).toBe(8);
  const choosers = await town.count('(select distinct client_id from mode_choices) as one');
  expect(choosers).toBe(33);
  for (const week of [1, 2, 3, 4])
    expect(
      await town.count(`bookings where starts_at between timestamptz '${town.instant}' - interval '${week} weeks'
        and timestamptz '${town.instant}' - interval '${week - 1} weeks'`),
      `times booked ${week} weeks ago`,
    ).toBeGreaterThan(10);
  expect(await town.count(`bookings where starts_at > '${town.instant}' and task is null`)).toBeGreaterThan(
    15,
  );
  // Whoever needs an interpreter meets their coach by video soon, and the interpreter has a seat of their own.
  const interpreted = await town.ask(`select language, mode from booking_participants join bookings
    on bookings.id = booking_id join persons on persons.id = client_id where kind = 'interpreter'`);
  expect(interpreted.length).toBe(2);
  for (const [language, mode] of interpreted) expect([language, mode]).toEqual(['en', 'video']);
  // The payers are told of days that are what the law asks of a day, and most of them are confirmed at a glance.
  const confirmed = `confirmations join days on days.id = day_id where confirmations.class = 'attended'`;
  const whole = await town.count(`${confirmed} and confirmations.minutes >= expected_minutes`);
  expect(whole / (await town.count(confirmed))).toBeGreaterThan(0.75);
  const [first] = await town.ask(`select min(day)::text from days`);
  expect(first?.[0] <= town.today.subtract({ weeks: 6 }).toString()).toBe(true);
  expect(await goingOn(town)).toBeGreaterThan(0);
  expect(await joinable(town)).toBeGreaterThan(0);
  const roles = (await town.links()).map(({ role }) => role);
  expect(new Set(roles).size).toBe(8);
});

// The night in which an hour is missing, on a Sunday; and the last hour of a year.
test.each(['2026-03-29T04:10', '2026-12-31T23:40'])(
  'a coaching day goes on when it is started at %s, and it is the same town for whoever starts it then',
  async (moment) => {
    const [town, again] = [await startAt(moment), await startAt(moment)];
    expect(await goingOn(town)).toBeGreaterThan(0);
    expect(await joinable(town)).toBeGreaterThan(0);
    expect(await town.count(`day_hellos where said_at::date = '${town.today}'`)).toBeGreaterThan(3);
    const [people, ...rest] = await faces(town);
    expect(people?.length).toBe(48);
    expect(await faces(again)).toEqual([people, ...rest]);
  },
);
