// When a coach can be met: weekly hours, exceptional days, and the terms of booking.
import { todayIn } from '../../../../platform/clock.ts';
import { emptyForm, type FormState, readForm } from '../../../../platform/forms.ts';
import { allow, feature } from '../../../../platform/web.ts';
import { exceptionForm, hoursForm, termsForm } from '../forms.ts';
import { exceptionsOf, hoursOf, termsOf } from '../queries.ts';
import type { SignedInContext } from '../routes.tsx';
import { texts } from '../texts-staff.ts';
import { addException, addHours, removeException, removeHours, setTerms } from './availability-actions.ts';
import { HoursPage } from './hours-page.tsx';

const coach = allow('coach');

export const hoursRoutes = feature()
  .get('/times/hours', coach, (c) => renderHours(c, emptyForm))
  .post('/times/hours', coach, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(hoursForm, c.var.form);
    if (!form.ok) return renderHours(c, form);
    const { 'weekdays[]': weekdays, starts, ends, 'modes[]': modes, place } = form.value;
    const coachId = actor.personId;
    for (const weekday of new Set(weekdays))
      await addHours(tx, actor, { coachId, weekday, starts, ends, modes, place: place ?? null });
    return c.redirect('/times/hours', 303);
  })
  .post('/times/hours/:id/removal', coach, async (c) => {
    await removeHours(c.var.tx, c.var.actor, c.req.param('id'));
    return c.redirect('/times/hours', 303);
  })
  .post('/times/exceptions', coach, async (c) => {
    const form = readForm(exceptionForm, c.var.form);
    if (!form.ok) return renderHours(c, form);
    const { day, kind, starts, ends, modes, place } = form.value;
    await addException(c.var.tx, c.var.actor, {
      day,
      kind,
      starts: starts ?? null,
      ends: ends ?? null,
      modes: kind === 'extra' ? modes : [],
      place: kind === 'extra' ? (place ?? null) : null,
    });
    return c.redirect('/times/hours', 303);
  })
  .post('/times/exceptions/:id/removal', coach, async (c) => {
    await removeException(c.var.tx, c.var.actor, c.req.param('id'));
    return c.redirect('/times/hours', 303);
  })
  .post('/times/terms', coach, async (c) => {
    const form = readForm(termsForm, c.var.form);
    if (!form.ok) return renderHours(c, form);
    await setTerms(c.var.tx, c.var.actor, form.value);
    return c.redirect('/times/hours', 303);
  });

async function renderHours(c: SignedInContext, form: FormState) {
  const { tx, actor } = c.var;
  const today = todayIn();
  const { minutes, bufferMinutes, noticeHours, aheadDays, dailyMost } = await termsOf(tx, actor.personId);
  const terms = { minutes, bufferMinutes, noticeHours, aheadDays, dailyMost };
  const written = Object.fromEntries(Object.entries(terms).map(([name, value]) => [name, String(value)]));
  return c.render(
    <HoursPage
      actor={actor}
      hours={await hoursOf(tx, actor.personId, today)}
      exceptions={await exceptionsOf(tx, actor.personId, today, today.add({ days: 366 }))}
      form={{ ...form, values: { ...written, ...form.values } }}
    />,
    { title: texts.hours, status: Object.keys(form.errors).length > 0 ? 422 : 200, under: '/times' },
  );
}
