// The forms of a day's staff page: confirming and correcting it, and marking what a coach saw or heard.
import { sayMinutes, type Text } from '../../../platform/language.ts';
import { Button, Buttons } from '../../../ui/buttons.tsx';
import {
  DateField,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from '../../../ui/fields.tsx';
import { ActForm, Form, type FormState, filledForm, HiddenField } from '../../../ui/form.tsx';
import { Card, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import type { HelpOutcome } from '../days/door.ts';
import { classTexts, dayClasses } from '../enrolments/door.ts';
import { offeredClass, offeredMinutes } from './rules.ts';
import type { StaffDay } from './staff-day.ts';
import { staffTexts as texts } from './texts.ts';

/** Which of the page's forms was sent. */
export type DayFormName = 'confirm' | 'presence' | 'absence' | 'answer';

export function ConfirmForm({ of, form }: { of: StaffDay; form: FormState | undefined }) {
  const say = useSay();
  const corrects = of.outcome !== undefined;
  if (!corrects)
    return (
      <Card title={texts.confirmDay}>
        <ConfirmFields of={of} form={form ?? filledForm(offeredValues(of))} />
      </Card>
    );
  return (
    <Disclosure summary={say(texts.correctDay)} open={form !== undefined}>
      <ConfirmFields of={of} form={form ?? filledForm(standingValues(of))} />
    </Disclosure>
  );
}

function offeredValues(of: StaffDay): Record<string, string> {
  const { suggestion, facts } = of.suggested;
  const { countedMinutes, result } = suggestion;
  const offered = offeredClass({ told: facts.absence?.class, result, closed: of.closed });
  return {
    class: offered ?? '',
    minutes: String(offeredMinutes({ countedMinutes, expectedMinutes: of.day.expectedMinutes })),
  };
}

function standingValues(of: StaffDay): Record<string, string> {
  const { outcome } = of;
  if (!outcome) return {};
  return {
    class: outcome.class,
    minutes: outcome.minutes > 0 ? String(outcome.minutes) : String(of.suggested.suggestion.countedMinutes),
    swappedWith: outcome.swappedWith?.toString() ?? '',
  };
}

function ConfirmFields({ of, form }: { of: StaffDay; form: FormState }) {
  const say = useSay();
  const needsReason = of.outcome !== undefined || of.reported;
  return (
    <Form
      action={`/days/${of.day.id}/confirmation`}
      submit={of.outcome ? texts.saveCorrection : texts.confirmDay}
    >
      <HiddenField name="seen" value={String(of.outcome?.sequence ?? 0)} />
      <HiddenField name="seenAbsence" value={of.suggested.facts.absence?.class ?? 'none'} />
      <RadioGroup
        form={form}
        name="class"
        label={texts.class}
        options={dayClasses.map((one) => ({ value: one, label: classTexts[one] }))}
      />
      <NumberField
        form={form}
        name="minutes"
        label={texts.minutes}
        required={false}
        hint={say(texts.minutesHint, {
          counted: sayMinutes(of.suggested.suggestion.countedMinutes),
          agreed: sayMinutes(of.day.expectedMinutes),
        })}
      />
      <DateField
        form={form}
        name="swappedWith"
        label={texts.swappedWith}
        required={false}
        hint={texts.swappedHint}
      />
      <TextArea
        form={form}
        name="reason"
        label={texts.reason}
        required={needsReason}
        rows={2}
        maxLength={1_000}
        hint={of.outcome ? texts.reasonHint : texts.firstReasonHint}
      />
    </Form>
  );
}

export function Marks(props: { of: StaffDay; form: FormState; wrong: DayFormName | undefined }) {
  const { of, form, wrong } = props;
  const say = useSay();
  const at = `/days/${of.day.id}`;
  const values = (which: typeof wrong) => (wrong === which ? form : filledForm({}));
  return (
    <Section title={texts.marks}>
      {of.day.day.equals(of.today) && (
        <Buttons>
          <ActForm action={`${at}/contacts`} fields={{ way: 'call', reached: 'yes' }}>
            <Button small>{texts.markReached}</Button>
          </ActForm>
          <ActForm action={`${at}/contacts`} fields={{ way: 'call', reached: 'no' }}>
            <Button small>{texts.markMissed}</Button>
          </ActForm>
        </Buttons>
      )}
      {of.help
        .filter((help) => help.handledAt === null || help.outcome === 'later')
        .map((help) => (
          <Answers key={help.id} helpId={help.id} back={at} />
        ))}
      <Disclosure summary={say(texts.markPresence)} open={wrong === 'presence'}>
        <Form action={`${at}/presences`}>
          <RadioGroup
            form={values('presence')}
            name="way"
            label={texts.presenceWay}
            inline
            options={[
              { value: 'on-site', label: texts.liveOnSite },
              { value: 'phone', label: texts.livePhone },
            ]}
          />
          <TimeField form={values('presence')} name="from" label={texts.from} />
          <TimeField form={values('presence')} name="to" label={texts.to} />
          <Buttons>
            <Button>{texts.markPresence}</Button>
          </Buttons>
        </Form>
      </Disclosure>
      <Disclosure summary={say(texts.markAbsence)} open={wrong === 'absence'}>
        <p class="quiet-ink">{say(texts.absenceLead)}</p>
        <Form action={`${at}/absence`}>
          <SelectField
            form={values('absence')}
            name="absence"
            label={texts.reason}
            options={dayClasses.slice(3).map((one) => ({ value: one, label: classTexts[one] }))}
          />
          <TextField
            form={values('absence')}
            name="words"
            label={texts.absenceWords}
            required={false}
            maxLength={1_000}
          />
          <Buttons>
            <Button>{texts.markAbsence}</Button>
          </Buttons>
        </Form>
      </Disclosure>
    </Section>
  );
}

const outcomes: readonly [HelpOutcome, Text][] = [
  ['solved', texts.answerSolved],
  ['fell-back-to-phone', texts.answerPhone],
  ['not-reached', texts.answerNotReached],
  ['later', texts.answerLater],
];

/** How a call for help was answered, one button an outcome. */
function Answers({ helpId, back }: { helpId: string; back: string }) {
  const say = useSay();
  return (
    <div class="flow">
      <p class="strong">{say(texts.answerHelp)}</p>
      <Buttons>
        {outcomes.map(([outcome, label]) => (
          <ActForm key={outcome} action={`/help/${helpId}/answer`} fields={{ outcome, back }}>
            <Button small>{label}</Button>
          </ActForm>
        ))}
      </Buttons>
    </div>
  );
}
