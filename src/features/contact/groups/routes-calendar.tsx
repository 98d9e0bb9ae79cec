// A person's own calendar file: its address is made and stopped by the person, and read by their calendar program.
import { type emptyForm, readForm } from '../../../platform/forms.ts';
import { feature, NotFound, open, signedIn } from '../../../platform/web.ts';
import { calendarBehind, calendarOf, makeCalendar, revokeCalendar } from './calendar.ts';
import { CalendarPage } from './calendar-page.tsx';
import { calendarForm } from './forms.ts';
import { texts } from './programme/texts-programme.ts';
import type { SignedInContext } from './routes.tsx';

export const calendarRoutes = feature()
  .get('/me/calendar', signedIn(), (c) => renderCalendar(c))
  .post('/me/calendar', signedIn(), async (c) => {
    const form = readForm(calendarForm, c.var.form);
    if (!form.ok) return renderCalendar(c, form);
    await makeCalendar(c.var.tx, c.var.actor, form.value.titles === 'own');
    return c.redirect('/me/calendar', 303);
  })
  .post('/me/calendar/revocation', signedIn(), async (c) => {
    await revokeCalendar(c.var.tx, c.var.actor);
    return c.redirect('/me/calendar', 303);
  })
  // Calendar programs have no session: the secret in the address is the right, and it can be stopped.
  .get('/calendar/:file', open(), async (c) => {
    const token = /^([A-Za-z0-9_-]{22})\.ics$/.exec(c.req.param('file'))?.[1];
    const file = token && (await calendarBehind(c.var.tx, token));
    if (!file) throw new NotFound('calendar');
    return c.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="likista.ics"',
      'cache-control': 'private, max-age=300',
      'x-robots-tag': 'noindex',
    });
  });

async function renderCalendar(c: SignedInContext, refused?: typeof emptyForm) {
  const calendar = await calendarOf(c.var.tx, c.var.actor);
  const form = refused ?? { values: { titles: calendar?.ownTitles ? 'own' : 'neutral' }, errors: {} };
  return c.render(<CalendarPage address={calendar?.address} form={form} />, {
    title: texts.calendar,
    status: refused ? 422 : 200,
    under: '/me',
  });
}
