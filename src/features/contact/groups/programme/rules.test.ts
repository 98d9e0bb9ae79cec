import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Change,
  differs,
  type Entry,
  expandProgramme,
  hasRoom,
  instantsOf,
  seatsLeft,
} from './rules.ts';

const zone = 'Europe/Helsinki';
const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const title = { fi: 'Aamu', sv: 'Morgon', en: 'Morning' };

const entry = (change: Partial<Entry> = {}): Entry => ({
  id: 'a',
  weekday: 1,
  starts: time('09:00'),
  ends: time('09:30'),
  kind: 'live',
  title,
  description: null,
  hostId: null,
  ways: ['video', 'voice', 'text'],
  place: null,
  validFrom: day('2026-01-01'),
  validUntil: null,
  ...change,
});

const change = (about: Partial<Change>): Change => ({
  entryId: 'a',
  day: day('2026-11-23'),
  cancelled: false,
  starts: null,
  ends: null,
  title: null,
  hostId: null,
  ways: null,
  place: null,
  reason: null,
  ...about,
});

const expand = (
  entries: readonly Entry[],
  from: string,
  to: string,
  more: { changes?: readonly Change[]; closed?: readonly string[]; zone?: string } = {},
) =>
  expandProgramme(
    {
      entries,
      changes: more.changes ?? [],
      closedDays: new Set(more.closed ?? []),
      zone: more.zone ?? zone,
    },
    day(from),
    day(to),
  );

const wall = (instant: Temporal.Instant, at = zone) =>
  instant.toZonedDateTimeISO(at).toPlainTime().toString();
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => entry({ id: `d${weekday}`, weekday }));

describe('the clock changes and the morning start stays at nine', () => {
  test.each([
    ['autumn, when the night has an hour more', '2026-10-24', '2026-10-26', '2026-10-25', [6, 7, 7]],
    ['spring, when the night has an hour less', '2027-03-27', '2027-03-29', '2027-03-28', [7, 6, 6]],
  ])('%s', (_, from, to, changeDay, utcHours) => {
    const sessions = expand(everyDay, from, to);
    expect(sessions.map((s) => s.day.toString())).toContain(changeDay);
    expect(sessions.map((s) => wall(s.startsAt))).toEqual(['09:00:00', '09:00:00', '09:00:00']);
    expect(sessions.map((s) => s.startsAt.toZonedDateTimeISO('UTC').hour)).toEqual(utcHours);
  });

  test('a session in the hour that does not exist keeps its length', () => {
    const { startsAt, endsAt } = instantsOf(day('2027-03-28'), time('03:30'), time('04:15'), zone);
    expect(wall(startsAt)).toBe('04:30:00');
    expect(startsAt.until(endsAt).total('minutes')).toBe(45);
  });
});

test('a leap day is an ordinary day of its week', () => {
  const sessions = expand(everyDay, '2028-02-28', '2028-03-01');
  expect(sessions.map((s) => s.day.toString())).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
});

test('the year changes in the middle of a week and nothing is lost or doubled', () => {
  const sessions = expand(everyDay, '2026-12-28', '2027-01-03');
  expect(sessions.map((s) => s.day.toString())).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ]);
});

test('on a closed day nothing happens, also when that day had been changed', () => {
  const sessions = expand([entry()], '2026-11-16', '2026-11-30', {
    closed: ['2026-11-23'],
    changes: [change({ starts: time('10:00'), ends: time('11:00') })],
  });
  expect(sessions.map((s) => s.day.toString())).toEqual(['2026-11-16', '2026-11-30']);
});

test('a cancelled day stays in sight with its reason, and a changed day says what is otherwise', () => {
  const [off] = expand([entry()], '2026-11-23', '2026-11-23', {
    changes: [change({ cancelled: true, reason: 'Ohjaaja on sairaana.' })],
  });
  expect(off).toMatchObject({ cancelled: true, changed: true, reason: 'Ohjaaja on sairaana.', title });
  const [later] = expand([entry()], '2026-11-23', '2026-11-23', {
    changes: [change({ starts: time('13:00'), ends: time('14:00'), place: 'Kirjasto' })],
  });
  expect(later && wall(later.startsAt)).toBe('13:00:00');
  expect(later).toMatchObject({ cancelled: false, changed: true, place: 'Kirjasto', title });
});

test('an entry begins and ends with its days of validity, both included', () => {
  const sessions = expand(
    [entry({ validFrom: day('2026-11-09'), validUntil: day('2026-11-23') })],
    '2026-11-01',
    '2026-12-31',
  );
  expect(sessions.map((s) => s.day.toString())).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
});

const dayArb = fc.integer({ min: 0, max: 1200 }).map((n) => day('2026-01-01').add({ days: n }));
const timesArb = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 600 }))
  .map(([start, length]) => {
    const at = (minutes: number) => time('00:00').add({ minutes });
    return { starts: at(start), ends: at(Math.min(1439, start + length)) };
  });
const entryArb = fc
  .tuple(fc.uuid(), fc.integer({ min: 1, max: 7 }), timesArb, dayArb, fc.option(fc.nat(400)))
  .map(([id, weekday, times, validFrom, length]) =>
    entry({
      id,
      weekday,
      ...times,
      validFrom,
      validUntil: length === null ? null : validFrom.add({ days: length }),
    }),
  );
const zoneArb = fc.constantFrom('Europe/Helsinki', 'America/New_York', 'Australia/Lord_Howe', 'UTC');

test('whatever the programme, each of its days has exactly one session and no other day has any', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(entryArb, { selector: (e) => e.id, maxLength: 6 }),
      dayArb,
      fc.nat(120),
      fc.array(dayArb, { maxLength: 20 }),
      zoneArb,
      (entries, from, length, closed, at) => {
        const to = from.add({ days: length });
        const closedDays = new Set(closed.map(String));
        const sessions = expandProgramme({ entries, changes: [], closedDays, zone: at }, from, to);
        // The other way of counting: walk every day and ask each entry whether it is on.
        const expected: string[] = [];
        for (let d = from; Temporal.PlainDate.compare(d, to) <= 0; d = d.add({ days: 1 })) {
          if (closedDays.has(d.toString())) continue;
          for (const e of entries) {
            const begun = Temporal.PlainDate.compare(e.validFrom, d) <= 0;
            const over = e.validUntil !== null && Temporal.PlainDate.compare(d, e.validUntil) > 0;
            if (d.dayOfWeek === e.weekday && begun && !over) expected.push(`${e.id} ${d}`);
          }
        }
        expect(sessions.map((s) => `${s.entryId} ${s.day}`).sort()).toEqual(expected.sort());
        for (const session of sessions) {
          expect(Temporal.Instant.compare(session.startsAt, session.endsAt)).toBe(-1);
        }
        const starts = sessions.map((s) => s.startsAt.epochMilliseconds);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      },
    ),
    { numRuns: 300 },
  );
});

test('wall time is kept on every day on which the clock knows that time', () => {
  fc.assert(
    fc.property(dayArb, timesArb, zoneArb, (d, { starts, ends }, at) => {
      const { startsAt } = instantsOf(d, starts, ends, at);
      const shown = startsAt.toZonedDateTimeISO(at);
      const exists = d.toZonedDateTime({ timeZone: at, plainTime: starts }).toPlainTime().equals(starts);
      if (exists) expect(shown.toPlainTime().equals(starts)).toBe(true);
      expect(shown.toPlainDate().equals(d)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('expanding two halves gives the same as expanding the whole', () => {
  fc.assert(
    fc.property(
      fc.array(entryArb, { maxLength: 4 }),
      dayArb,
      fc.nat(60),
      fc.nat(60),
      (entries, from, a, b) => {
        const programme = { entries, changes: [], closedDays: new Set<string>(), zone };
        const middle = from.add({ days: a });
        const end = middle.add({ days: b + 1 });
        const key = (s: { entryId: string; day: Temporal.PlainDate }) => `${s.day} ${s.entryId}`;
        const whole = expandProgramme(programme, from, end).map(key);
        const halves = [
          ...expandProgramme(programme, from, middle),
          ...expandProgramme(programme, middle.add({ days: 1 }), end),
        ].map(key);
        expect(halves.sort()).toEqual(whole.sort());
      },
    ),
    { numRuns: 100 },
  );
});

test('a session is told to have changed only when something that people see is different', () => {
  const [one] = expand([entry()], '2026-11-23', '2026-11-23');
  const [same] = expand([entry({ ways: ['text', 'voice', 'video'] })], '2026-11-23', '2026-11-23');
  const [moved] = expand([entry({ starts: time('08:45') })], '2026-11-23', '2026-11-23');
  if (!one || !same || !moved) throw new Error('there should be a session each');
  expect(differs(one, same)).toBe(false);
  expect(differs(one, moved)).toBe(true);
});

test('only what is done together from afar has a call room', () => {
  expect(hasRoom({ kind: 'live', ways: ['on-site'] })).toBe(false);
  expect(hasRoom({ kind: 'live', ways: ['on-site', 'text'] })).toBe(true);
  expect(hasRoom({ kind: 'contact-point', ways: ['phone', 'text'] })).toBe(false);
  expect(hasRoom({ kind: 'contact-point', ways: ['voice'] })).toBe(true);
  expect(hasRoom({ kind: 'own-work', ways: ['video', 'text'] })).toBe(false);
});

test('an offered seat is not given to somebody else meanwhile', () => {
  expect(seatsLeft(3, { members: 2, offers: 1 })).toBe(0);
  expect(seatsLeft(3, { members: 1, offers: 1 })).toBe(1);
  expect(seatsLeft(3, { members: 4, offers: 0 })).toBe(0);
  expect(seatsLeft(null, { members: 40, offers: 0 })).toBeUndefined();
});
