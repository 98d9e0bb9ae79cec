// The question that is held until there are signals for a page: POST → row → hint → this answer.
import { NotFound } from '../../../../platform/errors.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { feature, signedIn, wholeNumber } from '../../../../platform/web.ts';
import { openSessions } from '../../../ground/sign-in/door.ts';
import { positionIn } from '../routes-visits.tsx';
import { heldSeconds } from '../rules.ts';
import { signalsFor } from './signal-actions.ts';

export const signalRoutes = feature().get(
  '/rooms/:room/visits/:visit/next-signals',
  signedIn({ ownTransactions: true }),
  async (c) => {
    const { actor, house } = c.var;
    const { officeId, sessionId = '' } = actor;
    const [roomId, visitId] = [c.req.param('room'), c.req.param('visit')];
    const line = wholeNumber(c.req.query('line'), 'line');
    const after = positionIn(c.req.query('after'));
    const seconds = Math.min(heldSeconds, wholeNumber(c.req.query('hold'), 'hold'));
    // Each look asks anew whether the session and the visit still stand.
    const look = (tx: Tx) => signalsFor(tx, actor.personId, { roomId, visitId, line }, after);
    const signals = await house.findWhenHinted(
      {
        officeId,
        topic: `visit:${visitId}`,
        milliseconds: seconds * 1000,
        left: c.req.raw.signal,
      },
      () =>
        house.inOffice(officeId, async (tx) => {
          const mine = (await openSessions(tx, [sessionId])).has(sessionId) && (await look(tx));
          if (!mine) throw new NotFound('visit');
          return mine.length > 0 ? mine : undefined;
        }),
    );
    return c.json(signals ?? []);
  },
);
