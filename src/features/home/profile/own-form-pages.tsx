import type { Text } from '../../../platform/language.ts';
import { CheckboxGroup, TextArea, TextField } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { ChannelField, LanguageField } from '../../ground/people/panel.tsx';
import { texts } from './texts.ts';

/** What a person may change about themselves. */
export function OwnDetailsPage({ form }: { form: FormState }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.change} above={texts.me} />
      <ErrorSummary form={form} />
      <Form action="/me/details" submit={texts.save}>
        <TextField
          form={form}
          name="preferred-name"
          label={texts.preferredName}
          hint={texts.preferredNameHint}
          autoComplete="nickname"
          width="medium"
          maxLength={80}
          required={false}
        />
        <ChannelField form={form} label={texts.channel} />
        <TextField
          form={form}
          name="phone"
          type="tel"
          label={texts.phone}
          autoComplete="tel"
          width="medium"
          required={false}
        />
        <TextField
          form={form}
          name="email"
          type="email"
          label={texts.email}
          autoComplete="email"
          required={false}
        />
        <TextArea
          form={form}
          name="address"
          label={texts.address}
          hint={texts.addressHint}
          rows={3}
          required={false}
        />
        <LanguageField form={form} label={texts.language} />
        <TextArea
          form={form}
          name="needs"
          label={texts.needs}
          hint={texts.needsHint}
          rows={4}
          maxLength={4000}
          required={false}
        />
      </Form>
      <p class="quiet-ink">{say(texts.nameFixed)}</p>
    </>
  );
}

/** Which of the notices that may be declined a person wants. */
export function OwnNoticesPage(props: {
  kinds: readonly { kind: string; name: Text }[];
  form: FormState;
  saved: boolean;
}) {
  return (
    <>
      <PageTitle title={texts.notices} above={texts.me} lead={texts.noticesText} />
      {props.saved && (
        <Notice kind="good" announce>
          {texts.saved}
        </Notice>
      )}
      {props.kinds.length === 0 ? (
        <EmptyState title={texts.noticesNone} text={texts.noticesNoneText} />
      ) : (
        <Form action="/me/notices" submit={texts.save}>
          <CheckboxGroup
            form={props.form}
            name="kinds[]"
            label={texts.noticesChoose}
            options={props.kinds.map((one) => ({ value: one.kind, label: one.name }))}
          />
        </Form>
      )}
    </>
  );
}
