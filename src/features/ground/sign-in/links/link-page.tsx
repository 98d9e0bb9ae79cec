// What a personal link opens, by what the browser and the person still have to show.
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { Form } from '../../../../ui/form.tsx';
import { Island } from '../../../../ui/island.tsx';
import { PageTitle } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { PasskeySignIn } from '../passkeys/passkey-part.tsx';
import { texts } from '../texts.ts';
import AutoSubmit from './auto-submit.island.tsx';

/** Goes on with one press, and by itself where scripts run. */
export function ContinuePage(props: { action: string; demonstration: boolean }) {
  const say = useSay();
  const island = { action: props.action, label: say(texts.continueButton) };
  return (
    <>
      <PageTitle title={texts.welcomeTitle} />
      <p>{say(props.demonstration ? texts.continueDemonstration : texts.continueText)}</p>
      <Island name="auto-submit" props={island}>
        <AutoSubmit {...island} />
      </Island>
    </>
  );
}

/** Offers to send a code. Nothing is sent before the press, so a mail scanner that opens links causes nothing. */
export function AskCodePage(props: { action: string; staff: boolean }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.welcomeTitle} />
      <p>{say(props.staff ? texts.staffCodeText : texts.strangerText)}</p>
      <Form action={props.action}>
        <Buttons>
          <Button kind="main">{texts.sendCode}</Button>
        </Buttons>
      </Form>
    </>
  );
}

export function PasskeyNeededPage(props: { prefix: string; landsOn: string }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.welcomeTitle} />
      <p>{say(texts.needsPasskey)}</p>
      <PasskeySignIn prefix={props.prefix} back={props.landsOn} main />
      <p class="small quiet-ink">{say(texts.needsPasskeyLost)}</p>
    </>
  );
}

export function NoChannelPage() {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.noChannelTitle} />
      <p>{say(texts.noChannelText)}</p>
    </>
  );
}

export function DeadLinkPage(props: { prefix: string }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.deadLinkTitle} />
      <p>{say(texts.deadLinkText)}</p>
      <Buttons>
        <LinkButton kind="main" href={`${props.prefix}/sign-in`}>
          {texts.newLink}
        </LinkButton>
      </Buttons>
    </>
  );
}
