import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from '../../../../platform/forms.ts';
import type { FormState } from '../../../../ui/form.tsx';
import { contentSchema, type ServiceContent } from '../content.ts';
import { modeForm, modeFrom, modeValues, stepForm, stepFrom, stepValues } from './forms.ts';
import { partOf, sections } from './sections.ts';
import { markOf } from './seen.ts';

function bodyOf(values: FormState['values']): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  return body;
}

// What a person may have typed: no blank edges, because a form cuts them off, and no curly brackets.
const word = fc
  .string({ maxLength: 60, unit: 'grapheme' })
  .map((typed) => typed.replaceAll(/[{}\0\r]/g, '').trim())
  .filter((typed) => typed.isWellFormed());
const filled = word.map((typed) => typed || 'x');
const written = fc
  .record({ fi: word, sv: word, en: word, selko: word })
  .map(({ selko, ...text }) => (selko ? { ...text, selko } : text));
const mode = fc.constantFrom('in-person', 'video', 'phone', 'text', 'own-time') as fc.Arbitrary<'video'>;
const modeOffered = fc.record({ mode, needs: written, instructions: written });
const step = fc.record({
  kind: fc.constantFrom('first-contact' as const, 'exit' as const),
  title: written,
  what: written,
  mode: fc.constant('hybrid' as const),
  alternatives: fc.uniqueArray(mode),
  materials: fc.option(written.filter((text) => Boolean(text.fi))),
  who: fc.constantFrom('client' as const, 'coach' as const, 'both' as const, 'other' as const),
  duration: fc.option(
    fc.record({
      amount: fc.integer({ min: 1, max: 1000 }),
      unit: fc.constantFrom('minutes' as const, 'weeks' as const),
    }),
  ),
});
const degrees = (most: number) =>
  fc.integer({ min: -most * 1000, max: most * 1000 }).map((thousandths) => thousandths / 1000);
const place = fc.oneof(
  fc.record({ name: filled, address: filled, latitude: degrees(90), longitude: degrees(180) }),
  fc.record({ name: filled, address: filled, latitude: fc.constant(null), longitude: fc.constant(null) }),
);
const content: fc.Arbitrary<ServiceContent> = fc.record({
  name: written,
  summary: written,
  about: written,
  suits: written,
  price: written,
  contact: fc.record({
    phone: fc.option(fc.constant('+358401234567')),
    email: fc.option(fc.constant('pallas@likijarvi.fi')),
    text: written,
  }),
  legalBasis: fc.option(written.filter((text) => Boolean(text.fi))),
  controller: written,
  payer: fc.constantFrom('municipality' as const, 'kela' as const),
  producer: fc.record({ kind: fc.constantFrom('own' as const, 'bought' as const), name: word }),
  places: fc.array(place, { maxLength: 4 }),
  needs: fc.uniqueArray(fc.constantFrom('rhythm' as const, 'digital' as const, 'health' as const)),
  modes: fc.uniqueArray(modeOffered, { selector: (one) => one.mode }),
  path: fc.array(step, { maxLength: 5 }),
});

describe('what stands in a part comes back from its form as it was, and touches no other part', () => {
  test.each(Object.values(sections))('$name', (section) => {
    fc.assert(
      fc.property(content, content, (before, other) => {
        const form = readForm(section.form, bodyOf(section.values(before)));
        if (!form.ok) throw new Error(JSON.stringify(form.errors));
        const after = section.apply(other, form.value);
        expect(partOf(section, after)).toEqual(partOf(section, before));
        for (const field of Object.keys(other) as (keyof ServiceContent)[])
          if (!section.fields.includes(field)) expect(after[field]).toEqual(other[field]);
        expect(contentSchema.safeParse(after).error?.issues).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('a mode and a step', () => {
    fc.assert(
      fc.property(modeOffered, step, (offered, one) => {
        const modeRead = readForm(modeForm, bodyOf(modeValues(offered)));
        expect(modeRead.ok && modeFrom(offered.mode, modeRead.value)).toEqual(offered);
        const stepRead = readForm(stepForm, bodyOf(stepValues(one)));
        expect(stepRead.ok && stepFrom(stepRead.value)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });
});

test('curly brackets, half a place and a place off the earth are refused in words, each at its field', () => {
  const wording = readForm(sections.wording.form, bodyOf({ 'name-fi': 'Paja {name}' }));
  expect(wording.ok ? [] : Object.keys(wording.errors)).toEqual(['name-fi']);
  const contact = readForm(
    sections.contact.form,
    bodyOf({ 'place-1-name': 'Paja', 'place-2-address': 'Rantatie 1', 'place-3-position': '95, 200' }),
  );
  expect(contact.ok ? [] : Object.keys(contact.errors).sort()).toEqual([
    'place-1-address',
    'place-2-name',
    'place-3-address',
    'place-3-name',
    'place-3-position',
  ]);
});

test('the mark of what was seen is the same for the same content and another for any other', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const reordered = Object.fromEntries(Object.entries(one).reverse());
      expect(markOf(reordered)).toBe(markOf(one));
      if (JSON.stringify(one) !== JSON.stringify(other)) expect(markOf(other)).not.toBe(markOf(one));
    }),
    { numRuns: 60 },
  );
});
