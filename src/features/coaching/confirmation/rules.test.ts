import { describe, expect, test } from 'vitest';
import {
  type ConfirmationState,
  type ConfirmationWanted,
  canConfirm,
  isClear,
  offeredClass,
  offeredMinutes,
} from './rules.ts';

const day = Temporal.PlainDate.from('2026-11-24');
const fresh: ConfirmationState = {
  day,
  today: day,
  sequence: 0,
  class: undefined,
  minutes: undefined,
  swappedWith: undefined,
  absence: undefined,
  reported: false,
};
const attended: ConfirmationWanted = {
  class: 'attended',
  minutes: 240,
  swappedWith: undefined,
  hasReason: false,
  seenSequence: 0,
};
const confirmed: ConfirmationState = { ...fresh, sequence: 1, class: 'attended', minutes: 240 };
const friday = Temporal.PlainDate.from('2026-11-27');

describe('what may be confirmed', () => {
  test.each<[string, Partial<ConfirmationWanted>, Partial<ConfirmationState>, string]>([
    ['a first confirmation', {}, {}, 'yes'],
    ['an attended day that has not come', {}, { today: day.subtract({ days: 1 }) }, 'not-yet'],
    ['an absence known beforehand', { class: 'interview' }, { today: day.subtract({ days: 1 }) }, 'yes'],
    ['an attended day without minutes', { minutes: 0 }, {}, 'minutes-needed'],
    ['an absence needs no minutes', { class: 'own-illness', minutes: 0 }, {}, 'yes'],
    ['a swapped day without its pair', { class: 'swapped' }, {}, 'swapped-day-needed'],
    ['a day swapped with itself', { class: 'swapped', swappedWith: day }, {}, 'swapped-with-itself'],
    ['a day swapped with another', { class: 'swapped', swappedWith: friday }, {}, 'yes'],
    ['exactly what stands already', {}, confirmed, 'same-already'],
    [
      'the same absence, whatever minutes were sent',
      { class: 'interview', minutes: 30 },
      { ...confirmed, class: 'interview', minutes: 0 },
      'same-already',
    ],
    ['other minutes without a reason', { minutes: 200, seenSequence: 1 }, confirmed, 'reason-needed'],
    ['other minutes with a reason', { minutes: 200, seenSequence: 1, hasReason: true }, confirmed, 'yes'],
    [
      'a day that another coach confirmed meanwhile',
      { class: 'other-absence', hasReason: true },
      confirmed,
      'changed-meanwhile',
    ],
    ['an absence told since', { seenAbsence: 'none' }, { absence: 'interview' }, 'absence-meanwhile'],
    ['an absence taken back since', { seenAbsence: 'interview' }, {}, 'absence-meanwhile'],
    [
      'another absence told since',
      { class: 'child-ill', seenAbsence: 'child-ill' },
      { absence: 'own-illness' },
      'absence-meanwhile',
    ],
    [
      'just the absence told since',
      { class: 'interview', seenAbsence: 'none' },
      { absence: 'interview' },
      'yes',
    ],
    ['present, the absence seen', { seenAbsence: 'interview' }, { absence: 'interview' }, 'yes'],
    ['present, without any absence', { seenAbsence: 'none' }, {}, 'yes'],
    ['a day told to the payer, without a reason', {}, { reported: true }, 'reason-needed'],
    ['a day told to the payer, with a reason', { hasReason: true }, { reported: true }, 'yes'],
    [
      'the same swap again',
      { class: 'swapped', swappedWith: friday, seenSequence: 1 },
      { ...confirmed, class: 'swapped', minutes: 0, swappedWith: friday },
      'same-already',
    ],
    [
      'another pair for a swapped day',
      { class: 'swapped', swappedWith: friday, seenSequence: 1, hasReason: true },
      { ...confirmed, class: 'swapped', minutes: 0, swappedWith: friday.add({ days: 1 }) },
      'yes',
    ],
  ])('%s', (_, wanted, state, answer) => {
    expect(canConfirm({ ...attended, ...wanted }, { ...fresh, ...state })).toBe(answer);
  });
});

describe('what is offered to the coach', () => {
  test.each([
    ['a day that counts', { told: undefined, result: 'counts', closed: false }, 'attended', true],
    ['a told illness', { told: 'own-illness', result: 'nothing', closed: false }, 'own-illness', true],
    ['a closed day', { told: undefined, result: 'nothing', closed: true }, 'not-arranged', true],
    [
      'a told illness with a full day of evidence',
      { told: 'own-illness', result: 'counts', closed: false },
      'own-illness',
      false,
    ],
    [
      'another absence, which costs the benefit',
      { told: 'other-absence', result: 'nothing', closed: false },
      'other-absence',
      false,
    ],
    ['half a day', { told: undefined, result: 'on-the-way', closed: false }, undefined, false],
    [
      'silence: the system never proposes what takes money',
      { told: undefined, result: 'nothing', closed: false },
      undefined,
      false,
    ],
  ] as const)('%s', (_, about, offered, clear) => {
    expect([offeredClass(about), isClear(about)]).toEqual([offered, clear]);
  });

  test('the minutes that were counted, else the agreed ones', () => {
    expect(offeredMinutes({ countedMinutes: 251, expectedMinutes: 240 })).toBe(251);
    expect(offeredMinutes({ countedMinutes: 0, expectedMinutes: 240 })).toBe(240);
    expect(offeredMinutes({ countedMinutes: 900, expectedMinutes: 240 })).toBe(720);
  });
});
