// Times: the lists, free times, booking, and what is done to a booked time. A coach's hours are in routes-hours.tsx.
import type { Context } from 'hono';
import { now, todayIn } from '../../../platform/clock.ts';
import { emptyForm, type FormState, readForm, withError } from '../../../platform/forms.ts';
import { figuresOfDay, type Text } from '../../../platform/language.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, feature, NotFound, type Variables } from '../../../platform/web.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { personById, personsWithRole } from '../../ground/people/door.ts';
import { roomHref } from '../calls/door.ts';
import { mayDropIn } from '../drop-in/door.ts';
import { actsAsStaff, bookingHeldBy, bookingSeenBy, clientToBookFor } from './access.ts';
import { bookTime, cancelBooking, changeMode, moveBooking } from './actions.ts';
import { placeNamed } from './availability/places.ts';
import { filesOf, preparationOf } from './before/before-meeting.ts';
import { BookingPage, type BookingView, CancelPage } from './booking-page.tsx';
import { clashesOf } from './clashes/clashes.ts';
import { askBefore, questionOf, sayComing, tellOutcome } from './detail-actions.ts';
import {
  bookForm,
  modeForm,
  moveForm,
  outcomeForm,
  ownCancelForm,
  participantForm,
  questionForm,
  staffCancelForm,
  wishForm,
} from './forms.ts';
import { hasLink } from './links/time-links.ts';
import { changesOf, clientsToChoose, mondayFrom, ownTimes, staffWeek } from './lists.ts';
import { ChooseClientPage, NewTimePage } from './new-time-page.tsx';
import { poolsFor } from './pools/pool-membership.ts';
import { type Booking, coachesToMeet, hoursOf, namesOf } from './queries.ts';
import { addParticipant, participantsOf, removeParticipant } from './seats/participants.ts';
import { isDone, taskOf } from './tasks/tasks.ts';
import { texts } from './texts.ts';
import { OwnTimesPage, StaffTimesPage } from './times-page.tsx';
import { passOffer, stopWaiting, waitForTime } from './waiting/wish-actions.ts';
import { choiceFrom, freeWeek } from './week-of-choice.ts';

export type SignedInContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;
const bookers = allow('client', 'coach', 'manager');
const staff = allow('coach', 'manager');

export const routes = feature()
  .get('/times', bookers, (c) => (isStaff(c.var.actor) ? renderWeek(c) : renderOwn(c)))
  .get('/times/new', bookers, (c) => renderNew(c, undefined))
  .post('/times', bookers, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(bookForm, c.var.form);
    if (!form.ok) return c.redirect('/times/new', 303);
    const { client, coach: coachId, at: startsAt, mode, weeks } = form.value;
    const { clientId, byStaff } = await clientToBookFor(tx, actor, client);
    const wish = { clientId, coachId, startsAt, mode, weeks: byStaff ? weeks : 1 };
    const booked = await bookTime(tx, actor, wish);
    if (!booked.ok) return renderNew(c, texts.timeTaken);
    return c.redirect(`/times/${booked.bookingId}`, 303);
  })
  .post('/times/wishes', bookers, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(wishForm, c.var.form);
    if (!form.ok) return c.redirect('/times', 303);
    const { clientId } = await clientToBookFor(tx, actor, form.value.client);
    const { of } = form.value;
    const met =
      'coachId' in of
        ? (await coachesToMeet(tx, clientId)).some((one) => one.coachId === of.coachId)
        : (await poolsFor(tx, clientId)).some((one) => one.id === of.poolId);
    if (!met) throw new NotFound('coach');
    await waitForTime(tx, actor, { clientId, of, untilOn: todayIn().add({ days: 60 }) });
    return c.redirect('/times', 303);
  })
  .post('/times/wishes/passing', allow('client'), async (c) => {
    const form = readForm(wishForm, c.var.form);
    if (form.ok) await passOffer(c.var.tx, c.var.actor.personId, form.value.of);
    return c.redirect('/times', 303);
  })
  .post('/times/wishes/removal', allow('client'), async (c) => {
    const form = readForm(wishForm, c.var.form);
    if (form.ok) await stopWaiting(c.var.tx, c.var.actor.personId, form.value.of);
    return c.redirect('/times', 303);
  })
  .get('/times/:id', bookers, (c) => renderBooking(c, c.req.param('id'), emptyForm))
  .get('/times/:id/cancellation', bookers, async (c) =>
    renderCancel(c, await bookingSeenBy(c.var.tx, c.var.actor, c.req.param('id')), emptyForm),
  )
  .post('/times/:id/cancellation', bookers, async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingSeenBy(tx, actor, c.req.param('id'), 'changed');
    const schema = actsAsStaff(actor, booking.clientId) ? staffCancelForm : ownCancelForm;
    const form = readForm(schema, c.var.form);
    if (!form.ok) return renderCancel(c, booking, form);
    const cancelled = await cancelBooking(tx, actor, booking, form.value.reason);
    if (!cancelled.ok) return renderCancel(c, booking, withError(c.var.form, 'reason', texts.tooLate));
    return c.redirect(`/times/${booking.id}`, 303);
  })
  .post('/times/:id/move', bookers, async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingSeenBy(tx, actor, c.req.param('id'), 'changed');
    const form = readForm(moveForm, c.var.form);
    if (!form.ok) return c.redirect(`/times/new?move=${booking.id}`, 303);
    const moved = await moveBooking(tx, actor, booking, form.value.at);
    if (moved.ok) return c.redirect(`/times/${booking.id}`, 303);
    if (moved.reason === 'too-late') return renderBooking(c, booking.id, refusedBy(c, texts.tooLate));
    return renderNew(c, texts.timeTaken, booking.id);
  })
  .post('/times/:id/mode', bookers, async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingSeenBy(tx, actor, c.req.param('id'), 'changed');
    const form = readForm(modeForm, c.var.form);
    if (!form.ok) return renderBooking(c, booking.id, form);
    const changed = await changeMode(tx, actor, booking, form.value.mode);
    if (changed.ok) return c.redirect(`/times/${booking.id}`, 303);
    const why = changed.reason === 'too-late' ? texts.tooLate : texts.notOffered;
    return renderBooking(c, booking.id, refusedBy(c, why));
  })
  .post('/times/:id/coming', allow('client'), async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingSeenBy(tx, actor, c.req.param('id'), 'changed');
    if (!(await sayComing(tx, actor, booking)))
      return renderBooking(c, booking.id, refusedBy(c, texts.tooLate));
    return c.redirect(`/times/${booking.id}`, 303);
  })
  .post('/times/:id/question', allow('client'), async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingSeenBy(tx, actor, c.req.param('id'), 'changed');
    const form = readForm(questionForm, c.var.form);
    if (!form.ok) return renderBooking(c, booking.id, form);
    await askBefore(tx, booking, form.value.question);
    return c.redirect(`/times/${booking.id}`, 303);
  })
  .post('/times/:id/outcome', staff, async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingHeldBy(tx, actor, c.req.param('id'), 'changed');
    const form = readForm(outcomeForm, c.var.form);
    if (!form.ok) return renderBooking(c, booking.id, form);
    const { happened, reason, actualMode, late } = form.value;
    const outcome =
      happened === 'yes' || !reason
        ? { happened: true as const, actualMode: actualMode ?? booking.mode, lateMinutes: late ?? 0 }
        : { happened: false as const, reason };
    if (!(await tellOutcome(tx, actor, booking, outcome)))
      return renderBooking(c, booking.id, refusedBy(c, texts.tooLate));
    return c.redirect(`/times/${booking.id}`, 303);
  })
  .post('/times/:id/participants', staff, async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingHeldBy(tx, actor, c.req.param('id'), 'changed');
    const form = readForm(participantForm, c.var.form);
    if (!form.ok) return renderBooking(c, booking.id, form);
    await addParticipant(tx, actor, booking, form.value);
    return c.redirect(`/times/${booking.id}`, 303);
  })
  .post('/times/:id/participants/:participantId/removal', staff, async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingHeldBy(tx, actor, c.req.param('id'), 'changed');
    await removeParticipant(tx, booking, c.req.param('participantId'));
    return c.redirect(`/times/${booking.id}`, 303);
  });

const isStaff = (actor: Actor) => hasRole(actor, 'coach', 'manager');
const refusedBy = (c: SignedInContext, why: Text) => withError(c.var.form, 'form', why);
const statusOf = (form: FormState): 200 | 422 => (Object.keys(form.errors).length > 0 ? 422 : 200);
const ownToken = (c: SignedInContext) => c.var.liveToken(`person:${c.var.actor.personId}`);

async function renderOwn(c: SignedInContext) {
  const { tx, actor } = c.var;
  const { timeZone: zone } = await thisOffice(tx);
  const times = await ownTimes(tx, actor.personId);
  const dropIn = await mayDropIn(tx, actor);
  return c.render(
    <OwnTimesPage {...times} dropIn={dropIn} now={now()} zone={zone} liveToken={ownToken(c)} />,
    {
      title: texts.ownTimes,
      kind: 'client',
    },
  );
}

async function renderWeek(c: SignedInContext) {
  const { tx, actor } = c.var;
  const { timeZone: zone } = await thisOffice(tx);
  const own = hasRole(actor, 'coach');
  const coaches = own ? [] : await personsWithRole(tx, 'coach', todayIn(zone));
  const coachId = own ? actor.personId : coaches.find((one) => one.id === c.req.query('coach'))?.id;
  const monday = mondayFrom(c.req.query('week'), zone);
  const rows = coachId ? await staffWeek(tx, actor, coachId, monday, zone) : [];
  const week = {
    from: figuresOfDay(c.var.language, monday),
    to: figuresOfDay(c.var.language, monday.add({ days: 6 })),
    before: monday.subtract({ weeks: 1 }).toString(),
    after: monday.add({ weeks: 1 }).toString(),
  };
  const clashes = coachId ? await clashesOf(tx, actor, coachId) : [];
  const given = { actor, rows, clashes, coachId, coaches, own, week, zone };
  return c.render(<StaffTimesPage {...given} now={now()} liveToken={ownToken(c)} />, { title: texts.times });
}

// The choices stand in the address, and after a refused post in the form that was sent.
export async function renderNew(c: SignedInContext, refused: Text | undefined, moveId?: string) {
  const { tx, actor } = c.var;
  const said = (name: string): string | undefined =>
    (refused ? String(c.var.form.get(name) ?? '') : c.req.query(name)) || undefined;
  const wanted = {
    client: said('client'),
    coach: said('coach'),
    pool: refused ? c.req.param('id') : c.req.query('pool'),
    mode: said('mode'),
    weeks: said('weeks'),
  };
  const moving = moveId ?? (refused ? undefined : c.req.query('move'));
  if (!moving && !wanted.client && isStaff(actor)) return renderClients(c);
  const choice = await choiceFrom(tx, actor, { ...wanted, move: moving });
  const kind = actsAsStaff(actor, choice.clientId) ? ('staff' as const) : ('client' as const);
  const settings = { title: moving ? texts.move : texts.bookTime, kind, under: '/times' };
  const week = await freeWeek(tx, choice, refused ? undefined : c.req.query('week'), refused !== undefined);
  return c.render(
    <NewTimePage {...week} choice={choice} refused={refused} invited={c.req.query('invited') === 'yes'} />,
    {
      ...settings,
      status: refused ? 422 : 200,
    },
  );
}

async function renderClients(c: SignedInContext) {
  const { tx, actor } = c.var;
  const own = hasRole(actor, 'coach');
  const { timeZone } = await thisOffice(tx);
  const coaches = own ? [] : await personsWithRole(tx, 'coach', todayIn(timeZone));
  const coachId = own ? actor.personId : coaches.find((one) => one.id === c.req.query('coach'))?.id;
  const clients = coachId ? await clientsToChoose(tx, actor, coachId) : [];
  return c.render(<ChooseClientPage clients={clients} coaches={coaches} coachId={coachId} />, {
    title: texts.bookForClient,
    under: '/times',
  });
}

/** The page of a booking, after a refused form with what was sent. */
export async function renderBooking(c: SignedInContext, bookingId: string | undefined, form: FormState) {
  const { tx, actor } = c.var;
  const booking = await bookingSeenBy(tx, actor, bookingId);
  const byStaff = actsAsStaff(actor, booking.clientId);
  const { timeZone: zone } = await thisOffice(tx);
  const otherId = byStaff ? booking.clientId : booking.coachId;
  const names = await namesOf(tx, [otherId]);
  const question = await questionOf(tx, booking);
  const hours = await hoursOf(tx, booking.coachId, booking.day);
  const view: BookingView = {
    booking,
    otherName: names.get(otherId) ?? '',
    offered: [...new Set(hours.flatMap((one) => one.modes))],
    roomHref: booking.roomId && mayEnter(actor, booking) ? roomHref(booking.roomId) : undefined,
    question,
    place: await placeNamed(tx, booking.coachId, booking.place),
    preparation: await preparationOf(tx, booking),
    files: await filesOf(tx, actor, booking),
    task: await taskView(tx, booking),
    staff: byStaff ? await staffView(tx, booking) : undefined,
    now: now(),
    zone,
    liveToken: ownToken(c),
  };
  const before = byStaff ? { preparation: view.preparation ?? '' } : { question: question ?? '' };
  const filled = { ...form, values: { ...before, ...form.values } };
  return c.render(<BookingPage view={view} form={filled} />, {
    title: texts.meeting,
    kind: byStaff ? 'staff' : 'client',
    status: statusOf(form),
    under: '/times',
  });
}

async function taskView(tx: Tx, booking: Booking) {
  const task = await taskOf(tx, booking);
  return task === undefined ? undefined : { task, done: await isDone(tx, booking) };
}

const mayEnter = (actor: Actor, { clientId, coachId }: Booking) =>
  actor.personId === clientId || actor.personId === coachId;

async function staffView(tx: Tx, booking: Booking) {
  const client = await personById(tx, booking.clientId);
  return {
    phone: client?.phone ?? null,
    signsIn: client?.protected ?? false,
    hasLink: await hasLink(tx, booking.id),
    changes: await changesOf(tx, booking.id),
    participants: await participantsOf(tx, booking),
  };
}

async function renderCancel(c: SignedInContext, booking: Booking, form: FormState) {
  const forStaff = actsAsStaff(c.var.actor, booking.clientId);
  const { timeZone: zone } = await thisOffice(c.var.tx);
  return c.render(<CancelPage booking={booking} zone={zone} forStaff={forStaff} form={form} />, {
    title: texts.cancel,
    kind: forStaff ? 'staff' : 'client',
    status: statusOf(form),
    under: '/times',
  });
}
