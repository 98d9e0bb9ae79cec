// Managers make drop-in hours, change them and end them.
import type { Context } from 'hono';
import { emptyForm, type FormState, readForm, valuesOf as sentValues } from '../../../platform/forms.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, feature, type Variables } from '../../../platform/web.ts';
import { writeSpans } from '../../ground/offices/door.ts';
import { coachesToChoose, offeredChoices, offeredFrom, offeredValues } from '../../offer/services/door.ts';
import { dropInManagedBy, managedUnits } from './access.ts';
import { closedWordsOf, hoursFrom, settingsForm } from './forms.ts';
import type { DropIn } from './queries.ts';
import { changeDropIn, type DropInSettings, endDropIn, makeDropIn } from './setting-actions.ts';
import { SettingsPage } from './settings-page.tsx';
import { texts } from './texts.ts';

type ManagerContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;
const manager = allow('manager');

export const settingRoutes = feature()
  .get('/drop-in/new', manager, (c) =>
    renderSettings(c, undefined, { ...emptyForm, values: { usual: '10', 'modes[]': ['phone'] } }),
  )
  .post('/drop-in', manager, async (c) => {
    const read = await settingsFrom(c, undefined);
    if (!read.ok) return renderSettings(c, undefined, read.form);
    const id = await makeDropIn(c.var.tx, c.var.actor, read.settings);
    return c.redirect(`/drop-in/${id}`, 303);
  })
  .get('/drop-in/:id/settings', manager, async (c) => {
    const dropIn = await managed(c);
    return renderSettings(c, dropIn, { ...emptyForm, values: valuesOf(dropIn) });
  })
  .post('/drop-in/:id/settings', manager, async (c) => {
    const dropIn = await managed(c);
    const read = await settingsFrom(c, dropIn);
    if (!read.ok) return renderSettings(c, dropIn, read.form);
    await changeDropIn(c.var.tx, c.var.actor, dropIn, read.settings);
    return c.redirect(`/drop-in/${dropIn.id}`, 303);
  })
  .post('/drop-in/:id/ending', manager, async (c) => {
    await endDropIn(c.var.tx, c.var.actor, await managed(c));
    return c.redirect('/drop-in', 303);
  });

const managed = (c: ManagerContext): Promise<DropIn> =>
  dropInManagedBy(c.var.tx, c.var.actor, c.req.param('id'));

type Read = { ok: true; settings: DropInSettings } | { ok: false; form: FormState };

async function settingsFrom(c: ManagerContext, dropIn: DropIn | undefined): Promise<Read> {
  const { tx, actor, form: body } = c.var;
  const form = readForm(settingsForm, body);
  const hours = hoursFrom(body);
  if (!form.ok || !hours.ok) {
    const errors = { ...(form.ok ? {} : form.errors), ...(hours.ok ? {} : hours.errors) };
    return { ok: false, form: { values: sentValues(body), errors } };
  }
  const { value } = form;
  const units = managedUnits(actor);
  const offered = offeredFrom(value, await offeredChoices(tx, units, dropIn));
  if (!offered.ok) return { ok: false, form: { values: sentValues(body), errors: offered.errors } };
  const known = new Set((await coachesToChoose(tx, units, dropIn?.coachIds)).map(({ id }) => id));
  return {
    ok: true,
    settings: {
      ...offered.offered,
      modes: value['modes[]'],
      place: value.place ?? null,
      closedWords: closedWordsOf(value),
      usualMinutes: value.usual,
      hours: hours.hours,
      coachIds: value['coaches[]'].filter((id) => known.has(id)),
    },
  };
}

function valuesOf(dropIn: DropIn): Record<string, string | string[]> {
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const spans = dropIn.hours.filter(({ weekday }) => weekday === day);
    return [`day-${day}`, writeSpans(spans.map(({ starts, ends }) => ({ opens: starts, closes: ends })))];
  });
  return {
    ...offeredValues(dropIn),
    'modes[]': [...dropIn.modes],
    place: dropIn.place ?? '',
    usual: String(dropIn.usualMinutes),
    'coaches[]': dropIn.coachIds,
    'closed-fi': dropIn.closedWords?.fi ?? '',
    'closed-sv': dropIn.closedWords?.sv ?? '',
    'closed-en': dropIn.closedWords?.en ?? '',
    ...Object.fromEntries(week),
  };
}

async function renderSettings(c: ManagerContext, dropIn: DropIn | undefined, form: FormState) {
  const { tx, actor } = c.var;
  const units = managedUnits(actor);
  const choices = await offeredChoices(tx, units, dropIn);
  const coaches = await coachesToChoose(tx, units, dropIn?.coachIds);
  return c.render(<SettingsPage dropInId={dropIn?.id} choices={choices} coaches={coaches} form={form} />, {
    title: texts.dropIn,
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    under: '/times',
  });
}
