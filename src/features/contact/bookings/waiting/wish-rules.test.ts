import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkWaiting, waitingArbitrary } from '../../../../../test/waiting-model.ts';
import { type Freed, inLineFor, keptUntil, passedBy, type Waiting } from './wish-rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-24T08:00:00Z');
const startsAt = at('2026-11-26T10:00:00Z');
const freed: Freed = {
  coachId: 'mika',
  poolIds: ['workshop'],
  startsAt,
  day: Temporal.PlainDate.from('2026-11-26'),
};
const waiting = (id: string, about: Partial<Waiting> = {}): Waiting => ({
  id,
  wishedAt: at(`2026-11-2${id}T08:00:00Z`),
  coachId: 'mika',
  poolId: null,
  untilOn: Temporal.PlainDate.from('2026-12-31'),
  offerStartsAt: null,
  offerCoachId: null,
  offerUntil: null,
  closedAt: null,
  ...about,
});
const asked = (...line: Waiting[]) => inLineFor(line, freed, now).map(({ id }) => id);

describe('who is asked for a time that has come free', () => {
  test('the one who has waited longest first', () => {
    expect(asked(waiting('2'), waiting('1'), waiting('3'))).toEqual(['1', '2', '3']);
  });

  test('whoever waits for the coach or for a pool of theirs, in one line; nobody who waits for others', () => {
    const pool = { coachId: null, poolId: 'workshop' };
    const [others, otherPool] = [{ coachId: 'raili' }, { coachId: null, poolId: 'evenings' }];
    expect(
      asked(waiting('2', pool), waiting('1'), waiting('4', others), waiting('5', otherPool), waiting('3')),
    ).toEqual(['1', '2', '3']);
  });

  test('nobody who has gone, for whom another time is kept, or for whom the day is too late', () => {
    const kept = { offerStartsAt: at('2026-11-25T08:00:00Z'), offerUntil: at('2026-11-24T20:00:00Z') };
    const late = { untilOn: Temporal.PlainDate.from('2026-11-25') };
    expect(
      asked(waiting('1', { closedAt: now }), waiting('2', kept), waiting('3', late), waiting('4')),
    ).toEqual(['4']);
  });

  test('not again the one who let that very time pass; for others they wait on at the end', () => {
    const passed = passedBy(
      waiting('1', { offerStartsAt: startsAt, offerUntil: at('2026-11-24T20:00:00Z') }),
      now,
    );
    expect(asked(passed, waiting('2'))).toEqual(['2']);
    const other = {
      ...freed,
      startsAt: at('2026-11-27T10:00:00Z'),
      day: Temporal.PlainDate.from('2026-11-27'),
    };
    expect(inLineFor([passed, waiting('2')], other, now).map(({ id }) => id)).toEqual(['2', '1']);
  });

  test('a time is kept for twelve hours at most, never in its last two, and not at all when it is near', () => {
    expect(keptUntil(startsAt, now)?.toString()).toBe('2026-11-24T20:00:00Z');
    expect(keptUntil(at('2026-11-24T15:00:00Z'), now)?.toString()).toBe('2026-11-24T13:00:00Z');
    expect(keptUntil(at('2026-11-24T10:00:00Z'), now)).toBeUndefined();
  });

  test('whatever people do, one time is kept for one, and for the one who waited longest', () => {
    fc.assert(fc.property(waitingArbitrary, checkWaiting), { numRuns: 1000 });
  });
});
