import { sayDay, shortTime, type Text } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { DateField, TextField, TimeField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Tag, Time } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { Tabs } from '../../../../ui/ways.tsx';
import { OfficeTabs } from '../office-tabs.tsx';
import { texts } from '../texts.ts';

type ClosedDay = {
  id: string;
  day: Temporal.PlainDate;
  reason: Text;
  source: 'public-holiday' | 'office';
  closedFrom: Temporal.PlainTime | null;
  closedUntil: Temporal.PlainTime | null;
};

/** The closed days of one year, with the act that fills in its holidays. */
export function ClosedDaysPage(props: {
  actor: Actor;
  year: number;
  thisYear: number;
  days: readonly ClosedDay[];
  /** How many days the act just added; undefined when nothing was just done. */
  filled: number | undefined;
}) {
  const say = useSay();
  const { year, thisYear } = props;
  const fill = (
    <ActForm action="/office/closed-days/holidays" fields={{ year: String(year) }}>
      <Button kind={props.days.length === 0 ? 'main' : 'quiet'}>
        {say(texts.fillHolidays, { year: String(year) })}
      </Button>
    </ActForm>
  );
  const close = (kind: 'main' | 'quiet') => (
    <LinkButton kind={kind} href="/office/closed-days/new">
      {texts.closeDay}
    </LinkButton>
  );
  return (
    <>
      <PageTitle title={texts.closedDays} above={texts.office} lead={texts.closedLead} />
      <OfficeTabs actor={props.actor} current="closedDays" />
      {props.filled !== undefined && (
        <Notice kind="good" announce>
          {say(texts.filledHolidays, { count: props.filled })}
        </Notice>
      )}
      <Tabs
        label={texts.year}
        tabs={[thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map((one) => ({
          label: String(one),
          href: `/office/closed-days?year=${one}`,
          current: one === year,
        }))}
      />
      {props.days.length > 0 && (
        <Buttons>
          {close('main')}
          {fill}
        </Buttons>
      )}
      <ClosedDaysTable
        {...props}
        empty={<EmptyClosedDays year={year} fill={fill} close={close('quiet')} />}
      />
    </>
  );
}

function EmptyClosedDays(props: { year: number; fill: preact.JSX.Element; close: preact.JSX.Element }) {
  const say = useSay();
  return (
    <EmptyState
      title={say(texts.closedEmpty, { year: String(props.year) })}
      text={texts.closedEmptyText}
      action={
        <Buttons>
          {props.fill}
          {props.close}
        </Buttons>
      }
    />
  );
}

function ClosedDaysTable(props: { year: number; days: readonly ClosedDay[]; empty: preact.JSX.Element }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <DataTable
      caption={texts.closedDays}
      captionUnseen
      rows={props.days}
      rowKey={(row) => row.id}
      empty={props.empty}
      columns={[
        {
          key: 'day',
          label: texts.day,
          cell: (row) => <Time iso={row.day.toString()}>{sayDay(language, row.day)}</Time>,
        },
        { key: 'reason', label: texts.reason, cell: (row) => say(row.reason) },
        {
          key: 'time',
          label: texts.closedTime,
          cell: (row) =>
            row.closedFrom && row.closedUntil
              ? `${shortTime(language, row.closedFrom)}–${shortTime(language, row.closedUntil)}`
              : say(texts.wholeDay),
        },
        {
          key: 'source',
          label: texts.kind,
          cell: (row) => <Tag>{row.source === 'public-holiday' ? texts.byLaw : texts.byOffice}</Tag>,
        },
        {
          key: 'acts',
          label: texts.edit,
          labelUnseen: true,
          cell: (row) => (
            <Buttons>
              <LinkButton small href={`/office/closed-days/${row.id}`} about={say(row.reason)}>
                {texts.edit}
              </LinkButton>
              <ActForm action={`/office/closed-days/${row.id}/opening`}>
                <Button small about={say(row.reason)}>
                  {texts.openDay}
                </Button>
              </ActForm>
            </Buttons>
          ),
        },
      ]}
    />
  );
}

export function ClosedDayPage(props: { actor: Actor; id?: string | undefined; form: FormState }) {
  const { form, id } = props;
  return (
    <>
      <PageTitle title={id ? texts.edit : texts.closeDay} above={texts.closedDays} />
      <ErrorSummary form={form} />
      <OfficeTabs actor={props.actor} current="closedDays" />
      <Form
        action={id ? `/office/closed-days/${id}` : '/office/closed-days'}
        submit={id ? texts.save : texts.closeThisDay}
      >
        <DateField form={form} name="day" label={texts.day} />
        <TextField form={form} name="name-fi" label={texts.reasonFi} />
        <TextField form={form} name="name-sv" label={texts.reasonSv} hint={texts.nameHint} required={false} />
        <TextField form={form} name="name-en" label={texts.reasonEn} hint={texts.nameHint} required={false} />
        <TimeField
          form={form}
          name="from"
          label={texts.closedFrom}
          hint={texts.wholeDayHint}
          required={false}
        />
        <TimeField form={form} name="until" label={texts.closedUntil} required={false} />
      </Form>
    </>
  );
}
