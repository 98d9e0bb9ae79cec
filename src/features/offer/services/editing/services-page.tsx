import { figuresOfDay, type Text } from '../../../../platform/language.ts';
import { LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { RadioGroup, SelectField, TextField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, type Mood, PageTitle, Status } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { type ServiceKind, type ServiceStage, serviceKinds, serviceStages } from '../content.ts';
import { kindTexts } from '../texts-catalogue.ts';
import { stageTexts } from '../texts-choices.ts';
import { ServicesLink } from './service-frame.tsx';
import { texts } from './texts.ts';
import { texts as fieldTexts } from './texts-fields.ts';
import { texts as versionTexts } from './texts-versions.ts';

export const stageMoods: Readonly<Record<ServiceStage, Mood>> = {
  idea: 'quiet',
  prototype: 'quiet',
  pilot: 'now',
  'in-use': 'good',
  retired: 'quiet',
};

export type ServiceRow = {
  id: string;
  name: Text;
  kind: ServiceKind;
  stage: ServiceStage;
  unit: Text | null;
  /** The newest published version. */
  published: { number: number; on: Temporal.PlainDate } | undefined;
  /** Whether a version is being written. */
  draft: boolean;
};

/** Every service of the office with its stage. */
export function ServicesPage({ services }: { services: readonly ServiceRow[] }) {
  const say = useSay();
  const language = useLanguage();
  const add = (
    <LinkButton kind="main" href="/office/services/new">
      {texts.newService}
    </LinkButton>
  );
  return (
    <>
      <PageTitle title={texts.services} lead={texts.servicesLead} action={services.length > 0 && add} />
      <DataTable
        caption={texts.services}
        captionUnseen
        rows={services}
        rowKey={(row) => row.id}
        rowMood={(row) => (row.stage === 'retired' ? 'quiet' : undefined)}
        columns={[
          {
            key: 'name',
            label: texts.service,
            cell: (row) => <NameAndKind row={row} />,
          },
          {
            key: 'unit',
            label: fieldTexts.unit,
            cell: (row) => say(row.unit ?? fieldTexts.wholeOffice),
          },
          {
            key: 'stage',
            label: fieldTexts.stage,
            cell: (row) => <Status mood={stageMoods[row.stage]}>{stageTexts[row.stage]}</Status>,
          },
          {
            key: 'published',
            label: versionTexts.published,
            cell: (row) =>
              row.published ? figuresOfDay(language, row.published.on) : say(texts.notPublished),
          },
          {
            key: 'draft',
            label: texts.draft,
            cell: (row) =>
              row.draft ? <Status mood="warning">{texts.draftWaits}</Status> : say(texts.noDraft),
          },
        ]}
        empty={<EmptyState title={texts.noServices} text={texts.noServicesText} action={add} />}
      />
      <Onward templates={services.length > 0} />
    </>
  );
}

// The kind is told only where the name does not tell it.
function NameAndKind({ row }: { row: ServiceRow }) {
  const say = useSay();
  const [name, kind] = [say(row.name), say(kindTexts[row.kind])];
  return (
    <div>
      <a href={`/office/services/${row.id}`}>{name}</a>
      {kind !== name && <div class="small quiet-ink kind">{kind}</div>}
    </div>
  );
}

function Onward({ templates }: { templates: boolean }) {
  const say = useSay();
  return (
    <>
      <p>
        <a href="/service-feedback">{say(texts.feedback)}</a>
      </p>
      {templates && (
        <p>
          <a href="/office/path-templates">{say(versionTexts.templates)}</a>
        </p>
      )}
    </>
  );
}

type PlacingProps = {
  form: FormState;
  units: readonly { id: string; name: Text }[];
  /** Whether a service may be the whole office's. */
  forAll: boolean;
};

/** A new service: its name, kind, unit and stage. The rest is written after. */
export function NewServicePage({ form, ...placing }: PlacingProps) {
  return (
    <>
      <PageTitle title={texts.newService} above={<ServicesLink />} lead={texts.newServiceLead} />
      <ErrorSummary form={form} />
      <Form action="/office/services" submit={texts.addService}>
        <TextField form={form} name="name-fi" label={texts.nameFi} maxLength={120} />
        <TextField form={form} name="name-sv" label={texts.nameSv} maxLength={120} required={false} />
        <TextField form={form} name="name-en" label={texts.nameEn} maxLength={120} required={false} />
        <PlacingFields form={form} {...placing} />
        <StageField form={form} />
      </Form>
    </>
  );
}

/** Kind and unit of a service. */
export function PlacingFields({ form, units, forAll }: PlacingProps) {
  return (
    <>
      <SelectField
        form={form}
        name="kind"
        label={fieldTexts.kind}
        options={serviceKinds.map((kind) => ({ value: kind, label: kindTexts[kind] }))}
      />
      <SelectField
        form={form}
        name="unit"
        label={fieldTexts.unit}
        {...(forAll ? { choose: fieldTexts.wholeOffice, required: false } : {})}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
    </>
  );
}

const stageHints: Readonly<Record<ServiceStage, Text>> = {
  idea: versionTexts.stageIdea,
  prototype: versionTexts.stagePrototype,
  pilot: versionTexts.stagePilot,
  'in-use': versionTexts.stageInUse,
  retired: versionTexts.stageRetired,
};

export function StageField({ form }: { form: FormState }) {
  return (
    <RadioGroup
      form={form}
      name="stage"
      label={fieldTexts.stage}
      options={serviceStages.map((stage) => ({
        value: stage,
        label: stageTexts[stage],
        hint: stageHints[stage],
      }))}
    />
  );
}
