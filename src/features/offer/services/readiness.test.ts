import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeContent } from '../../../../test/service-content.ts';
import type { ServiceContent } from './content.ts';
import { changedFields, changedTexts, type Gap, isEasy, missingInEasy, unfinished } from './readiness.ts';

const whole = wholeContent();
const [video, phone] = whole.modes;
const [first, last] = whole.path;
if (!video || !phone || !first || !last) throw new Error('the content for tests has two modes and two steps');

const without = <T extends object>(text: T, ...languages: string[]) => ({
  ...text,
  ...Object.fromEntries(languages.map((language) => [language, ' '])),
});

const cases: [string, Partial<ServiceContent>, Gap[]][] = [
  ['a name in two languages', { name: without(whole.name, 'sv') }, [{ field: 'name', language: 'sv' }]],
  [
    'no summary in Finnish or English',
    { summary: without(whole.summary, 'fi', 'en') },
    [
      { field: 'summary', language: 'fi' },
      { field: 'summary', language: 'en' },
    ],
  ],
  [
    'a description not in English',
    { about: without(whole.about, 'en') },
    [{ field: 'about', language: 'en' }],
  ],
  [
    'nobody it suits, in Swedish',
    { suits: without(whole.suits, 'sv') },
    [{ field: 'suits', language: 'sv' }],
  ],
  ['a price not in Finnish', { price: without(whole.price, 'fi') }, [{ field: 'price', language: 'fi' }]],
  [
    'a controller not in Swedish',
    { controller: without(whole.controller, 'sv') },
    [{ field: 'controller', language: 'sv' }],
  ],
  [
    'a half-translated act',
    { legalBasis: { fi: 'Laki', sv: '', en: '' } },
    [
      { field: 'legalBasis', language: 'sv' },
      { field: 'legalBasis', language: 'en' },
    ],
  ],
  ['no phone number', { contact: { ...whole.contact, phone: null } }, [{ field: 'contact', part: 'phone' }]],
  [
    'no words on how to reach us in English',
    { contact: { ...whole.contact, text: without(whole.contact.text, 'en') } },
    [{ field: 'contact', part: 'text', language: 'en' }],
  ],
  ['a nameless producer', { producer: { kind: 'bought', name: '' } }, [{ field: 'producer', part: 'name' }]],
  ['no mode', { modes: [] }, [{ field: 'modes' }]],
  [
    'the second mode without instructions in Swedish',
    { modes: [video, { ...phone, instructions: without(phone.instructions, 'sv') }] },
    [{ field: 'modes', part: 'instructions', at: 1, language: 'sv' }],
  ],
  ['no path', { path: [] }, [{ field: 'path' }]],
  [
    'a step without its title in English and its materials in Swedish',
    {
      path: [
        { ...first, title: without(first.title, 'en') },
        { ...last, materials: { fi: 'Vihko', sv: '', en: 'A notebook' } },
      ],
    },
    [
      { field: 'path', part: 'title', at: 0, language: 'en' },
      { field: 'path', part: 'materials', at: 1, language: 'sv' },
    ],
  ],
];

describe('what is half-translated is not ready, and each gap is named', () => {
  test.each(cases)('%s', (_, changes, gaps) => {
    expect(unfinished(wholeContent(changes))).toEqual(gaps);
  });
});

test('nothing is missing from a whole content, with or without Easy Finnish, act, places and needs', () => {
  expect(unfinished(whole)).toEqual([]);
  const easy = { ...whole.about, selko: 'Helppo' };
  expect(unfinished(wholeContent({ about: easy, places: [], needs: [], legalBasis: null }))).toEqual([]);
});

test('of a service that is told in Easy Finnish, each running text that is not is named; names and titles are not', () => {
  expect(missingInEasy(whole)).toBeUndefined();
  const easy = <T extends object>(text: T) => ({ ...text, selko: 'Helppo' });
  const begun = wholeContent({ about: easy(whole.about), modes: [video], path: [first, last] });
  expect(missingInEasy(begun)).toEqual(
    [
      { field: 'summary' },
      { field: 'suits' },
      { field: 'price' },
      { field: 'contact', part: 'text' },
      { field: 'modes', part: 'needs', at: 0 },
      { field: 'modes', part: 'instructions', at: 0 },
      { field: 'path', part: 'what', at: 0 },
      { field: 'path', part: 'what', at: 1 },
      { field: 'path', part: 'materials', at: 1 },
    ].map((gap) => ({ ...gap, language: 'selko' })),
  );
  const all = wholeContent({
    summary: easy(whole.summary),
    about: easy(whole.about),
    suits: easy(whole.suits),
    price: easy(whole.price),
    contact: { ...whole.contact, text: easy(whole.contact.text) },
    modes: [],
    path: [{ ...first, what: easy(first.what) }],
  });
  expect(missingInEasy(all)).toEqual([]);
  expect([isEasy(all), isEasy(begun)]).toEqual([true, false]);
});

test('exactly the fields that differ are said to change', () => {
  const fields = Object.keys(whole) as (keyof ServiceContent)[];
  const other: ServiceContent = {
    name: { fi: 'a', sv: 'b', en: 'c' },
    summary: { fi: 'a', sv: 'b', en: 'c' },
    about: { fi: 'a', sv: 'b', en: 'c' },
    suits: { fi: 'a', sv: 'b', en: 'c' },
    price: { fi: 'a', sv: 'b', en: 'c' },
    contact: { ...whole.contact, email: 'a@b.fi' },
    legalBasis: { fi: 'a', sv: 'b', en: 'c' },
    controller: { fi: 'a', sv: 'b', en: 'c' },
    payer: 'kela',
    producer: { kind: 'bought', name: 'Toinen' },
    places: [],
    needs: ['digital'],
    modes: [],
    path: [],
  };
  fc.assert(
    fc.property(fc.subarray(fields), (chosen) => {
      const after = { ...whole, ...Object.fromEntries(chosen.map((field) => [field, other[field]])) };
      expect(changedFields(whole, after).sort()).toEqual([...chosen].sort());
    }),
  );
});

test('a changed text is told language by language with what it was and is', () => {
  const after = wholeContent({
    summary: { ...whole.summary, sv: 'Ny', selko: 'Helppo' },
    contact: { ...whole.contact, text: { ...whole.contact.text, en: 'Call' } },
    legalBasis: { fi: 'Laki', sv: 'Lag', en: 'Act' },
    payer: 'kela',
  });
  expect(changedTexts(whole, after)).toEqual([
    { field: 'summary', language: 'sv', before: 'Summary på svenska', after: 'Ny' },
    { field: 'summary', language: 'selko', before: '', after: 'Helppo' },
    { field: 'contact', language: 'en', before: 'Contact in English', after: 'Call' },
    { field: 'legalBasis', language: 'fi', before: '', after: 'Laki' },
    { field: 'legalBasis', language: 'sv', before: '', after: 'Lag' },
    { field: 'legalBasis', language: 'en', before: '', after: 'Act' },
  ]);
  expect(changedTexts(whole, wholeContent())).toEqual([]);
});
