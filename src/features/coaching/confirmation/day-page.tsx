// The staff page of one day: what became of it, what the rule says, every fact, and the act of confirming.
import { figuresOfDay, type Language, sayDay, sayMinutes } from '../../../platform/language.ts';
import { Arc } from '../../../ui/arc.tsx';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { TextArea } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState, filledForm, hasErrors } from '../../../ui/form.tsx';
import { Card, Counts, Notice, PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { threadHref } from '../../contact/messages/door.ts';
import { sayMoney, sayReasons } from '../days/door.ts';
import { asSentence, classTexts, sayMoment } from '../enrolments/door.ts';
import { ConfirmForm, type DayFormName, Marks } from './day-forms.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import type { StaffDay } from './staff-day.ts';
import { staffTexts as texts } from './texts.ts';

export type DayDone = 'confirmed' | 'marked' | 'answered';

export function ConfirmDayPage(props: {
  of: StaffDay;
  form: FormState;
  /** Which of the page's forms has the errors. */
  wrong?: DayFormName | undefined;
  done?: DayDone | undefined;
}) {
  const { of, form, done } = props;
  const language = useLanguage();
  const say = useSay();
  const confirming = props.wrong === 'confirm' ? form : undefined;
  return (
    <>
      <PageTitle
        above={say(texts.dayOf, { name: of.client.name, service: say(of.serviceName) })}
        title={titleOf(language, of)}
      />
      <ErrorSummary form={form} />
      {done && !hasErrors(form) && (
        <Notice kind="good" announce>
          {texts[done]}
        </Notice>
      )}
      <Ways of={of} />
      <Arc size="large" {...of.arc}>
        <Standing of={of} />
      </Arc>
      <Outcome of={of} />
      {of.outcome && <ConfirmForm of={of} form={confirming} />}
      <Objections of={of} form={props.wrong === 'answer' ? form : undefined} />
      <div class={of.outcome ? undefined : 'beside-form'}>
        <div class="column">
          <Suggestion of={of} />
          <Section title={texts.evidence} id="evidence">
            <EvidenceTable of={of} />
          </Section>
        </div>
        {!of.outcome && <ConfirmForm of={of} form={confirming} />}
      </div>
      {Temporal.PlainDate.compare(of.day.day, of.today) <= 0 && (
        <Marks of={of} form={form} wrong={props.wrong} />
      )}
      <History of={of} />
    </>
  );
}

/** The day in words; its year only when it is not the present one. */
function titleOf(language: Language, of: StaffDay): string {
  const said = asSentence(sayDay(language, of.day.day));
  return of.day.day.year === of.today.year ? said : `${said} ${of.day.day.year}`;
}

function Ways({ of }: { of: StaffDay }) {
  const { before, after } = of.neighbours;
  const own = of.words !== undefined;
  return (
    <div class="ways">
      {own && of.client.phone && (
        <LinkButton small icon="phone" href={`tel:${of.client.phone.replaceAll(' ', '')}`}>
          {texts.call}
        </LinkButton>
      )}
      {own && (
        <LinkButton small icon="message" href={threadHref(of.client.id)}>
          {texts.message}
        </LinkButton>
      )}
      <LinkButton small icon="calendar" href={`/clients/${of.client.id}/days?month=${monthOf(of.day.day)}`}>
        {texts.wholeMonth}
      </LinkButton>
      {before && (
        <LinkButton small href={`/days/${before.id}`}>
          {texts.previousDay}
        </LinkButton>
      )}
      {after && (
        <LinkButton small href={`/days/${after.id}`}>
          {texts.nextDay}
        </LinkButton>
      )}
    </div>
  );
}

const monthOf = (day: Temporal.PlainDate) => day.toPlainYearMonth().toString();

function Standing({ of }: { of: StaffDay }) {
  const say = useSay();
  const ahead = Temporal.PlainDate.compare(of.day.day, of.today) > 0;
  const open = ahead ? texts.comingDay : of.arc.now === undefined ? texts.notConfirmed : texts.dayGoesOn;
  return <p class="strong">{say(of.outcome ? classTexts[of.outcome.class] : open)}</p>;
}

const isOver = (of: StaffDay) =>
  of.outcome !== undefined || Temporal.PlainDate.compare(of.day.day, of.today) < 0;

function Outcome({ of }: { of: StaffDay }) {
  const say = useSay();
  const language = useLanguage();
  const { outcome } = of;
  if (!outcome) return null;
  const money = sayMoney(language, outcome);
  const costs = outcome.class === 'other-absence';
  return (
    <Counts
      mood={outcome.class === 'attended' ? 'good' : costs ? 'warning' : 'quiet'}
      title={say(texts.stands, {
        class: classWithMinutes(say(classTexts[outcome.class]), outcome.minutes),
        name: outcome.confirmedBy,
        when: sayMoment(language, outcome.confirmedAt, of.zone),
      })}
    >
      {money && (
        <p>
          {say(texts.tellsClient)}: {money}
        </p>
      )}
      {of.reported && <p>{say(texts.toldToPayer)}</p>}
    </Counts>
  );
}

const classWithMinutes = (name: string, minutes: number) =>
  minutes > 0 ? `${name}, ${sayMinutes(minutes)}` : name;

function Suggestion({ of }: { of: StaffDay }) {
  const say = useSay();
  const language = useLanguage();
  const { suggestion, rule } = of.suggested;
  const { result } = suggestion;
  const over = isOver(of);
  const minimum = sayMinutes(rule.rule.minimumMinutes);
  const title =
    result === 'counts'
      ? texts.suggestsCounts
      : result === 'nothing'
        ? texts[over ? 'suggestsNothingOver' : 'suggestsNothing']
        : texts.suggestsMore;
  return (
    <Section title={texts.suggestion}>
      <Counts
        mood={result === 'counts' ? 'good' : 'quiet'}
        title={say(title, { minutes: sayMinutes(suggestion.countedMinutes), minimum })}
      >
        <ul>
          {sayReasons(language, of.suggested, { over }).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Counts>
      <p class="small quiet-ink">
        {rule.validFrom && rule.agreement
          ? say(texts.ruleAgreed, {
              minutes: minimum,
              day: figuresOfDay(language, rule.validFrom),
              agreement: rule.agreement,
            })
          : say(texts.ruleUnagreed, { minutes: minimum })}{' '}
        {say(texts.suggestOnly)}
      </p>
    </Section>
  );
}

function Objections({ of, form }: { of: StaffDay; form: FormState | undefined }) {
  const say = useSay();
  const language = useLanguage();
  if (of.objections.length === 0) return null;
  return (
    <Section title={texts.objections} id="objections">
      {of.objections.map((objection) => {
        const answer = of.answers.get(objection.id);
        return (
          <Card
            key={objection.id}
            above={say(texts.objectionFrom, { when: sayMoment(language, objection.madeAt, of.zone) })}
          >
            <blockquote>{objection.words}</blockquote>
            {answer ? (
              <div>
                <p class="small quiet-ink">
                  {say(texts.answerFrom, { name: answer.by, when: sayMoment(language, answer.at, of.zone) })}
                </p>
                <p>{answer.words}</p>
              </div>
            ) : (
              <Form action={`/days/${of.day.id}/objections/${objection.id}/answer`}>
                <TextArea
                  form={form ?? filledForm({})}
                  name="answer"
                  label={texts.answer}
                  hint={texts.answerHint}
                  rows={3}
                  maxLength={1_000}
                />
                <Buttons>
                  <Button>{texts.sendAnswer}</Button>
                </Buttons>
              </Form>
            )}
          </Card>
        );
      })}
    </Section>
  );
}

function History({ of }: { of: StaffDay }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={texts.history} id="history">
      <DataTable
        caption={texts.history}
        captionUnseen
        rows={of.history}
        rowKey={(entry) => entry.sequence}
        columns={[
          {
            key: 'when',
            label: texts.when,
            cell: (entry) => sayMoment(language, entry.confirmedAt, of.zone),
          },
          { key: 'who', label: texts.who, cell: (entry) => entry.confirmedBy },
          { key: 'what', label: texts.whatWas, cell: (entry) => classOf(language, say, entry) },
          {
            key: 'why',
            label: texts.why,
            cell: (entry) => entry.reason ?? (entry.sequence === 1 ? texts.firstConfirmation : ''),
          },
          {
            key: 'told',
            label: texts.told,
            cell: (entry) =>
              entry.toldIn
                ? say(texts.toldIn, { day: sayDay(language, entry.toldIn, 'short') })
                : texts.notTold,
          },
        ]}
        empty={<p class="quiet-ink">{say(texts.noHistory)}</p>}
      />
    </Section>
  );
}

function classOf(
  language: Language,
  say: ReturnType<typeof useSay>,
  entry: StaffDay['history'][number],
): string {
  const name = classWithMinutes(say(classTexts[entry.class]), entry.minutes);
  return entry.swappedWith ? `${name} → ${sayDay(language, entry.swappedWith, 'short')}` : name;
}
