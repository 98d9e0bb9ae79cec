// The morning list in a minute: who is there, how, who is silent, who asks for help. Worst first, acts in place.
import { sayDay } from '../../../platform/language.ts';
import { Arc } from '../../../ui/arc.tsx';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateField } from '../../../ui/fields.tsx';
import { Form, filledForm } from '../../../ui/form.tsx';
import { Island } from '../../../ui/island.tsx';
import { Live } from '../../../ui/live.tsx';
import { EmptyState, Figures, PageTitle } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import { asSentence, keptTogether } from '../../coaching/enrolments/door.ts';
import { type AtDoor, roomHref } from '../../contact/calls/door.ts';
import { AtDoors, RoomOpen } from '../../contact/calls/panel.tsx';
import { sessionHref } from '../../contact/groups/door.ts';
import { threadHref } from '../../contact/messages/door.ts';
import { RowActs } from './board-acts.tsx';
import { NowCell, WayCell } from './board-cells.tsx';
import { timeIn } from './board-time.ts';
import type { Board, BoardRow } from './queries.ts';
import { type Show, showOf } from './rules.ts';
import { texts } from './texts.ts';

export type BoardProps = {
  board: Board;
  /** Who waits for the reader at the doors of rooms, whatever day the board shows. */
  atDoors: readonly AtDoor[];
  doorToken: string;
  /** Only rows of this figure. */
  show: Show | undefined;
  /** Days of the reader's clients that nobody has confirmed. */
  toConfirm: number;
  /** Days about which a client has written and nobody has answered. */
  objected: number;
  /** Their choices of how to take part that are due for review. */
  toReview: number;
  liveTokens: readonly string[];
};

export function BoardPage(props: BoardProps) {
  const { board } = props;
  const language = useLanguage();
  return (
    <>
      <Live id="frame-notice" topics={[props.doorToken]} announce>
        <AtDoors atDoors={props.atDoors} zone={board.zone} named />
      </Live>
      <PageTitle
        above={asSentence(sayDay(language, board.day))}
        title={texts.title}
        action={<OpenRoom board={board} />}
      />
      <Live id="board-counts" topics={props.liveTokens} announce>
        <CountsAsText {...props} />
        <RoomLine board={board} />
      </Live>
      <Live id="board" topics={props.liveTokens}>
        <BoardFigures {...props} />
        <BoardTable {...props} />
      </Live>
      <Keys />
      <Months board={board} />
      <OtherDays board={board} />
    </>
  );
}

const hrefOf = (board: Board, change: { day?: Temporal.PlainDate; show?: Show | undefined }) => {
  const query = new URLSearchParams();
  const day = change.day ?? board.day;
  if (!day.equals(board.today)) query.set('day', day.toString());
  if (change.show) query.set('show', change.show);
  return query.size > 0 ? `/board?${query}` : '/board';
};

function OpenRoom({ board }: { board: Board }) {
  const say = useSay();
  const language = useLanguage();
  const { session } = board;
  if (!session) return null;
  const about = say(texts.roomOf, {
    title: say(session.title),
    group: session.groupName,
    time: timeIn(language, session.startsAt, board.zone),
  });
  return (
    <LinkButton
      kind="main"
      icon="video"
      href={session.roomId ? roomHref(session.roomId) : sessionHref(session.id)}
      about={about}
    >
      {texts.openRoom}
    </LinkButton>
  );
}

/** What goes on in the room that the button above opens. */
function RoomLine({ board: { session, inRoom } }: { board: Board }) {
  return session?.roomId ? <RoomOpen present={inRoom} /> : null;
}

const countOf = (rows: readonly BoardRow[], show: Show) => rows.filter((row) => showOf(row) === show).length;

function CountsAsText({ board, toConfirm, objected, toReview }: BoardProps) {
  const say = useSay();
  const { rows } = board;
  return (
    <p class="quiet-ink">
      {say(texts.counts, {
        expected: rows.length,
        joined: countOf(rows, 'joined'),
        silent: countOf(rows, 'silent'),
        help: countOf(rows, 'help'),
        absent: countOf(rows, 'absent'),
      })}{' '}
      {objected > 0 && (
        <a class="strong" href="/confirmations#objections">
          {say(texts.objected, { count: objected })}
        </a>
      )}
      {objected > 0 && toConfirm > 0 && ' · '}
      {toConfirm > 0 && <a href="/confirmations">{say(texts.toConfirm, { count: toConfirm })}</a>}
      {objected + toConfirm > 0 && toReview > 0 && ' · '}
      {toReview > 0 && <a href="/mode-reviews?show=due">{say(texts.toReview, { count: toReview })}</a>}
    </p>
  );
}

function BoardFigures({ board }: BoardProps) {
  const { rows } = board;
  const figure = (show: Show, mood?: 'warning' | 'bad') => ({
    value: countOf(rows, show),
    label: texts[show],
    href: hrefOf(board, { show }),
    ...(mood && countOf(rows, show) > 0 ? { mood } : {}),
  });
  return (
    <Figures
      figures={[
        { value: rows.length, label: texts.expected, href: hrefOf(board, {}) },
        figure('joined'),
        figure('silent', 'warning'),
        figure('help', 'warning'),
        figure('absent'),
      ]}
    />
  );
}

function BoardTable({ board, show }: BoardProps) {
  const say = useSay();
  const rows = show ? board.rows.filter((row) => showOf(row) === show) : board.rows;
  return (
    <>
      {show && (
        <p>
          {say(texts.onlyShown, { which: say(texts[show]) })}.{' '}
          <a href={hrefOf(board, {})}>{say(texts.showAll)}</a>
        </p>
      )}
      <DataTable
        caption={texts.title}
        captionUnseen
        rows={rows}
        rowKey={(row) => row.clientId}
        rowMood={(row) => moodOf(row)}
        columns={[
          { key: 'name', label: texts.client, cell: (row) => <Name row={row} /> },
          { key: 'way', label: texts.way, cell: (row) => <WayCell row={row} at={board.at} /> },
          { key: 'arc', label: texts.arc, cell: (row) => <Arc size="row" {...row.arc} /> },
          { key: 'now', label: texts.now, cell: (row) => <NowCell row={row} board={board} /> },
          {
            key: 'acts',
            label: texts.acts,
            labelUnseen: true,
            cell: (row) => (
              <RowActs row={row} back={hrefOf(board, { show })} live={board.day.equals(board.today)} />
            ),
          },
        ]}
        empty={
          show ? (
            <EmptyState title={texts.emptyShow} />
          ) : (
            <EmptyState title={texts.empty} text={texts.emptyText} />
          )
        }
      />
    </>
  );
}

function moodOf(row: BoardRow): 'warning' | 'quiet' | undefined {
  if (row.state === 'help' || row.state === 'silent') return 'warning';
  return row.state === 'absent' || row.state === 'ahead' ? 'quiet' : undefined;
}

function Name({ row }: { row: BoardRow }) {
  const say = useSay();
  const name = keptTogether(row.name);
  if (row.tie === 'group')
    return (
      <>
        {name}
        <span class="tag"> {say(texts.groupOnly)}</span>
      </>
    );
  return (
    <>
      {row.dayId ? <a href={`/days/${row.dayId}`}>{name}</a> : <span>{name}</span>}
      {row.unread > 0 && (
        <a class="unread" href={threadHref(row.clientId)}>
          {say(texts.unread, { count: row.unread })}
        </a>
      )}
    </>
  );
}

function Keys() {
  const say = useSay();
  const key = (letter: string, words: Parameters<typeof say>[0]) => ({ key: letter, label: say(words) });
  return (
    <Island
      name="row-keys"
      props={{
        label: say(texts.keys),
        close: say(texts.keysClose),
        keys: [
          key('↑ ↓', texts.keyMove),
          key('Enter', texts.keyOpen),
          key('S', texts.call),
          key('V', texts.message),
          key('I', texts.letIn),
          key('M', texts.more),
          key('T', texts.reached),
          key('E', texts.notReached),
          key('P', texts.onSite),
          key('H', texts.byPhone),
          key('A', texts.solved),
          key('?', texts.keyList),
        ],
      }}
    />
  );
}

function Months({ board }: { board: Board }) {
  const say = useSay();
  if (board.groups.length === 0) return null;
  return (
    <Buttons>
      {board.groups.map((group) => (
        <LinkButton key={group.id} small icon="calendar" href={`/groups/${group.id}/days`}>
          {say(texts.monthOf, { group: group.name })}
        </LinkButton>
      ))}
    </Buttons>
  );
}

function OtherDays({ board }: { board: Board }) {
  const say = useSay();
  const { day, today } = board;
  return (
    <Disclosure summary={say(texts.otherDays)} open={!day.equals(today)}>
      <Buttons>
        <LinkButton small href={hrefOf(board, { day: day.subtract({ days: 1 }) })}>
          {texts.previous}
        </LinkButton>
        {!day.equals(today) && (
          <LinkButton small href="/board">
            {texts.today}
          </LinkButton>
        )}
        <LinkButton small href={hrefOf(board, { day: day.add({ days: 1 }) })}>
          {texts.next}
        </LinkButton>
      </Buttons>
      <Form action="/board" method="get" inline>
        <DateField form={filledForm({ day: day.toString() })} name="day" label={texts.chooseDay} />
        <Button>{texts.showDay}</Button>
      </Form>
    </Disclosure>
  );
}
