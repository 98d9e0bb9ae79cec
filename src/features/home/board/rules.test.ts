import { describe, expect, test } from 'vitest';
import { drawnFor, inOrder, type Signs, sessionNow, showOf, stateOf } from './rules.ts';

const nothing: Signs = {
  help: false,
  silent: false,
  presence: undefined,
  place: false,
  heard: false,
  reached: false,
  absent: false,
  confirmed: undefined,
  began: true,
  ended: false,
};

describe('how a day stands just now', () => {
  test.each<[string, Partial<Signs>, string]>([
    ['before the day begins', { began: false }, 'ahead'],
    ['begun, nothing heard yet', {}, 'unheard'],
    ['the silence has been noticed', { silent: true }, 'silent'],
    ['said hello', { heard: true }, 'greeted'],
    ['a coach was in touch', { reached: true }, 'reached'],
    ['a coach was in touch and silence ended', { reached: true, heard: true }, 'greeted'],
    ['in the room', { heard: true, presence: 'in' }, 'in'],
    ['at the door', { presence: 'waiting' }, 'waiting'],
    ['at the place', { heard: true, place: true }, 'place'],
    ['told of an absence', { absent: true }, 'absent'],
    ['told of an absence, but came after all', { absent: true, presence: 'in' }, 'in'],
    ['asks for help, whatever else', { help: true, heard: true, presence: 'in' }, 'help'],
    ['asks for help after the day was confirmed', { help: true, confirmed: 'present' }, 'help'],
    ['the day is over', { heard: true, ended: true }, 'over'],
    ['the day is over and was silent', { silent: true, ended: true }, 'over'],
    ['confirmed as present', { heard: true, ended: true, confirmed: 'present' }, 'confirmed'],
    ['confirmed as absent', { confirmed: 'absent' }, 'absent'],
  ])('%s', (_, signs, state) => {
    expect(stateOf({ ...nothing, ...signs })).toBe(state);
  });
});

test('who needs somebody comes first, then by name', () => {
  const row = (name: string, state: 'help' | 'silent' | 'in' | 'absent') => ({ name, state });
  const rows = [
    row('Tiina', 'absent'),
    row('Åke', 'in'),
    row('Aino', 'in'),
    row('Noora', 'silent'),
    row('Samuel', 'help'),
  ];
  expect(inOrder(rows).map((one) => one.name)).toEqual(['Samuel', 'Noora', 'Aino', 'Åke', 'Tiina']);
});

test('a day that is over counts as silent only when nothing was heard', () => {
  expect([showOf({ state: 'over', heard: true }), showOf({ state: 'over', heard: false })]).toEqual([
    'joined',
    'silent',
  ]);
});

test('the session to open is the one that goes on, else the next, never a cancelled one', () => {
  const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}:00Z`);
  const session = (from: string, to: string, cancelled = false) => ({
    startsAt: at(from),
    endsAt: at(to),
    cancelled,
  });
  const [morning, round, theme] = [
    session('07:00', '07:30'),
    session('10:00', '10:30', true),
    session('12:00', '13:00'),
  ];
  const all = [theme, round, morning];
  expect(sessionNow(all, at('07:10'))).toBe(morning);
  expect(sessionNow(all, at('07:30'))).toBe(theme);
  expect(sessionNow(all, at('13:00'))).toBeUndefined();
});

describe('the arc on the board', () => {
  const pieces = [
    { from: 540, to: 570, state: 'missed' as const },
    { from: 570, to: 720, state: 'now' as const },
    { from: 720, to: 900, state: 'coming' as const },
  ];

  test('of somebody not heard of has missed what has gone by', () => {
    expect(drawnFor('silent', pieces, 600)).toEqual([
      pieces[0],
      { from: 570, to: 600, state: 'missed' },
      { from: 600, to: 720, state: 'coming' },
      pieces[2],
    ]);
  });

  test('of somebody who is away is quiet, of the others as it is', () => {
    expect(drawnFor('absent', pieces, 600).every((one) => one.state === 'coming')).toBe(true);
    expect(drawnFor('in', pieces, 600)).toEqual(pieces);
  });
});
