// All conversations of a member of staff, those with something new first.
import { sayDay } from '../../../platform/language.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Live } from '../../../ui/live.tsx';
import { EmptyState, PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { Inbox } from './queries.ts';
import { texts } from './texts.ts';

export function MessagesPage(props: {
  inbox: readonly Inbox[];
  zone: string;
  liveTokens: readonly string[];
}) {
  const threads = props.inbox.filter((one) => one.kind === 'thread');
  const channels = props.inbox.filter((one) => one.kind === 'channel');
  return (
    <>
      <PageTitle title={texts.messages} />
      <Live id="inbox" topics={props.liveTokens}>
        {props.inbox.length === 0 && (
          <EmptyState title={texts.noConversations} text={texts.noConversationsText} />
        )}
        {threads.length > 0 && (
          <Section title={texts.clientThreads}>
            <InboxTable inbox={threads} zone={props.zone} caption={texts.clientThreads} />
          </Section>
        )}
        {channels.length > 0 && (
          <Section title={texts.groupTalks}>
            <InboxTable inbox={channels} zone={props.zone} caption={texts.groupTalks} />
          </Section>
        )}
      </Live>
    </>
  );
}

const hrefOf = (one: Inbox) =>
  one.kind === 'channel' ? `/channels/${one.conversationId}` : `/messages/${one.clientId}`;

function InboxTable(props: { inbox: readonly Inbox[]; zone: string; caption: typeof texts.clientThreads }) {
  const language = useLanguage();
  return (
    <DataTable
      caption={props.caption}
      captionUnseen
      rows={props.inbox}
      rowKey={(row) => row.conversationId ?? row.clientId ?? ''}
      columns={[
        { key: 'title', label: texts.who, cell: (row) => <a href={`${hrefOf(row)}#newest`}>{row.title}</a> },
        { key: 'unread', label: texts.newOnes, cell: (row) => <Unread count={row.unread} /> },
        {
          key: 'latest',
          label: texts.latest,
          cell: (row) =>
            row.latestAt
              ? sayDay(language, row.latestAt.toZonedDateTimeISO(props.zone).toPlainDate(), 'short')
              : '',
        },
      ]}
    />
  );
}

function Unread({ count }: { count: number }) {
  const say = useSay();
  if (count === 0) return <span class="quiet-ink">{say(texts.nothingUnread)}</span>;
  return <Status mood="now">{say(texts.unread, { count })}</Status>;
}

/** Conversations as links with what is new in each. */
export function TalkLinks({ talks }: { talks: readonly Inbox[] }) {
  return (
    <ul class="talk-links">
      {talks.map((talk) => (
        <li key={talk.conversationId ?? ''}>
          <a class="strong" href={`${hrefOf(talk)}#newest`}>
            {talk.title}
          </a>{' '}
          <Unread count={talk.unread} />
        </li>
      ))}
    </ul>
  );
}
