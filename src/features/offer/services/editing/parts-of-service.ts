// The parts in which a service is written, each with its own page, and which field of the content is in which.
import type { ContentField } from '../readiness.ts';

export const parts = ['wording', 'terms', 'contact', 'modes', 'path'] as const;
export type PartName = (typeof parts)[number];

const partOf: Readonly<Record<ContentField, PartName>> = {
  name: 'wording',
  summary: 'wording',
  about: 'wording',
  suits: 'wording',
  price: 'wording',
  needs: 'terms',
  producer: 'terms',
  payer: 'terms',
  legalBasis: 'terms',
  controller: 'terms',
  contact: 'contact',
  places: 'contact',
  modes: 'modes',
  path: 'path',
};

export function partOfField(field: ContentField): PartName {
  return partOf[field];
}
