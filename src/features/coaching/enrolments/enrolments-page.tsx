// A client's enrolments for their coach: the list, a new one, an earlier end.
import { figuresOfDay, type Language, sayWeekday, type Text } from '../../../platform/language.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { CheckboxGroup, DateField, NumberField, RadioGroup, SelectField } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { EmptyState, type Mood, Notice, PageTitle, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { ClientSeen } from './access.ts';
import type { BrokenFrom } from './bound-broken.ts';
import type { Enrolment } from './expected.ts';
import { benefits, payers } from './forms.ts';
import { boundText, hoursOf } from './said.ts';
import { benefitTexts, payerTexts, texts } from './texts.ts';

export type EnrolmentRow = Enrolment & { serviceName: Text; brokenFrom?: BrokenFrom | undefined };

export function EnrolmentsPage(props: {
  client: ClientSeen;
  enrolments: readonly EnrolmentRow[];
  today: Temporal.PlainDate;
  saved: boolean;
}) {
  const { client, today } = props;
  const say = useSay();
  const language = useLanguage();
  const href = `/clients/${client.id}/enrolments`;
  const add = (
    <LinkButton kind="main" href={`${href}/new`}>
      {texts.newEnrolment}
    </LinkButton>
  );
  return (
    <>
      <PageTitle
        title={texts.enrolments}
        above={client.fullName}
        lead={texts.lead}
        action={props.enrolments.length > 0 && add}
      />
      {props.saved && <Notice kind="good" title={texts.started} announce />}
      {props.enrolments.map(
        (row) => row.brokenFrom && <BoundBroken key={row.id} of={row} {...row.brokenFrom} />,
      )}
      <DataTable
        caption={texts.enrolments}
        captionUnseen
        rows={props.enrolments}
        rowKey={(row) => row.id}
        columns={[
          { key: 'service', label: texts.service, cell: (row) => say(row.serviceName) },
          {
            key: 'time',
            label: texts.time,
            cell: (row) => `${figuresOfDay(language, row.startsOn)}–${figuresOfDay(language, row.lastOn)}`,
          },
          { key: 'days', label: texts.weekdays, cell: (row) => weekdaysOf(language, row.weekdays) },
          {
            key: 'hours',
            label: texts.hours,
            align: 'end',
            cell: (row) => hoursOf(language, row.dayMinutes),
          },
          { key: 'payer', label: texts.payer, cell: (row) => say(payerTexts[row.payer]) },
          { key: 'state', label: texts.state, cell: (row) => <EnrolmentState of={row} today={today} /> },
          {
            key: 'acts',
            label: texts.end,
            labelUnseen: true,
            cell: (row) =>
              Temporal.PlainDate.compare(row.lastOn, today) > 0 && (
                <LinkButton small href={`${href}/${row.id}/end`} about={say(row.serviceName)}>
                  {texts.endShort}
                </LinkButton>
              ),
          },
        ]}
        empty={<EmptyState title={texts.none} text={texts.noneText} action={add} />}
      />
      <p>
        <a href={`/clients/${client.id}/days`}>{say(texts.toMonths)}</a>
      </p>
    </>
  );
}

function BoundBroken({ of, broken, validFrom, source }: { of: EnrolmentRow } & BrokenFrom) {
  const say = useSay();
  const language = useLanguage();
  const { text, rangeIn } = boundText(broken);
  const day = (on: Temporal.PlainDate) => figuresOfDay(language, on);
  return (
    <Notice kind="warning" title={say(texts.boundBroken, { day: day(validFrom) })}>
      <p>{`${say(of.serviceName)}, ${day(of.startsOn)}–${day(of.lastOn)}. ${say(text, { range: rangeIn(language), source })}`}</p>
      <p>{say(texts.boundBrokenDo)}</p>
    </Notice>
  );
}

function EnrolmentState({ of, today }: { of: Enrolment; today: Temporal.PlainDate }) {
  const { compare } = Temporal.PlainDate;
  const [mood, text]: [Mood, Text] =
    compare(of.lastOn, of.startsOn) < 0
      ? ['quiet', texts.neverBegan]
      : compare(of.lastOn, today) < 0
        ? ['quiet', of.endedEarly ? texts.overEarly : texts.over]
        : compare(of.startsOn, today) > 0
          ? ['quiet', texts.coming]
          : ['good', texts.going];
  return <Status mood={mood}>{text}</Status>;
}

const weekdaysOf = (language: Language, weekdays: readonly number[]) =>
  weekdays.map((day) => sayWeekday(language, day).slice(0, language === 'en' ? 3 : 2)).join(', ');

type Choice = { id: string; name: Text | string };

export function NewEnrolmentPage(props: {
  client: ClientSeen;
  form: FormState;
  services: readonly Choice[];
  groups: readonly Choice[];
}) {
  const { client, form } = props;
  const language = useLanguage();
  const option = (one: Choice) => ({ value: one.id, label: one.name });
  return (
    <>
      <PageTitle title={texts.newEnrolment} above={client.fullName} lead={texts.lead} />
      <ErrorSummary form={form} />
      {props.services.length === 0 ? (
        <Notice kind="info">{texts.noServices}</Notice>
      ) : (
        <Form action={`/clients/${client.id}/enrolments`} submit={texts.start}>
          <SelectField
            form={form}
            name="serviceId"
            label={texts.service}
            options={props.services.map(option)}
          />
          {props.groups.length > 0 && (
            <SelectField
              form={form}
              name="groupId"
              label={texts.group}
              required={false}
              choose={texts.noGroup}
              options={props.groups.map(option)}
            />
          )}
          <DateField form={form} name="startsOn" label={texts.startsOn} />
          <DateField form={form} name="endsOn" label={texts.endsOn} />
          <CheckboxGroup
            form={form}
            name="weekdays[]"
            label={texts.weekdays}
            required
            inline
            options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
              value: String(day),
              label: sayWeekday(language, day),
            }))}
          />
          <NumberField form={form} name="hours" label={texts.hours} hint={texts.hoursHint} decimals />
          <RadioGroup
            form={form}
            name="payer"
            label={texts.payer}
            options={payers.map((value) => ({ value, label: payerTexts[value] }))}
          />
          <RadioGroup
            form={form}
            name="benefit"
            label={texts.benefit}
            options={benefits.map((value) => ({ value, label: benefitTexts[value] }))}
          />
        </Form>
      )}
    </>
  );
}

export function EndEnrolmentPage(props: { client: ClientSeen; enrolment: EnrolmentRow; form: FormState }) {
  const { client, enrolment, form } = props;
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <PageTitle
        title={texts.end}
        above={`${client.fullName} · ${say(enrolment.serviceName)}`}
        lead={say(texts.endLead, { day: figuresOfDay(language, enrolment.lastOn) })}
      />
      <ErrorSummary form={form} />
      <Form action={`/clients/${client.id}/enrolments/${enrolment.id}/end`} submit={texts.end}>
        <DateField form={form} name="lastOn" label={texts.lastOn} hint={texts.lastOnHint} />
      </Form>
    </>
  );
}
