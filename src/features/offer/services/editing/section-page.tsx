import type { ComponentChildren } from 'preact';
import { CheckboxGroup, RadioGroup, SelectField, TextField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState, HiddenField } from '../../../../ui/form.tsx';
import { PageTitle } from '../../../../ui/parts.tsx';
import { useSay, type Words } from '../../../../ui/speech.tsx';
import { most, payerKinds, serviceNeeds } from '../content.ts';
import { needTexts, payerTexts } from '../texts-catalogue.ts';
import { type Clash, ClashNotice } from './clash-notice.tsx';
import { LanguageFields } from './language-fields.tsx';
import type { Section } from './sections.ts';
import { ServiceLink } from './service-frame.tsx';
import { partTexts, texts } from './texts.ts';
import { texts as fieldTexts } from './texts-fields.ts';

type PageProps = {
  service: { id: string; name: string };
  section: Section;
  form: FormState;
  /** The mark of what was saved when the page was made (seen.ts). */
  seen: string;
  clash?: Clash | undefined;
};

/** One part of a service to write. */
export function SectionPage({ service, section, form, seen, clash }: PageProps) {
  return (
    <>
      <PageTitle
        title={partTexts[section.name]}
        above={<ServiceLink service={service} />}
        lead={texts.draftLead}
      />
      <ErrorSummary form={form} />
      {clash && <ClashNotice clash={clash} written={section.written} typed={form} />}
      <div class="wide-form">
        <Form action={`/office/services/${service.id}/${section.name}`} submit={texts.saveDraft}>
          <HiddenField name="seen" value={seen} />
          {section.name === 'terms' && <TermsFields form={form} />}
          {section.name === 'contact' && <ReachFields form={form} />}
          {section.written.map((field) => (
            <LanguageFields key={field.name} form={form} field={field} />
          ))}
          {section.name === 'contact' && <PlaceFields form={form} />}
        </Form>
      </div>
    </>
  );
}

function TermsFields({ form }: { form: FormState }) {
  return (
    <>
      <CheckboxGroup
        form={form}
        name="needs[]"
        label={fieldTexts.needs}
        hint={fieldTexts.needsHint}
        options={serviceNeeds.map((need) => ({ value: need, label: needTexts[need] }))}
        inline
      />
      <RadioGroup
        form={form}
        name="producer-kind"
        label={fieldTexts.producerKind}
        options={[
          { value: 'own', label: fieldTexts.own },
          { value: 'bought', label: fieldTexts.bought },
        ]}
        inline
      />
      <TextField
        form={form}
        name="producer-name"
        label={fieldTexts.producerName}
        maxLength={most.name}
        width="medium"
      />
      <SelectField
        form={form}
        name="payer"
        label={fieldTexts.payer}
        choose={false}
        options={payerKinds.map((payer) => ({ value: payer, label: payerTexts[payer] }))}
      />
    </>
  );
}

function ReachFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField
        form={form}
        name="phone"
        type="tel"
        label={fieldTexts.phone}
        hint={fieldTexts.phoneHint}
        width="medium"
      />
      <TextField
        form={form}
        name="email"
        type="email"
        label={fieldTexts.email}
        required={false}
        width="medium"
      />
    </>
  );
}

function PlaceFields({ form }: { form: FormState }) {
  const filled = Array.from({ length: most.places }, (_, at) => at + 1).filter((n) =>
    ['name', 'address', 'position'].some((part) => form.values[`place-${n}-${part}`]),
  );
  const last = Math.min(Math.max(0, ...filled) + 1, most.places);
  return (
    <Group label={fieldTexts.places} hint={fieldTexts.placesHint}>
      {Array.from({ length: last }, (_, at) => (
        <PlaceRow key={at} form={form} n={at + 1} />
      ))}
    </Group>
  );
}

function PlaceRow({ form, n }: { form: FormState; n: number }) {
  return (
    <div class="wordings">
      <TextField
        form={form}
        name={`place-${n}-name`}
        label={useSay()(fieldTexts.placeName, { n })}
        maxLength={most.name}
        required={false}
      />
      <TextField
        form={form}
        name={`place-${n}-address`}
        label={fieldTexts.placeAddress}
        maxLength={most.short}
        required={false}
      />
      <TextField
        form={form}
        name={`place-${n}-position`}
        label={fieldTexts.placePosition}
        required={false}
        maxLength={60}
      />
    </div>
  );
}

function Group(props: { label: Words; hint?: Words; children: ComponentChildren }) {
  const say = useSay();
  return (
    <fieldset class="field">
      <legend class="label">{say(props.label)}</legend>
      {props.hint && <p class="hint">{say(props.hint)}</p>}
      {props.children}
    </fieldset>
  );
}
