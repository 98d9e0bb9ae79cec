import type { Text } from '../../../../platform/language.ts';
import { Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { PageTitle } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { texts } from '../texts.ts';
import { oidcTexts } from './oidc-texts.ts';

/** Someone the provider knows and the office does not. */
export function UnknownPersonPage(props: { prefix: string }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={oidcTexts.unknownTitle} />
      <p>{say(oidcTexts.unknownText)}</p>
      <p>{say(oidcTexts.unknownNext)}</p>
      <Buttons>
        <LinkButton kind="main" href={`${props.prefix}/sign-in`}>
          {oidcTexts.otherWay}
        </LinkButton>
      </Buttons>
    </>
  );
}

export function ProviderFailedPage(props: { prefix: string }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={oidcTexts.failedTitle} />
      <p>{say(oidcTexts.failedText)}</p>
      <Buttons>
        <LinkButton kind="main" href={`${props.prefix}/sign-in`}>
          {texts.tryAgain}
        </LinkButton>
      </Buttons>
    </>
  );
}

/** After signing out; leads on to sign out at the provider too. */
export function SignedOutPage(props: {
  prefix: string;
  provider: Text | undefined;
  goTo: string | undefined;
}) {
  const say = useSay();
  return (
    <>
      <PageTitle title={oidcTexts.signedOutTitle} />
      {props.goTo && props.provider ? (
        <>
          <p>{say(oidcTexts.signedOutThere, { name: say(props.provider) })}</p>
          <Buttons>
            <LinkButton kind="main" href={props.goTo}>
              {texts.continueButton}
            </LinkButton>
          </Buttons>
        </>
      ) : (
        <>
          <p>{say(oidcTexts.signedOutText)}</p>
          <Buttons>
            <LinkButton href={`${props.prefix}/sign-in`}>{oidcTexts.signInAgain}</LinkButton>
          </Buttons>
        </>
      )}
    </>
  );
}
