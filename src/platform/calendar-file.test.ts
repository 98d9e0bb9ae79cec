import fc from 'fast-check';
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
