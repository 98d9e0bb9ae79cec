import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calendarArbitrary,
  checkCalendar,
  checkRecurrence,
  recurrenceArbitrary,
  zone,
} from '../../../../test/booking-model.ts';
import { checkTravel, travelArbitrary } from '../../../../test/travel-model.ts';
import {
  type Asked,
  canCancel,
  canChangeMode,
  canTellOutcome,
  freeTimes,
  modesToChange,
  usualTerms,
} from './rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const at = (text: string) => Temporal.Instant.from(text);

const tuesday = day('2026-11-24');
const hours = (starts: string, ends: string, weekday = 2) => ({
  weekday,
  starts: time(starts),
  ends: time(ends),
  modes: ['video', 'in-person'] as const,
  place: 'Huone 2',
  validFrom: day('2026-01-01'),
  validUntil: null,
});
const asked = (about: Partial<Asked>): Asked => ({
  hours: [hours('09:00', '11:00')],
  exceptions: [],
  closed: new Set(),
  taken: [],
  terms: { ...usualTerms, minutes: 30, bufferMinutes: 10, noticeHours: 0 },
  zone,
  from: tuesday,
  to: tuesday,
  now: at('2026-11-24T00:00:00Z'),
  ...about,
});
const said = (about: Partial<Asked>) => [
  ...new Set(freeTimes(asked(about)).map((one) => one.time.toString().slice(0, 5))),
];

describe('when a coach is free', () => {
  test('times follow one another with a pause between them', () => {
    expect(said({})).toEqual(['09:00', '09:40', '10:20']);
  });

  test('an exception takes a part of the day or gives another one', () => {
    const away = { day: tuesday, kind: 'away' as const, starts: time('09:30'), ends: time('10:15') };
    expect(said({ exceptions: [{ ...away, modes: [], place: null }] })).toEqual(['09:00', '10:15']);
    const extra = { day: tuesday, kind: 'extra' as const, starts: time('14:00'), ends: time('14:30') };
    expect(said({ exceptions: [{ ...extra, modes: ['video'], place: null }] })).toContain('14:00');
  });

  test('a closed day, the notice and the daily most leave nothing to book', () => {
    expect(said({ closed: new Set(['2026-11-24']) })).toEqual([]);
    expect(said({ terms: { ...usualTerms, noticeHours: 24 } })).toEqual([]);
    const one = {
      who: 'coach' as const,
      from: at('2026-11-24T07:00:00Z'),
      until: at('2026-11-24T07:40:00Z'),
    };
    expect(said({ taken: [one], terms: { ...usualTerms, noticeHours: 0, dailyMost: 1 } })).toEqual([]);
    expect(said({ taken: [one] })).toEqual(['09:40', '10:20']);
  });

  test('a room that is taken leaves the other ways of meeting', () => {
    const room = {
      who: 'place' as const,
      from: at('2026-11-24T07:00:00Z'),
      until: at('2026-11-24T07:30:00Z'),
    };
    const taken = freeTimes(asked({ taken: [{ ...room, place: 'huone 2' }] }));
    expect(taken.filter((one) => one.time.equals(time('09:00'))).flatMap((one) => one.modes)).toEqual([
      'video',
    ]);
    expect(taken.filter((one) => one.modes.includes('in-person')).map((one) => one.place)).toEqual([
      'Huone 2',
      'Huone 2',
    ]);
  });

  test('in the night when the clock jumps forward, the hour that is not there is not offered', () => {
    const spring = day('2027-03-28');
    const terms = { ...usualTerms, minutes: 30, bufferMinutes: 0, noticeHours: 0 };
    const offered = { from: spring, to: spring, now: at('2027-03-27T12:00:00Z'), terms };
    expect(said({ ...offered, hours: [hours('02:00', '05:00', 7)] })).toEqual([
      '02:00',
      '02:30',
      '04:00',
      '04:30',
    ]);
  });

  test('in the night when the clock goes back, no time is offered twice', () => {
    const autumn = day('2026-10-25');
    const terms = { ...usualTerms, minutes: 30, bufferMinutes: 0, noticeHours: 0 };
    const offered = { from: autumn, to: autumn, now: at('2026-10-24T12:00:00Z'), terms };
    expect(said({ ...offered, hours: [hours('02:30', '05:00', 7)] })).toEqual([
      '02:30',
      '03:00',
      '03:30',
      '04:00',
      '04:30',
    ]);
  });

  test('whatever the hours, nothing is booked twice, nothing is lost, and the wall clock is kept', () => {
    fc.assert(fc.property(calendarArbitrary, checkCalendar), { numRuns: 1000 });
  });

  test('whoever books where and when, the coach can always get from one place to the other', () => {
    fc.assert(fc.property(travelArbitrary, checkTravel), { numRuns: 1000 });
  });

  test('times that come back each week keep their hour over both clock changes', () => {
    fc.assert(fc.property(recurrenceArbitrary(60), checkRecurrence), { numRuns: 1000 });
  });
});

describe('what may still be done', () => {
  const booking = {
    startsAt: at('2026-11-24T09:00:00Z'),
    endsAt: at('2026-11-24T09:30:00Z'),
    cancelledAt: null,
    mode: 'video' as const,
  };
  const before = at('2026-11-24T08:59:59Z');
  const during = at('2026-11-24T09:10:00Z');
  const after = at('2026-11-24T09:30:00Z');

  test.each([
    ['before it begins', before, true, true, false],
    ['while it goes on', during, false, true, true],
    ['when it is over', after, false, false, true],
  ])('%s', (_, now, cancels, changes, tells) => {
    expect(canCancel(booking, now)).toBe(cancels);
    expect(canChangeMode(booking, 'phone', now)).toBe(changes);
    expect(canTellOutcome(booking, now)).toBe(tells);
  });

  test('a cancelled time stays as it is', () => {
    const cancelled = { ...booking, cancelledAt: before };
    expect(canCancel(cancelled, before)).toBe(false);
    expect(canChangeMode(cancelled, 'phone', before)).toBe(false);
    expect(canTellOutcome(cancelled, after)).toBe(false);
  });

  test('a room for meeting is never found by changing the way alone', () => {
    expect(modesToChange('video')).toEqual(['voice', 'phone', 'text']);
    expect(modesToChange('in-person')).toContain('phone');
  });
});
