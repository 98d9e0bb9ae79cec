import { hasRole } from '../../../platform/session.ts';
import { allow, dayFrom, feature } from '../../../platform/web.ts';
import { openObjections, waitingCount } from '../../coaching/confirmation/door.ts';
import { officeToday } from '../../coaching/enrolments/door.ts';
import { reviewsDueFor } from '../../coaching/plans/door.ts';
import { atDoorsOf } from '../../contact/calls/door.ts';
import { noteBoardRead, notedOnBoard } from './access.ts';
import { BoardPage } from './board-page.tsx';
import { boardOf } from './queries.ts';
import { isShow } from './rules.ts';
import { texts } from './texts.ts';

export const routes = feature().get('/board', allow('coach', 'manager'), async (c) => {
  const { tx, actor } = c.var;
  const wanted = c.req.query('day');
  const [board, atDoors, noted, toConfirm, objected, toReview] = await Promise.all([
    boardOf(tx, actor, wanted ? dayFrom(wanted) : await officeToday(tx)),
    hasRole(actor, 'coach') ? atDoorsOf(tx, actor.personId) : [],
    notedOnBoard(tx, actor),
    waitingCount(tx, actor),
    openObjections(tx, actor),
    reviewsDueFor(tx, actor),
  ]);
  const shown = [...board.rows, ...atDoors].map((one) => one.clientId);
  noteBoardRead(tx, actor, [...new Set(shown)], noted);
  const show = c.req.query('show');
  const whose = hasRole(actor, 'coach') ? actor.personId : tx.officeId;
  const liveTokens = [
    `board:${whose}`,
    `inbox:${actor.personId}`,
    ...board.roomIds.slice(0, 20).map((id) => `room:${id}`),
  ].map((topic) => c.var.liveToken(topic));
  return c.render(
    <BoardPage
      board={board}
      atDoors={atDoors}
      doorToken={c.var.liveToken(`door:${actor.personId}`)}
      show={isShow(show) ? show : undefined}
      toConfirm={toConfirm}
      objected={objected.length}
      toReview={toReview}
      liveTokens={board.day.equals(board.today) ? liveTokens : []}
    />,
    {
      title: texts.title,
      kind: 'staff',
      waiting: atDoors.length,
      ...(board.unread === undefined ? {} : { unread: board.unread }),
    },
  );
});
