// What somebody does in a room or at its door, each on their own visit. The same for a person of the house and for a
// guest by a link; whose visit it is, and at which address, a door says.
import type { Context, MiddlewareHandler } from 'hono';
import { noteAccess } from '../../../platform/access-log.ts';
import { houseZone, now } from '../../../platform/clock.ts';
import { BadRequest, NotFound } from '../../../platform/errors.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/forms.ts';
import { type Language, sayTime } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { feature, signedIn, type Variables, type Web, wholeNumber } from '../../../platform/web.ts';
import { officeBrief } from '../../ground/offices/door.ts';
import { type Entered, ownVisit, type Visit } from './access.ts';
import { feedbackForm, lineForm, messageForm, readSignals, signalsForm, wayForm, yesForm } from './forms.ts';
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

type Asking = Context<{ Variables: Variables & { tx: Tx } }>;
// biome-ignore lint/suspicious/noExplicitAny: each door has a policy of its own; the handlers use what all have.
type AnyPolicy = MiddlewareHandler<any>;

/** A visit with who asks, in which language, and where its pages stand. */
export type AtVisit = Entered & {
  visit: Visit;
  language: Language;
  /** The address of the way in; the visit's own begins with it. */
  door: string;
  /** Where one goes when the call is over. */
  home: string;
};

/** How those who come by one way are known. */
export type VisitDoor = {
  read: AnyPolicy;
  /** For acts that may be repeated, and for those that a form does once. */
  act: AnyPolicy;
  once: AnyPolicy;
  /** The asker's own visit, or NotFound. */
  find(c: Asking, lock?: 'lock'): Promise<AtVisit>;
  /** Whose signals these are. It is on the way to every first picture, so it asks as little as it can. */
  sender(c: Asking): Promise<From>;
};
type From = { whoId: string; roomId: string | undefined; visitId: string | undefined };

/** The zone in which the office's people read times. */
const zoneOf = async (tx: Tx) => (await officeBrief(tx, tx.officeId))?.timeZone ?? houseZone;

const baseOf = ({ door, visit }: AtVisit) => `${door}/visits/${visit.id}`;

/** A script's act in a visit that has ended; the news tell it why. */
const ended = (c: Asking) => c.json({ ended: true }, 409);

async function visitPage(c: Asking, found: AtVisit, form: FormState = emptyForm, status?: 422) {
  const { tx, visitor } = c.var;
  const { room, me, visit, isHost, language, home } = found;
  const title = titleOf(room);
  const base = baseOf(found);
  if (visit.leftAt) return leftPage(c, found);
  const zone = await zoneOf(tx);
  const news = await newsFor(tx, found, { messagesAfter: 0, zone, language });
  // A guest has no session that hints could be for; their page asks by itself.
  const token = me.guest ? '' : c.var.liveToken(`room:${room.id}`);
  const settings = { title, ...(me.guest ? { kind: 'public' as const } : {}), ...(status ? { status } : {}) };
  if (!visit.admittedAt) {
    const since = sayTime(language, visit.arrivedAt.toZonedDateTimeISO(zone).toPlainTime());
    return c.render(
      <WaitingPage
        base={base}
        title={title}
        since={since}
        locked={news.locked}
        notes={news.notes}
        form={form}
        island={waitingProps(language, { base, token })}
      />,
      settings,
    );
  }
  if (isHost && visitor) await noteReading(tx, visitor, found);
  const connection = await connectionOf(tx, me);
  const island = { base, home, token, found, title, connection, news };
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
      island={roomProps(language, island)}
    />,
    { ...settings, kind: 'call' },
  );
}

async function leftPage(c: Asking, found: AtVisit) {
  const { room, me, visit, door, home } = found;
  const title = titleOf(room);
  const asks = visit.admittedAt !== null && !me.guest;
  const answered = asks && (await feedbackGiven(c.var.tx, room.id, me.id));
  return c.render(
    <LeftPage
      door={door}
      home={home}
      base={baseOf(found)}
      title={title}
      why={visit.leftWhy ?? 'left'}
      way={visit.way}
      mayReturn={doorAt(room, now()) === 'open'}
      feedback={answered ? 'answered' : asks ? 'asked' : 'none'}
    />,
    { title, ...(me.guest ? { kind: 'public' } : {}) },
  );
}

// A host sees who is in and who waits: that is reading about each of them, once for each opening of the page.
async function noteReading(tx: Tx, actor: Actor, { room }: Entered): Promise<void> {
  for (const one of await peopleSeenBy(tx, room.id, actor.personId)) {
    if (one.label) continue;
    noteAccess(tx, {
      actor,
      personId: one.whoId,
      act: 'read',
      subject: 'room-visit',
      subjectId: one.visitId,
      purpose: 'coaching',
    });
  }
}

/** Meeting seven others at once takes some tens of posts; a flood is more (ASVS 5.0, 17.3.1). */
const signalLimit = { limit: 600, windowSeconds: 60 };

/** The pages and acts of a visit at this address, for those whom the door knows. */
export const visitRoutesAt = (at: string, door: VisitDoor) =>
  feature().route('/', lineRoutesAt(at, door)).route('/', actRoutesAt(at, door));

/** What a page hears and what it tells other pages. */
function lineRoutesAt(at: string, { read, act, find, sender }: VisitDoor) {
  return (
    feature()
      .get(at, read, async (c: Asking) => visitPage(c, await find(c)))

      .get(`${at}/news`, read, async (c: Asking) => {
        const found = await find(c);
        const messagesAfter = positionIn(c.req.query('messages'));
        const { language } = found;
        return c.json(
          await newsFor(c.var.tx, found, { messagesAfter, zone: await zoneOf(c.var.tx), language }),
        );
      })

      .get(`${at}/connection`, read, async (c: Asking) => {
        const { me } = await find(c);
        return c.json(await connectionOf(c.var.tx, me));
      })

      // A sign of life. A form of the page without script sends it too, so it leads back to the page.
      .post(`${at}/life`, act, async (c: Asking) => {
        const found = await find(c, 'lock');
        if (!found.visit.leftAt) await showLife(c.var.tx, found.visit);
        return c.redirect(baseOf(found), 303);
      })

      .post(`${at}/line`, act, async (c: Asking) => {
        const { tx } = c.var;
        const { room, me, visit } = await find(c, 'lock');
        const form = readForm(lineForm, c.var.form);
        const first = form.ok ? readSignals(form.value.signals ?? '[]') : undefined;
        if (!form.ok || !first) throw new BadRequest(400, 'not a line');
        if (visit.leftAt) return ended(c);
        const direct = form.value.on === 'yes' && (await connectionOf(tx, me)).policy !== 'none';
        const line = await takeLine(tx, visit, direct);
        // The first words to the others come with the line: one way less before the first picture.
        if (first.length > 0 && visit.admittedAt)
          await sendSignals(tx, me.id, { roomId: room.id, visitId: visit.id, line }, first);
        return c.json({ line });
      })

      .get(`${at}/signals`, read, async (c: Asking) => {
        const line = wholeNumber(c.req.query('line'), 'line');
        const after = positionIn(c.req.query('after'));
        const { whoId, ...place } = await sender(c);
        const signals = await signalsFor(c.var.tx, whoId, { ...place, line }, after);
        if (!signals) throw new NotFound('visit');
        return c.json(signals);
      })

      .post(`${at}/signals`, act, async (c: Asking) => {
        const form = readForm(signalsForm, c.var.form);
        const signals = form.ok ? readSignals(form.value.signals) : undefined;
        if (!form.ok || !signals) throw new BadRequest(400, 'not signals');
        const { whoId, ...place } = await sender(c);
        const taken = await c.var.house.limit(`room-signals ${whoId}`, signalLimit);
        if (!taken.ok) throw new BadRequest(429, 'too many signals', taken.retryAfterSeconds);
        const from = { ...place, line: form.value.line };
        if (!(await sendSignals(c.var.tx, whoId, from, signals))) throw new NotFound('visit');
        return c.body(null, 204);
      })
  );
}

/** What somebody does: how they take part, a hand, words, leaving. */
function actRoutesAt(at: string, { act, once, find }: VisitDoor) {
  return feature()
    .post(`${at}/way`, act, async (c: Asking) => {
      const { room, visit } = await find(c, 'lock');
      const form = readForm(wayForm, c.var.form);
      if (!form.ok) throw new BadRequest(400, 'not a way');
      if (visit.leftAt) return ended(c);
      return c.json(await changeWay(c.var.tx, room, visit, form.value.way));
    })

    .post(`${at}/hand`, act, async (c: Asking) => {
      const found = await find(c, 'lock');
      const form = readForm(yesForm, c.var.form);
      if (!form.ok) throw new BadRequest(400, 'not a hand');
      if (found.visit.leftAt) return ended(c);
      await raiseHand(c.var.tx, found.visit, form.value.on === 'yes');
      return c.redirect(baseOf(found), 303);
    })

    .post(`${at}/messages`, once, async (c: Asking) => {
      const found = await find(c, 'lock');
      const form = readForm(messageForm, c.var.form);
      if (found.visit.leftAt || !found.visit.admittedAt) return c.redirect(baseOf(found), 303);
      if (!form.ok) return visitPage(c, found, form, 422);
      const { guest } = found.me;
      await writeMessage(c.var.tx, found.visit, form.value.text, guest && { guest, once: keyOf(c) });
      return c.redirect(baseOf(found), 303);
    })

    .post(`${at}/leaving`, once, async (c: Asking) => {
      const found = await find(c, 'lock');
      await leave(c.var.tx, found.visit);
      return c.redirect(baseOf(found), 303);
    });
}

const personsDoor: VisitDoor = {
  read: signedIn(),
  act: signedIn({ repeatable: true }),
  once: signedIn(),
  async find(c, lock) {
    const actor = c.var.visitor;
    if (!actor) throw new NotFound('visit');
    const found = await ownVisit(c.var.tx, actor, c.req.param('room'), c.req.param('visit'), lock);
    return { ...found, language: actor.language, door: `/rooms/${found.room.id}`, home: '/' };
  },
  async sender(c) {
    const whoId = c.var.visitor?.personId;
    if (!whoId) throw new NotFound('visit');
    return { whoId, roomId: c.req.param('room'), visitId: c.req.param('visit') };
  },
};

type Signed = Context<Web & { Variables: { tx: Tx; actor: Actor } }>;

export const visitRoutes = visitRoutesAt('/rooms/:room/visits/:visit', personsDoor).post(
  '/rooms/:room/visits/:visit/feedback',
  signedIn(),
  async (c: Signed) => {
    const { tx, actor } = c.var;
    const { room, visit } = await ownVisit(tx, actor, c.req.param('room'), c.req.param('visit'), 'lock');
    const form = readForm(feedbackForm, c.var.form);
    if (form.ok && visit.admittedAt)
      await giveFeedback(tx, { roomId: room.id, personId: actor.personId }, form.value.how);
    return c.redirect(`/rooms/${room.id}/visits/${visit.id}`, 303);
  },
);

/** The key that a page made for one sending of a form. */
function keyOf(c: Asking): string | undefined {
  const key = c.req.header('idempotency-key') ?? c.var.form.get('_key');
  return isId(key) ? key : undefined;
}

/** A position in a query; positions of the whole house grow beyond nine digits. */
export function positionIn(value: string | undefined): number {
  if (!/^\d{1,15}$/.test(value ?? '')) throw new NotFound('position');
  return Number(value);
}
