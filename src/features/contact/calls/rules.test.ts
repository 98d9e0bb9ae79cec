import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Arriving,
  arrival,
  connectionPolicy,
  doorAt,
  graceSeconds,
  mergeStretches,
  pictureSeats,
  placeFor,
  presenceAt,
  type Stretch,
  voiceSeats,
  type Way,
  ways,
} from './rules.ts';

const at = (minutes: number) =>
  Temporal.Instant.from('2026-11-24T07:00:00Z').add({ milliseconds: minutes * 60_000 });
const room = { opensAt: at(0), closesAt: at(30), closedAt: null };

describe('the door', () => {
  test.each([
    [-16, 'early'],
    [-15, 'open'],
    [29, 'open'],
    [89, 'open'],
    [90, 'over'],
  ])('%i minutes after the hour it is %s', (minutes, door) => {
    expect(doorAt(room, at(minutes))).toBe(door);
  });

  test('a room that a host has ended is over at any time', () => {
    expect(doorAt({ ...room, closedAt: at(5) }, at(6))).toBe('over');
  });
});

describe('seats without a media server', () => {
  const wayOf = fc.constantFrom<Way>('video', 'voice', 'text');

  test('however people come, there are never more pictures or voices than seats', () => {
    fc.assert(
      fc.property(fc.array(wayOf, { maxLength: 30 }), (wanted) => {
        const inside: Way[] = [];
        for (const way of wanted) inside.push(placeFor(way, inside, false).way);
        expect(inside.filter((way) => way === 'video').length).toBeLessThanOrEqual(pictureSeats);
        expect(inside.filter((way) => way !== 'text').length).toBeLessThanOrEqual(voiceSeats);
      }),
    );
  });

  test('nobody is ever given more than they asked for, and nobody is told a reason without one', () => {
    fc.assert(
      fc.property(wayOf, fc.array(wayOf, { maxLength: 12 }), (wanted, others) => {
        const place = placeFor(wanted, others, false);
        expect(ways.indexOf(place.way)).toBeGreaterThanOrEqual(ways.indexOf(wanted));
        expect(place.because === undefined).toBe(place.way === wanted);
      }),
    );
  });

  test('the fifth picture comes in with voice, the ninth voice in writing, and a media server changes that', () => {
    const four: Way[] = ['video', 'video', 'video', 'video'];
    expect(placeFor('video', four, false)).toEqual({ way: 'voice', because: 'pictures-full' });
    const eight: Way[] = [...four, 'voice', 'voice', 'voice', 'voice'];
    expect(placeFor('voice', eight, false)).toEqual({ way: 'text', because: 'voices-full' });
    expect(placeFor('video', eight, true)).toEqual({ way: 'video' });
  });
});

describe('who comes straight in', () => {
  const guest: Arriving = {
    invitedAs: 'guest',
    waiting: 'everyone',
    locked: false,
    known: false,
    apart: false,
    present: 2,
    maxSeats: undefined,
  };
  test.each<[string, Partial<Arriving>, 'in' | 'waits']>([
    ['a guest waits where everyone waits', {}, 'waits'],
    ['a guest comes in by an open door', { waiting: 'open-door' }, 'in'],
    ['a locked door makes a guest wait', { waiting: 'open-door', locked: true }, 'waits'],
    ['somebody who has been in comes back, even by a locked door', { known: true, locked: true }, 'in'],
    ['a full room makes a guest wait', { waiting: 'open-door', maxSeats: 2 }, 'waits'],
    ['a host comes in to a locked, full room', { invitedAs: 'host', locked: true, maxSeats: 1 }, 'in'],
    ['not even a host meets somebody kept apart', { invitedAs: 'host', apart: true }, 'waits'],
  ])('%s', (_, change, answer) => {
    expect(arrival({ ...guest, ...change })).toBe(answer);
  });
});

describe('network addresses', () => {
  test.each([
    ['relay-when-possible', true, false, 'relay'],
    ['relay-when-possible', false, false, 'all'],
    ['relay-always', false, false, 'none'],
    ['direct', true, false, 'all'],
    ['direct', true, true, 'relay'],
    ['direct', false, true, 'none'],
  ] as const)(
    'with the rule %s, a relay: %s, a protected person: %s, the line is %s',
    (rule, relay, protectedPerson, policy) => {
      expect(connectionPolicy({ rule, relay, protectedPerson })).toBe(policy);
    },
  );
});

test('an outage of half a minute is a lost line, and only a longer silence is leaving', () => {
  const visit = { line: 1, seenAt: at(0), admittedAt: at(0) };
  const after = (seconds: number) => presenceAt(visit, at(seconds / 60));
  expect([after(5), after(40), after(graceSeconds), after(graceSeconds + 1)]).toEqual([
    'in',
    'lost',
    'lost',
    'gone',
  ]);
  // Somebody who only reads and writes by forms shows life more seldom.
  expect(presenceAt({ ...visit, line: 0 }, at(10))).toBe('in');
});

describe('attendance', () => {
  const stretch = fc
    .record({
      personId: fc.constantFrom('aino', 'noora'),
      roomId: fc.constantFrom('morning', 'afternoon'),
      way: fc.constantFrom<Way>('video', 'voice', 'text'),
      start: fc.integer({ min: 0, max: 300 }),
      minutes: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ start, minutes, ...rest }): Stretch => ({ ...rest, from: at(start), to: at(start + minutes) }));
  const many = fc.array(stretch, { maxLength: 25 });
  const minutesOf = (list: readonly Stretch[]) =>
    list.reduce((sum, one) => sum + one.to.since(one.from).total('minutes'), 0);
  const plain = (list: readonly Stretch[]) =>
    list.map((one) => `${one.personId} ${one.roomId} ${one.way} ${one.from} ${one.to}`);

  test('no minute of a person is counted twice, however many pages were open', () => {
    fc.assert(
      fc.property(many, (stretches) => {
        const merged = mergeStretches(stretches);
        for (const person of ['aino', 'noora']) {
          const own = merged.filter((one) => one.personId === person);
          for (const [i, one] of own.entries()) {
            const next = own[i + 1];
            if (next) expect(Temporal.Instant.compare(one.to, next.from)).toBeLessThanOrEqual(0);
          }
          // Minute by minute, the person is counted exactly when some page of theirs was in a room.
          const covered = Array.from({ length: 400 }, (_, m) => m).filter((m) =>
            stretches.some(
              (s) =>
                s.personId === person &&
                Temporal.Instant.compare(s.from, at(m)) <= 0 &&
                Temporal.Instant.compare(s.to, at(m + 1)) >= 0,
            ),
          ).length;
          expect(minutesOf(own)).toBeCloseTo(covered, 6);
        }
      }),
    );
  });

  test('the order in which stretches were written, and one written twice, change nothing', () => {
    fc.assert(
      fc.property(many, fc.infiniteStream(fc.nat()), (stretches, noise) => {
        const shuffled = [...stretches, ...stretches.slice(0, 3)]
          .map((one) => ({ one, by: noise.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        expect(plain(mergeStretches(shuffled))).toEqual(plain(mergeStretches(stretches)));
      }),
    );
  });

  test('another stretch never takes minutes away', () => {
    fc.assert(
      fc.property(many, stretch, (stretches, more) => {
        expect(minutesOf(mergeStretches([...stretches, more]))).toBeGreaterThanOrEqual(
          minutesOf(mergeStretches(stretches)) - 1e-6,
        );
      }),
    );
  });

  test('while two pages are open the fuller way counts', () => {
    const own = { personId: 'aino', roomId: 'morning' };
    const merged = mergeStretches([
      { ...own, way: 'text', from: at(0), to: at(30) },
      { ...own, way: 'video', from: at(10), to: at(20) },
    ]);
    expect(merged.map((one) => [one.way, one.from.toString(), one.to.toString()])).toEqual([
      ['text', at(0).toString(), at(10).toString()],
      ['video', at(10).toString(), at(20).toString()],
      ['text', at(20).toString(), at(30).toString()],
    ]);
  });
});
