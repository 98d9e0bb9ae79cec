import { describe, expect, test } from 'vitest';
import { euros, sayMoney } from './money.ts';

const about = { benefit: 'expense-allowance', allowanceCents: 900, swappedWith: undefined } as const;

describe('what a class means for money, as the client reads it', () => {
  test.each([
    ['attended', about, 'Saat tästä päivästä kulukorvausta 9 €.'],
    ['attended', { ...about, benefit: 'activity-allowance' }, 'Saat tästä päivästä toimintarahaa 9 €.'],
    ['attended', { ...about, allowanceCents: undefined }, 'Saat tästä päivästä kulukorvauksen.'],
    ['own-illness', about, 'Työttömyysetuutesi ei muutu. Kulukorvausta tältä päivältä ei tule.'],
    ['not-arranged', about, 'Työttömyysetuutesi ei muutu. Kulukorvausta tältä päivältä ei tule.'],
    [
      'other-absence',
      about,
      'Tältä päivältä ei voi saada työttömyysetuutta eikä kulukorvausta. Maksaja päättää asiasta.',
    ],
    ['attended', { ...about, benefit: 'none' }, ''],
    [
      'swapped',
      { ...about, swappedWith: Temporal.PlainDate.from('2026-11-27') },
      'Tulet tämän päivän sijasta toisena päivänä: perjantai 27. marraskuuta. Rahat tulevat siitä päivästä.',
    ],
  ] as const)('%s %o', (dayClass, money, words) => {
    expect(sayMoney('fi', { class: dayClass, ...money })).toBe(words);
  });

  test('money is said as people write it in each language', () => {
    expect([euros('fi', 900), euros('sv', 950), euros('en', 900)]).toEqual(['9 €', '9,50 €', '€9']);
  });
});
