import { houseZone } from '../../../../platform/clock.ts';
import { type Language, sayDay, sayTime } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { ActForm } from '../../../../ui/form.tsx';
import { Notice, PageTitle, Status, Time } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import type { SessionShown } from '../queries.ts';
import { sessionTexts } from './session-texts.ts';

const ways = {
  link: sessionTexts.byLink,
  code: sessionTexts.byCode,
  passkey: sessionTexts.byPasskey,
  oidc: sessionTexts.byOidc,
  demonstration: sessionTexts.byDemonstration,
} as const;

/** Where a person is signed in. `ended` says what was done a moment ago. */
export function SessionsPage(props: {
  sessions: readonly SessionShown[];
  current: string | undefined;
  ended: 'one' | 'others' | undefined;
}) {
  const say = useSay();
  const language = useLanguage();
  const name = (row: SessionShown) => row.device || say(sessionTexts.unknownDevice);
  return (
    <>
      <PageTitle title={sessionTexts.title} lead={sessionTexts.lead} />
      {props.ended && (
        <Notice
          kind="good"
          announce
          title={props.ended === 'one' ? sessionTexts.oneEnded : sessionTexts.othersEnded}
        />
      )}
      <DataTable
        caption={sessionTexts.title}
        captionUnseen
        rows={props.sessions}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'device',
            label: sessionTexts.device,
            cell: (row) => (
              <>
                {name(row)}{' '}
                {row.id === props.current && <Status mood="now">{sessionTexts.thisDevice}</Status>}
              </>
            ),
          },
          { key: 'way', label: sessionTexts.way, cell: (row) => say(ways[row.way]) },
          { key: 'started', label: sessionTexts.started, cell: (row) => moment(language, row.startedAt) },
          { key: 'seen', label: sessionTexts.seen, cell: (row) => moment(language, row.seenAt) },
          {
            key: 'acts',
            label: sessionTexts.acts,
            labelUnseen: true,
            cell: (row) =>
              row.id === props.current ? (
                ''
              ) : (
                <ActForm action={`/me/sessions/${row.id}/end`}>
                  <Button small about={name(row)}>
                    {sessionTexts.signOutDevice}
                  </Button>
                </ActForm>
              ),
          },
        ]}
      />
      <p>{say(sessionTexts.othersText)}</p>
      <Buttons>
        <ActForm action="/me/sessions/end-others">
          <Button kind="danger">{sessionTexts.signOutOthers}</Button>
        </ActForm>
        <LinkButton href="/me/passkeys">{sessionTexts.toPasskeys}</LinkButton>
      </Buttons>
    </>
  );
}

function moment(language: Language, at: Temporal.Instant) {
  const here = at.toZonedDateTimeISO(houseZone);
  const words = `${sayDay(language, here.toPlainDate(), 'short')} ${sayTime(language, here.toPlainTime())}`;
  return <Time iso={at.toString({ smallestUnit: 'minute' })}>{words}</Time>;
}
