// Gaps and changes of a content in words: "Polku, askel 2, otsikko: ruotsi, englanti".
import type { Text } from '../../../../platform/language.ts';
import type { Say } from '../../../../ui/speech.tsx';
import type { ServiceContent } from '../content.ts';
import type { ContentField, Gap } from '../readiness.ts';
import { modeTexts } from '../texts-catalogue.ts';
import { partOfField } from './parts-of-service.ts';
import { texts } from './texts.ts';
import { texts as fields } from './texts-fields.ts';
import { texts as versionTexts } from './texts-versions.ts';

export const fieldNames: Readonly<Record<ContentField, Text>> = {
  name: fields.name,
  summary: fields.summary,
  about: fields.about,
  suits: fields.suits,
  price: fields.price,
  contact: versionTexts.contactField,
  legalBasis: fields.legalBasis,
  controller: fields.controller,
  payer: fields.payer,
  producer: fields.producerKind,
  places: fields.places,
  needs: fields.needs,
  modes: versionTexts.modesField,
  path: versionTexts.pathField,
};

const partNames: Readonly<Record<NonNullable<Gap['part']>, Text>> = {
  needs: fields.modeNeeds,
  instructions: fields.modeInstructions,
  title: fields.stepTitle,
  what: fields.stepWhat,
  materials: fields.stepMaterials,
  phone: fields.phone,
  text: fields.contactText,
  name: fields.producerName,
};

/** The languages of a text, in the words of a list. */
export const languageNames = {
  fi: texts.finnish,
  sv: texts.swedish,
  en: texts.english,
  selko: texts.easyFinnish,
};

/** One line for each text that has gaps, with its languages together. */
export function sayGaps(
  say: Say,
  content: ServiceContent,
  gaps: readonly Gap[],
): { words: string; gap: Gap }[] {
  const lines = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const where = gapWords(say, content, gap);
    lines.set(where, [...(lines.get(where) ?? []), gap]);
  }
  return [...lines].flatMap(([what, of]) => {
    const languages = of.flatMap((gap) => (gap.language ? [say(languageNames[gap.language])] : []));
    const words =
      languages.length > 0
        ? say(versionTexts.missingIn, { what, languages: languages.join(', ') })
        : say(versionTexts.missingWhole, { what });
    return of[0] ? [{ words, gap: of[0] }] : [];
  });
}

function gapWords(say: Say, content: ServiceContent, gap: Gap): string {
  const field = say(fieldNames[gap.field]);
  const part = gap.part && say(partNames[gap.part]);
  if (gap.at === undefined) return part ?? field;
  return [field, placeWords(say, content, gap), part].filter(Boolean).join(' › ');
}

function placeWords(say: Say, content: ServiceContent, gap: Gap): string | undefined {
  if (gap.at === undefined) return undefined;
  if (gap.field === 'path') return say(versionTexts.stepAt, { n: gap.at + 1 });
  const mode = content.modes[gap.at]?.mode;
  return mode && say(modeTexts[mode]);
}

/** The page on which a gap is filled, as the end of its address. */
export function gapPlace(content: ServiceContent, gap: Gap): string {
  const part = partOfField(gap.field);
  if (gap.at === undefined) return part;
  return part === 'path' ? `path/${gap.at + 1}` : `modes/${content.modes[gap.at]?.mode}`;
}
