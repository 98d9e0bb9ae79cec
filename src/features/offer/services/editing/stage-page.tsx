import { figuresOfDay, type Text } from '../../../../platform/language.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Section, Status } from '../../../../ui/parts.tsx';
import { useLanguage } from '../../../../ui/speech.tsx';
import type { ServiceStage } from '../content.ts';
import { stageTexts } from '../texts-choices.ts';
import { ServicesLink, ServiceTabs } from './service-frame.tsx';
import { PlacingFields, StageField, stageMoods } from './services-page.tsx';
import { texts } from './texts.ts';
import { texts as fieldTexts } from './texts-fields.ts';
import { texts as versionTexts } from './texts-versions.ts';

export type StageChange = {
  id: string;
  stage: ServiceStage;
  on: Temporal.PlainDate;
  by: string | undefined;
  note: string | null;
};

/** Stage, kind and unit: they hold at once, without publishing. */
export function StagePage(props: {
  service: { id: string; name: string };
  units: readonly { id: string; name: Text }[];
  forAll: boolean;
  form: FormState;
  history: readonly StageChange[];
  saved: boolean;
}) {
  const { service, form } = props;
  const language = useLanguage();
  return (
    <>
      <PageTitle title={service.name} above={<ServicesLink />} />
      <ErrorSummary form={form} />
      <ServiceTabs id={service.id} current="stage" />
      {props.saved && (
        <Notice kind="good" announce>
          {versionTexts.stageSaved}
        </Notice>
      )}
      <Section title={texts.stage}>
        <Form action={`/office/services/${service.id}/stage`} submit={texts.save}>
          <StageField form={form} />
          <TextField form={form} name="note" label={fieldTexts.stageNote} maxLength={500} required={false} />
          <PlacingFields form={form} units={props.units} forAll={props.forAll} />
        </Form>
      </Section>
      <Section title={versionTexts.stageHistory}>
        <DataTable
          caption={versionTexts.stageHistory}
          captionUnseen
          rows={props.history}
          rowKey={(row) => row.id}
          columns={[
            { key: 'on', label: versionTexts.day, cell: (row) => figuresOfDay(language, row.on) },
            {
              key: 'stage',
              label: fieldTexts.stage,
              cell: (row) => <Status mood={stageMoods[row.stage]}>{stageTexts[row.stage]}</Status>,
            },
            { key: 'by', label: versionTexts.who, cell: (row) => row.by ?? versionTexts.office },
            { key: 'note', label: versionTexts.why, cell: (row) => row.note ?? '' },
          ]}
          empty={<EmptyState title={versionTexts.noStages} />}
        />
      </Section>
    </>
  );
}
