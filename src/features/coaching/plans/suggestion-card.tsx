// A suggestion that explains itself: what it is, which of the client's own answers speak for it and against it, and
// that the client has the last word.
import { figuresOfDay } from '../../../platform/language.ts';
import { Card, Notice } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { Answers, Question } from './questions.ts';
import type { Suggestion } from './rules.ts';
import { texts } from './texts.ts';
import { modeTexts } from './texts-questions.ts';
import { saidTo } from './words.ts';

export type Suggested = { suggestion: Suggestion; answers: Answers; day: Temporal.PlainDate };

export function SuggestionCard({ suggested, byStaff }: { suggested: Suggested; byStaff: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const { suggestion, answers } = suggested;
  const { second } = suggestion;
  return (
    <>
      {suggestion.unsafeAtHome && (
        <Notice kind="warning" title={texts.unsafe}>
          <p>{say(texts.unsafeText)}</p>
          <p>{say(texts.safetyHint)}</p>
        </Notice>
      )}
      <Card above={byStaff ? texts.suggestionOf : texts.suggestion} title={modeTexts[suggestion.first]}>
        <Answered title={say(texts.speaksFor)} names={suggestion.speaksFor} answers={answers} />
        <Answered title={say(texts.speaksAgainst)} names={suggestion.speaksAgainst} answers={answers} />
        {second && <p>{say(texts.orElse, { mode: say(modeTexts[second]).toLowerCase() })}</p>}
        <WishedOther suggested={suggested} />
        <p class="strong">{say(byStaff ? texts.clientDecides : texts.youDecide)}</p>
        <p class="small quiet-ink">
          {say(texts.suggestionDay, { day: figuresOfDay(language, suggested.day) })}
        </p>
      </Card>
    </>
  );
}

/** The client's own words for their answers; the wish itself is told elsewhere. */
function Answered(props: { title: string; names: readonly Question[]; answers: Answers }) {
  const say = useSay();
  const said = props.names
    .filter((name) => name !== 'wish')
    .flatMap((name) => saidTo(props.answers, name) ?? []);
  if (said.length === 0) return null;
  return (
    <div>
      <p class="quiet-ink">{props.title}</p>
      <ul>
        {said.map((text) => (
          <li key={text.fi}>{say(text)}</li>
        ))}
      </ul>
    </div>
  );
}

function WishedOther({ suggested: { suggestion, answers } }: { suggested: Suggested }) {
  const say = useSay();
  const { wishedOther } = suggestion;
  if (!wishedOther) return null;
  const mode = say(modeTexts[wishedOther.mode]).toLowerCase();
  if (wishedOther.because.length === 0) return <p>{say(texts.wishedOtherAlso, { mode })}</p>;
  return <Answered title={say(texts.wishedOther, { mode })} names={wishedOther.because} answers={answers} />;
}
