// What keeps a draft from going public, and what differs between two versions. Pure.
import { isDeepStrictEqual } from 'node:util';
import type { Text } from '../../../platform/language.ts';
import type { ServiceContent } from './content.ts';

export type ContentField = keyof ServiceContent;
export const neededLanguages = ['fi', 'sv', 'en'] as const;
// The order in which gaps are told.
const fieldOrder: readonly ContentField[] = [
  'name',
  'summary',
  'about',
  'suits',
  'price',
  'controller',
  'legalBasis',
  'contact',
  'producer',
  'modes',
  'path',
];
export type NeededLanguage = (typeof neededLanguages)[number];

/** A gap: where it is, which of several when there are many (from 0), and in which language; without one it is missing. */
export type Gap = {
  field: ContentField;
  part?: 'needs' | 'instructions' | 'title' | 'what' | 'materials' | 'phone' | 'text' | 'name';
  at?: number;
  language?: NeededLanguage | 'selko';
};

type Place = Omit<Gap, 'language'>;

/** Every text of a content that must be in all languages, with its place; `label` is a name or a title. */
function textsOf(content: ServiceContent): { place: Place; text: Text; label?: true }[] {
  const { name, summary, about, suits, price, controller, legalBasis } = content;
  return [
    { place: { field: 'name' }, text: name, label: true },
    { place: { field: 'summary' }, text: summary },
    { place: { field: 'about' }, text: about },
    { place: { field: 'suits' }, text: suits },
    { place: { field: 'price' }, text: price },
    { place: { field: 'controller' }, text: controller, label: true },
    ...(legalBasis ? [{ place: { field: 'legalBasis' }, text: legalBasis, label: true } as const] : []),
    { place: { field: 'contact', part: 'text' }, text: content.contact.text },
    ...content.modes.flatMap(({ needs, instructions }, at) => [
      { place: { field: 'modes', part: 'needs', at }, text: needs } as const,
      { place: { field: 'modes', part: 'instructions', at }, text: instructions } as const,
    ]),
    ...content.path.flatMap(({ title, what, materials }, at) => [
      { place: { field: 'path', part: 'title', at }, text: title, label: true } as const,
      { place: { field: 'path', part: 'what', at }, text: what } as const,
      ...(materials ? [{ place: { field: 'path', part: 'materials', at }, text: materials } as const] : []),
    ]),
  ];
}

/** All that is missing before the content may be published; an empty list lets it go. Easy Finnish is never missing. */
export function unfinished(content: ServiceContent): Gap[] {
  const gaps: Gap[] = textsOf(content).flatMap(({ place, text }) =>
    neededLanguages
      .filter((language) => text[language].trim() === '')
      .map((language) => ({ ...place, language })),
  );
  if (!content.contact.phone) gaps.push({ field: 'contact', part: 'phone' });
  if (content.producer.name.trim() === '') gaps.push({ field: 'producer', part: 'name' });
  if (content.modes.length === 0) gaps.push({ field: 'modes' });
  if (content.path.length === 0) gaps.push({ field: 'path' });
  return gaps.sort((a, b) => fieldOrder.indexOf(a.field) - fieldOrder.indexOf(b.field));
}

/** Whether a text is told in Easy Finnish. */
export const hasEasy = (text: Text): boolean => (text.selko ?? '').trim() !== '';

/** Whether the service has a page in Easy Finnish: what the list says of it, what it is and whom it suits are written. */
export function isEasy({ summary, about, suits }: ServiceContent): boolean {
  return [summary, about, suits].every(hasEasy);
}

/**
 * What is not yet told in Easy Finnish; undefined while nobody has begun to tell the service in it. Names and titles
 * are not asked for: a short one is most often the same.
 */
export function missingInEasy(content: ServiceContent): Gap[] | undefined {
  const texts = textsOf(content).filter(({ label }) => !label);
  if (!texts.some(({ text }) => hasEasy(text))) return undefined;
  return texts.filter(({ text }) => !hasEasy(text)).map(({ place }) => ({ ...place, language: 'selko' }));
}

/** The fields in which two contents differ, in the order of the content. */
export function changedFields(before: ServiceContent, after: ServiceContent): ContentField[] {
  const fields = Object.keys(after) as ContentField[];
  return fields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
}

export type ChangedText = {
  field: ContentField;
  language: NeededLanguage | 'selko';
  before: string;
  after: string;
};

/** What was and is written in the texts that stand by themselves, language by language; modes and steps not among them. */
export function changedTexts(before: ServiceContent, after: ServiceContent): ChangedText[] {
  const texts = (content: ServiceContent) =>
    ({
      name: content.name,
      summary: content.summary,
      about: content.about,
      suits: content.suits,
      price: content.price,
      contact: content.contact.text,
      legalBasis: content.legalBasis,
      controller: content.controller,
    }) satisfies Partial<Record<ContentField, Text | null>>;
  const [was, is] = [texts(before), texts(after)];
  const fields = Object.keys(is) as (keyof typeof is)[];
  return fields.flatMap((field) =>
    ([...neededLanguages, 'selko'] as const)
      .map((language) => ({
        field,
        language,
        before: was[field]?.[language] ?? '',
        after: is[field]?.[language] ?? '',
      }))
      .filter((one) => one.before !== one.after),
  );
}
