// Feedback on a service: the short form that anybody may send.
import type { Text } from '../../../platform/language.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { TextArea, TextField } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { sayPhone } from '../../ground/offices/panel.tsx';
import { feedbackTexts as texts } from './texts.ts';

export function FeedbackPage(props: {
  name: Text;
  form: FormState;
  here: string;
  serviceHref: string;
  phone: string | null;
  sent: boolean;
}) {
  const say = useSay();
  const { form, phone } = props;
  if (props.sent) {
    return (
      <>
        <PageTitle title={texts.sentTitle} above={props.name} />
        <Notice kind="good" announce title={texts.sent} />
        <p>
          <LinkButton href={props.serviceHref}>{texts.back}</LinkButton>
        </p>
      </>
    );
  }
  return (
    <>
      <PageTitle title={texts.title} above={props.name} lead={texts.lead} />
      <ErrorSummary form={form} />
      <Form action={props.here} submit={texts.send}>
        <TextArea form={form} name="words" label={texts.words} rows={6} maxLength={4000} />
        <TextField
          form={form}
          name="contact"
          label={texts.contact}
          hint={texts.contactHint}
          required={false}
          maxLength={200}
        />
      </Form>
      <p class="small quiet-ink">{say(texts.who)}</p>
      {phone && (
        <p>
          <a href={`tel:${phone}`}>{say(texts.callInstead, { phone: sayPhone(phone) })}</a>
        </p>
      )}
      <p>
        <a href={props.serviceHref}>{say(texts.back)}</a>
      </p>
    </>
  );
}
