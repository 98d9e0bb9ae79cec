// One entry of the weekly programme: adding, changing, taking off; and copying the programme of another group.
import { figuresOfDay, sayWeekday, shortTime } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { DateField, SelectField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import type { HostOption } from '../lists.ts';
import type { GroupBrief } from '../queries.ts';
import type { programmeEntries } from '../tables.ts';
import { EntryFields } from './programme-form.tsx';
import { kindTexts, texts } from './texts-programme.ts';

export type EntryRow = typeof programmeEntries.$inferSelect;

export function EntryPage(props: {
  groupId: string;
  groupName: string;
  /** Undefined when a new one is added. */
  entryId: string | undefined;
  form: FormState;
  hosts: readonly HostOption[];
}) {
  const say = useSay();
  const action = `/groups/${props.groupId}/programme${props.entryId ? `/${props.entryId}` : ''}`;
  return (
    <>
      <PageTitle
        title={props.entryId ? texts.editEntry : texts.addEntry}
        above={props.groupName}
        lead={props.entryId ? texts.saveLead : undefined}
      />
      <ErrorSummary form={props.form} />
      <Form action={action}>
        <EntryFields form={props.form} hosts={props.hosts} />
        <Buttons>
          <Button kind="main">{props.entryId ? texts.save : texts.addToProgramme}</Button>
          <LinkButton kind="text" href={`/groups/${props.groupId}`}>
            {props.groupName}
          </LinkButton>
        </Buttons>
      </Form>
      {props.entryId && (
        <Section title={texts.endEntry}>
          <p>{say(texts.endEntryLead)}</p>
          <ActForm action={`${action}/end`}>
            <Button kind="danger">{texts.endEntry}</Button>
          </ActForm>
        </Section>
      )}
    </>
  );
}

/** The usual week of a group, in order of weekday and time. */
export function EntryTable({ entries, href }: { entries: readonly EntryRow[]; href: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <DataTable
      caption={texts.entries}
      captionUnseen
      rows={entries}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: texts.kind,
          cell: (row) => <a href={`${href}/programme/${row.id}`}>{say(row.title)}</a>,
        },
        { key: 'weekday', label: texts.weekday, cell: (row) => sayWeekday(language, row.weekday) },
        {
          key: 'time',
          label: texts.time,
          cell: (row) => `${shortTime(language, row.starts)}–${shortTime(language, row.ends)}`,
        },
        { key: 'kind', label: texts.kind, cell: (row) => kindTexts[row.kind] },
        {
          key: 'valid',
          label: texts.validFrom,
          cell: (row) =>
            say(row.validUntil ? texts.fromTo : texts.untilFurther, {
              from: figuresOfDay(language, row.validFrom),
              to: row.validUntil ? figuresOfDay(language, row.validUntil) : '',
            }),
        },
      ]}
    />
  );
}

export function CopyPage(props: {
  groupId: string;
  groupName: string;
  form: FormState;
  groups: readonly GroupBrief[];
}) {
  return (
    <>
      <PageTitle title={texts.copy} above={props.groupName} lead={texts.copyLead} />
      <ErrorSummary form={props.form} />
      {props.groups.length === 0 ? (
        <EmptyState title={texts.noOtherGroups} />
      ) : (
        <Form action={`/groups/${props.groupId}/programme/copy`} submit={texts.copyIt}>
          <SelectField
            form={props.form}
            name="from"
            label={texts.fromGroup}
            options={props.groups.map((group) => ({ value: group.id, label: group.name }))}
          />
          <DateField form={props.form} name="day" label={texts.validFrom} />
        </Form>
      )}
    </>
  );
}
