import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const at = Temporal.Instant.from('2026-11-24T07:00:00Z');
const time = (title: string, place?: string) => ({
  uid: 'a@likista',
  startsAt: at,
  endsAt: at.add({ minutes: 30 }),
  title,
  place,
});

test('a time is written in UTC with an identifier that stays', () => {
  const file = calendarFile([time('Tapaaminen')], at);
  expect(file).toContain('DTSTART:20261124T070000Z');
  expect(file).toContain('DTEND:20261124T073000Z');
  expect(file).toContain('UID:a@likista');
  expect(file).toContain('SUMMARY:Tapaaminen');
});

test('a cancelled time is marked, so that it leaves the calendar', () => {
  expect(calendarFile([{ ...time('Tapaaminen'), cancelled: true }], at)).toContain('STATUS:CANCELLED');
});

test('whatever a title or a place holds, it cannot add lines of its own to the file', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('\r', '\n', ',', ';', ':', '\\', 'A', '"', '\u2028', 'ä', '𝄞'),
  });
  fc.assert(
    fc.property(nasty, nasty, (title, place) => {
      const file = calendarFile([time(`${title}\r\nX-EVIL:1`, place)], at);
      // Long lines are folded with a space (RFC 5545, section 3.1).
      const lines = file.replaceAll('\r\n ', '').split('\r\n');
      expect(lines.filter((line) => line.startsWith('X-EVIL'))).toEqual([]);
      expect(lines.filter((line) => line.startsWith('SUMMARY')).length).toBeLessThanOrEqual(1);
      expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
      expect(file).not.toMatch(/[^\r]\n/);
    }),
    { numRuns: 300 },
  );
});

test('two parsers that are not ours read the same times from the file', () => {
  const startsAt = Temporal.Instant.from('2027-03-28T00:30Z');
  const times = [0, 1, 2].map((day) => ({
    uid: `time-${day}@likista`,
    startsAt: startsAt.add({ hours: 24 * day }),
    endsAt: startsAt.add({ hours: 24 * day, minutes: 30 }),
    title: `Aika, ${day}; \\ "näin"`,
    cancelled: day === 2,
    sequence: day,
  }));
  const file = calendarFile(times, startsAt);
  const read = Object.values(nodeIcal.parseICS(file)).flatMap((one) => (one?.type === 'VEVENT' ? [one] : []));
  expect(read.map(({ uid, start }) => [uid, start.getTime()])).toEqual(
    times.map((time) => [time.uid, time.startsAt.epochMilliseconds]),
  );
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  expect(events.map((one) => one.getFirstPropertyValue('summary'))).toEqual(times.map(({ title }) => title));
  expect(events.map((one) => one.getFirstPropertyValue('sequence'))).toEqual([0, 1, 2]);
  expect(events.map((one) => one.getFirstPropertyValue('status'))).toEqual([
    'CONFIRMED',
    'CONFIRMED',
    'CANCELLED',
  ]);
});
