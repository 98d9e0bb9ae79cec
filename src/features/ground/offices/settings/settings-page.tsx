import { figuresOfDay, localeOf } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { DateField, NumberField, RadioGroup, SelectField, TextField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Section, Status } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { OfficeTabs } from '../office-tabs.tsx';
import { texts } from '../texts.ts';
import type { SettingDefinition } from './settings.ts';

/** Says a value as its setting means it: "30 min", "Kyllä", the name of a choice. */
function useSayValue() {
  const say = useSay();
  const language = useLanguage();
  return (setting: SettingDefinition, value: unknown): string => {
    const { field } = setting;
    if (field.kind === 'yes-no') return say(value === true ? texts.yes : texts.no);
    if (field.kind === 'choice') {
      const option = field.options.find((one) => one.value === value);
      return option ? say(option.label) : String(value);
    }
    if (field.kind === 'number' && typeof value === 'number') {
      const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 4 }).format(value);
      return field.unit ? `${number} ${say(field.unit)}` : number;
    }
    return String(value);
  };
}

type InForce = { setting: SettingDefinition; value: unknown; validFrom: Temporal.PlainDate; source: string };

/** Every rule that the office may set, with what is in force today. */
export function SettingsPage(props: { actor: Actor; settings: readonly InForce[] }) {
  const say = useSay();
  const language = useLanguage();
  const sayValue = useSayValue();
  return (
    <>
      <PageTitle title={texts.settings} above={texts.office} lead={texts.settingsLead} />
      <OfficeTabs actor={props.actor} current="settings" />
      <DataTable
        caption={texts.settings}
        captionUnseen
        rows={props.settings}
        rowKey={(row) => row.setting.key}
        empty={<EmptyState title={texts.settingsEmpty} text={texts.settingsEmptyText} />}
        columns={[
          {
            key: 'rule',
            label: texts.rule,
            cell: (row) => (
              <a href={`/office/settings/${encodeURIComponent(row.setting.key)}`}>{say(row.setting.title)}</a>
            ),
          },
          { key: 'value', label: texts.value, cell: (row) => sayValue(row.setting, row.value) },
          { key: 'from', label: texts.validFrom, cell: (row) => figuresOfDay(language, row.validFrom) },
          { key: 'source', label: texts.source, cell: (row) => row.source },
        ]}
      />
    </>
  );
}

export type HistoryRow = {
  id: string;
  value: unknown;
  validFrom: Temporal.PlainDate;
  source: string;
  setOn: Temporal.PlainDate | undefined;
  state: 'inForce' | 'toCome' | 'past' | 'replaced';
};

/** One rule: what it means, what has been in force, and a form for what comes. */
export function SettingPage(props: {
  actor: Actor;
  setting: SettingDefinition;
  history: readonly HistoryRow[];
  form: FormState;
  saved: boolean;
}) {
  const { setting, form } = props;
  return (
    <>
      <PageTitle title={setting.title} above={texts.settings} lead={setting.explanation} />
      <ErrorSummary form={form} />
      <OfficeTabs actor={props.actor} current="settings" />
      {props.saved && (
        <Notice kind="good" announce>
          {texts.saved}
        </Notice>
      )}
      <SettingHistory setting={setting} history={props.history} />
      <Section title={texts.setNew}>
        <Form action={`/office/settings/${encodeURIComponent(setting.key)}`} submit={texts.save}>
          <ValueField setting={setting} form={form} />
          <DateField form={form} name="valid-from" label={texts.validFrom} />
          <TextField form={form} name="source" label={texts.source} hint={texts.sourceHint} />
        </Form>
      </Section>
    </>
  );
}

function SettingHistory(props: { setting: SettingDefinition; history: readonly HistoryRow[] }) {
  const language = useLanguage();
  const sayValue = useSayValue();
  return (
    <DataTable
      caption={texts.history}
      rows={props.history}
      rowKey={(row) => row.id}
      rowMood={(row) => (row.state === 'past' || row.state === 'replaced' ? 'quiet' : undefined)}
      columns={[
        { key: 'value', label: texts.value, cell: (row) => sayValue(props.setting, row.value) },
        { key: 'from', label: texts.validFrom, cell: (row) => figuresOfDay(language, row.validFrom) },
        {
          key: 'state',
          label: texts.state,
          cell: (row) => (
            <Status mood={row.state === 'inForce' ? 'good' : row.state === 'toCome' ? 'now' : 'quiet'}>
              {texts[row.state]}
            </Status>
          ),
        },
        { key: 'source', label: texts.source, cell: (row) => row.source },
        {
          key: 'set',
          label: texts.decidedAt,
          cell: (row) => (row.setOn ? figuresOfDay(language, row.setOn) : texts.fromHouse),
        },
      ]}
    />
  );
}

function ValueField({ setting, form }: { setting: SettingDefinition; form: FormState }) {
  const { field } = setting;
  const props = { form, name: 'value', label: texts.value };
  if (field.kind === 'yes-no') {
    const options = [
      { value: 'yes', label: texts.yes },
      { value: 'no', label: texts.no },
    ];
    return <RadioGroup {...props} options={options} inline />;
  }
  if (field.kind === 'choice') return <SelectField {...props} options={field.options} choose={false} />;
  if (field.kind === 'number') return <NumberField {...props} hint={field.unit} decimals={field.decimals} />;
  return <TextField {...props} />;
}
