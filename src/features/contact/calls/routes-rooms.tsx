import type { Context } from 'hono';
import { now } from '../../../platform/clock.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/forms.ts';
import { sayDay, sayTime, shortTime, type Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { feature, signedIn, type Web } from '../../../platform/web.ts';
import { thisOffice, unitsOf } from '../../ground/offices/door.ts';
import { type Entered, type Room, roomFor } from './access.ts';
import { ArrivalPage, EarlyPage, OverPage } from './arrival-page.tsx';
import { checkFor } from './device-check/routes-device-check.tsx';
import { arrivalForm } from './forms.ts';
import { connectionOf } from './line/connection.ts';
import { keptMessages } from './news.ts';
import { hostsOf, peopleIn } from './queries.ts';
import { doorAt, doorsOpenMinutes } from './rules.ts';
import { texts } from './texts.ts';
import { arrive } from './visit-actions.ts';

type Signed = Context<Web & { Variables: { tx: Tx; actor: Actor } }>;

export const titleOf = (room: Room): Text | string => room.title ?? texts.room;

async function arrivalPage(c: Signed, { room }: Entered, form: FormState, status?: 422) {
  const { tx, actor } = c.var;
  const zone = (await thisOffice(tx)).timeZone;
  const opens = room.opensAt.toZonedDateTimeISO(zone);
  const closes = room.closesAt.toZonedDateTimeISO(zone);
  const hours = `${sayTime(actor.language, opens.toPlainTime())}–${shortTime(actor.language, closes.toPlainTime())}`;
  // The hours stay on one line.
  const when = `${sayDay(actor.language, opens.toPlainDate())} ${hours.replaceAll(' ', '\u00a0')}`;
  const title = titleOf(room);
  const check = checkFor(c);
  const door = doorAt(room, now());
  if (door === 'over') {
    const messages = room.keepsText ? await keptMessages(tx, actor, room.id, zone) : [];
    return c.render(<OverPage title={title} messages={messages} />, { title });
  }
  if (door === 'early') {
    const from = sayTime(actor.language, opens.subtract({ minutes: doorsOpenMinutes }).toPlainTime());
    return c.render(<EarlyPage title={title} when={when} from={from} check={check} />, { title });
  }
  const phone = (await unitsOf(tx)).map((unit) => unit.contacts.phone).find(Boolean);
  return c.render(
    <ArrivalPage
      roomId={room.id}
      title={title}
      when={when}
      hosts={await hostsOf(tx, room.id, actor.personId)}
      keepsText={room.keepsText}
      policy={(await connectionOf(tx, actor.personId)).policy}
      elsewhere={(await peopleIn(tx, room.id)).some((one) => one.personId === actor.personId)}
      phone={phone}
      form={form}
      check={check}
    />,
    { title, ...(status ? { status } : {}) },
  );
}

export const roomRoutes = feature()
  .get('/rooms/:room', signedIn(), async (c) => {
    const entered = await roomFor(c.var.tx, c.var.actor, c.req.param('room'));
    return arrivalPage(c, entered, emptyForm);
  })
  .post('/rooms/:room/visits', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const entered = await roomFor(tx, actor, c.req.param('room'), 'lock');
    const form = readForm(arrivalForm, c.var.form);
    if (!form.ok) return arrivalPage(c, entered, form, 422);
    const { policy } = await connectionOf(tx, actor.personId);
    const arrived = await arrive(tx, actor, entered, policy === 'none' ? 'text' : form.value.way);
    // The arrival page itself says when the door opens, or that the meeting is over.
    if (!arrived.ok) return c.redirect(`/rooms/${entered.room.id}`, 303);
    return c.redirect(`/rooms/${entered.room.id}/visits/${arrived.visitId}`, 303);
  });
