// What the answers suggest, and why. Pure. Each answer speaks for or against a way by whole numbers that are added up,
// so their order does not matter; some answers rule a way out whatever else is said. A suggestion binds nobody.
import {
  type Answers,
  type Help,
  helps,
  type Mode,
  modes,
  type Question,
  questionNames,
} from './questions.ts';

type Weights = Partial<Record<Mode, number>>;
type Weighing = { [Q in Question]: { [option: string]: Weights } };

/** Ways that need a call to be heard where the client is. */
const spoken: readonly Mode[] = ['video', 'voice', 'phone'];

// Own time and mixed ways are rarely the best first answer for somebody who has not wished them.
const before: Weights = { hybrid: -1, voice: -1, text: -1, 'own-time': -2 };
const wished = 3;

// What makes video easier never makes another way gain more than video does: the property test holds that.
const weights: Weighing = {
  device: {
    computer: { video: 2, voice: 1, text: 1, 'own-time': 1 },
    smartphone: { video: 1, voice: 1, text: 1 },
    'basic-phone': { phone: 1 },
    none: {},
  },
  connection: {
    good: { video: 2, voice: 1 },
    breaks: { video: -2, voice: -1, phone: 1 },
    'runs-out': { video: -2, voice: -1, phone: 1 },
    none: { phone: 1 },
  },
  privacy: {
    yes: { video: 1, voice: 1, phone: 1 },
    sometimes: { video: -1, voice: -1, phone: -1, text: 1 },
    no: { video: -4, voice: -4, phone: -3, text: 2, 'in-person': 1 },
  },
  safety: { safe: {}, 'not-always': { 'in-person': 2, text: -2 }, 'no-answer': {} },
  video: { easy: { video: 1 }, 'with-help': { video: -1 }, hard: { video: -3, voice: -1 } },
  picture: {
    fine: { video: 1 },
    'rather-not': { video: -1, voice: 1 },
    no: { video: -3, voice: 1, phone: 1 },
  },
  talking: {
    fine: { phone: 1, voice: 1 },
    tiring: { phone: -1, voice: -1, text: 1 },
    hard: { phone: -4, voice: -3, video: -1, text: 2 },
  },
  writing: {
    easy: { text: 2, 'own-time': 1 },
    slow: { text: -1 },
    hard: { text: -4, 'own-time': -3 },
  },
  travel: {
    easy: { 'in-person': 3 },
    'takes-effort': { 'in-person': -1, hybrid: 1 },
    cannot: { 'in-person': -4, hybrid: -2 },
  },
  company: {
    fine: { 'in-person': 1 },
    tense: { 'in-person': -1, hybrid: 1 },
    'too-much': { 'in-person': -3, hybrid: -1, text: 1 },
  },
  alone: {
    no: { 'own-time': 1 },
    maybe: { 'in-person': 1, hybrid: 1, 'own-time': -1 },
    yes: { 'in-person': 2, hybrid: 2, 'own-time': -3 },
  },
  wish: Object.fromEntries([...modes.map((mode) => [mode, { [mode]: wished }]), ['open', {}]]),
};

/** Ways that an answer rules out until something has been arranged. Being there in person is never ruled out. */
const stops: { [Q in Question]?: { [option: string]: readonly Mode[] } } = {
  device: { 'basic-phone': ['video', 'voice', 'text'], none: ['video', 'voice', 'phone', 'text'] },
  connection: { none: ['video', 'voice', 'text'] },
  // A way that somebody at home can hear is not suggested to whoever is not safe there.
  safety: { 'not-always': spoken },
};

const helpsOf: { [Q in Question]?: { [option: string]: readonly Help[] } } = {
  device: { 'basic-phone': ['device'], none: ['device'] },
  connection: { breaks: ['data'], 'runs-out': ['data'], none: ['data'] },
  privacy: { sometimes: ['quiet-place', 'headset'], no: ['quiet-place', 'headset'] },
  safety: { 'not-always': ['quiet-place'] },
  video: { 'with-help': ['practice'], hard: ['practice'] },
  talking: { hard: ['captions'] },
  writing: { hard: ['practice'] },
  travel: { 'takes-effort': ['travel'], cannot: ['travel'] },
  company: { tense: ['companion'], 'too-much': ['companion'] },
};

export type Suggestion = {
  first: Mode;
  second: Mode | undefined;
  /** The questions whose answers speak for the first way, the strongest first. */
  speaksFor: Question[];
  /** Those that speak against it all the same. */
  speaksAgainst: Question[];
  /** When the client wished another way: what speaks against that one. */
  wishedOther: { mode: Mode; because: Question[]; ruledOut: boolean } | undefined;
  helps: Help[];
  /** Talking at home is not safe: that is met first, whatever way is chosen. */
  unsafeAtHome: boolean;
};

/** What the answers suggest; undefined when nothing has been answered that says anything. */
export function suggest(answers: Answers): Suggestion | undefined {
  const given = questionNames.filter((name) => answers[name] !== undefined);
  if (given.every((name) => name === 'wish' && answers.wish === 'open')) return undefined;
  const left = rankingOf(answers);
  const first = left[0] ?? 'in-person';
  const wish = answers.wish === 'open' ? undefined : answers.wish;
  return {
    first,
    second: left[1],
    speaksFor: given.filter((name) => weightOf(answers, name, first) > 0).sort(byWeight(answers, first)),
    speaksAgainst: given.filter((name) => weightOf(answers, name, first) < 0),
    wishedOther:
      wish && wish !== first
        ? { mode: wish, because: against(answers, wish), ruledOut: isRuledOut(answers, wish) }
        : undefined,
    helps: helps.filter((help) => given.some((name) => helpsFor(answers, name).includes(help))),
    unsafeAtHome: answers.safety === 'not-always',
  };
}

/** The ways that are not ruled out, the best first. */
export function rankingOf(answers: Answers): Mode[] {
  return modes
    .filter((mode) => !isRuledOut(answers, mode))
    .map((mode, place) => ({ mode, place, score: scoreOf(answers, mode) }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map((one) => one.mode);
}

const scoreOf = (answers: Answers, mode: Mode) =>
  questionNames.reduce((sum, name) => sum + weightOf(answers, name, mode), before[mode] ?? 0);

function weightOf(answers: Answers, name: Question, mode: Mode): number {
  const option = answers[name];
  return (option && weights[name][option]?.[mode]) ?? 0;
}

function isStoppedBy(answers: Answers, name: Question, mode: Mode): boolean {
  const option = answers[name];
  const stopped = (option && stops[name]?.[option]) || [];
  // A mixed way needs one way from a distance that works.
  if (mode === 'hybrid') return spoken.every((one) => stopped.includes(one));
  return stopped.includes(mode);
}

const isRuledOut = (answers: Answers, mode: Mode) =>
  questionNames.some((name) => isStoppedBy(answers, name, mode));

const against = (answers: Answers, mode: Mode) =>
  questionNames.filter((name) => isStoppedBy(answers, name, mode) || weightOf(answers, name, mode) < 0);

const helpsFor = (answers: Answers, name: Question): readonly Help[] => {
  const option = answers[name];
  return (option && helpsOf[name]?.[option]) || [];
};

const byWeight = (answers: Answers, mode: Mode) => (a: Question, b: Question) =>
  weightOf(answers, b, mode) - weightOf(answers, a, mode);

const reviewWeeks = [4, 12, 26] as const;
export const longestReviewWeeks = 104;

/** After how many weeks a choice may be looked at again: what is usual in the office is among them, in order. */
export const reviewOptions = (usual: number): number[] =>
  [...new Set([...reviewWeeks, usual])].sort((a, b) => a - b);

/** A choice is due from its review day on. */
export const isDue = (choice: { reviewOn: Temporal.PlainDate }, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(choice.reviewOn, today) <= 0;

/** A review that comes within these days is near. */
export const soonDays = 14;
export type ReviewState = 'due' | 'soon' | 'later';

/** How near the review is. */
export function reviewStateOf(
  choice: { reviewOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): ReviewState {
  if (isDue(choice, today)) return 'due';
  return isDue(choice, today.add({ days: soonDays })) ? 'soon' : 'later';
}

/** Ways in which a one-to-one time can be booked. */
export const bookableModes = ['in-person', 'video', 'voice', 'phone', 'text'] as const;
export type BookableMode = (typeof bookableModes)[number];

/** With which way the booking of a time begins; undefined when neither wish is one in which times are booked. */
export function usualModeFrom(choice: {
  wished: Mode;
  second: Mode | null;
}): { mode: BookableMode; second: BookableMode | undefined } | undefined {
  const [mode, second] = [choice.wished, choice.second].flatMap((wish) =>
    bookableModes.filter((one) => one === wish),
  );
  return mode && { mode, second };
}
