// The passkey button of sign-in and step-up pages. Passkeys are made by the browser's script, so without script the
// part says so and the other ways remain.
import { Island } from '../../../../ui/island.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import Passkey from './passkey.island.tsx';
import { passkeyTexts } from './passkey-texts.ts';

/** Signs in with a passkey and goes on to `back`. */
export function PasskeySignIn(props: { prefix: string; back: string; main?: boolean }) {
  const say = useSay();
  const island = {
    act: 'sign-in' as const,
    options: `${props.prefix}/sign-in/passkey/options`,
    answer: `${props.prefix}/sign-in/passkey`,
    fields: { back: props.back },
    label: say(passkeyTexts.signInWith),
    noScript: say(passkeyTexts.noScript),
    failed: say(passkeyTexts.failed),
    main: props.main ?? false,
  };
  return (
    <Island name="passkey" props={island}>
      <Passkey {...island} />
    </Island>
  );
}
