// The pages of 4xx and 500. They say what happened and what to do, never what the code knows.
import type { Text, TextValues } from '../platform/language.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { PageTitle } from '../ui/parts.tsx';
import { useSay } from '../ui/speech.tsx';
import { texts } from './texts.ts';

export function ErrorPage(props: { title: Text; explanation: Text; values?: TextValues }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={say(props.title)} />
      <p>{say(props.explanation, props.values)}</p>
      <LinkButton href="/" kind="quiet">
        {say(texts.backHome)}
      </LinkButton>
    </>
  );
}
