import { expect, test } from 'vitest';
import { contentSchema } from '../features/offer/services/content.ts';
import { isEasy, missingInEasy, unfinished } from '../features/offer/services/readiness.ts';
import { groupCoaching, individualCoaching, jobCoaching } from './services-of-coaching.ts';
import { digitalSupport, natureGroup } from './services-of-support.ts';
import { openWorkshop, rehabilitativeWork, youthWorkshop } from './services-with-days.ts';

const all = [
  rehabilitativeWork,
  youthWorkshop,
  openWorkshop,
  individualCoaching,
  jobCoaching,
  groupCoaching,
  digitalSupport,
  natureGroup,
];

test.each(all.map((content) => [content.name.en, content] as const))(
  '%s of Likijärvi may be published as it is',
  (_, content) => {
    expect(contentSchema.parse(content)).toEqual(content);
    expect(unfinished(content)).toEqual([]);
  },
);

type Said = { fi: string; sv: string; en: string };
const saidIn = (value: unknown): Said[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('fi' in value && 'sv' in value) return [value as Said];
  return Object.values(value).flatMap(saidIn);
};

test('nobody in Likijärvi meets a text that was left in another language', () => {
  const texts = all.flatMap(saidIn);
  expect(texts.length).toBeGreaterThan(200);
  const untranslated = texts.filter(({ fi, sv, en }) => new Set([fi, sv, en]).size < 3);
  expect(untranslated).toEqual([]);
});

test('at least four services of Likijärvi are told in Easy Finnish, from the first word to the last step', () => {
  const easy = all.filter(isEasy);
  expect(easy.length).toBeGreaterThanOrEqual(4);
  expect(easy.flatMap((content) => missingInEasy(content)?.map((gap) => [content.name.fi, gap]))).toEqual([]);
});
