import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  answersFrom,
  type Mode,
  modes,
  type Question,
  questionNames,
  questions,
} from './questions.ts';
import { rankingOf, reviewStateOf, suggest, usualModeFrom } from './rules.ts';

const connected: Answers = { device: 'smartphone', connection: 'good' };
const atEase: Answers = { ...connected, privacy: 'yes', safety: 'safe', video: 'easy', picture: 'fine' };

describe('what is suggested', () => {
  test.each<[string, Answers, Mode]>([
    ['video to somebody with a good line, peace and ease', atEase, 'video'],
    [
      'a call to somebody whose line breaks',
      { ...connected, connection: 'breaks', talking: 'fine' },
      'phone',
    ],
    ['being there to somebody who lives near', { travel: 'easy', company: 'fine' }, 'in-person'],
    [
      'being there to somebody with no device and no line',
      { device: 'none', connection: 'none' },
      'in-person',
    ],
    [
      'the phone to somebody far away with a basic phone',
      { device: 'basic-phone', travel: 'cannot' },
      'phone',
    ],
    [
      'writing to somebody who cannot talk in peace',
      { ...connected, privacy: 'no', writing: 'easy', travel: 'cannot' },
      'text',
    ],
    [
      'a call on the net without picture',
      { ...connected, picture: 'no', travel: 'cannot', talking: 'fine' },
      'voice',
    ],
    [
      'a mixed way to somebody who would be left alone but travels with effort',
      {
        ...connected,
        connection: 'breaks',
        alone: 'yes',
        travel: 'takes-effort',
        company: 'tense',
        picture: 'no',
      },
      'hybrid',
    ],
    [
      'own time to whoever wishes it and nothing speaks against it',
      { wish: 'own-time', writing: 'easy' },
      'own-time',
    ],
    ['what is wished, when nothing else is known', { wish: 'text' }, 'text'],
    ['being there to somebody who is not safe at home', { ...atEase, safety: 'not-always' }, 'in-person'],
  ])('%s', (_, answers, mode) => {
    expect(suggest(answers)?.first).toBe(mode);
  });

  test('nothing, when nothing has been told', () => {
    expect(suggest({})).toBeUndefined();
    expect(suggest({ wish: 'open' })).toBeUndefined();
  });

  test('the reasons are the answers that speak for and against', () => {
    const found = suggest({ ...atEase, talking: 'tiring', picture: 'rather-not', travel: 'cannot' });
    expect(found?.first).toBe('video');
    expect(found?.speaksFor).toEqual(['connection', 'device', 'privacy', 'video']);
    expect(found?.speaksAgainst).toEqual(['picture']);
  });

  test('whoever wished another way reads what speaks against it, and what would help', () => {
    const found = suggest({ device: 'none', travel: 'easy', wish: 'video' });
    expect(found?.wishedOther).toEqual({ mode: 'video', because: ['device'], ruledOut: true });
    expect(found?.helps).toEqual(['device']);
    expect(suggest({ ...atEase, wish: 'video' })?.wishedOther).toBeUndefined();
  });
});

const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    Object.fromEntries(
      questionNames.map((name) => [name, fc.constantFrom(undefined, ...questions[name])]),
    ) as Record<Question, fc.Arbitrary<string | undefined>>,
  )
  .map(answersFrom);

/** How high a way stands; one that is ruled out stands below all. */
const placeOf = (answers: Answers, mode: Mode) => {
  const place = rankingOf(answers).indexOf(mode);
  return place === -1 ? modes.length : place;
};

describe('whatever somebody answers', () => {
  // From the harder to the easier, for video.
  test.each<[Question, readonly string[]]>([
    ['connection', ['none', 'breaks', 'good']],
    ['connection', ['none', 'runs-out', 'good']],
    ['device', ['none', 'basic-phone', 'smartphone', 'computer']],
    ['privacy', ['no', 'sometimes', 'yes']],
    ['safety', ['not-always', 'safe']],
    ['video', ['hard', 'with-help', 'easy']],
    ['picture', ['no', 'rather-not', 'fine']],
  ])('a better %s (%j) never makes video less suggested', (name, steps) => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const places = steps.map((option) => placeOf(answersFrom({ ...answers, [name]: option }), 'video'));
        expect(places).toEqual([...places].sort((a, b) => b - a));
      }),
      { numRuns: 1000 },
    );
  });

  test('whoever is not safe at home is never suggested a call or a video there', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const unsafe: Answers = { ...answers, safety: 'not-always' };
        for (const mode of ['video', 'voice', 'phone', 'hybrid'] as const)
          expect(rankingOf(unsafe)).not.toContain(mode);
        const found = suggest(unsafe);
        expect(found?.unsafeAtHome).toBe(true);
        expect(['in-person', 'text', 'own-time']).toContain(found?.first);
      }),
      { numRuns: 1000 },
    );
  });

  test('the order of the answers does not matter', () => {
    fc.assert(
      fc.property(anyAnswers, fc.array(fc.nat()), (answers, order) => {
        const shuffled = Object.entries(answers)
          .map(([name, option], at) => ({ name, option, key: order[at] ?? at }))
          .sort((a, b) => a.key - b.key);
        const other = Object.fromEntries(shuffled.map(({ name, option }) => [name, option])) as Answers;
        expect(suggest(other)).toEqual(suggest(answers));
      }),
    );
  });

  test('something is suggested, it explains itself by answers that were given, and being there is never ruled out', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(rankingOf(answers)).toContain('in-person');
        const found = suggest(answers);
        if (!found) return;
        const said = [...found.speaksFor, ...found.speaksAgainst, ...(found.wishedOther?.because ?? [])];
        for (const name of said) expect(answers[name]).toBeDefined();
        expect(found.second).not.toBe(found.first);
        if (found.wishedOther) expect(found.wishedOther.mode).toBe(answers.wish);
      }),
    );
  });

  test('a wish that nothing speaks against is what is suggested', () => {
    fc.assert(
      fc.property(fc.constantFrom(...modes), (mode) => {
        expect(suggest({ wish: mode })?.first).toBe(mode);
      }),
    );
  });
});

test('stored words that answer no question of the set are left out', () => {
  expect(answersFrom({ device: 'computer', video: 'sideways', horse: 'yes' })).toEqual({
    device: 'computer',
  });
  expect(answersFrom(null)).toEqual({});
});

test.each([
  ['2026-11-23', 'due'],
  ['2026-11-24', 'due'],
  ['2026-12-08', 'soon'],
  ['2026-12-09', 'later'],
] as const)('a review on %s is %s', (day, state) => {
  const reviewOn = Temporal.PlainDate.from(day);
  expect(reviewStateOf({ reviewOn }, Temporal.PlainDate.from('2026-11-24'))).toBe(state);
});

test.each([
  ['phone', 'video', { mode: 'phone', second: 'video' }],
  ['hybrid', 'phone', { mode: 'phone', second: undefined }],
  ['text', null, { mode: 'text', second: undefined }],
  ['own-time', null, undefined],
  ['own-time', 'hybrid', undefined],
] as const)('%s, else %s: times are booked so', (wished, second, usual) => {
  expect(usualModeFrom({ wished, second })).toEqual(usual);
});
