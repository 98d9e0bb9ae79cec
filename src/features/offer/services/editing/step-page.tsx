import { CheckboxGroup, NumberField, RadioGroup, SelectField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState, HiddenField } from '../../../../ui/form.tsx';
import { PageTitle } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { durationUnits, most, serviceModes, stepActors, stepKinds } from '../content.ts';
import { modeTexts } from '../texts-catalogue.ts';
import { actorTexts, stepKindTexts, unitTexts } from '../texts-choices.ts';
import { type Clash, ClashNotice } from './clash-notice.tsx';
import { LanguageFields, type WrittenField } from './language-fields.tsx';
import { ServiceLink } from './service-frame.tsx';
import { partTexts, texts } from './texts.ts';
import { texts as fieldTexts } from './texts-fields.ts';
import { texts as versionTexts } from './texts-versions.ts';

const stepWritten: readonly WrittenField[] = [
  { name: 'title', label: fieldTexts.stepTitle, most: most.name },
  { name: 'what', label: fieldTexts.stepWhat, hint: fieldTexts.stepWhatHint, rows: 5, most: most.long },
  {
    name: 'materials',
    label: fieldTexts.stepMaterials,
    hint: fieldTexts.stepMaterialsHint,
    most: most.short,
  },
];

/** One step to write; `at` is its place from 1, or undefined for a new one. */
export function StepPage(props: {
  service: { id: string; name: string };
  at: number | undefined;
  form: FormState;
  seen: string;
  clash?: Clash | undefined;
}) {
  const say = useSay();
  const { service, at, form } = props;
  const path = `/office/services/${service.id}/path`;
  const [title, what, materials] = stepWritten;
  return (
    <>
      <PageTitle
        title={at === undefined ? versionTexts.newStep : say(versionTexts.stepOf, { n: at })}
        above={
          <>
            <ServiceLink service={service} /> › <a href={path}>{say(partTexts.path)}</a>
          </>
        }
        lead={texts.draftLead}
      />
      <ErrorSummary form={form} />
      {props.clash && <ClashNotice clash={props.clash} written={stepWritten} typed={form} />}
      <div class="wide-form">
        <Form action={at === undefined ? path : `${path}/${at}`} submit={texts.saveDraft}>
          <HiddenField name="seen" value={props.seen} />
          <SelectField
            form={form}
            name="kind"
            label={fieldTexts.stepKind}
            options={stepKinds.map((kind) => ({ value: kind, label: stepKindTexts[kind] }))}
          />
          {title && <LanguageFields form={form} field={title} />}
          {what && <LanguageFields form={form} field={what} />}
          <StepTerms form={form} />
          {materials && <LanguageFields form={form} field={materials} />}
        </Form>
      </div>
    </>
  );
}

function StepTerms({ form }: { form: FormState }) {
  const modes = serviceModes.map((mode) => ({ value: mode, label: modeTexts[mode] }));
  return (
    <>
      <SelectField form={form} name="mode" label={fieldTexts.stepMode} options={modes} />
      <CheckboxGroup
        form={form}
        name="alternatives[]"
        label={fieldTexts.stepAlternatives}
        options={modes}
        inline
      />
      <RadioGroup
        form={form}
        name="who"
        label={fieldTexts.stepWho}
        options={stepActors.map((who) => ({ value: who, label: actorTexts[who] }))}
        inline
      />
      <NumberField
        form={form}
        name="amount"
        label={fieldTexts.stepAmount}
        hint={fieldTexts.stepAmountHint}
        required={false}
      />
      <SelectField
        form={form}
        name="unit"
        label={fieldTexts.stepUnit}
        choose={false}
        options={durationUnits.map((unit) => ({ value: unit, label: unitTexts[unit] }))}
      />
    </>
  );
}
