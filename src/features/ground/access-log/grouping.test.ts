import { expect, test } from 'vitest';
import { byDay } from './grouping.ts';
import type { LogEntry } from './queries.ts';

const entry = (at: string, change: Partial<LogEntry> = {}): LogEntry => ({
  position: at,
  at: Temporal.Instant.from(at),
  actorId: 'mika',
  actorRole: 'coach',
  actorName: 'Mika Heikkinen',
  unit: null,
  personId: 'noora',
  personName: 'Noora Ketola',
  act: 'read',
  subject: 'person',
  purpose: 'coaching',
  ...change,
});

test('looks alike on one day are one line with their times; the day is the day in Finland', () => {
  const days = byDay(
    [
      entry('2026-11-24T22:30:00Z'),
      entry('2026-11-24T21:30:00Z'),
      entry('2026-11-24T10:00:00Z', { act: 'changed' }),
      entry('2026-11-24T08:00:00Z'),
      entry('2026-11-24T07:00:00Z', { actorId: 'raili' }),
    ],
    'Europe/Helsinki',
  );
  expect(
    days.map((day) => [
      day.day.toString(),
      day.lines.map((line) => `${line.actorId} ${line.act} ${line.times}`),
    ]),
  ).toEqual([
    ['2026-11-25', ['mika read 00:30:00']],
    ['2026-11-24', ['mika read 23:30:00,10:00:00', 'mika changed 12:00:00', 'raili read 09:00:00']],
  ]);
});
