// A client's own day: what was confirmed and what it means, why, what the client wrote, and the way to say "not right".
import { figuresOfDay, sayDay } from '../../../platform/language.ts';
import { Arc } from '../../../ui/arc.tsx';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DayList } from '../../../ui/day-list.tsx';
import { TextArea } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState, hasErrors } from '../../../ui/form.tsx';
import { Counts, Facts, Notice, PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import type { GroupSession } from '../../contact/groups/door.ts';
import type { DayOutcome, Objection, ObjectionAnswer } from '../confirmation/door.ts';
import {
  type DayArc,
  type DayWords,
  dayItems,
  planTexts,
  type ShownOwnWork,
  type Suggested,
  sayMoney,
  sayReasons,
} from '../days/door.ts';
import { classTexts, sayMoment } from '../enrolments/door.ts';
import { type DayPlace, dayTitle } from './day-place.tsx';
import { moodTexts } from './diary-page.tsx';
import { OwnWorkList } from './own-work-page.tsx';
import { texts } from './texts.ts';

export type MyDay = {
  place: DayPlace;
  suggested: Suggested;
  outcome: DayOutcome | undefined;
  /** Why the coach decided so, in the coach's words for the client; undefined when none were needed. */
  why: string | undefined;
  words: DayWords;
  objections: readonly Objection[];
  works: readonly ShownOwnWork[];
  sessions: readonly GroupSession[];
  arc: DayArc;
  answers: ReadonlyMap<string, ObjectionAnswer>;
  at: Temporal.Instant;
  zone: string;
  writable: boolean;
  /** An absence may be told or taken back. */
  mayTellAbsence: boolean;
};

export function MyDayPage({ of, form, sent }: { of: MyDay; form: FormState; sent: boolean }) {
  const language = useLanguage();
  const { place, suggested } = of;
  const { facts } = suggested;
  return (
    <>
      <PageTitle title={dayTitle(place)} above={texts.days} />
      {sent && <Notice kind="good" title={texts.saved} announce />}
      <ErrorSummary form={form} />
      <Arc size="large" {...of.arc} />
      <Outcome of={of} />
      {of.mayTellAbsence && <Absence of={of} />}
      <Section title={texts.reasons}>
        <Reasons suggested={suggested} over={isOver(of)} />
      </Section>
      {of.sessions.length > 0 && (
        <Section title={texts.programme}>
          <DayList items={dayItems(language, { ...of, facts, day: place.day })} />
        </Section>
      )}
      {(of.works.length > 0 || of.writable) && (
        <Section title={texts.work}>
          {of.works.length > 0 && <OwnWorkList works={of.works} />}
          {of.writable && (
            <Buttons>
              <LinkButton href={`${place.href}/own-work`}>{texts.workAdd}</LinkButton>
            </Buttons>
          )}
        </Section>
      )}
      <Written of={of} />
      <Objections of={of} form={form} />
    </>
  );
}

/** A day that has come, and into which nothing can be written any more. */
const isOver = ({ place, writable }: MyDay) =>
  !writable && Temporal.PlainDate.compare(place.day, place.today) <= 0;

/** The way out of a day that is not over, and the way back. */
function Absence({ of }: { of: MyDay }) {
  const language = useLanguage();
  const say = useSay();
  const { place } = of;
  const href = `${place.href}/absence`;
  if (!of.suggested.facts.absence) {
    const today = place.day.equals(place.today);
    return (
      <Buttons>
        <LinkButton href={href}>
          {today ? texts.absence : say(texts.absenceOn, { day: sayDay(language, place.day) })}
        </LinkButton>
      </Buttons>
    );
  }
  return (
    <Notice kind="info" title={texts.absenceStands}>
      <ActForm action={`${href}/withdrawal`}>
        <Button>{texts.absenceWithdraw}</Button>
      </ActForm>
    </Notice>
  );
}

function Outcome({ of }: { of: MyDay }) {
  const language = useLanguage();
  const say = useSay();
  const { outcome } = of;
  if (!outcome) return <Counts mood="quiet" title={texts.dayNotConfirmed} />;
  const mood =
    outcome.class === 'attended' ? 'good' : outcome.class === 'other-absence' ? 'warning' : 'quiet';
  const title = say(texts.dayConfirmed, { name: outcome.confirmedBy, class: say(classTexts[outcome.class]) });
  return (
    <Counts mood={mood} title={title}>
      <p>{sayMoney(language, outcome)}</p>
      {of.why && <p>{say(texts.dayWhy, { reason: of.why })}</p>}
    </Counts>
  );
}

/** Why the rule says what it says, sentence by sentence, and the rule's own ground. */
function Reasons({ suggested, over }: { suggested: Suggested; over: boolean }) {
  const language = useLanguage();
  const say = useSay();
  const { agreement, validFrom } = suggested.rule;
  return (
    <div class="flow">
      <ul>
        {sayReasons(language, suggested, { over }).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p class="small quiet-ink">
        {agreement && validFrom
          ? say(texts.ruleSource, { agreement, day: figuresOfDay(language, validFrom) })
          : say(texts.ruleMissing)}
      </p>
    </div>
  );
}

function Written({ of }: { of: MyDay }) {
  const say = useSay();
  const { facts } = of.suggested;
  const planned = (facts.plan?.templates ?? []).flatMap((one) =>
    one in planTexts ? [say(planTexts[one as keyof typeof planTexts])] : [],
  );
  const plan = [...planned, ...(of.words.plan ? [of.words.plan] : [])].join(', ');
  const mood = facts.diary?.mood ? say(moodTexts[facts.diary.mood] ?? '') : '';
  const diary = [mood, of.words.diary].filter(Boolean).join('. ');
  const written = [
    ...(plan ? [{ term: texts.planned, value: plan }] : []),
    ...(diary ? [{ term: texts.diaryShort, value: diary }] : []),
    ...(facts.absence ? [{ term: texts.absenceShort, value: classTexts[facts.absence.class] }] : []),
  ];
  return written.length > 0 ? <Facts facts={written} /> : null;
}

function Objections({ of, form }: { of: MyDay; form: FormState }) {
  const language = useLanguage();
  const say = useSay();
  const standing = of.objections.some((one) => one.standing);
  return (
    <>
      {of.objections.map((one) => {
        const answer = of.answers.get(one.id);
        return (
          <Notice
            key={one.id}
            kind="info"
            title={say(texts.objected, { day: sayMoment(language, one.madeAt, of.zone) })}
          >
            <p>{one.words}</p>
            {answer ? (
              <p>
                <b>{say(texts.objectionAnswer, { name: answer.by })}:</b> {answer.words}
              </p>
            ) : (
              <p>{say(texts.objectionWaits)}</p>
            )}
          </Notice>
        );
      })}
      {of.outcome && !standing && (
        <Disclosure summary={texts.object} open={hasErrors(form)}>
          <p>{say(texts.objectLead)}</p>
          <Form
            action={`${of.place.href}/objection`}
            submit={texts.send}
            draft={`objection/${of.place.day}/${of.place.personId}`}
          >
            <TextArea form={form} name="words" label={texts.objectWords} rows={4} />
          </Form>
        </Disclosure>
      )}
    </>
  );
}
