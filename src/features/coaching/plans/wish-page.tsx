// The choice itself, with the suggestion above it when there is one.
import type { Text } from '../../../platform/language.ts';
import { Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { CheckboxGroup, RadioGroup, SelectField, TextArea } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState, HiddenField } from '../../../ui/form.tsx';
import { PageTitle } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import type { Whose } from './access.ts';
import { helps, type Mode } from './questions.ts';
import { reviewOptions } from './rules.ts';
import { type Suggested, SuggestionCard } from './suggestion-card.tsx';
import { texts } from './texts.ts';
import { helpTexts, modeHints, modeTexts } from './texts-questions.ts';
import { settingTexts } from './texts-settings.ts';
import { reviewTexts } from './words.ts';

export type WishView = {
  whose: Whose;
  form: FormState;
  suggested: Suggested | undefined;
  checkId: string | undefined;
  basedOn: string | undefined;
  /** After how many weeks the office usually looks at a choice again. */
  usualReview: number;
  serviceId: string | undefined;
  services: readonly { id: string; name: Text }[];
  /** The ways that the service has. */
  offered: readonly Mode[];
};

export function WishPage(view: WishView) {
  const { whose, suggested, serviceId } = view;
  const query = serviceId ? `?service=${serviceId}` : '';
  return (
    <>
      <PageTitle
        title={texts.wishTitle}
        above={whose.byStaff ? whose.name : texts.title}
        lead={suggested ? undefined : whose.byStaff ? texts.leadOf : texts.lead}
      />
      <ErrorSummary form={view.form} />
      {suggested && <SuggestionCard suggested={suggested} byStaff={whose.byStaff} />}
      <WishForm {...view} />
      <Buttons>
        <LinkButton kind="text" href={`${whose.base}/check${query}`}>
          {texts.answersAgain}
        </LinkButton>
      </Buttons>
    </>
  );
}

function WishForm({ whose, form, services, offered, checkId, basedOn, usualReview }: WishView) {
  const say = useSay();
  const modeOption = (mode: Mode) => ({ value: mode, label: modeTexts[mode], hint: modeHints[mode] });
  return (
    <Form action={whose.base} submit={texts.save}>
      {checkId && <HiddenField name="check" value={checkId} />}
      {basedOn && <HiddenField name="basedOn" value={basedOn} />}
      {services.length > 0 && (
        <SelectField
          form={form}
          name="service"
          label={texts.forService}
          choose={texts.allServices}
          options={services.map((service) => ({ value: service.id, label: service.name }))}
        />
      )}
      <RadioGroup
        form={form}
        name="wished"
        label={whose.byStaff ? texts.wishedOf : texts.wished}
        options={offered.map(modeOption)}
      />
      <SelectField
        form={form}
        name="second"
        label={texts.second}
        hint={texts.secondHint}
        required={false}
        choose={texts.noSecond}
        options={offered.map((mode) => ({ value: mode, label: modeTexts[mode] }))}
      />
      <CheckboxGroup
        form={form}
        name="helps[]"
        label={texts.helps}
        hint={whose.byStaff ? undefined : texts.helpsHint}
        options={helps.map((help) => ({ value: help, label: helpTexts[help] }))}
      />
      <TextArea
        form={form}
        name="reason"
        label={texts.reason}
        hint={whose.byStaff ? texts.reasonHintOf : texts.reasonHint}
        required={false}
        rows={4}
      />
      <RadioGroup
        form={form}
        name="reviewIn"
        label={texts.reviewIn}
        options={reviewOptions(usualReview).map((weeks) => ({
          value: String(weeks),
          label: reviewTexts[weeks] ?? say(settingTexts.inWeeks, { weeks }),
        }))}
      />
    </Form>
  );
}
