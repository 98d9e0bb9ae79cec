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

type Town = Omit<Awaited<ReturnType<typeof startAt>>, 'at'>;

/** Starts the demonstration with nothing there at a moment of Finland's clock. Gives a way to look at its rows. */
async function startAt(moment: string) {
  let instant = instantOf(moment);
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
  const open = () => openToday(house, officeId);
  await open();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  closings.push(() => admin.end());
  const ask = async (question: string) => (await admin.query({ text: question, rowMode: 'array' })).rows;
  const town = {
    ask,
    count: async (rows: string) => Number((await ask(`select count(*) from ${rows}`))[0]?.[0]),
    links: () => linksFor(house, config, officeId),
    open,
  };
  const asOf = (then: Temporal.Instant) => ({
    ...town,
    today: then.toZonedDateTimeISO('Europe/Helsinki').toPlainDate(),
    instant: then,
  });
  /** The same town at a later moment. */
  const at = (later: string) => {
    instant = instantOf(later);
    return asOf(instant);
  };
  return { ...asOf(instant), at };
}

const instantOf = (moment: string) => Temporal.ZonedDateTime.from(`${moment}[Europe/Helsinki]`).toInstant();

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

/** Which of the two whom a visitor meets first are in the room of a session of today that goes on now. */
const invited = async (town: Town) =>
  (
    await town.ask(`select distinct substring(email from '^[a-z]+') from group_sessions session
      join room_invitations guest on guest.room_id = session.room_id join persons on persons.id = guest.person_id
      where session.kind = 'live' and not session.cancelled and session.day = '${town.today}'
        and starts_at <= '${town.instant}' and ends_at > '${town.instant}'
        and email ~ '^(aino|mika)[.@]' order by 1`)
  ).map(([key]) => key);

/** Payers have been told, also of what changed since, and a client waits for an answer; nothing is still to come. */
async function expectToBeTold(town: Town): Promise<void> {
  for (const payer of ['kela', 'municipality', 'unemployment-fund'])
    expect(await town.count(`payer_periods where payer = '${payer}'`), payer).toBeGreaterThan(0);
  expect(await town.count('payer_rows where not correction')).toBeGreaterThan(200);
  expect(await town.count('payer_rows where correction')).toBeGreaterThan(0);
  expect(await town.count('days where owes_correction')).toBe(1);
  expect(await town.count(`payer_periods where closed_at > '${town.instant}'`)).toBe(0);
  expect(await town.count(`confirmations where confirmed_at > '${town.instant}'`)).toBe(0);
  const waiting =
    await town.ask(`select substring(email from '^[a-z]+'), class, day > date '${town.today}' - 14
    from objections join days on days.id = day_id join persons on persons.id = client_id
    where answered_at is null and made_at < '${town.instant}'`);
  expect(waiting).toEqual([['aino', 'other-absence', true]]);
}

const hellosOn = (day: string) => `day_hellos join days on days.id = day_id where day = '${day}'`;

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
  await expectToBeTold(town);
  const roles = (await town.links()).map(({ role }) => role);
  expect(new Set(roles).size).toBe(8);
});

// The night in which an hour is missing, on a Sunday; the last hour of a year; and the first after a midnight.
test.each(['2026-03-29T04:00', '2026-12-31T23:40', '2026-11-28T00:05'])(
  'a coaching day goes on when it is started at %s, and it is the same town for whoever starts it then',
  async (moment) => {
    const [town, again] = [await startAt(moment), await startAt(moment)];
    expect(await goingOn(town)).toBeGreaterThan(0);
    expect(await joinable(town)).toBeGreaterThan(0);
    expect(await town.count(hellosOn(`${town.today}`))).toBeGreaterThan(3);
    const [people, ...rest] = await faces(town);
    expect(people?.length).toBe(48);
    expect(await faces(again)).toEqual([people, ...rest]);
  },
);

// The hour that comes twice, the gaps that the evening and the night had, and the last minute of a day.
test.each(['2026-10-25T03:05+02:00', '2026-11-30T00:50', '2026-12-28T21:10', '2026-11-30T23:59:30'])(
  'a client and their coach can join at once when it is started at %s',
  async (moment) => {
    const town = await startAt(moment);
    expect(await goingOn(town)).toBeGreaterThan(0);
    expect(await invited(town)).toEqual(['aino', 'mika']);
  },
);

test('whoever starts it just before midnight finds the next day going on when it comes, a holiday too', async () => {
  const town = await startAt('2026-12-31T23:58');
  const next = town.at('2027-01-01T00:00:10');
  expect(await invited(next)).toEqual(['aino', 'mika']);
  expect(
    await town.count(`days join persons on persons.id = client_id
    where day = '2027-01-01' and email like 'aino%'`),
  ).toBe(1);
});

test('started again on the same day, and on a weekday that the group does not have, something goes on', async () => {
  const town = await startAt('2026-11-24T09:00');
  for (const moment of ['2026-11-24T17:20', '2026-11-24T17:30', '2026-11-27T21:30', '2026-11-28T00:40']) {
    const later = town.at(moment);
    await later.open();
    expect(await invited(later), moment).toEqual(['aino', 'mika']);
  }
  expect(await town.count(hellosOn('2026-11-28'))).toBeGreaterThan(3);
});
