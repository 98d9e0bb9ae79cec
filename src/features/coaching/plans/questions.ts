// The suitability check: our own questions, openly licensed (CC BY 4.0). A set that has been answered is never
// changed: another question or option makes a new set with its own name, and old answers keep their old one.

export const questionSet = 'likista-2026-1';

/** Ways of taking part, most present first. */
export const modes = ['in-person', 'hybrid', 'video', 'voice', 'phone', 'text', 'own-time'] as const;
export type Mode = (typeof modes)[number];

/** What could help; each can be arranged. */
export const helps = [
  'device',
  'data',
  'quiet-place',
  'practice',
  'companion',
  'headset',
  'captions',
  'travel',
] as const;
export type Help = (typeof helps)[number];

/** Each question with its options. None needs an answer. */
export const questions = {
  device: ['computer', 'smartphone', 'basic-phone', 'none'],
  connection: ['good', 'breaks', 'runs-out', 'none'],
  privacy: ['yes', 'sometimes', 'no'],
  safety: ['safe', 'not-always', 'no-answer'],
  video: ['easy', 'with-help', 'hard'],
  picture: ['fine', 'rather-not', 'no'],
  talking: ['fine', 'tiring', 'hard'],
  writing: ['easy', 'slow', 'hard'],
  travel: ['easy', 'takes-effort', 'cannot'],
  company: ['fine', 'tense', 'too-much'],
  alone: ['no', 'maybe', 'yes'],
  wish: [...modes, 'open'],
} as const;

export type Question = keyof typeof questions;
export type AnswerTo<Q extends Question> = (typeof questions)[Q][number];
export type Answers = { readonly [Q in Question]?: AnswerTo<Q> | undefined };

export const questionNames = Object.keys(questions) as Question[];

/** The parts of the page, in the order they are asked. */
export const parts = {
  tools: ['device', 'connection'],
  home: ['privacy', 'safety'],
  skills: ['video', 'picture', 'talking', 'writing'],
  place: ['travel', 'company', 'alone'],
  own: ['wish'],
} as const satisfies Record<string, readonly Question[]>;

/** What of stored words answers this set of questions; the rest is left out. */
export function answersFrom(stored: unknown): Answers {
  if (typeof stored !== 'object' || stored === null) return {};
  const given = new Map(Object.entries(stored));
  return Object.fromEntries(
    questionNames
      .filter((name) => (questions[name] as readonly unknown[]).includes(given.get(name)))
      .map((name) => [name, given.get(name)]),
  ) as Answers;
}
