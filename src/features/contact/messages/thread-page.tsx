// One client's thread, for the client and for their coaches.
import { ErrorSummary, type FormState } from '../../../ui/form.tsx';
import { Live } from '../../../ui/live.tsx';
import { PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { DeleteOwn } from './message-acts.tsx';
import { TalkLinks } from './messages-page.tsx';
import type { Inbox } from './queries.ts';
import { Composer, Talk, type TalkProps } from './talk.tsx';
import { texts } from './texts.ts';

export function ThreadPage(props: {
  own: boolean;
  clientId: string;
  clientName: string;
  talk: Omit<TalkProps, 'empty' | 'acts'>;
  form: FormState;
  liveToken: string;
  /** The reader's channels: a client's own page shows them first. */
  channels: readonly Inbox[];
}) {
  const say = useSay();
  const action = `/messages/${props.clientId}`;
  return (
    <>
      <PageTitle
        title={props.own ? texts.messages : say(texts.threadWith, { name: props.clientName })}
        lead={props.own ? undefined : texts.threadLead}
      />
      <ErrorSummary form={props.form} />
      {props.own && props.channels.length > 0 && (
        <Section title={texts.groupTalks}>
          <TalkLinks talks={props.channels} />
        </Section>
      )}
      <Section title={props.own ? texts.ownThreadTitle : texts.talk}>
        {props.own && <p class="quiet-ink">{say(texts.ownThreadLead)}</p>}
        <Live id="talk" topics={[props.liveToken]} announce>
          <Talk
            {...props.talk}
            empty={say(texts.noMessages)}
            acts={(message) =>
              message.authorId === props.talk.viewerId && (
                <DeleteOwn action={`${action}/${message.id}/deletion`} />
              )
            }
          />
        </Live>
        <Composer
          action={action}
          form={props.form}
          draft={`thread/${props.clientId}/${props.talk.viewerId}`}
        />
      </Section>
    </>
  );
}
