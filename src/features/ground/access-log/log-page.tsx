import type { Text } from '../../../platform/language.ts';
import { Button, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateField, SelectField, TextField } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { EmptyState, PageTitle } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Tabs } from '../../../ui/ways.tsx';
import { roleTexts } from '../people/door.ts';
import { figuresOfMoment } from './own-log.tsx';
import type { LogEntry, TouchedPerson } from './queries.ts';
import { actWords, lookPurposes, purposeWords, subjectWords } from './subjects.ts';
import { texts } from './texts.ts';

export type LogAnswer =
  | { view: 'entries'; entries: readonly LogEntry[]; older: string | undefined }
  | { view: 'persons'; persons: readonly TouchedPerson[] };

/** The officer's page: a search, and what it found. */
export function LogPage(props: {
  form: FormState;
  zone: string;
  answer: LogAnswer | undefined;
  href: (view: 'entries' | 'persons') => string;
}) {
  const { form, answer } = props;
  return (
    <>
      <PageTitle title={texts.log} lead={texts.logLead} />
      <ErrorSummary form={form} />
      <Form action="/access-log" method="get">
        <TextField form={form} name="whose" label={texts.whose} hint={texts.whoseHint} required={false} />
        <TextField form={form} name="by" label={texts.by} hint={texts.whoseHint} required={false} />
        <DateField form={form} name="from" label={texts.from} required={false} />
        <DateField form={form} name="to" label={texts.to} required={false} />
        <SelectField
          form={form}
          name="why"
          label={texts.why}
          options={lookPurposes.map((code) => ({ value: code, label: purposeWords(code) }))}
        />
        <Button kind="main">{texts.search}</Button>
      </Form>
      {answer && (
        <Tabs
          label={texts.views}
          tabs={(['entries', 'persons'] as const).map((view) => ({
            label: texts[view],
            href: props.href(view),
            current: view === answer.view,
          }))}
        />
      )}
      {answer?.view === 'entries' && <Entries {...answer} zone={props.zone} />}
      {answer?.view === 'persons' && <Persons {...answer} zone={props.zone} />}
    </>
  );
}

const nothing = <EmptyState title={texts.nothing} text={texts.nothingText} />;

function Entries(props: { entries: readonly LogEntry[]; older: string | undefined; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const role = (entry: LogEntry): Text => roleTexts[entry.actorRole] ?? texts.system;
  return (
    <>
      <DataTable
        caption={texts.entries}
        captionUnseen
        rows={props.entries}
        rowKey={(row) => row.position}
        empty={nothing}
        columns={[
          { key: 'at', label: texts.when, cell: (row) => figuresOfMoment(language, row.at, props.zone) },
          { key: 'who', label: texts.who, cell: (row) => row.actorName ?? say(texts.system) },
          {
            key: 'role',
            label: texts.role,
            cell: (row) => (row.unit ? `${say(role(row))}, ${say(row.unit)}` : say(role(row))),
          },
          { key: 'act', label: texts.act, cell: (row) => say(actWords(row.act)) },
          { key: 'what', label: texts.what, cell: (row) => say(subjectWords(row.subject, 'officer')) },
          { key: 'whose', label: texts.whose, cell: (row) => row.personName ?? '–' },
          { key: 'purpose', label: texts.purpose, cell: (row) => say(purposeWords(row.purpose)) },
        ]}
      />
      {props.older && <LinkButton href={props.older}>{texts.older}</LinkButton>}
    </>
  );
}

function Persons(props: { persons: readonly TouchedPerson[]; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <p class="strong">{say(texts.personsFound, { count: props.persons.length })}</p>
      <DataTable
        caption={texts.persons}
        captionUnseen
        rows={props.persons}
        rowKey={(row) => row.personId}
        empty={nothing}
        columns={[
          { key: 'name', label: texts.whose },
          { key: 'count', label: texts.count, align: 'end' },
          {
            key: 'first',
            label: texts.first,
            cell: (row) => figuresOfMoment(language, row.first, props.zone),
          },
          { key: 'last', label: texts.last, cell: (row) => figuresOfMoment(language, row.last, props.zone) },
          {
            key: 'subjects',
            label: texts.what,
            cell: (row) => row.subjects.map((subject) => say(subjectWords(subject, 'officer'))).join(', '),
          },
        ]}
      />
    </>
  );
}
