// What the demonstration would have sent, drawn as the phone and the mailbox it would have come to.
import type { ComponentChildren } from 'preact';
import { htmlLanguage, type Language } from '../../../platform/language.ts';
import { EmptyState, PageTitle } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { sayInstant } from './by-hand/said-time.ts';
import { texts } from './texts.ts';

export type OutboxMessage = {
  id: string;
  channel: 'sms' | 'email';
  to: string;
  address: string;
  language: Language;
  subject: string;
  text: string;
  at: Temporal.Instant;
};

export function OutboxPage({ messages }: { messages: readonly OutboxMessage[] }) {
  const say = useSay();
  const sms = messages.filter((message) => message.channel === 'sms');
  const mails = messages.filter((message) => message.channel === 'email');
  return (
    <>
      <PageTitle title={texts.outboxTitle} lead={texts.outboxLead} />
      <div class="outbox">
        <section class="phone section" aria-labelledby="outbox-phone">
          <h2 id="outbox-phone">{say(texts.outboxPhone)}</h2>
          {sms.length === 0 && <EmptyState title={texts.outboxNoSms} text={texts.outboxEmpty} />}
          <ol>
            {sms.map((message) => (
              <li key={message.id}>
                <Sent message={message} />
                <p class="message" lang={htmlLanguage(message.language)}>
                  {withLinks(message.text)}
                </p>
              </li>
            ))}
          </ol>
        </section>
        <section class="mailbox section" aria-labelledby="outbox-mailbox">
          <h2 id="outbox-mailbox">{say(texts.outboxMailbox)}</h2>
          {mails.length === 0 && <EmptyState title={texts.outboxNoMail} text={texts.outboxEmpty} />}
          <ol>
            {mails.map((message) => (
              <li key={message.id}>
                <Sent message={message} />
                <article lang={htmlLanguage(message.language)}>
                  <h3>{message.subject}</h3>
                  {message.text
                    .trim()
                    .split('\n\n')
                    .map((paragraph) => (
                      <p key={paragraph}>{withLinks(paragraph)}</p>
                    ))}
                </article>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}

function Sent({ message }: { message: OutboxMessage }) {
  const language = useLanguage();
  return (
    <p class="small">
      <b>{message.to}</b>
      <br />
      <span class="quiet-ink">
        {message.address}
        {' · '}
        <time datetime={message.at.toString()}>{sayInstant(language, message.at)}</time>
      </span>
    </p>
  );
}

// The addresses in our own messages, as links.
function withLinks(text: string): ComponentChildren {
  return text.split(/(https?:\/\/[^\s]+)/).map((part, at) =>
    at % 2 === 1 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
