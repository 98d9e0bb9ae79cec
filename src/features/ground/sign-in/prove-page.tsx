import { Button, Buttons } from '../../../ui/buttons.tsx';
import { CodeField } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Island } from '../../../ui/island.tsx';
import { PageTitle } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import Passkey from './passkeys/passkey.island.tsx';
import { passkeyTexts } from './passkeys/passkey-texts.ts';
import { sessionTexts } from './sessions/session-texts.ts';
import { texts } from './texts.ts';

/** Asks once more who is there, by the ways this person has. */
export function ProvePage(props: {
  back: string;
  ways: { passkey: boolean; code: boolean; demonstration: boolean };
}) {
  const say = useSay();
  const { back, ways } = props;
  const island = {
    act: 'sign-in' as const,
    options: '/prove/passkey/options',
    answer: '/prove/passkey',
    fields: { back },
    label: say(sessionTexts.proveWithPasskey),
    noScript: say(passkeyTexts.noScript),
    failed: say(passkeyTexts.failed),
    main: true,
  };
  return (
    <>
      <PageTitle title={sessionTexts.proveTitle} lead={sessionTexts.proveLead} />
      {ways.passkey && (
        <Island name="passkey" props={island}>
          <Passkey {...island} />
        </Island>
      )}
      {ways.code && (
        <Buttons>
          <ActForm action="/prove" fields={{ back }}>
            <Button kind={ways.passkey ? 'quiet' : 'main'}>{sessionTexts.proveWithCode}</Button>
          </ActForm>
        </Buttons>
      )}
      {ways.demonstration && (
        <Buttons>
          <ActForm action="/prove/demonstration" fields={{ back }}>
            <Button kind={ways.passkey ? 'quiet' : 'main'}>{sessionTexts.proveInDemonstration}</Button>
          </ActForm>
        </Buttons>
      )}
    </>
  );
}

export function ProveCodePage(props: { form: FormState; channel: 'sms' | 'email' | null }) {
  return (
    <>
      <PageTitle
        title={texts.codeTitle}
        lead={props.channel === 'email' ? texts.codeByEmail : texts.codeBySms}
      />
      <ErrorSummary form={props.form} />
      <Form action="/prove/code" submit={sessionTexts.prove}>
        <CodeField form={props.form} name="code" label={texts.code} hint={texts.codeHint} />
      </Form>
    </>
  );
}
