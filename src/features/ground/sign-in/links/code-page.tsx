import { Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { Checkbox, CodeField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { PageTitle } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { texts } from '../texts.ts';

/** Takes the six digits. `askShared` offers to treat the device as one that others use too. */
export function CodePage(props: {
  form: FormState;
  action: string;
  channel: 'sms' | 'email' | null;
  askShared: boolean;
}) {
  const { form } = props;
  return (
    <>
      <PageTitle
        title={texts.codeTitle}
        lead={props.channel === 'email' ? texts.codeByEmail : texts.codeBySms}
      />
      <ErrorSummary form={form} />
      <Form action={props.action} submit={texts.signIn}>
        <CodeField form={form} name="code" label={texts.code} hint={texts.codeHint} />
        {props.askShared && (
          <Checkbox form={form} name="shared" label={texts.sharedDevice} hint={texts.sharedDeviceHint} />
        )}
      </Form>
    </>
  );
}

export function CodeGonePage(props: { again: string }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.codeGoneTitle} />
      <p>{say(texts.codeGoneText)}</p>
      <Buttons>
        <LinkButton kind="main" href={props.again}>
          {texts.newLink}
        </LinkButton>
      </Buttons>
    </>
  );
}
