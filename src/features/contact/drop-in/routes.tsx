// Without an appointment: a client takes a number, a coach calls the next. Settings are in routes-settings.tsx.
import type { Context } from 'hono';
import { now } from '../../../platform/clock.ts';
import { emptyForm, type FormState, readForm, withError } from '../../../platform/forms.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, feature, type Variables } from '../../../platform/web.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { hasOwnClient, personById, shownName } from '../../ground/people/door.ts';
import { roomHref } from '../calls/door.ts';
import {
  callbackFor,
  dropInForClient,
  dropInOfStaff,
  dropInServedBy,
  dropInsFor,
  leads,
  notePlace,
  ownPlace,
  placeCalledBy,
  serves,
} from './access.ts';
import { askCallback, callNext, endPlace, leaveQueue, markCalledBack, takeNumber } from './actions.ts';
import { ClientPage, DropInsPage } from './client-page.tsx';
import { endForm, numberForm } from './forms.ts';
import {
  callbacksOf,
  type DropIn,
  openingOf,
  type Place,
  placeOf,
  queueOf,
  servesWhom,
  waitFor,
  waitsWhere,
} from './queries.ts';
import { isCalled, isWaiting } from './rules.ts';
import { QueuePage, type QueueRow, StaffDropInsPage } from './staff-page.tsx';
import { texts } from './texts.ts';

type SignedInContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;
const anybody = allow('client', 'coach', 'manager');
const client = allow('client');
const coach = allow('coach');

export const routes = feature()
  .get('/drop-in', anybody, (c) => (isStaff(c.var.actor) ? renderStaffList(c) : renderList(c)))
  .get('/drop-in/:id', anybody, (c) =>
    isStaff(c.var.actor) ? renderQueue(c) : renderClient(c, c.req.param('id'), emptyForm),
  )
  .post('/drop-in/:id/places', client, async (c) => {
    const { tx, actor } = c.var;
    const dropIn = await dropInForClient(tx, actor, c.req.param('id'));
    const form = readForm(numberForm, c.var.form);
    if (!form.ok) return renderClient(c, dropIn.id, form);
    const taken = await takeNumber(tx, actor, dropIn, form.value.mode);
    if (taken.ok) return c.redirect(`/drop-in/${dropIn.id}`, 303);
    const why = {
      closed: texts.justClosed,
      elsewhere: texts.elsewhere,
      'not-offered': texts.chooseHow,
    };
    return renderClient(c, dropIn.id, withError(c.var.form, 'mode', why[taken.reason]));
  })
  .post('/drop-in/places/:placeId/leaving', client, async (c) => {
    const { tx, actor } = c.var;
    const place = await ownPlace(tx, actor, c.req.param('placeId'));
    await leaveQueue(tx, actor, place);
    return c.redirect(`/drop-in/${place.dropInId}`, 303);
  })
  .post('/drop-in/places/:placeId/callback', client, async (c) => {
    const { tx, actor } = c.var;
    const place = await ownPlace(tx, actor, c.req.param('placeId'));
    await askCallback(tx, actor, place);
    return c.redirect(`/drop-in/${place.dropInId}`, 303);
  })
  .post('/drop-in/:id/next', coach, async (c) => {
    const { tx, actor } = c.var;
    const dropIn = await dropInServedBy(tx, actor, c.req.param('id'));
    const called = await callNext(tx, actor, dropIn);
    return c.redirect(`/drop-in/${called?.dropInId ?? dropIn.id}`, 303);
  })
  .post('/drop-in/places/:placeId/end', coach, async (c) => {
    const { tx, actor } = c.var;
    const place = await placeCalledBy(tx, actor, c.req.param('placeId'));
    const form = readForm(endForm, c.var.form);
    if (form.ok) await endPlace(tx, actor, place, form.value.outcome);
    return c.redirect(`/drop-in/${place.dropInId}`, 303);
  })
  .post('/drop-in/places/:placeId/called-back', coach, async (c) => {
    const { tx, actor } = c.var;
    const place = await callbackFor(tx, actor, c.req.param('placeId'));
    await markCalledBack(tx, actor, place);
    return c.redirect(`/drop-in/${place.dropInId}`, 303);
  });

const isStaff = (actor: Actor) => hasRole(actor, 'coach', 'manager');

async function renderList(c: SignedInContext) {
  const { tx, actor } = c.var;
  const { timeZone: zone } = await thisOffice(tx);
  const place = await waitsWhere(tx, actor.personId);
  const rows = [];
  for (const dropIn of await dropInsFor(tx, actor)) {
    const own = place?.dropInId === dropIn.id;
    rows.push({ dropIn, opening: await openingOf(tx, dropIn), wait: await waitFor(tx, dropIn), own });
  }
  return c.render(<DropInsPage rows={rows} zone={zone} />, {
    title: texts.dropIn,
    kind: 'client',
    under: '/times',
  });
}

async function renderClient(c: SignedInContext, dropInId: string | undefined, form: FormState) {
  const { tx, actor } = c.var;
  const dropIn = await dropInForClient(tx, actor, dropInId);
  const { timeZone: zone } = await thisOffice(tx);
  const place = await placeOf(tx, dropIn.id, actor.personId);
  const caller =
    place && isCalled(place) && place.calledBy ? await personById(tx, place.calledBy) : undefined;
  const view = {
    dropIn,
    opening: await openingOf(tx, dropIn),
    wait: await waitFor(tx, dropIn, place?.id),
    place,
    coachName: caller ? shownName(caller) : '',
    roomHref: place && isCalled(place) && place.roomId ? roomHref(place.roomId) : undefined,
    now: now(),
    zone,
    liveTokens: [c.var.liveToken(`drop-in:${dropIn.id}`), c.var.liveToken(`person:${actor.personId}`)],
  };
  return c.render(<ClientPage view={view} form={form} />, {
    title: dropIn.name,
    kind: 'client',
    under: '/times',
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
  });
}

async function renderStaffList(c: SignedInContext) {
  const { tx, actor } = c.var;
  const { timeZone: zone } = await thisOffice(tx);
  const rows = [];
  for (const dropIn of await dropInsFor(tx, actor)) {
    const waiting = serves(actor, dropIn) ? (await waitingSeenBy(tx, actor, dropIn)).length : undefined;
    rows.push({ dropIn, opening: await openingOf(tx, dropIn), waiting });
  }
  return c.render(<StaffDropInsPage rows={rows} manages={hasRole(actor, 'manager')} zone={zone} />, {
    title: texts.dropIn,
    under: '/times',
  });
}

/** Who waits, of those whom this coach may serve; of the others nothing is told, not even that they are there. */
async function waitingSeenBy(tx: Tx, actor: Actor, dropIn: DropIn): Promise<Place[]> {
  const waiting = (await queueOf(tx, dropIn.id)).filter(isWaiting);
  const ids = waiting.map(({ clientId }) => clientId);
  const mine = await servesWhom(tx, dropIn.id, ids, actor.personId);
  return waiting.filter(({ clientId }) => mine.has(clientId));
}

async function renderQueue(c: SignedInContext) {
  const { tx, actor } = c.var;
  const dropIn = await dropInOfStaff(tx, actor, c.req.param('id'));
  const servesIt = serves(actor, dropIn);
  const { timeZone: zone } = await thisOffice(tx);
  const view = {
    dropIn,
    opening: await openingOf(tx, dropIn),
    waiting: servesIt ? await queueRows(tx, actor, dropIn) : [],
    called: servesIt ? await calledBy(tx, actor, dropIn) : undefined,
    callbacks: servesIt ? await callbackRows(tx, actor, dropIn) : [],
    serves: servesIt,
    manages: leads(actor, dropIn),
    zone,
    liveToken: c.var.liveToken(`drop-in:${dropIn.id}`),
  };
  return c.render(<QueuePage view={view} />, { title: dropIn.name, under: '/times' });
}

async function queueRows(tx: Tx, actor: Actor, dropIn: DropIn): Promise<QueueRow[]> {
  const rows = [];
  for (const place of await waitingSeenBy(tx, actor, dropIn)) {
    const { id, number, mode, takenAt } = place;
    const known = (await hasOwnClient(tx, actor, place.clientId))
      ? await contact(tx, actor, place)
      : undefined;
    const waitedMinutes = Math.floor(takenAt.until(now()).total('minutes'));
    rows.push({ id, number, mode, name: known?.name, waitedMinutes });
  }
  return rows;
}

async function contact(tx: Tx, actor: Actor, place: Place) {
  const person = await personById(tx, place.clientId);
  notePlace(tx, actor, place, 'read');
  return { id: place.id, name: person ? shownName(person) : '', phone: person?.phone ?? null };
}

async function calledBy(tx: Tx, actor: Actor, dropIn: DropIn) {
  const place = (await queueOf(tx, dropIn.id)).find((one) => one.calledBy === actor.personId);
  if (!place) return undefined;
  const { number, mode, roomId } = place;
  return {
    ...(await contact(tx, actor, place)),
    number,
    mode,
    roomHref: roomId ? roomHref(roomId) : undefined,
  };
}

async function callbackRows(tx: Tx, actor: Actor, dropIn: DropIn) {
  const asked = await callbacksOf(tx, dropIn.id);
  const ids = asked.map(({ clientId }) => clientId);
  const mine = await servesWhom(tx, dropIn.id, ids, actor.personId);
  const rows = [];
  for (const place of asked) {
    if (!mine.has(place.clientId) || !place.callbackAskedAt) continue;
    const askedMinutes = Math.floor(place.callbackAskedAt.until(now()).total('minutes'));
    rows.push({ ...(await contact(tx, actor, place)), askedMinutes });
  }
  return rows;
}
