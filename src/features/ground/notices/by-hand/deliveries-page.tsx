// What did not arrive, and ways to the letters and calls that wait.
import type { Text } from '../../../../platform/language.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState, PageTitle } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { Tabs } from '../../../../ui/ways.tsx';
import type { failuresFor } from '../access.ts';
import { texts } from '../texts.ts';
import { sayInstant } from './said-time.ts';

export type DeliveryCounts = { letters: number; calls: number; failures: number };
type Failure = Awaited<ReturnType<typeof failuresFor>>[number];

/** The three views, the current one marked. */
export function DeliveryTabs(props: { current: 'failures' | 'letters' | 'calls'; counts: DeliveryCounts }) {
  const { current, counts } = props;
  const tab = (view: typeof current, label: Text, href: string) => ({
    label,
    href,
    current: current === view,
    count: counts[view],
  });
  return (
    <Tabs
      label={texts.tabs}
      tabs={[
        tab('failures', texts.failures, '/deliveries'),
        tab('letters', texts.letters, '/deliveries/letters'),
        tab('calls', texts.calls, '/deliveries/calls'),
      ]}
    />
  );
}

export function DeliveriesPage({
  failures,
  counts,
}: {
  failures: readonly Failure[];
  counts: DeliveryCounts;
}) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <PageTitle title={texts.title} lead={texts.lead} />
      <DeliveryTabs current="failures" counts={counts} />
      <DataTable
        caption={texts.failures}
        captionUnseen
        rows={failures}
        rowKey={({ delivery }) => delivery.id}
        rowMood={({ delivery, movedTo }) =>
          delivery.state === 'given-up' && movedTo === undefined ? 'warning' : undefined
        }
        columns={[
          { key: 'person', label: texts.person, cell: ({ person }) => nameOf(person) },
          { key: 'channel', label: texts.channel, cell: ({ delivery }) => texts[delivery.channel] },
          { key: 'reason', label: texts.reason, cell: ({ delivery }) => reasonText(delivery.reason) },
          {
            key: 'when',
            label: texts.when,
            cell: ({ delivery }) => sayInstant(language, delivery.createdAt),
          },
          {
            key: 'next',
            label: texts.next,
            cell: (failure) => say(nextText(failure), { when: sayInstant(language, failure.delivery.dueAt) }),
          },
        ]}
        empty={<EmptyState title={texts.noFailures} text={texts.noFailuresText} />}
      />
    </>
  );
}

/** The whole name, as it stands on an envelope. */
export const nameOf = (person: { givenName: string; familyName: string }): string =>
  `${person.givenName} ${person.familyName}`;

function nextText({ delivery, movedTo }: Failure): Text {
  if (delivery.state === 'failed') return texts.retried;
  if (movedTo === 'sms') return texts.movedToSms;
  if (movedTo === 'email') return texts.movedToEmail;
  if (movedTo === 'letter') return texts.movedToLetter;
  if (movedTo === 'phone') return texts.movedToPhone;
  return delivery.secretKind ? texts.secretLapsed : texts.askPerson;
}

function reasonText(reason: string | null): Text {
  switch (reason) {
    case 'bad-address':
    case 'bad-number':
      return texts.reasonAddress;
    case 'unreachable':
    case 'no-answer':
    case 'strange-answer':
      return texts.reasonUnreachable;
    case 'not-delivered':
      return texts.reasonPhone;
    case 'not-reached':
      return texts.reasonNotReached;
    case 'not-set-up':
      return texts.reasonNotSetUp;
    default:
      return texts.reasonRefused;
  }
}
