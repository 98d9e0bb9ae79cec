import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterQuietHours, channelsFor, type Reach, smsNumber, waitAfter } from './rules.ts';

const everything: Reach = {
  preferred: 'sms',
  phone: '040 123 4567',
  email: 'aino@example.fi',
  hasAddress: true,
  sendsSms: true,
  sendsMail: true,
};

test('a person is told by the channel they chose', () => {
  for (const preferred of ['sms', 'email', 'letter', 'phone'] as const) {
    expect(channelsFor({ ...everything, preferred })[0]).toBe(preferred);
  }
});

test('a person without a phone is told by mail, without mail by letter, without anything by people', () => {
  expect(channelsFor({ ...everything, phone: null })).toEqual(['email', 'letter', 'phone']);
  expect(channelsFor({ ...everything, phone: null, email: null })).toEqual(['letter', 'phone']);
  expect(channelsFor({ ...everything, phone: null, email: null, hasAddress: false })).toEqual(['phone']);
});

test('a person who asked for calls but gave no number is first tried otherwise', () => {
  expect(channelsFor({ ...everything, preferred: 'phone', phone: null })[0]).toBe('email');
});

test('a notice that suits no other channel stays within its own', () => {
  expect(channelsFor({ ...everything, preferred: 'letter' }, ['sms', 'email'])).toEqual(['sms', 'email']);
  expect(channelsFor({ ...everything, phone: null, email: null }, ['sms', 'email'])).toEqual([]);
});

test('nothing is promised by a channel that the house has not set up', () => {
  expect(channelsFor({ ...everything, sendsSms: false, sendsMail: false })).toEqual(['letter', 'phone']);
});

test.each([
  ['040 123 4567', '+358401234567'],
  ['+358 50-123 4567', '+358501234567'],
  ['00358401234567', '+358401234567'],
  ['+46 70 123 45 67', '+46701234567'],
  ['(040) 1234567', '+358401234567'],
  ['09 310 1641', undefined],
  ['112', undefined],
  ['', undefined],
  ['040-KYSYLAPSELTA', undefined],
  ['+358401234567\r\nTo: +358409999999', undefined],
])('the number %j is %j to a gateway', (phone, number) => {
  expect(smsNumber(phone)).toBe(number);
});

const night = { from: '21:00', to: '07:00' };
const zone = 'Europe/Helsinki';
const at = (time: string) => Temporal.ZonedDateTime.from(`${time}[${zone}]`).toInstant();

test.each([
  ['2026-11-24T20:59', '2026-11-24T20:59'],
  ['2026-11-24T21:00', '2026-11-25T07:00'],
  ['2026-11-24T23:30', '2026-11-25T07:00'],
  ['2026-11-25T06:59', '2026-11-25T07:00'],
  ['2026-11-25T07:00', '2026-11-25T07:00'],
  // The clock goes forward at 3 and back at 4; the morning stays at seven on the wall.
  ['2026-03-28T23:00', '2026-03-29T07:00'],
  ['2026-10-24T23:00', '2026-10-25T07:00'],
])('what is told at %s goes at %s', (asked, goes) => {
  expect(afterQuietHours(at(asked), night, zone).toString()).toBe(at(goes).toString());
});

test('no hours at all are quiet when they begin and end at one time', () => {
  const asked = at('2026-11-24T23:30');
  expect(afterQuietHours(asked, { from: '00:00', to: '00:00' }, zone)).toBe(asked);
});

test('whenever something is told, it never goes earlier, never in quiet hours and never a day late', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:00`);
  const minute = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 });
  fc.assert(
    fc.property(hour, hour, minute, (from, to, minutes) => {
      const asked = at('2026-01-01T00:00').add({ minutes });
      const goes = afterQuietHours(asked, { from, to }, zone);
      const again = afterQuietHours(goes, { from, to }, zone);
      const waited = goes.since(asked).total('hours');
      return again.equals(goes) && waited >= 0 && waited <= 25;
    }),
  );
});

test('waits grow and end', () => {
  const minutes = [1, 2, 3, 4, 5].map((attempts) => waitAfter(attempts, false)?.total('minutes') ?? 0);
  expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  expect(waitAfter(6, false)).toBeUndefined();
  expect(waitAfter(3, true)).toBeUndefined();
});
