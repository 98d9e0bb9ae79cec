// When a coach can be met.
import { sayDay, sayWeekday, shortTime } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { Button } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import {
  CheckboxGroup,
  DateField,
  NumberField,
  RadioGroup,
  TextField,
  TimeField,
} from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import { modes } from '../rules.ts';
import { StaffTabs } from '../staff-tabs.tsx';
import type { availability, availabilityExceptions } from '../tables.ts';
import { texts } from '../texts-staff.ts';
import { modeTexts } from '../words.ts';

type HoursRow = typeof availability.$inferSelect;
type ExceptionRow = typeof availabilityExceptions.$inferSelect;

export function HoursPage(props: {
  hours: readonly HoursRow[];
  exceptions: readonly ExceptionRow[];
  form: FormState;
  actor: Actor;
}) {
  const say = useSay();
  const { form } = props;
  // A form that was refused stays in sight with what was written into it.
  const refused = (...fields: string[]) =>
    Object.keys(form.errors).length > 0 && fields.some((field) => form.values[field] !== undefined);
  return (
    <>
      <PageTitle title={texts.hours} lead={say(texts.hoursText)} />
      <StaffTabs current="hours" actor={props.actor} />
      <ErrorSummary form={form} />
      <HoursTable hours={props.hours} />
      <Disclosure summary={texts.addHours} open={props.hours.length === 0 || refused('weekdays[]', 'starts')}>
        <HoursForm form={form} />
      </Disclosure>
      <Section title={texts.exceptions}>
        <ExceptionList exceptions={props.exceptions} />
        <Disclosure summary={texts.addException} open={refused('day', 'exStarts')}>
          <ExceptionForm form={form} />
        </Disclosure>
      </Section>
      <Section title={texts.terms}>
        <Form action="/times/terms">
          <NumberField form={form} name="minutes" label={texts.minutes} />
          <NumberField form={form} name="bufferMinutes" label={texts.buffer} />
          <NumberField form={form} name="noticeHours" label={texts.notice} />
          <NumberField form={form} name="aheadDays" label={texts.ahead} />
          <NumberField form={form} name="dailyMost" label={texts.dailyMost} />
          <Button>{texts.save}</Button>
        </Form>
      </Section>
    </>
  );
}

function HoursTable({ hours }: { hours: readonly HoursRow[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <DataTable
      caption={texts.hours}
      captionUnseen
      rows={hours}
      rowKey={(row) => row.id}
      empty={<EmptyState title={texts.noHours} text={texts.noHoursText} />}
      columns={[
        { key: 'weekday', label: texts.weekday, cell: (row) => sayWeekday(language, row.weekday) },
        {
          key: 'time',
          label: texts.starts,
          cell: (row) => `${shortTime(language, row.starts)}–${shortTime(language, row.ends)}`,
        },
        {
          key: 'modes',
          label: texts.modes,
          cell: (row) => row.modes.map((mode) => say(modeTexts[mode])).join(', '),
        },
        { key: 'place', label: texts.room, cell: (row) => row.place ?? '–' },
        {
          key: 'acts',
          label: texts.acts,
          labelUnseen: true,
          cell: (row) => (
            <ActForm action={`/times/hours/${row.id}/removal`}>
              <Button small about={`${sayWeekday(language, row.weekday)} ${shortTime(language, row.starts)}`}>
                {texts.remove}
              </Button>
            </ActForm>
          ),
        },
      ]}
    />
  );
}

function HoursForm({ form }: { form: FormState }) {
  const language = useLanguage();
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: sayWeekday(language, day),
  }));
  return (
    <Form action="/times/hours" submit={texts.addHours}>
      <CheckboxGroup form={form} name="weekdays[]" label={texts.weekdays} options={weekdays} />
      <TimeField form={form} name="starts" label={texts.starts} />
      <TimeField form={form} name="ends" label={texts.ends} />
      <CheckboxGroup form={form} name="modes[]" label={texts.modes} options={modeOptions()} />
      <TextField form={form} name="place" label={texts.room} hint={texts.roomHint} required={false} />
    </Form>
  );
}

const modeOptions = () => modes.map((mode) => ({ value: mode, label: modeTexts[mode] }));

function ExceptionList({ exceptions }: { exceptions: readonly ExceptionRow[] }) {
  const say = useSay();
  const language = useLanguage();
  if (exceptions.length === 0) return <p>{say(texts.noExceptions)}</p>;
  return (
    <ul>
      {exceptions.map((one) => {
        const day = sayDay(language, one.day, 'short');
        const span =
          one.starts && one.ends
            ? `${shortTime(language, one.starts)}–${shortTime(language, one.ends)}`
            : say(texts.wholeDay);
        return (
          <li key={one.id}>
            {`${day}: ${say(one.kind === 'away' ? texts.away : texts.extra)}, ${span} `}
            <ActForm action={`/times/exceptions/${one.id}/removal`}>
              <Button small about={day}>
                {texts.remove}
              </Button>
            </ActForm>
          </li>
        );
      })}
    </ul>
  );
}

function ExceptionForm({ form }: { form: FormState }) {
  return (
    <Form action="/times/exceptions">
      <DateField form={form} name="day" label={texts.day} />
      <RadioGroup
        form={form}
        name="kind"
        label={texts.what}
        options={[
          { value: 'away', label: texts.away, hint: texts.timesEmpty },
          { value: 'extra', label: texts.extra },
        ]}
      />
      <TimeField form={form} name="exStarts" label={texts.starts} required={false} />
      <TimeField form={form} name="exEnds" label={texts.ends} required={false} />
      <CheckboxGroup form={form} name="exModes[]" label={texts.modes} options={modeOptions()} />
      <TextField form={form} name="exPlace" label={texts.room} required={false} />
      <Button>{texts.addException}</Button>
    </Form>
  );
}
