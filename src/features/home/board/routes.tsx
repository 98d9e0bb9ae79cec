import { hasRole } from '../../../platform/session.ts';
import { allow, dayFrom, feature } from '../../../platform/web.ts';
import { waitingCount } from '../../coaching/confirmation/door.ts';
import { officeToday } from '../../coaching/enrolments/door.ts';
import { reviewsDueFor } from '../../coaching/plans/door.ts';
import { noteBoardRead, notedOnBoard } from './access.ts';
import { BoardPage } from './board-page.tsx';
import { boardOf } from './queries.ts';
import { isShow } from './rules.ts';
import { texts } from './texts.ts';

export const routes = feature().get('/board', allow('coach', 'manager'), async (c) => {
  const { tx, actor } = c.var;
  const wanted = c.req.query('day');
  const [board, noted, toConfirm, toReview] = await Promise.all([
    boardOf(tx, actor, wanted ? dayFrom(wanted) : await officeToday(tx)),
    notedOnBoard(tx, actor),
    waitingCount(tx, actor),
    reviewsDueFor(tx, actor),
  ]);
  noteBoardRead(
    tx,
    actor,
    board.rows.map((row) => row.clientId),
    noted,
  );
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
      show={isShow(show) ? show : undefined}
      toConfirm={toConfirm}
      toReview={toReview}
      liveTokens={board.day.equals(board.today) ? liveTokens : []}
    />,
    {
      title: texts.title,
      kind: 'staff',
      ...(board.unread === undefined ? {} : { unread: board.unread }),
    },
  );
});
