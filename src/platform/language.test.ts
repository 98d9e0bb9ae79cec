import { describe, expect, test } from 'vitest';
import { type Language, languageFromHeader, say, sayDay, sayMinutes, sayTime } from './language.ts';

describe('the language of a browser', () => {
  test.each([
    [undefined, 'fi'],
    ['', 'fi'],
    ['sv-FI,sv;q=0.9,fi;q=0.8', 'sv'],
    ['de,en;q=0.5,fi;q=0.7', 'fi'],
    ['fi;q=0, en', 'en'],
    ['ru, uk;q=0.9', 'fi'],
    ['EN-us', 'en'],
    [';;;,=,q=9', 'fi'],
  ] as const)('%j reads %s', (header, language) => {
    expect(languageFromHeader(header)).toBe(language);
  });
});

test('one and many are told apart in every language, and numbers are written as people there write them', () => {
  const days = {
    fi: '{count, plural, one {# päivä} other {# päivää}}',
    sv: '{count, plural, one {# dag} other {# dagar}}',
    en: '{count, plural, one {# day} other {# days}}',
  };
  const said = (language: Language) => [0, 1, 2, 1234.5].map((count) => say(language, days, { count }));
  expect(said('fi')).toEqual(['0 päivää', '1 päivä', '2 päivää', '1\u00a0234,5 päivää']);
  expect(said('sv')).toEqual(['0 dagar', '1 dag', '2 dagar', '1\u00a0234,5 dagar']);
  expect(said('en')).toEqual(['0 days', '1 day', '2 days', '1,234.5 days']);
});

test('who reads Easy Finnish gets it where it is written, and plain Finnish elsewhere', () => {
  const both = { fi: 'Etäjakso', sv: 'Distansperiod', en: 'Remote period', selko: 'Aika etänä' };
  expect(say('fi-simple', both)).toBe('Aika etänä');
  expect(say('fi-simple', { fi: 'Etäjakso', sv: 'Distansperiod', en: 'Remote period' })).toBe('Etäjakso');
});

test('a name with a tag or an apostrophe in it comes out as it is', () => {
  const greeting = { fi: 'Hei, {name}', sv: 'Hej, {name}', en: "It's you, {name}" };
  expect(say('en', greeting, { name: "<b>D'Arcy</b>" })).toBe("It's you, <b>D'Arcy</b>");
});

test('a day and a time are said as in that language', () => {
  const day = Temporal.PlainDate.from('2026-11-24');
  const time = Temporal.PlainTime.from('09:05');
  expect([sayDay('fi', day), sayTime('fi', time)]).toEqual(['tiistai 24. marraskuuta', 'klo 9.05']);
  expect([sayDay('sv', day), sayTime('sv', time)]).toEqual(['tisdag 24 november', 'kl. 9.05']);
  expect([sayDay('en', day), sayTime('en', time)]).toEqual(['Tuesday 24 November', '9:05']);
});

test('a length of time of an hour or more is said in hours and minutes', () => {
  const said = { 0: '0 min', 59: '59 min', 59.6: '1 h', 60: '1 h', 61: '1 h 1 min', 1812: '30 h 12 min' };
  for (const [minutes, words] of Object.entries(said)) expect(sayMinutes(Number(minutes))).toBe(words);
});
