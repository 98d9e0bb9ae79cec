// Tasks in the client's own time: a coach gives one, the client marks it done.
import { z } from 'zod';
import { todayIn } from '../../../../platform/clock.ts';
import { dayValue, neededText, timeValue } from '../../../../platform/form-values.ts';
import { emptyForm, type FormState, fieldError, readForm, withError } from '../../../../platform/forms.ts';
import { allow, feature } from '../../../../platform/web.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { bookingSeenBy, clientToBookFor } from '../access.ts';
import { clientsToChoose } from '../lists.ts';
import type { SignedInContext } from '../routes.tsx';
import { GiveTaskPage } from './task-page.tsx';
import { giveTask, markDone } from './tasks.ts';
import { texts } from './texts-tasks.ts';

const coach = allow('coach');

const taskForm = z.object({
  client: z.uuid({ error: fieldError(texts.clientMissing) }),
  task: neededText(2000, texts.taskMissing),
  day: dayValue(),
  time: timeValue(),
});

export const taskRoutes = feature()
  .get('/times/tasks/new', coach, (c) => {
    const client = c.req.query('client') ?? '';
    return renderGive(c, { ...emptyForm, values: { client, time: '15.00' } });
  })
  .post('/times/tasks', coach, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(taskForm, c.var.form);
    if (!form.ok) return renderGive(c, form);
    const { client, task, day, time: plainTime } = form.value;
    const { clientId } = await clientToBookFor(tx, actor, client);
    const { timeZone } = await thisOffice(tx);
    const dueAt = day.toZonedDateTime({ timeZone, plainTime }).toInstant();
    const given = await giveTask(tx, actor, { clientId, coachId: actor.personId, dueAt, task });
    if (!given.ok) return renderGive(c, withError(c.var.form, 'day', texts.over));
    return c.redirect(`/times/${given.bookingId}`, 303);
  })
  .post('/times/:id/done', allow('client', 'coach', 'manager'), async (c) => {
    const { tx, actor } = c.var;
    const booking = await bookingSeenBy(tx, actor, c.req.param('id'), 'changed');
    await markDone(tx, actor, booking);
    return c.redirect(`/times/${booking.id}`, 303);
  });

async function renderGive(c: SignedInContext, form: FormState) {
  const { tx, actor } = c.var;
  const { timeZone } = await thisOffice(tx);
  const clients = await clientsToChoose(tx, actor, actor.personId);
  return c.render(<GiveTaskPage clients={clients} today={todayIn(timeZone)} form={form} />, {
    title: texts.give,
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    under: '/times',
  });
}
