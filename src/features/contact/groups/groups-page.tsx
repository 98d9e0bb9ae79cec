// Lists of groups: those a member of staff leads; a client's own; the sessions somebody hosts.
import { sayDay, sayTime } from '../../../platform/language.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, Notice, PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { GroupCounts } from './lists.ts';
import { seatsLeft } from './programme/rules.ts';
import { texts as programmeTexts } from './programme/texts-programme.ts';
import type { GroupBrief, GroupSession } from './queries.ts';
import { texts } from './texts.ts';

export function GroupsPage(props: {
  groups: readonly GroupBrief[];
  counts: ReadonlyMap<string, GroupCounts>;
  hosted: readonly GroupSession[];
  zone: string;
}) {
  const say = useSay();
  const newGroup = (
    <LinkButton kind="main" href="/groups/new">
      {texts.newGroup}
    </LinkButton>
  );
  return (
    <>
      <PageTitle title={texts.groups} action={props.groups.length > 0 && newGroup} />
      <DataTable
        caption={texts.groups}
        captionUnseen
        rows={props.groups}
        rowKey={(row) => row.id}
        empty={<EmptyState title={texts.noGroups} text={texts.noGroupsText} action={newGroup} />}
        columns={[
          { key: 'name', label: texts.name, cell: (row) => <a href={`/groups/${row.id}`}>{row.name}</a> },
          {
            key: 'members',
            label: texts.members,
            align: 'end',
            cell: (row) => String(props.counts.get(row.id)?.members ?? 0),
          },
          {
            key: 'seats',
            label: texts.seats,
            cell: (row) => {
              const counts = props.counts.get(row.id);
              const left = counts && seatsLeft(counts.seats, { members: counts.members, offers: 0 });
              return left === undefined ? '–' : say(texts.seatsLeft, { count: left });
            },
          },
          {
            key: 'waiting',
            label: texts.waitingList,
            cell: (row) => {
              const waiting = props.counts.get(row.id)?.waiting ?? 0;
              return waiting > 0 ? (
                <Status mood="warning">{say(texts.waitingCount, { count: waiting })}</Status>
              ) : (
                '–'
              );
            },
          },
        ]}
      />
      {props.hosted.length > 0 && (
        <Section title={texts.ownSessions}>
          <HostedTable sessions={props.hosted} zone={props.zone} />
        </Section>
      )}
    </>
  );
}

/** For a provider: only the sessions they host themselves. */
export function HostedPage({ sessions, zone }: { sessions: readonly GroupSession[]; zone: string }) {
  return (
    <>
      <PageTitle title={texts.ownSessions} />
      {sessions.length === 0 ? (
        <EmptyState title={texts.noOwnSessions} text={texts.noOwnSessionsText} />
      ) : (
        <HostedTable sessions={sessions} zone={zone} />
      )}
    </>
  );
}

function HostedTable({ sessions, zone }: { sessions: readonly GroupSession[]; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <DataTable
      caption={texts.ownSessions}
      captionUnseen
      rows={sessions}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: texts.name,
          cell: (row) => <a href={`/sessions/${row.id}`}>{say(row.title)}</a>,
        },
        { key: 'group', label: programmeTexts.group, cell: (row) => row.groupName },
        {
          key: 'when',
          label: programmeTexts.when,
          cell: (row) =>
            `${sayDay(language, row.day, 'short')} ${sayTime(language, row.startsAt.toZonedDateTimeISO(zone).toPlainTime())}`,
        },
        {
          key: 'state',
          label: programmeTexts.changed,
          labelUnseen: true,
          cell: (row) => row.cancelled && <Status mood="bad">{programmeTexts.cancelled}</Status>,
        },
      ]}
    />
  );
}

/** A client's groups, and seats that wait for an answer. */
export function OwnGroupsPage(props: {
  groups: readonly GroupBrief[];
  offers: readonly { id: string; until: Temporal.PlainDate }[];
}) {
  return (
    <>
      <PageTitle title={texts.ownGroups} />
      {props.offers.map((offer) => (
        <Notice key={offer.id} kind="info" title={texts.seatOfferWaits}>
          <LinkButton href={`/seat-offers/${offer.id}`}>{texts.toOffer}</LinkButton>
        </Notice>
      ))}
      {props.groups.length === 0 && props.offers.length === 0 && (
        <EmptyState title={texts.noOwnGroups} text={texts.noOwnGroupsText} />
      )}
      <ul class="talk-links">
        {props.groups.map((group) => (
          <li key={group.id}>
            <a class="strong" href={`/groups/${group.id}`}>
              {group.name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
