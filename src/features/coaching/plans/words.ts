// How parts of a choice are said.
import type { Text } from '../../../platform/language.ts';
import type { Answers, Question } from './questions.ts';
import type { What } from './tables.ts';
import { texts } from './texts.ts';
import { optionTexts } from './texts-questions.ts';

export const whatTexts: Readonly<Record<What, Text>> = {
  chosen: texts.didChosen,
  changed: texts.didChanged,
  kept: texts.didKept,
};

export const reviewTexts: Readonly<Partial<Record<number, Text>>> = {
  4: texts.in4,
  12: texts.in12,
  26: texts.in26,
};

/** What a client answered to a question, as they would say it; undefined when they did not answer. */
export function saidTo(answers: Answers, name: Question): Text | undefined {
  const option = answers[name];
  return option && (optionTexts[name] as Readonly<Record<string, Text>>)[option];
}
