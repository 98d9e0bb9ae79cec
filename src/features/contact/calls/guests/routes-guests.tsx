// The way into a room by a link that another feature gave. It leads to the same pages as for persons of the house and
// to none of a host's acts: those are not there at this address.
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { now } from '../../../../platform/clock.ts';
import { BadRequest } from '../../../../platform/errors.ts';
import { emptyForm, type FormState, readForm } from '../../../../platform/forms.ts';
import { cookieName, hashOfToken } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { feature, open, type Variables } from '../../../../platform/web.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { ArrivalPage, EarlyPage } from '../arrival-page.tsx';
import { checkFor } from '../device-check/routes-device-check.tsx';
import { arrivalForm, noteForm } from '../forms.ts';
import { connectionOf } from '../line/connection.ts';
import { phoneOfRoom } from '../phone-of-room.ts';
import { timesOf, titleOf } from '../routes-rooms.tsx';
import { type VisitDoor, visitRoutesAt } from '../routes-visits.tsx';
import { doorAt } from '../rules.ts';
import { arrive, writeWaitingNote } from '../visit-actions.ts';
import { enterAsGuest, type GuestSeat, passOf, roomOfGuest, visitOfGuest } from './guest-access.ts';

export type GuestContext = Context<{ Variables: Variables & { tx: Tx } }>;
/** The seat behind the address of a request and the path of its own page, or NotFound. */
export type FindSeat = (c: GuestContext, lock?: 'lock') => Promise<GuestSeat & { home: string }>;

const act = open({ repeatable: true });
/** Coming to the door again and again would only ring the bell. */
const arrivalLimit = { limit: 20, windowSeconds: 600 };
/** Longer than any meeting; the pass opens nothing without the link, and the link ends with the meeting. */
const passSeconds = 24 * 60 * 60;
const passCookie = 'likista-guest';

/** The room's door and the visits behind it at `at`, for whoever `findSeat` finds. */
export function guestRoutes(at: string, findSeat: FindSeat) {
  const doorOf = ({ home }: { home: string }) => `${home}${at.slice(at.lastIndexOf('/'))}`;
  const visitAt = `${at}/visits/:visit`;
  const guestsDoor: VisitDoor = {
    read: open(),
    act,
    once: act,
    async find(c, lock) {
      const seat = await findSeat(c);
      const place = { visitId: c.req.param('visit'), pass: passIn(c) };
      const found = await visitOfGuest(c.var.tx, seat, place, lock);
      c.header('x-robots-tag', 'noindex');
      return { ...found, language: languageOf(c), door: doorOf(seat), home: seat.home };
    },
    async sender(c) {
      const { room, me, visit } = await guestsDoor.find(c);
      return { whoId: me.id, roomId: room.id, visitId: visit.id };
    },
  };
  return feature()
    .get(at, open(), async (c: GuestContext) => arrivalPage(c, await findSeat(c), doorOf, emptyForm))
    .post(`${at}/visits`, act, async (c: GuestContext) => {
      const { tx, house } = c.var;
      const seat = await findSeat(c, 'lock');
      const room = await roomOfGuest(tx, seat, 'lock');
      const form = readForm(arrivalForm, c.var.form);
      // The arrival page itself says when the door opens.
      if (doorAt(room, now()) !== 'open') return c.redirect(doorOf(seat), 303);
      if (!form.ok) return arrivalPage(c, seat, doorOf, form, 422);
      const taken = await house.limit(`room-guest ${seat.seatId}`, arrivalLimit);
      if (!taken.ok) throw new BadRequest(429, 'too many arrivals', taken.retryAfterSeconds);
      const entered = await enterAsGuest(tx, room, seat);
      const pass = await passOf(tx, entered.me.id, passIn(c));
      const { policy } = await connectionOf(tx, entered.me);
      const way = policy === 'none' ? 'text' : form.value.way;
      const arrived = await arrive(tx, entered, way, { passHash: hashOfToken(pass) });
      if (!arrived.ok) return c.redirect(doorOf(seat), 303);
      givePass(c, pass);
      return c.redirect(`${doorOf(seat)}/visits/${arrived.visitId}`, 303);
    })
    .post(`${visitAt}/notes`, act, async (c: GuestContext) => {
      const { room, me, visit, door } = await guestsDoor.find(c, 'lock');
      const form = readForm(noteForm, c.var.form);
      if (form.ok && me.guest && !visit.admittedAt && !visit.leftAt) {
        const { text } = form.value;
        const note = { waitingId: me.id, authorId: me.id, text, guest: me.guest };
        await writeWaitingNote(c.var.tx, room.id, note);
      }
      return c.redirect(`${door}/visits/${visit.id}`, 303);
    })
    .route('/', visitRoutesAt(visitAt, guestsDoor));
}

async function arrivalPage(
  c: GuestContext,
  seat: GuestSeat & { home: string },
  doorOf: (seat: { home: string }) => string,
  form: FormState,
  status?: 422,
) {
  const { tx } = c.var;
  const room = await roomOfGuest(tx, seat);
  const { when, from } = timesOf(room, languageOf(c), (await thisOffice(tx)).timeZone);
  const title = titleOf(room);
  // Whoever tries their device here is nobody whose results could be kept.
  const check = { ...checkFor(c), postTo: undefined };
  const page = { title, kind: 'public' as const, ...(status ? { status } : {}) };
  c.header('x-robots-tag', 'noindex');
  if (doorAt(room, now()) === 'early')
    return c.render(<EarlyPage title={title} when={when} from={from} check={check} />, page);
  const { policy } = await connectionOf(tx, { id: seat.seatId, guest: seat });
  return c.render(
    <ArrivalPage
      door={doorOf(seat)}
      title={title}
      when={when}
      // No name stands here: the link may be in anybody's hands until a host has looked.
      hosts={[]}
      keepsText={room.keepsText}
      policy={policy}
      firstLines={undefined}
      elsewhere={false}
      phone={await phoneOfRoom(tx, room.id)}
      form={form}
      check={check}
    />,
    page,
  );
}

// Somebody of the house may open a link too; their pages stand in their own language.
const languageOf = (c: GuestContext) => c.var.visitor?.language ?? c.var.language;

function passIn(c: GuestContext): string | undefined {
  const pass = getCookie(c, cookieName(passCookie, c.var.tx.outside.config.baseUrl));
  return pass && /^[A-Za-z0-9_-]{22}$/.test(pass) ? pass : undefined;
}

/** A cookie that no script reads and no other site's form sends; behind TLS it is held to this host. */
function givePass(c: GuestContext, pass: string): void {
  const { baseUrl } = c.var.tx.outside.config;
  setCookie(c, cookieName(passCookie, baseUrl), pass, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
    path: '/',
    maxAge: passSeconds,
  });
}
