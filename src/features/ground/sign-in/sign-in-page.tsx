import type { Text } from '../../../platform/language.ts';
import { Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState, HiddenField } from '../../../ui/form.tsx';
import { PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { PasskeySignIn } from './passkeys/passkey-part.tsx';
import { texts } from './texts.ts';

export type ProviderOffered = { id: string; name: Text };

/** The public way in: a link by message, a passkey, or a provider that the office trusts. */
export function SignInPage(props: {
  form: FormState;
  prefix: string;
  back: string;
  providers: readonly ProviderOffered[];
}) {
  const say = useSay();
  const { prefix, back } = props;
  return (
    <>
      <PageTitle title={texts.signIn} lead={texts.signInLead} />
      <ErrorSummary form={props.form} />
      <Form action={`${prefix}/sign-in`} submit={texts.sendLink}>
        <HiddenField name="back" value={back} />
        <TextField
          form={props.form}
          name="address"
          label={texts.address}
          hint={texts.addressHint}
          autoComplete="username"
          width="medium"
        />
      </Form>
      <Section title={texts.otherWays}>
        <PasskeySignIn prefix={prefix} back={back} />
        {props.providers.length > 0 && (
          <Buttons>
            {props.providers.map((provider) => (
              <LinkButton
                key={provider.id}
                href={`${prefix}/sign-in/oidc/${provider.id}?back=${encodeURIComponent(back)}`}
              >
                {say(texts.withProvider, { name: say(provider.name) })}
              </LinkButton>
            ))}
          </Buttons>
        )}
      </Section>
    </>
  );
}

export function LinkSentPage(props: { prefix: string }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.sentTitle} />
      <p>{say(texts.sentText)}</p>
      <p>{say(texts.sentNothing)}</p>
      <Buttons>
        <LinkButton href={`${props.prefix}/sign-in`}>{texts.tryAgain}</LinkButton>
      </Buttons>
    </>
  );
}
