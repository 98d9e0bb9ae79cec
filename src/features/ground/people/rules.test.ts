import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../../../platform/session.ts';
import {
  endedByNewCoach,
  inForce,
  leavesNoAdministrator,
  mayChangeHolder,
  missingContact,
  overlap,
  rolesGivenBy,
} from './rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const period = (startsOn: string, endsOn: string | null = null) => ({
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
});

describe('who may give which role', () => {
  test.each<[Role, readonly Role[]]>([
    ['client', []],
    ['coach', []],
    ['provider', []],
    ['partner', []],
    ['project-manager', []],
    ['data-protection-officer', []],
    ['manager', ['client', 'coach', 'provider', 'partner']],
  ])('%s', (role, given) => expect([...rolesGivenBy([role])].sort()).toEqual([...given].sort()));

  test('an administrator gives every role, and nobody but an administrator gives a role of power', () => {
    expect([...rolesGivenBy(['administrator'])].sort()).toEqual([...roles].sort());
    fc.assert(
      fc.property(fc.subarray([...roles]), (held) => {
        const powerful = rolesGivenBy(held).filter((role) =>
          ['administrator', 'manager', 'project-manager', 'data-protection-officer'].includes(role),
        );
        expect(powerful.length > 0).toBe(held.includes('administrator'));
      }),
    );
  });
});

test.each<[Role[], Role[], boolean]>([
  [['manager'], ['client'], true],
  [['manager'], ['client', 'coach'], true],
  [['manager'], ['coach', 'administrator'], false],
  [['manager'], ['data-protection-officer'], false],
  [['manager'], [], true],
  [['administrator'], ['administrator'], true],
  [['coach'], ['client'], false],
])('%j may change somebody who is %j: %s', (mine, theirs, may) => {
  expect(mayChangeHolder(mine, theirs)).toBe(may);
});

test.each([
  ['sms', 'phone'],
  ['phone', 'phone'],
  ['email', 'email'],
  ['letter', 'address'],
] as const)('the channel %s needs a %s', (channel, needed) => {
  const none = { phone: false, email: false, address: false };
  expect(missingContact(channel, none)).toBe(needed);
  expect(missingContact(channel, { ...none, [needed]: true })).toBeUndefined();
  const others = { phone: true, email: true, address: true, [needed]: false };
  expect(missingContact(channel, others)).toBe(needed);
});

describe('periods', () => {
  test.each([
    ['2026-01-01', '2026-01-31', '2026-01-31', null, true],
    ['2026-01-01', '2026-01-31', '2026-02-01', null, false],
    ['2026-01-01', null, '2025-01-01', '2025-12-31', false],
    ['2026-01-01', null, '2025-01-01', null, true],
    ['2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', true],
  ])('%s–%s and %s–%s meet: %s', (a, b, c, d, meet) => {
    expect(overlap(period(a, b), period(c, d))).toBe(meet);
    expect(overlap(period(c, d), period(a, b))).toBe(meet);
  });

  test('a right holds on its first and its last day, and on no day outside', () => {
    const held = period('2026-03-01', '2026-03-10');
    expect(
      ['2026-02-28', '2026-03-01', '2026-03-10', '2026-03-11'].map((one) => inForce(held, day(one))),
    ).toEqual([false, true, true, false]);
  });
});

describe('a new own coach', () => {
  test('ends the earlier one', () => {
    const earlier = period('2026-01-01');
    const past = period('2025-01-01', '2025-06-30');
    expect(endedByNewCoach([past, earlier], period('2026-05-01'))).toEqual({ ok: true, ended: [earlier] });
  });

  test.each(['2026-05-01', '2026-06-01'])('is refused when another begins on %s', (startsOn) => {
    expect(endedByNewCoach([period(startsOn)], period('2026-05-01'))).toEqual({ ok: false });
  });
});

test('the last administrator stays, however often the same person holds the role', () => {
  expect(leavesNoAdministrator(['a'], 'a')).toBe(true);
  expect(leavesNoAdministrator(['a', 'a'], 'a')).toBe(true);
  expect(leavesNoAdministrator(['a', 'b'], 'a')).toBe(false);
  expect(leavesNoAdministrator(['a'], 'b')).toBe(false);
  expect(leavesNoAdministrator([], 'b')).toBe(false);
});
