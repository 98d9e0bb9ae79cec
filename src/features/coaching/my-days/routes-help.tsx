// Asking to be called: when the technology does not work, or somebody wants to talk.
import type { Context } from 'hono';
import { nowIn } from '../../../platform/clock.ts';
import { emptyForm, readForm, withError } from '../../../platform/forms.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, feature, type Variables } from '../../../platform/web.ts';
import { type FormState, filledForm } from '../../../ui/form.tsx';
import { thisOffice } from '../../ground/offices/door.ts';
import { personById } from '../../ground/people/door.ts';
import { askForHelp, ownHelpSince } from '../days/door.ts';
import { ensureDay, phoneOfUnit } from '../enrolments/door.ts';
import { helpForm } from './forms.ts';
import { HelpPage } from './help-page.tsx';
import { texts } from './texts.ts';

type ClientContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;

export const helpRoutes = feature()
  .get('/help/call', allow('client'), (c) => {
    const kind = c.req.query('about') === 'technology' ? { kind: 'technology' } : {};
    return showHelp(c, filledForm(kind));
  })
  .post('/help/call', allow('client'), async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(helpForm, c.var.form);
    if (!form.ok) return showHelp(c, form, 422);
    const person = await personById(tx, actor.personId);
    if (!person?.phone && !form.value.phone)
      return showHelp(c, withError(c.var.form, 'phone', texts.phoneMissing), 422);
    const { timeZone } = await thisOffice(tx);
    const day = await ensureDay(tx, actor.personId, nowIn(timeZone).toPlainDate());
    const words = [form.value.words, form.value.phone].filter(Boolean).join('\n') || undefined;
    await askForHelp(tx, actor, { kind: form.value.kind, words, day });
    return c.redirect('/help/call', 303);
  });

async function showHelp(c: ClientContext, form: FormState = emptyForm, status: 200 | 422 = 200) {
  const { tx, actor } = c.var;
  const { timeZone: zone } = await thisOffice(tx);
  const person = await personById(tx, actor.personId);
  const midnight = nowIn(zone).startOfDay().toInstant();
  return c.render(
    <HelpPage
      form={form}
      phone={person?.phone ?? undefined}
      unitPhone={await phoneOfUnit(tx, actor.personId)}
      requests={await ownHelpSince(tx, actor.personId, midnight)}
      zone={zone}
      personId={actor.personId}
    />,
    { title: texts.helpCall, kind: 'client', status, under: '/today' },
  );
}
