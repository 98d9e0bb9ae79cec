// The room without script: who is in, who waits, messages by forms. The island puts the live surface in its place
// once it has started, and leaves this one standing when it cannot.
import type { FormState } from '../../../../platform/forms.ts';
import type { Text } from '../../../../platform/language.ts';
import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form } from '../../../../ui/form.tsx';
import { Island } from '../../../../ui/island.tsx';
import { Notice, PageTitle, Section, Status } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { News, NewsPerson } from '../news.browser.ts';
import { wayTexts } from '../panel.tsx';
import { texts } from '../texts.ts';
import { MessagesList } from './messages-list.tsx';
import type { RoomProps } from './room.island.tsx';

export function RoomPage(props: {
  roomId: string;
  base: string;
  title: Text | string;
  isHost: boolean;
  keepsText: boolean;
  /** A host's last act found that somebody cannot be let in. */
  notAll: boolean;
  news: News;
  form: FormState;
  island: RoomProps;
}) {
  const say = useSay();
  const { news, base, roomId } = props;
  return (
    <>
      <div id="plain-room" class="section">
        <ErrorSummary form={props.form} />
        <PageTitle title={props.title} />
        {props.notAll && (
          <Notice kind="warning" announce>
            {texts.cannotLetIn}
          </Notice>
        )}
        <p class="small quiet-ink">{say(texts.needsScript)}</p>
        {props.isHost && news.waiting.length > 0 && <Door roomId={roomId} base={base} news={news} />}
        <Section title={texts.messagesTitle}>
          <p class="small quiet-ink">{say(props.keepsText ? texts.textKept : texts.textNotKept)}</p>
          <MessagesList messages={news.messages} />
        </Section>
        <Form action={`${base}/messages`}>
          <TextField form={props.form} name="text" label={texts.yourMessage} />
          <Buttons>
            <Button kind="main">{texts.send}</Button>
            <Button formAction={`${base}/life`}>{texts.refresh}</Button>
          </Buttons>
        </Form>
        <Section title={texts.whoIsIn}>
          <ul>
            {news.people.map((one) => (
              <PersonRow key={one.visit} one={one} {...props} />
            ))}
          </ul>
        </Section>
        {props.isHost && <HostActs roomId={roomId} base={base} locked={news.locked} />}
        <ActForm action={`${base}/leaving`}>
          <Button kind="danger">{texts.leave}</Button>
        </ActForm>
      </div>
      <Island name="room" props={props.island} eager />
    </>
  );
}

function PersonRow({ one, ...props }: { one: NewsPerson; roomId: string; base: string; isHost: boolean }) {
  const say = useSay();
  return (
    <li>
      {one.name}
      {one.me && ` (${say(texts.you)})`}
      {one.host && ` · ${say(texts.hostMark)}`}{' '}
      <Status mood={one.lost ? 'warning' : 'good'}>{one.lost ? texts.stateLost : wayTexts[one.way]}</Status>
      {props.isHost && !one.host && (
        <ActForm action={`/rooms/${props.roomId}/visits/${one.visit}/removal`} fields={{ back: props.base }}>
          <Button small about={one.name}>
            {texts.putOut}
          </Button>
        </ActForm>
      )}
    </li>
  );
}

function Door({ roomId, base, news }: { roomId: string; base: string; news: News }) {
  const say = useSay();
  return (
    <Section title={texts.whoWaits}>
      <ul>
        {news.waiting.map((one) => (
          <li key={one.visit}>
            {one.name} <span class="quiet-ink">{say(texts.since, { time: one.since })}</span>
            {one.notes.map((note, at) => (
              <p key={at} class="small">
                {say(note.fromWaiting ? one.name : texts.fromCoach)}: {note.text}
              </p>
            ))}
            <ActForm action={`/rooms/${roomId}/visits/${one.visit}/admission`} fields={{ back: base }}>
              <Button small about={one.name}>
                {texts.letIn}
              </Button>
            </ActForm>
          </li>
        ))}
      </ul>
      <ActForm action={`/rooms/${roomId}/admissions`} fields={{ back: base }}>
        <Button>{texts.letAllIn}</Button>
      </ActForm>
    </Section>
  );
}

function HostActs({ roomId, base, locked }: { roomId: string; base: string; locked: boolean }) {
  return (
    <Buttons>
      <ActForm action={`/rooms/${roomId}/lock`} fields={{ back: base, on: locked ? 'no' : 'yes' }}>
        <Button>{locked ? texts.unlock : texts.lock}</Button>
      </ActForm>
      <ActForm action={`/rooms/${roomId}/closing`} fields={{ back: base }}>
        <Button kind="danger">{texts.endForAll}</Button>
      </ActForm>
    </Buttons>
  );
}
