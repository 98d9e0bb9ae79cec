import type { Context } from 'hono';
import { noteAccess } from '../../../platform/access-log.ts';
import { houseZone, now } from '../../../platform/clock.ts';
import { BadRequest, NotFound } from '../../../platform/errors.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/forms.ts';
import { sayTime } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { feature, signedIn, type Web, wholeNumber } from '../../../platform/web.ts';
import { officeBrief } from '../../ground/offices/door.ts';
import { type Entered, ownVisit, type Visit } from './access.ts';
import { feedbackForm, lineForm, messageForm, signalList, signalsForm, wayForm, yesForm } from './forms.ts';
import { connectionOf } from './line/connection.ts';
import { sendSignals, signalsFor } from './line/signal-actions.ts';
import { newsFor } from './news.ts';
import { feedbackGiven, peopleSeenBy } from './queries.ts';
import { LeftPage } from './room/left-page.tsx';
import { RoomPage } from './room/room-page.tsx';
import { roomProps, waitingProps } from './room/room-words.ts';
import { WaitingPage } from './room/waiting-page.tsx';
import { titleOf } from './routes-rooms.tsx';
import { doorAt } from './rules.ts';
import {
  changeWay,
  giveFeedback,
  leave,
  raiseHand,
  showLife,
  takeLine,
  writeMessage,
} from './visit-actions.ts';

type Signed = Context<Web & { Variables: { tx: Tx; actor: Actor } }>;
type Mine = Entered & { visit: Visit };

const mine = (c: Signed, lock?: 'lock'): Promise<Mine> =>
  ownVisit(c.var.tx, c.var.actor, c.req.param('room'), c.req.param('visit'), lock);

const placeIn = (c: Signed) => ({ roomId: c.req.param('room'), visitId: c.req.param('visit') });

/** The zone in which the office's people read times. */
const zoneOf = async (tx: Tx) => (await officeBrief(tx, tx.officeId))?.timeZone ?? houseZone;

const baseOf = ({ room, visit }: Mine) => `/rooms/${room.id}/visits/${visit.id}`;

/** A script's act in a visit that has ended; the news tell it why. */
const ended = (c: Signed) => c.json({ ended: true }, 409);

async function visitPage(c: Signed, found: Mine, form: FormState = emptyForm, status?: 422) {
  const { tx, actor } = c.var;
  const { room, visit, isHost } = found;
  const title = titleOf(room);
  const base = baseOf(found);
  if (visit.leftAt) return leftPage(c, found);
  const zone = await zoneOf(tx);
  const news = await newsFor(tx, actor, found, { messagesAfter: 0, zone });
  const token = c.var.liveToken(`room:${room.id}`);
  const ownToken = c.var.liveToken(`visit:${visit.id}`);
  const settings = { title, ...(status ? { status } : {}) };
  if (!visit.admittedAt) {
    const since = sayTime(actor.language, visit.arrivedAt.toZonedDateTimeISO(zone).toPlainTime());
    return c.render(
      <WaitingPage
        base={base}
        title={title}
        since={since}
        locked={news.locked}
        notes={news.notes}
        form={form}
        island={waitingProps(actor.language, { base, token })}
      />,
      settings,
    );
  }
  if (isHost) await noteReading(tx, actor, found);
  const connection = await connectionOf(tx, actor.personId);
  return c.render(
    <RoomPage
      roomId={room.id}
      base={base}
      title={title}
      isHost={isHost}
      keepsText={room.keepsText}
      notAll={c.req.query('door') === 'kept'}
      news={news}
      form={form}
      island={roomProps(actor.language, { base, token, ownToken, found, title, connection, news })}
    />,
    { ...settings, kind: 'call' },
  );
}

async function leftPage(c: Signed, { room, visit }: Mine) {
  const title = titleOf(room);
  return c.render(
    <LeftPage
      roomId={room.id}
      visitId={visit.id}
      title={title}
      why={visit.leftWhy ?? 'left'}
      way={visit.way}
      mayReturn={doorAt(room, now()) === 'open'}
      wasIn={visit.admittedAt !== null}
      answered={await feedbackGiven(c.var.tx, room.id, visit.personId)}
    />,
    { title },
  );
}

// A host sees who is in and who waits: that is reading about each of them, once for each opening of the page.
async function noteReading(tx: Tx, actor: Actor, { room }: Mine): Promise<void> {
  for (const one of await peopleSeenBy(tx, room.id, actor.personId)) {
    noteAccess(tx, {
      actor,
      personId: one.personId,
      act: 'read',
      subject: 'room-visit',
      subjectId: one.visitId,
      purpose: 'coaching',
    });
  }
}

/** Meeting seven others at once takes some tens of posts; a flood is more (ASVS 5.0, 17.3.1). */
const signalLimit = { limit: 600, windowSeconds: 60 };

export const visitRoutes = feature()
  .get('/rooms/:room/visits/:visit', signedIn(), async (c) => visitPage(c, await mine(c)))

  .get('/rooms/:room/visits/:visit/news', signedIn(), async (c) => {
    const asked = {
      messagesAfter: positionIn(c.req.query('messages')),
      zone: await zoneOf(c.var.tx),
    };
    return c.json(await newsFor(c.var.tx, c.var.actor, await mine(c), asked));
  })

  .get('/rooms/:room/visits/:visit/connection', signedIn(), async (c) => {
    await mine(c);
    return c.json(await connectionOf(c.var.tx, c.var.actor.personId));
  })

  // A sign of life. A form of the page without script sends it too, so it leads back to the page.
  .post('/rooms/:room/visits/:visit/life', signedIn({ repeatable: true }), async (c) => {
    const found = await mine(c, 'lock');
    if (!found.visit.leftAt) await showLife(c.var.tx, found.visit);
    return c.redirect(baseOf(found), 303);
  })

  .post('/rooms/:room/visits/:visit/line', signedIn({ repeatable: true }), async (c) => {
    const { tx, actor } = c.var;
    const { visit } = await mine(c, 'lock');
    const form = readForm(lineForm, c.var.form);
    const first = form.ok ? signalList.safeParse(parsed(form.value.signals ?? '[]')) : undefined;
    if (!form.ok || !first?.success) throw new BadRequest(400, 'not a line');
    if (visit.leftAt) return ended(c);
    const direct = form.value.on === 'yes' && (await connectionOf(tx, actor.personId)).policy !== 'none';
    const line = await takeLine(tx, visit, direct);
    // The first words to the others come with the line: one way less before the first picture.
    if (first.data.length > 0 && visit.admittedAt)
      await sendSignals(tx, actor, { ...placeIn(c), line }, first.data);
    return c.json({ line });
  })

  .get('/rooms/:room/visits/:visit/signals', signedIn(), async (c) => {
    const line = wholeNumber(c.req.query('line'), 'line');
    const after = positionIn(c.req.query('after'));
    const signals = await signalsFor(c.var.tx, c.var.actor, { ...placeIn(c), line }, after);
    if (!signals) throw new NotFound('visit');
    return c.json(signals);
  })

  .post('/rooms/:room/visits/:visit/signals', signedIn({ repeatable: true }), async (c) => {
    const form = readForm(signalsForm, c.var.form);
    const signals = form.ok ? signalList.safeParse(parsed(form.value.signals)) : undefined;
    if (!form.ok || !signals?.success) throw new BadRequest(400, 'not signals');
    const taken = await c.var.house.limit(`room-signals ${c.var.actor.personId}`, signalLimit);
    if (!taken.ok) throw new BadRequest(429, 'too many signals', taken.retryAfterSeconds);
    const sender = { ...placeIn(c), line: form.value.line };
    if (!(await sendSignals(c.var.tx, c.var.actor, sender, signals.data))) throw new NotFound('visit');
    return c.body(null, 204);
  })

  .post('/rooms/:room/visits/:visit/way', signedIn({ repeatable: true }), async (c) => {
    const { room, visit } = await mine(c, 'lock');
    const form = readForm(wayForm, c.var.form);
    if (!form.ok) throw new BadRequest(400, 'not a way');
    if (visit.leftAt) return ended(c);
    return c.json(await changeWay(c.var.tx, room, visit, form.value.way));
  })

  .post('/rooms/:room/visits/:visit/hand', signedIn({ repeatable: true }), async (c) => {
    const found = await mine(c, 'lock');
    const form = readForm(yesForm, c.var.form);
    if (!form.ok) throw new BadRequest(400, 'not a hand');
    if (found.visit.leftAt) return ended(c);
    await raiseHand(c.var.tx, found.visit, form.value.on === 'yes');
    return c.redirect(baseOf(found), 303);
  })

  .post('/rooms/:room/visits/:visit/messages', signedIn(), async (c) => {
    const found = await mine(c, 'lock');
    const form = readForm(messageForm, c.var.form);
    if (found.visit.leftAt || !found.visit.admittedAt) return c.redirect(baseOf(found), 303);
    if (!form.ok) return visitPage(c, found, form, 422);
    await writeMessage(c.var.tx, found.visit, form.value.text);
    return c.redirect(baseOf(found), 303);
  })

  .post('/rooms/:room/visits/:visit/leaving', signedIn(), async (c) => {
    const found = await mine(c, 'lock');
    await leave(c.var.tx, found.visit);
    return c.redirect(baseOf(found), 303);
  })

  .post('/rooms/:room/visits/:visit/feedback', signedIn(), async (c) => {
    const found = await mine(c, 'lock');
    const form = readForm(feedbackForm, c.var.form);
    if (form.ok && found.visit.admittedAt) await giveFeedback(c.var.tx, found.visit, form.value.how);
    return c.redirect(baseOf(found), 303);
  });

/** A position in a query; positions of the whole house grow beyond nine digits. */
function positionIn(value: string | undefined): number {
  if (!/^\d{1,15}$/.test(value ?? '')) throw new NotFound('position');
  return Number(value);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
