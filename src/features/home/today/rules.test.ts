import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Done, greetingAt, type Piece, stepNow } from './rules.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}:00+02:00`);
const piece = (id: string, kind: Piece['kind'], from: string, to: string, remote = true): Piece => ({
  id,
  kind,
  startsAt: at(from),
  endsAt: at(to),
  cancelled: false,
  remote: kind === 'live' && remote,
});
const programme = [
  piece('morning', 'live', '09:00', '09:30'),
  piece('work', 'own-work', '09:30', '11:30'),
  piece('lunch', 'meal', '11:30', '12:00'),
  piece('midday', 'contact-point', '12:00', '12:30'),
  piece('group', 'live', '12:30', '13:30'),
];
const hours = { startsAt: at('09:00'), endsAt: at('13:30') };
const nothing: Done = {
  absent: false,
  greeted: false,
  midday: false,
  planned: false,
  works: 0,
  diary: false,
  enough: false,
};
const here: Done = { ...nothing, greeted: true };
const kindAt = (time: string, done: Done, pieces: readonly Piece[] = programme) => {
  const step = stepNow(pieces, hours, done, at(time));
  return 'piece' in step && step.piece ? `${step.kind} ${step.piece.id}` : step.kind;
};

describe('the one thing now', () => {
  test('is the session that goes on, though own work has been given the same time', () => {
    const moved = [...programme, piece('moved', 'live', '10:00', '11:00')];
    expect(kindAt('09:44', { ...here, planned: true }, moved)).toBe('work work');
    expect(kindAt('10:30', here, moved)).toBe('join moved');
    expect(kindAt('11:15', here, moved)).toBe('plan work');
  });

  test.each<[string, Done, string]>([
    ['06:30', nothing, 'early morning'],
    ['08:10', nothing, 'greet morning'],
    ['08:45', nothing, 'join morning'],
    ['09:10', nothing, 'join morning'],
    ['10:00', nothing, 'greet work'],
    ['10:00', here, 'plan work'],
    ['10:00', { ...here, planned: true }, 'work work'],
    ['11:40', { ...here, planned: true }, 'break lunch'],
    ['12:05', here, 'touch midday'],
    ['12:05', { ...here, midday: true, planned: true }, 'work midday'],
    ['12:20', { ...here, midday: true }, 'join group'],
    ['13:00', here, 'join group'],
    ['13:40', here, 'diary'],
    ['13:40', { ...here, diary: true }, 'work'],
    ['13:40', { ...here, diary: true, enough: true }, 'done'],
    ['09:10', { ...nothing, absent: true }, 'absent'],
  ])('at %s with %o it is %s', (time, done, expected) => {
    expect(kindAt(time, done)).toBe(expected);
  });

  test('a session at a place is not joined from afar, and a cancelled one not at all', () => {
    const [morning, ...rest] = programme;
    if (!morning) throw new Error('no programme');
    expect(kindAt('09:10', here, [{ ...morning, remote: false }, ...rest])).toBe('place morning');
    expect(kindAt('09:10', here, [{ ...morning, cancelled: true }, ...rest])).toBe('plan work');
  });

  test('a day without a programme has a hello, a plan, own work and an end', () => {
    expect(kindAt('09:05', nothing, [])).toBe('greet');
    expect(kindAt('09:05', here, [])).toBe('plan');
    expect(kindAt('14:00', { ...here, diary: true }, [])).toBe('work');
  });

  test('there is always one thing, and whoever is away is asked for nothing', () => {
    const anyDone = fc.record({
      absent: fc.boolean(),
      greeted: fc.boolean(),
      midday: fc.boolean(),
      planned: fc.boolean(),
      works: fc.integer({ min: 0, max: 3 }),
      diary: fc.boolean(),
      enough: fc.boolean(),
    });
    fc.assert(
      fc.property(anyDone, fc.integer({ min: 0, max: 24 * 60 - 1 }), (done, minute) => {
        const moment = at('00:00').add({ minutes: minute });
        const step = stepNow(programme, hours, done, moment);
        expect(step.kind === 'absent').toBe(done.absent);
        if (step.kind === 'greet') expect(done.greeted).toBe(false);
      }),
    );
  });
});

test('the greeting follows the hour', () => {
  expect([8, 12, 18].map(greetingAt)).toEqual(['morning', 'day', 'evening']);
});
