import type { Context } from 'hono';
import { now } from '../../../platform/clock.ts';
import { BadRequest } from '../../../platform/errors.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/forms.ts';
import { type Language, sayDay, sayTime, shortTime, type Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { feature, signedIn, type Web } from '../../../platform/web.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { type Entered, type Room, roomFor } from './access.ts';
import { ArrivalPage, EarlyPage, OverPage } from './arrival-page.tsx';
import { checkFor } from './device-check/routes-device-check.tsx';
import { arrivalForm, readSignals } from './forms.ts';
import { type Connection, connectionOf } from './line/connection.ts';
import type { FirstLines } from './line/laid-lines.browser.ts';
import { sendSignals } from './line/signal-actions.ts';
import { keptMessages } from './news.ts';
import { phoneOfRoom } from './phone-of-room.ts';
import { hostsOf, type Person, peopleIn } from './queries.ts';
import { doorAt, doorsOpenMinutes, firstLine, holdsLine, lineSeats } from './rules.ts';
import { texts } from './texts.ts';
import { answerAtDoor, arrive } from './visit-actions.ts';

type Signed = Context<Web & { Variables: { tx: Tx; actor: Actor } }>;

export const titleOf = (room: Room): Text | string => room.title ?? texts.room;

/** When a room is open, in the reader's words: its day and hours, and from when on the door opens. */
export function timesOf(room: Room, language: Language, zone: string): { when: string; from: string } {
  const opens = room.opensAt.toZonedDateTimeISO(zone);
  const closes = room.closesAt.toZonedDateTimeISO(zone);
  const hours = `${sayTime(language, opens.toPlainTime())}–${shortTime(language, closes.toPlainTime())}`;
  return {
    // The hours stay on one line.
    when: `${sayDay(language, opens.toPlainDate())} ${hours.replaceAll(' ', '\u00a0')}`,
    from: sayTime(language, opens.subtract({ minutes: doorsOpenMinutes }).toPlainTime()),
  };
}

async function arrivalPage(c: Signed, entered: Entered, form: FormState, status?: 422) {
  const { tx, actor } = c.var;
  const { room, me } = entered;
  const { language } = actor;
  const zone = (await thisOffice(tx)).timeZone;
  const { when, from } = timesOf(room, language, zone);
  const title = titleOf(room);
  const check = checkFor(c);
  const door = doorAt(room, now());
  if (door === 'over') {
    const messages = room.keepsText ? await keptMessages(tx, me.id, room.id, { language, zone }) : [];
    return c.render(<OverPage title={title} messages={messages} />, { title });
  }
  if (door === 'early')
    return c.render(<EarlyPage title={title} when={when} from={from} check={check} />, { title });
  const connection = await connectionOf(tx, me);
  const people = await peopleIn(tx, room.id);
  return c.render(
    <ArrivalPage
      door={`/rooms/${room.id}`}
      title={title}
      when={when}
      hosts={await hostsOf(tx, room.id, me.id)}
      keepsText={room.keepsText}
      policy={connection.policy}
      firstLines={await firstLinesOf(tx, entered, connection, people)}
      elsewhere={people.some((one) => one.whoId === me.id)}
      phone={await phoneOfRoom(tx, room.id)}
      form={form}
      check={check}
    />,
    { title, ...(status ? { status } : {}) },
  );
}

/** With whom somebody who joins now may have lines at once; undefined where they would wait at the door. */
async function firstLinesOf(
  tx: Tx,
  entered: Entered,
  connection: Connection,
  people: readonly Person[],
): Promise<FirstLines | undefined> {
  const { answer, inside } = await answerAtDoor(tx, entered, people);
  if (answer !== 'in') return undefined;
  const others = inside.filter((one) => one.whoId !== entered.me.id);
  const reached = others.length < lineSeats ? others.filter(holdsLine) : [];
  return { connection, others: reached.map(({ visitId, line, way }) => ({ visit: visitId, line, way })) };
}

const nobody: FirstLines = { others: [], connection: { policy: 'none', servers: [] } };

export const roomRoutes = feature()
  .get('/rooms/:room', signedIn(), async (c) => {
    const entered = await roomFor(c.var.tx, c.var.actor, c.req.param('room'));
    return arrivalPage(c, entered, emptyForm);
  })
  // Who is in may have changed since the page of the way in was written.
  .get('/rooms/:room/first-lines', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const entered = await roomFor(tx, actor, c.req.param('room'));
    const people = await peopleIn(tx, entered.room.id);
    const lines = await firstLinesOf(tx, entered, await connectionOf(tx, entered.me), people);
    return c.json(lines && doorAt(entered.room, now()) === 'open' ? lines : nobody);
  })
  .post('/rooms/:room/visits', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const entered = await roomFor(tx, actor, c.req.param('room'), 'lock');
    const form = readForm(arrivalForm, c.var.form);
    if (!form.ok) return arrivalPage(c, entered, form, 422);
    const first = readSignals(form.value.signals ?? '[]');
    if (!first) throw new BadRequest(400, 'not signals');
    const { policy } = await connectionOf(tx, entered.me);
    const way = policy === 'none' ? 'text' : form.value.way;
    const direct = form.value.line === 'direct' && policy !== 'none';
    const arrived = await arrive(tx, entered, way, { direct });
    // The arrival page itself says when the door opens, or that the meeting is over.
    if (!arrived.ok) return c.redirect(`/rooms/${entered.room.id}`, 303);
    // The first words to the others come with the tap: two ways less before the first picture.
    if (direct && first.length > 0) {
      const from = { roomId: entered.room.id, visitId: arrived.visitId, line: firstLine };
      await sendSignals(tx, actor.personId, from, first);
    }
    return c.redirect(`/rooms/${entered.room.id}/visits/${arrived.visitId}`, 303);
  });
