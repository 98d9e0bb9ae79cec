import { NotFound } from '../../../platform/errors.ts';
import { readForm } from '../../../platform/forms.ts';
import { feature, ownPath, signedIn } from '../../../platform/web.ts';
import { hostedRoom, roomFor, visitInHostedRoom, whoseIs } from './access.ts';
import { backForm, noteForm, spotlightForm, yesForm } from './forms.ts';
import { guestsIn } from './guests/guest-rows.ts';
import { admit, admitAll, lockDoor, mute, putOut, spotlight } from './host-actions.ts';
import { liveVisit } from './queries.ts';
import { closeRoom } from './room-actions.ts';
import { writeWaitingNote } from './visit-actions.ts';

const backOf = (body: FormData) => {
  const form = readForm(backForm, body);
  return ownPath(form.ok ? form.value.back : undefined);
};
/** Back to the host's page, which says in neutral words that not everybody could be let in. */
const notAll = (body: FormData) => `${backOf(body)}?door=kept`;

export const hostRoutes = feature()
  .post('/rooms/:room/visits/:visit/admission', signedIn(), async (c) => {
    const { room, visit } = await visitInHostedRoom(
      c.var.tx,
      c.var.actor,
      c.req.param('room'),
      c.req.param('visit'),
    );
    const admitted = await admit(c.var.tx, c.var.actor, room, visit);
    return c.redirect(admitted.ok ? backOf(c.var.form) : notAll(c.var.form), 303);
  })
  .post('/rooms/:room/admissions', signedIn(), async (c) => {
    const { room } = await hostedRoom(c.var.tx, c.var.actor, c.req.param('room'), 'lock');
    const left = await admitAll(c.var.tx, c.var.actor, room);
    return c.redirect(left === 0 ? backOf(c.var.form) : notAll(c.var.form), 303);
  })
  // Both the hosts and the one who waits write here; each from their own page.
  .post('/rooms/:room/visits/:visit/notes', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const { room, isHost } = await roomFor(tx, actor, c.req.param('room'), 'lock');
    const visit = await liveVisit(tx, room.id, c.req.param('visit'));
    if (!visit || (!isHost && visit.personId !== actor.personId)) throw new NotFound('visit');
    const form = readForm(noteForm, c.var.form);
    const back = isHost ? backOf(c.var.form) : `/rooms/${room.id}/visits/${visit.id}`;
    if (form.ok && !visit.admittedAt) {
      const guest = (await guestsIn(tx, room.id, [visit.guestId])).get(visit.guestId ?? '');
      await writeWaitingNote(tx, room.id, {
        waitingId: whoseIs(visit),
        authorId: actor.personId,
        text: form.value.text,
        ...(guest ? { guest } : {}),
      });
    }
    return c.redirect(back, 303);
  })
  .post('/rooms/:room/visits/:visit/muting', signedIn(), async (c) => {
    const { visit } = await visitInHostedRoom(
      c.var.tx,
      c.var.actor,
      c.req.param('room'),
      c.req.param('visit'),
    );
    await mute(c.var.tx, c.var.actor, visit);
    return c.redirect(backOf(c.var.form), 303);
  })
  .post('/rooms/:room/visits/:visit/removal', signedIn(), async (c) => {
    const { visit } = await visitInHostedRoom(
      c.var.tx,
      c.var.actor,
      c.req.param('room'),
      c.req.param('visit'),
    );
    await putOut(c.var.tx, c.var.actor, visit);
    return c.redirect(backOf(c.var.form), 303);
  })
  .post('/rooms/:room/lock', signedIn(), async (c) => {
    const { room } = await hostedRoom(c.var.tx, c.var.actor, c.req.param('room'), 'lock');
    const form = readForm(yesForm, c.var.form);
    await lockDoor(c.var.tx, room, form.ok && form.value.on === 'yes');
    return c.redirect(backOf(c.var.form), 303);
  })
  .post('/rooms/:room/spotlight', signedIn(), async (c) => {
    const { room } = await hostedRoom(c.var.tx, c.var.actor, c.req.param('room'), 'lock');
    const form = readForm(spotlightForm, c.var.form);
    const visit = form.ok ? await liveVisit(c.var.tx, room.id, form.value.visit) : undefined;
    await spotlight(c.var.tx, room, visit?.id);
    return c.redirect(backOf(c.var.form), 303);
  })
  .post('/rooms/:room/closing', signedIn(), async (c) => {
    const { room } = await hostedRoom(c.var.tx, c.var.actor, c.req.param('room'), 'lock');
    await closeRoom(c.var.tx, room.id, c.var.actor.personId);
    return c.redirect(backOf(c.var.form), 303);
  });
