import type { Text } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Checkbox, DateField, FileField, SelectField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Figures, Notice, PageTitle, Section, Status } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { texts } from '../texts.ts';
import type { CheckedDraft } from './import-drafts.ts';
import type { CheckedRow } from './import-queries.ts';
import { importTexts } from './texts-import.ts';

type Unit = { id: string; name: Text };

export const importColumns = [
  importTexts.colGiven,
  importTexts.colFamily,
  importTexts.colPreferred,
  importTexts.colPhone,
  importTexts.colEmail,
  importTexts.colBorn,
  importTexts.colLanguage,
  importTexts.colChannel,
  importTexts.colUnit,
  importTexts.colCoach,
  importTexts.colAddress,
  importTexts.colDistance,
  importTexts.colNeeds,
] as const;

/** The first step: a file, and what holds for rows that do not say it themselves. */
export function ImportPage(props: {
  form: FormState;
  units: readonly Unit[];
  done: { added: number; skipped: number } | undefined;
}) {
  const say = useSay();
  const { form } = props;
  return (
    <>
      <PageTitle title={importTexts.title} above={texts.people} lead={importTexts.lead} />
      <ErrorSummary form={form} />
      {props.done && (
        <Notice kind="good" announce>
          {say(importTexts.done, props.done).trim()}
        </Notice>
      )}
      <Form action="/people/import" encType="multipart/form-data" submit={importTexts.look}>
        <FileField
          form={form}
          name="file"
          label={importTexts.file}
          hint={importTexts.fileHint}
          accept=".csv,.txt,text/csv"
        />
        <DateField form={form} name="starts-on" label={importTexts.startsOn} />
        {props.units.length > 0 && (
          <SelectField
            form={form}
            name="unit"
            label={importTexts.unit}
            required={false}
            choose={texts.wholeOffice}
            options={props.units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        )}
        <Checkbox form={form} name="invite" label={importTexts.inviteAll} hint={importTexts.inviteAllHint} />
      </Form>
      <Section title={importTexts.columns}>
        <p>{say(importTexts.columnsText)}</p>
        <p>{importColumns.map((column) => say(column)).join(', ')}</p>
        <Buttons>
          <LinkButton href="/people/import/example.csv" icon="file" download>
            {importTexts.example}
          </LinkButton>
        </Buttons>
      </Section>
    </>
  );
}

const perPage = 50;

/** The second step: what the file would become, the rows to put right first. */
export function ImportPreviewPage(props: {
  checked: CheckedDraft;
  units: readonly Unit[];
  page: number;
  /** The rows have changed since the page that was confirmed. */
  changed: boolean;
}) {
  const { checked, changed } = props;
  const say = useSay();
  const of = (state: CheckedRow['state']) => checked.rows.filter((row) => row.state === state);
  const [wrong, alike, ready] = [of('wrong'), of('alike'), of('ready')];
  const rows = [...wrong, ...alike, ...ready];
  const path = `/people/import/${checked.id}`;
  const pages = Math.ceil(rows.length / perPage);
  const page = Math.min(props.page, Math.max(1, pages));
  return (
    <>
      <PageTitle title={importTexts.preview} above={importTexts.title} />
      {changed && (
        <Notice kind="warning" announce>
          {importTexts.changedMeanwhile}
        </Notice>
      )}
      <Figures
        figures={[
          { value: ready.length, label: importTexts.ready, mood: 'good' },
          { value: alike.length, label: importTexts.alike },
          { value: wrong.length, label: importTexts.wrong, ...(wrong.length > 0 ? { mood: 'bad' } : {}) },
        ]}
      />
      {wrong.length > 0 && <Notice kind="warning" title={importTexts.fixFirst} />}
      {wrong.length === 0 && ready.length === 0 && <Notice kind="info">{importTexts.nothingToAdd}</Notice>}
      {alike.length > 0 && ready.length > 0 && wrong.length === 0 && <p>{say(importTexts.skipped)}</p>}
      {checked.draft.unknown.length > 0 && (
        <p class="quiet-ink">
          {say(importTexts.unknownColumns, { names: checked.draft.unknown.join(', ') })}
        </p>
      )}
      <Buttons>
        {wrong.length === 0 && ready.length > 0 && (
          <ActForm action={path} fields={{ seen: checked.seen }}>
            <Button kind="main">{say(importTexts.confirm, { count: ready.length })}</Button>
          </ActForm>
        )}
        <ActForm action={`${path}/removal`}>
          <Button>{importTexts.drop}</Button>
        </ActForm>
      </Buttons>
      <PreviewTable
        rows={rows.slice((page - 1) * perPage, page * perPage)}
        units={props.units}
        pagination={{ page, pages, href: (to) => `${path}?page=${to}` }}
      />
    </>
  );
}

function PreviewTable(props: {
  rows: readonly CheckedRow[];
  units: readonly Unit[];
  pagination: { page: number; pages: number; href: (page: number) => string };
}) {
  const say = useSay();
  const unitName = (row: CheckedRow) => props.units.find((unit) => unit.id === row.unitId)?.name;
  return (
    <DataTable
      caption={importTexts.preview}
      captionUnseen
      rows={props.rows}
      rowKey={(row) => row.line}
      rowMood={(row) => (row.state === 'wrong' ? 'warning' : row.state === 'alike' ? 'quiet' : undefined)}
      pagination={props.pagination}
      columns={[
        {
          key: 'name',
          label: importTexts.name,
          cell: (row) => `${row.cells.family ?? '–'} ${row.cells.given ?? ''}`,
        },
        { key: 'line', label: importTexts.line, align: 'end' },
        {
          key: 'reach',
          label: importTexts.reach,
          cell: (row) => [row.cells.phone, row.cells.email].filter(Boolean).join(', '),
        },
        {
          key: 'place',
          label: importTexts.place,
          cell: (row) => {
            const unit = unitName(row);
            return [unit ? say(unit) : row.cells.unit, row.cells.coach].filter(Boolean).join(', ');
          },
        },
        {
          key: 'state',
          label: importTexts.state,
          cell: (row) => (
            <div>
              <Status mood={row.state === 'ready' ? 'good' : row.state === 'wrong' ? 'bad' : 'quiet'}>
                {importTexts[row.state]}
              </Status>
              {row.problems.map((problem, at) => (
                <p key={at} class="small">
                  {say(problem.text, problem.values)}
                </p>
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}
