// The messages of a conversation as a list, the same for threads and channels.
import type { ComponentChildren } from 'preact';
import { sayDay, shortTime } from '../../../platform/language.ts';
import { Button, Buttons } from '../../../ui/buttons.tsx';
import { FileField, TextArea } from '../../../ui/fields.tsx';
import { ActForm, Form, type FormState } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import type { MessagePage, ShownFile, ShownMessage } from './queries.ts';
import { linkParts, longestMessage } from './rules.ts';
import { texts } from './texts.ts';

export type TalkProps = {
  page: MessagePage;
  zone: string;
  viewerId: string;
  /** The address of the conversation's page. */
  href: string;
  /** Shown instead of the list when nothing has been said. */
  empty: string;
  /** Whose names carry the word "coach". */
  coaches?: ReadonlySet<string>;
  /** The first position the reader has not read, to mark where the new ones begin. */
  readTo: number;
  conversationId: string | undefined;
  /** Whether the page shows the newest messages (not a page of earlier ones). */
  newest: boolean;
  acts?: (message: ShownMessage) => ComponentChildren;
};

/** The list with its days, links to what is earlier, and the act that marks everything read. */
export function Talk(props: TalkProps) {
  const say = useSay();
  const { page, viewerId, readTo } = props;
  const firstNew = page.messages.find((m) => m.position > readTo && m.authorId !== viewerId && !m.deleted);
  const last = page.messages.at(-1);
  let day = '';
  return (
    <div class="talk">
      {page.earlier !== undefined && (
        <a class="button quiet" href={`${props.href}?before=${page.earlier}`}>
          {say(texts.earlier)}
        </a>
      )}
      {page.messages.length === 0 && <p class="quiet-ink">{props.empty}</p>}
      <ol class="talk-list" aria-label={say(texts.talk)} id={last ? undefined : 'newest'}>
        {page.messages.map((message) => {
          const posted = message.postedAt.toZonedDateTimeISO(props.zone);
          const newDay = posted.toPlainDate().toString() !== day;
          day = posted.toPlainDate().toString();
          return (
            <>
              {newDay && <DayLine key={day} day={posted.toPlainDate()} />}
              {message === firstNew && (
                <li key="new" class="talk-new">
                  {say(texts.newFromHere)}
                </li>
              )}
              <Message
                key={message.id}
                message={message}
                time={posted.toPlainTime()}
                newest={message === last && props.newest}
                talk={props}
              />
            </>
          );
        })}
      </ol>
      {firstNew && last && props.conversationId && (
        <div data-send-when-seen>
          <ActForm
            action={`/conversations/${props.conversationId}/reading`}
            fields={{ readTo: String(last.position), back: props.href }}
          >
            <Button small>{texts.markRead}</Button>
          </ActForm>
        </div>
      )}
      {!props.newest && (
        <a class="button quiet" href={`${props.href}#newest`}>
          {say(texts.toNewest)}
        </a>
      )}
    </div>
  );
}

function DayLine({ day }: { day: Temporal.PlainDate }) {
  return (
    <li class="talk-day">
      <time datetime={day.toString()}>{sayDay(useLanguage(), day)}</time>
    </li>
  );
}

function Message({
  message,
  time,
  newest,
  talk,
}: {
  message: ShownMessage;
  time: Temporal.PlainTime;
  newest: boolean;
  talk: TalkProps;
}) {
  const say = useSay();
  const language = useLanguage();
  const own = message.authorId === talk.viewerId;
  return (
    <li class={own ? 'message own' : 'message'} id={`m-${message.id}`} data-row={message.id}>
      {newest && <span id="newest" />}
      <p class="message-head">
        <b>{own ? say(texts.you) : message.authorName}</b>
        {!own && talk.coaches?.has(message.authorId) && <span> ({say(texts.coachWord)})</span>}{' '}
        <time datetime={message.postedAt.toString({ smallestUnit: 'second' })}>
          {shortTime(language, time)}
        </time>
        {message.pinned && <span class="tag"> {say(texts.pinned)}</span>}
      </p>
      <MessageBody message={message} />
      {!message.deleted && talk.acts?.(message)}
    </li>
  );
}

/** What was said, or that it is gone. Addresses that begin with https are links. */
export function MessageBody({ message }: { message: ShownMessage }) {
  const say = useSay();
  if (message.deleted) {
    return (
      <p class="quiet-ink">
        {say(message.deleted === 'author' ? texts.deletedByAuthor : texts.removedByModerator)}
      </p>
    );
  }
  return (
    <>
      {message.text !== null && <Words text={message.text} />}
      {message.file && <Attachment file={message.file} name={message.authorName} />}
    </>
  );
}

function Attachment({ file, name }: { file: ShownFile; name: string }) {
  const say = useSay();
  if (file.kind === 'image') {
    return (
      <a href={file.href}>
        <img
          src={file.href}
          alt={say(texts.picture, { name })}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          loading="lazy"
        />
      </a>
    );
  }
  // biome-ignore lint/a11y/useMediaCaption: what a person has said into their phone has no captions.
  if (file.kind === 'audio') return <audio src={file.href} controls preload="none" />;
  return (
    <p>
      <a href={file.href}>{say(texts.openFile)}</a>
    </p>
  );
}

function Words({ text }: { text: string }) {
  return (
    <p class="message-text">
      {linkParts(text).map((part, at) =>
        part.href ? (
          <a key={at} href={part.href} rel="noreferrer noopener nofollow">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}

/** The form under a conversation. What is typed in it survives a lost connection (drafts.browser.ts). */
export function Composer(props: { action: string; form: FormState; draft: string }) {
  return (
    <Form action={props.action} draft={props.draft} encType="multipart/form-data">
      <TextArea form={props.form} name="text" label={texts.write} rows={3} maxLength={longestMessage} />
      <Disclosure summary={texts.addFile} open={props.form.errors.file !== undefined}>
        <FileField
          form={props.form}
          name="file"
          label={texts.chooseFile}
          hint={texts.addFileHint}
          required={false}
          accept="image/*,audio/*,application/pdf"
        />
      </Disclosure>
      <Buttons>
        <Button kind="main">{texts.send}</Button>
      </Buttons>
    </Form>
  );
}
