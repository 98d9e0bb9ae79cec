// A client's personal link to one time, opened without signing in, and how staff send and stop it. Looking changes
// nothing; each act may arrive twice and is then done once, so no key with the secret address is kept.
import type { Context } from 'hono';
import { now } from '../../../../platform/clock.ts';
import { emptyForm, type FormState, readForm, withError } from '../../../../platform/forms.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature, NotFound, open, type Variables } from '../../../../platform/web.ts';
import { notify } from '../../../ground/notices/door.ts';
import { thisOffice, unitsOf } from '../../../ground/offices/door.ts';
import { makePersonalLink } from '../../../ground/sign-in/door.ts';
import { roomHref } from '../../calls/door.ts';
import { bookingHeldBy, clientToBookFor } from '../access.ts';
import { bookTime, cancelBooking, changeMode, moveBooking } from '../actions.ts';
import { placeNamed } from '../availability/places.ts';
import { askBefore, sayComing } from '../detail-actions.ts';
import { inviteForm, linkBookForm, ownCancelForm, questionForm } from '../forms.ts';
import { timeInvited, timeLinkSent } from '../notices.ts';
import { type Booking, bookingById, coachesToMeet, namesOf } from '../queries.ts';
import { canCancel, hasRoom } from '../rules.ts';
import { texts } from '../texts.ts';
import { choiceFrom, freeWeek } from '../week-of-choice.ts';
import { linkPageTexts } from './texts-links.ts';
import { LinkCancelPage, TimeLinkPage } from './time-link-page.tsx';
import { LinkTimesPage } from './time-link-times-page.tsx';
import {
  inviteToBook,
  linkToBooking,
  type OpenedLink,
  openedBy,
  stopLink,
  tieToBooking,
} from './time-links.ts';

type LinkContext = Context<{ Variables: Variables & { tx: Tx } }>;
type Opened = OpenedLink & { path: string };
type OfBooking = Opened & { booking: Booking };

const staff = allow('coach', 'manager');
const act = open({ repeatable: true });

export const linkRoutes = feature()
  .get('/time/:code', open(), async (c) => {
    const opened = await openedOf(c);
    if (!opened.booking) return renderTimes(c, opened, undefined);
    return renderTime(c, { ...opened, booking: opened.booking }, emptyForm);
  })
  .get('/time/:code/times', open(), async (c) => {
    const opened = await timeOf(c);
    if (!canCancel(opened.booking, now())) return c.redirect(opened.path, 303);
    return renderTimes(c, opened, undefined);
  })
  .get('/time/:code/cancellation', open(), async (c) => {
    const opened = await timeOf(c);
    if (!canCancel(opened.booking, now())) return c.redirect(opened.path, 303);
    return renderCancel(c, opened, emptyForm);
  })
  .post('/time/:code/booking', act, async (c) => {
    const opened = await openedOf(c, 'lock');
    const form = readForm(linkBookForm, c.var.form);
    // Two presses at once: the second finds the time booked by the first.
    if (!form.ok || opened.raced) return c.redirect(opened.path, 303);
    const { at: startsAt, mode } = form.value;
    if (opened.booking) return move(c, { ...opened, booking: opened.booking }, startsAt);
    const { link, actor } = opened;
    if (!mode || !link.coachId) return c.redirect(opened.path, 303);
    const wish = { clientId: link.clientId, coachId: link.coachId, startsAt, mode };
    const booked = await bookTime(c.var.tx, actor, wish);
    if (!booked.ok) return renderTimes(c, opened, texts.timeTaken);
    const booking = await bookingById(c.var.tx, booked.bookingId);
    if (booking) await tieToBooking(c.var.tx, link, booking);
    return c.redirect(`${opened.path}?done=booked`, 303);
  })
  .post('/time/:code/coming', act, async (c) => {
    const { path, actor, booking } = await timeOf(c, 'lock');
    await sayComing(c.var.tx, actor, booking);
    return c.redirect(path, 303);
  })
  .post('/time/:code/phone', act, async (c) => {
    const opened = await timeOf(c, 'lock');
    if (opened.booking.mode === 'phone') return c.redirect(opened.path, 303);
    const changed = await changeMode(c.var.tx, opened.actor, opened.booking, 'phone');
    if (changed.ok) return c.redirect(opened.path, 303);
    return renderTime(c, opened, withError(c.var.form, 'form', texts.tooLate));
  })
  .post('/time/:code/cancellation', act, async (c) => {
    const opened = await timeOf(c, 'lock');
    const form = readForm(ownCancelForm, c.var.form);
    if (opened.booking.cancelledAt) return c.redirect(opened.path, 303);
    if (!form.ok) return renderCancel(c, opened, form);
    const cancelled = await cancelBooking(c.var.tx, opened.actor, opened.booking, form.value.reason);
    if (cancelled.ok) return c.redirect(opened.path, 303);
    return renderTime(c, opened, withError(c.var.form, 'form', texts.tooLate));
  })
  .post('/time/:code/question', act, async (c) => {
    const opened = await timeOf(c, 'lock');
    const form = readForm(questionForm, c.var.form);
    if (!form.ok) return renderTime(c, opened, form);
    // An empty form is somebody who pressed by chance: what was asked before is not seen here and stays.
    if (!form.value.question) return c.redirect(opened.path, 303);
    await askBefore(c.var.tx, opened.booking, form.value.question);
    return c.redirect(`${opened.path}?done=asked`, 303);
  })
  // Into a call only who is known: the link hands over to one that asks on a strange browser.
  .post('/time/:code/room', act, async (c) => {
    const { path, booking } = await timeOf(c, 'lock');
    if (!booking.roomId || !hasRoom(booking.mode)) return c.redirect(path, 303);
    const link = { landsOn: roomHref(booking.roomId), expiresAt: booking.endsAt.add({ hours: 1 }) };
    return c.redirect(await makePersonalLink(c.var.tx, booking.clientId, link), 303);
  })
  .post('/times/invitations', staff, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(inviteForm, c.var.form);
    if (!form.ok) return c.redirect('/times/new', 303);
    const { clientId, byStaff } = await clientToBookFor(tx, actor, form.value.client);
    const coach = (await coachesToMeet(tx, clientId)).find((one) => one.coachId === form.value.coach);
    if (!coach || !byStaff) throw new NotFound('coach');
    const linkId = await inviteToBook(tx, actor, { clientId, coachId: coach.coachId });
    await notify(tx, clientId, timeInvited, { linkId }, { once: linkId });
    return c.redirect(`/times/new?client=${clientId}&coach=${coach.coachId}&invited=yes`, 303);
  })
  .post('/times/:id/link', staff, async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingHeldBy(tx, actor, c.req.param('id'), 'changed');
    if (canCancel(booking, now()) && booking.mode !== 'own-time') {
      await linkToBooking(tx, booking, { madeBy: actor.personId, renews: true });
      await notify(tx, booking.clientId, timeLinkSent, { bookingId: booking.id });
    }
    return c.redirect(`/times/${booking.id}`, 303);
  })
  .post('/times/:id/link/revocation', staff, async (c) => {
    const booking = await bookingHeldBy(c.var.tx, c.var.actor, c.req.param('id'), 'changed');
    await stopLink(c.var.tx, booking.id);
    return c.redirect(`/times/${booking.id}`, 303);
  });

async function openedOf(c: LinkContext, lock?: 'lock'): Promise<Opened> {
  const opened = await openedBy(c.var.tx, c.req.param('code'), c.var.requestId, lock);
  c.set('language', opened.actor.language);
  c.header('x-robots-tag', 'noindex');
  return { ...opened, path: `${c.var.address?.pathPrefix ?? ''}/time/${opened.code}` };
}

async function timeOf(c: LinkContext, lock?: 'lock'): Promise<OfBooking> {
  const opened = await openedOf(c, lock);
  if (!opened.booking) throw new NotFound('booking');
  return { ...opened, booking: opened.booking };
}

async function move(c: LinkContext, opened: OfBooking, startsAt: Temporal.Instant) {
  const { tx } = c.var;
  const { booking, actor, path, link } = opened;
  // The same press again.
  if (booking.startsAt.equals(startsAt)) return c.redirect(path, 303);
  const moved = await moveBooking(tx, actor, booking, startsAt);
  if (!moved.ok && moved.reason === 'time-taken') return renderTimes(c, opened, texts.timeTaken);
  if (!moved.ok) return renderTime(c, opened, withError(c.var.form, 'form', texts.tooLate));
  const after = await bookingById(tx, booking.id);
  if (after) await tieToBooking(tx, link, after);
  return c.redirect(`${path}?done=booked`, 303);
}

/** What has just been done, as the address of the page says it. */
const doneTexts: Readonly<Record<string, Text>> = {
  booked: texts.bookedNow,
  asked: linkPageTexts.questionKept,
};

const page = (title: Text, form: FormState = emptyForm) => ({
  title,
  kind: 'public' as const,
  status: Object.keys(form.errors).length > 0 ? (422 as const) : (200 as const),
});

/** Where the office answers the phone; the first unit that has a number. */
export async function officePhoneOf(tx: Tx): Promise<string | undefined> {
  const own = (await thisOffice(tx)).contacts.phone;
  return own ?? (await unitsOf(tx)).map((unit) => unit.contacts.phone).find(Boolean);
}

async function viewOf(tx: Tx, { booking, path }: OfBooking) {
  const { timeZone: zone } = await thisOffice(tx);
  const coachName = (await namesOf(tx, [booking.coachId])).get(booking.coachId) ?? '';
  const place = await placeNamed(tx, booking.coachId, booking.place);
  return { path, booking, coachName, place, officePhone: await officePhoneOf(tx), now: now(), zone };
}

async function renderTime(c: LinkContext, opened: OfBooking, form: FormState) {
  const view = await viewOf(c.var.tx, opened);
  const said = c.req.query('done') ?? '';
  const done = Object.hasOwn(doneTexts, said) ? doneTexts[said] : undefined;
  return c.render(<TimeLinkPage view={view} done={done} form={form} />, page(linkPageTexts.yourTime, form));
}

async function renderCancel(c: LinkContext, opened: OfBooking, form: FormState) {
  const view = await viewOf(c.var.tx, opened);
  return c.render(<LinkCancelPage view={view} form={form} />, page(texts.iCannot, form));
}

async function renderTimes(c: LinkContext, opened: Opened, refused: Text | undefined) {
  const { tx } = c.var;
  const { actor, booking, link, path } = opened;
  const mode = refused ? String(c.var.form.get('mode') ?? '') : c.req.query('mode');
  const choice = await choiceFrom(tx, actor, {
    client: undefined,
    coach: link.coachId ?? undefined,
    mode: mode || undefined,
    weeks: undefined,
    move: booking?.id,
  });
  const week = await freeWeek(tx, choice, refused ? undefined : c.req.query('week'), refused !== undefined);
  const coachName = (await namesOf(tx, [choice.coachId])).get(choice.coachId) ?? '';
  const given = { path, moves: booking !== undefined, coachName, modes: choice.modes, mode: choice.mode };
  const officePhone = await officePhoneOf(tx);
  return c.render(<LinkTimesPage {...given} {...week} refused={refused} officePhone={officePhone} />, {
    ...page(booking ? texts.move : texts.bookTime),
    status: refused ? 422 : 200,
  });
}
