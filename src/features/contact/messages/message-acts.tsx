// What may be done to one message. The acts open in place, so that the talk itself stays easy to read.
import type { ComponentChildren } from 'preact';
import { Button, LinkButton } from '../../../ui/buttons.tsx';
import { ActForm } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/speech.tsx';
import type { ShownMessage } from './queries.ts';
import { texts } from './texts.ts';

function Acts(props: { children: ComponentChildren }) {
  const say = useSay();
  return (
    <details class="message-acts">
      <summary aria-label={say(texts.actsOn)}>{say(texts.acts)}</summary>
      <div class="buttons">{props.children}</div>
    </details>
  );
}

/** A writer takes back what they wrote. */
export function DeleteOwn({ action }: { action: string }) {
  return (
    <Acts>
      <ActForm action={action}>
        <Button small>{texts.deleteOwn}</Button>
      </ActForm>
    </Acts>
  );
}

/** In a channel: take back one's own; report another's; a moderator pins and removes. */
export function ChannelActs(props: {
  message: ShownMessage;
  href: string;
  own: boolean;
  moderates: boolean;
}) {
  const { message, own, moderates } = props;
  const href = `${props.href}/messages/${message.id}`;
  return (
    <Acts>
      {moderates && (
        <ActForm action={`${href}/pin`} fields={{ pinned: message.pinned ? 'no' : 'yes' }}>
          <Button small>{message.pinned ? texts.unpin : texts.pin}</Button>
        </ActForm>
      )}
      {(own || moderates) && (
        <ActForm action={`${href}/deletion`}>
          <Button small kind={own ? 'quiet' : 'danger'}>
            {own ? texts.deleteOwn : texts.remove}
          </Button>
        </ActForm>
      )}
      {!own && !moderates && (
        <LinkButton small href={`${href}/report`}>
          {texts.report}
        </LinkButton>
      )}
    </Acts>
  );
}
