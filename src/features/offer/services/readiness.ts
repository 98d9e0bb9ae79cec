// What keeps a draft from going public, and what differs between two versions. Pure.
import { isDeepStrictEqual } from 'node:util';
import type { Text } from '../../../platform/language.ts';
import type { ServiceContent } from './content.ts';

export type ContentField = keyof ServiceContent;
export const neededLanguages = ['fi', 'sv', 'en'] as const;
export type NeededLanguage = (typeof neededLanguages)[number];

/** A gap: where it is, which of several when there are many (from 0), and in which language; without one it is missing. */
export type Gap = {
  field: ContentField;
  part?: 'needs' | 'instructions' | 'title' | 'what' | 'materials' | 'phone' | 'text' | 'name';
  at?: number;
  language?: NeededLanguage;
};

/** All that is missing before the content may be published; an empty list lets it go. Easy Finnish is never missing. */
export function unfinished(content: ServiceContent): Gap[] {
  const gaps: Gap[] = [];
  const check = (text: Text, where: Omit<Gap, 'language'>) => {
    for (const language of neededLanguages) {
      if (text[language].trim() === '') gaps.push({ ...where, language });
    }
  };
  for (const field of ['name', 'summary', 'about', 'suits', 'price', 'controller'] as const)
    check(content[field], { field });
  if (content.legalBasis) check(content.legalBasis, { field: 'legalBasis' });
  if (!content.contact.phone) gaps.push({ field: 'contact', part: 'phone' });
  check(content.contact.text, { field: 'contact', part: 'text' });
  if (content.producer.name.trim() === '') gaps.push({ field: 'producer', part: 'name' });
  if (content.modes.length === 0) gaps.push({ field: 'modes' });
  for (const [at, mode] of content.modes.entries()) {
    check(mode.needs, { field: 'modes', part: 'needs', at });
    check(mode.instructions, { field: 'modes', part: 'instructions', at });
  }
  if (content.path.length === 0) gaps.push({ field: 'path' });
  for (const [at, step] of content.path.entries()) {
    check(step.title, { field: 'path', part: 'title', at });
    check(step.what, { field: 'path', part: 'what', at });
    if (step.materials) check(step.materials, { field: 'path', part: 'materials', at });
  }
  return gaps;
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
