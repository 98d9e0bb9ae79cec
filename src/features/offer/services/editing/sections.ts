// The parts of a service that are written on one page each: which fields, what they hold, and how they change the
// content. Modes and the path have pages of their own.
import { z } from 'zod';
import { emailValue, phoneValue } from '../../../../platform/form-values.ts';
import { fieldError } from '../../../../platform/forms.ts';
import type { Text } from '../../../../platform/language.ts';
import type { FormState } from '../../../../ui/form.tsx';
import { most, payerKinds, type ServiceContent, type ServicePlace, serviceNeeds } from '../content.ts';
import type { ContentField } from '../readiness.ts';
import type { WrittenField } from './language-fields.tsx';
import { texts } from './texts-fields.ts';
import { optionalText, words, writtenFields, writtenText, writtenValues } from './written.ts';

export type SectionName = 'wording' | 'terms' | 'contact';

export type Section = {
  name: SectionName;
  /** The fields of the content that are written here. */
  fields: readonly ContentField[];
  written: readonly WrittenField[];
  form: z.ZodType<Record<string, unknown>>;
  values(content: ServiceContent): FormState['values'];
  apply(content: ServiceContent, values: Readonly<Record<string, unknown>>): ServiceContent;
};

/** The part of the content that a section writes, for seeing whether it has changed. */
export function partOf(section: Section, content: ServiceContent): unknown {
  return section.fields.map((field) => content[field]);
}

const wordingFields = ['name', 'summary', 'about', 'suits', 'price'] as const;
const wordingWritten: readonly (WrittenField & { name: (typeof wordingFields)[number] })[] = [
  { name: 'name', label: texts.name, hint: texts.nameHint, most: most.name },
  { name: 'summary', label: texts.summary, hint: texts.summaryHint, rows: 3, most: most.summary },
  { name: 'about', label: texts.about, hint: texts.aboutHint, rows: 8, most: most.long },
  { name: 'suits', label: texts.suits, rows: 5, most: most.long },
  { name: 'price', label: texts.price, hint: texts.priceHint, rows: 2, most: most.short },
];

const wording: Section = {
  name: 'wording',
  fields: wordingFields,
  written: wordingWritten,
  form: z.object(
    Object.assign({}, ...wordingWritten.map((field) => writtenFields(field.name, field.most))) as Record<
      string,
      z.ZodType
    >,
  ),
  values: (content) =>
    Object.assign({}, ...wordingFields.map((field) => writtenValues(field, content[field]))),
  apply: (content, values) => ({
    ...content,
    ...(Object.fromEntries(wordingFields.map((field) => [field, writtenText(values, field)])) as Record<
      (typeof wordingFields)[number],
      Text
    >),
  }),
};

const termsForm = z.object({
  'needs[]': z.array(z.enum(serviceNeeds)).default([]),
  'producer-kind': z.enum(['own', 'bought']),
  'producer-name': words(most.name),
  payer: z.enum(payerKinds),
  ...writtenFields('legal-basis', most.short),
  ...writtenFields('controller', most.short),
});

const terms: Section = {
  name: 'terms',
  fields: ['needs', 'producer', 'payer', 'legalBasis', 'controller'],
  written: [
    { name: 'legal-basis', label: texts.legalBasis, hint: texts.legalBasisHint, most: most.short },
    { name: 'controller', label: texts.controller, hint: texts.controllerHint, most: most.short },
  ],
  form: termsForm,
  values: (content) => ({
    'needs[]': content.needs,
    'producer-kind': content.producer.kind,
    'producer-name': content.producer.name,
    payer: content.payer,
    ...writtenValues('legal-basis', content.legalBasis),
    ...writtenValues('controller', content.controller),
  }),
  apply: (content, values) => {
    const value = values as z.output<typeof termsForm>;
    return {
      ...content,
      needs: [...new Set(value['needs[]'])],
      producer: { kind: value['producer-kind'], name: value['producer-name'] },
      payer: value.payer,
      legalBasis: optionalText(values, 'legal-basis'),
      controller: writtenText(values, 'controller'),
    };
  },
};

const placeNumbers = Array.from({ length: most.places }, (_, at) => at + 1);

/** "65.361, 26.984" as degrees; undefined when it is not a place on earth. */
function positionIn(value: string): { latitude: number; longitude: number } | undefined {
  const match = /^(-?\d{1,2}(?:\.\d{1,10})?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d{1,10})?)$/.exec(value);
  const [latitude, longitude] = [Number(match?.[1]), Number(match?.[2])];
  return match && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { latitude, longitude }
    : undefined;
}

function placesIn(values: Readonly<Record<string, unknown>>): ServicePlace[] {
  return placeNumbers.flatMap((n) => {
    const [name, address, position] = ['name', 'address', 'position'].map((part) =>
      String(values[`place-${n}-${part}`] ?? ''),
    );
    if (!name || !address) return [];
    return [{ name, address, ...(positionIn(position ?? '') ?? { latitude: null, longitude: null }) }];
  });
}

const contactForm = z
  .object({
    phone: phoneValue(),
    email: emailValue(),
    ...writtenFields('contact', most.short),
    ...(Object.fromEntries(
      placeNumbers.flatMap((n) => [
        [`place-${n}-name`, words(most.name)],
        [`place-${n}-address`, words(most.short)],
        [`place-${n}-position`, words(60)],
      ]),
    ) as Record<string, ReturnType<typeof words>>),
  })
  .superRefine((values: Record<string, unknown>, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    for (const n of placeNumbers) {
      const [name, address, position] = ['name', 'address', 'position'].map((part) =>
        String(values[`place-${n}-${part}`] ?? ''),
      );
      if ((address || position) && !name) wrong(`place-${n}-name`, fieldError(texts.placeNameMissing));
      if ((name || position) && !address) wrong(`place-${n}-address`, fieldError(texts.placeAddressMissing));
      if (position && !positionIn(position))
        wrong(`place-${n}-position`, fieldError(texts.placePositionWrong));
    }
  });

const contact: Section = {
  name: 'contact',
  fields: ['contact', 'places'],
  written: [
    { name: 'contact', label: texts.contactText, hint: texts.contactTextHint, rows: 3, most: most.short },
  ],
  form: contactForm,
  values: (content) => ({
    phone: content.contact.phone ?? '',
    email: content.contact.email ?? '',
    ...writtenValues('contact', content.contact.text),
    ...Object.assign({}, ...content.places.map((place, at) => placeValues(at + 1, place))),
  }),
  apply: (content, values) => ({
    ...content,
    contact: {
      phone: (values.phone as string | undefined) ?? null,
      email: (values.email as string | undefined) ?? null,
      text: writtenText(values, 'contact'),
    },
    places: placesIn(values),
  }),
};

function placeValues(n: number, place: ServicePlace): Record<string, string> {
  return {
    [`place-${n}-name`]: place.name,
    [`place-${n}-address`]: place.address,
    [`place-${n}-position`]: place.latitude === null ? '' : `${place.latitude}, ${place.longitude}`,
  };
}

export const sections: Readonly<Record<SectionName, Section>> = { wording, terms, contact };
