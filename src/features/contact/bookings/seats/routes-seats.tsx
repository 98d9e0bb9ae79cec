// The link of somebody who comes too: looking changes nothing, an answer may arrive twice.
import type { Context } from 'hono';
import { now } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { feature, open, type Variables } from '../../../../platform/web.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { doorNow, guestRoutes } from '../../calls/door.ts';
import { placeNamed } from '../availability/places.ts';
import { officePhoneOf } from '../links/routes-links.tsx';
import { seatTexts } from '../links/texts-links.ts';
import { answerSeat, hasSeatInRoom, type Seat, seatBehind, seatInRoom } from './participants.ts';
import { SeatPage } from './seat-page.tsx';

type SeatContext = Context<{ Variables: Variables & { tx: Tx } }>;

const act = open({ repeatable: true });
const pathOf = (c: SeatContext) => `${c.var.address?.pathPrefix ?? ''}/seat/${c.req.param('code')}`;

export const seatRoutes = feature()
  .get('/seat/:code', open(), async (c) => renderSeat(c, await seatBehind(c.var.tx, c.req.param('code'))))
  .post('/seat/:code/absence', act, (c) => answer(c, false))
  .post('/seat/:code/coming', act, (c) => answer(c, true))
  .route(
    '/',
    guestRoutes('/seat/:code/room', async (c, lock) => {
      const seat = await seatBehind(c.var.tx, c.req.param('code'), lock);
      return { ...(await seatInRoom(c.var.tx, seat)), home: pathOf(c) };
    }),
  );

async function answer(c: SeatContext, can: boolean) {
  const seat = await seatBehind(c.var.tx, c.req.param('code'), 'lock');
  await answerSeat(c.var.tx, seat, can);
  return c.redirect(pathOf(c), 303);
}

async function renderSeat(c: SeatContext, { participant, booking, hidesPlace }: Seat) {
  const { timeZone: zone } = await thisOffice(c.var.tx);
  const place = hidesPlace ? undefined : (booking.place ?? undefined);
  const view = {
    path: pathOf(c),
    booking,
    room: booking.roomId && hasSeatInRoom(booking) ? await doorNow(c.var.tx, booking.roomId) : undefined,
    cannot: participant.cannotAt !== null,
    place,
    known: await placeNamed(c.var.tx, booking.coachId, place ?? null),
    officePhone: await officePhoneOf(c.var.tx),
    now: now(),
    zone,
  };
  c.header('x-robots-tag', 'noindex');
  return c.render(<SeatPage view={view} />, { title: seatTexts.invited, kind: 'public' });
}
