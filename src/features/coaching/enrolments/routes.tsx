// A client's enrolments, for the coach of today and for managers.
import type { Context } from 'hono';
import { readForm, withError } from '../../../platform/forms.ts';
import { figuresOfDay, type Language, say, type Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, feature, type Variables } from '../../../platform/web.ts';
import { emptyForm, type FormState } from '../../../ui/form.tsx';
import { groupsLedBy } from '../../contact/groups/door.ts';
import { serviceById, servicesOf } from '../../offer/services/door.ts';
import { type ClientSeen, clientOfStaff, enrolmentOfStaff, officeToday } from './access.ts';
import { type EnrolmentAnswer, endEnrolment, startEnrolment } from './actions.ts';
import { boundBrokenAhead } from './bound-broken.ts';
import { EndEnrolmentPage, type EnrolmentRow, EnrolmentsPage, NewEnrolmentPage } from './enrolments-page.tsx';
import { type Enrolment, enrolmentsOf } from './expected.ts';
import { endForm, enrolmentForm } from './forms.ts';
import { boundText } from './said.ts';
import { texts } from './texts.ts';

type StaffContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;

const staff = allow('coach', 'manager');
const under = '/people';

export const enrolmentRoutes = feature()
  .get('/clients/:id/enrolments', staff, async (c) => {
    const { tx, actor } = c.var;
    const client = await clientOfStaff(tx, actor, c.req.param('id'), { act: 'read', subject: 'enrolment' });
    const today = await officeToday(tx);
    const enrolments: EnrolmentRow[] = [];
    for (const one of await enrolmentsOf(tx, client.id))
      enrolments.push({ ...(await named(tx, one)), brokenFrom: await boundBrokenAhead(tx, one, today) });
    const saved = c.req.query('saved') !== undefined;
    return c.render(<EnrolmentsPage client={client} enrolments={enrolments} today={today} saved={saved} />, {
      title: texts.enrolments,
      kind: 'staff',
      under,
    });
  })
  .get('/clients/:id/enrolments/new', staff, async (c) => {
    const client = await clientOfStaff(c.var.tx, c.var.actor, c.req.param('id'), {
      act: 'read',
      subject: 'enrolment',
    });
    return showNew(c, client, emptyForm);
  })
  .post('/clients/:id/enrolments', staff, async (c) => {
    const { tx, actor } = c.var;
    const client = await clientOfStaff(tx, actor, c.req.param('id'), {
      act: 'created',
      subject: 'enrolment',
    });
    const form = readForm(enrolmentForm, c.var.form);
    if (!form.ok) return showNew(c, client, form, 422);
    const { 'weekdays[]': weekdays, hours: dayMinutes, groupId, ...agreed } = form.value;
    const chosen = await chosenPlaces(tx, actor, agreed.serviceId, groupId);
    if (!chosen) return showNew(c, client, withError(c.var.form, 'serviceId', texts.noServices), 422);
    const wanted = { ...agreed, clientId: client.id, groupId: groupId ?? null, weekdays, dayMinutes };
    const answer = await startEnrolment(tx, actor, wanted);
    if (!answer.ok) {
      const { field, error } = refusal(answer);
      return showNew(c, client, withError(c.var.form, field, error), 422);
    }
    return c.redirect(`/clients/${client.id}/enrolments?saved`, 303);
  })
  .get('/clients/:id/enrolments/:enrolment/end', staff, async (c) => {
    const { client, enrolment } = await thatEnrolment(c);
    return showEnd(c, client, enrolment, emptyForm);
  })
  .post('/clients/:id/enrolments/:enrolment/end', staff, async (c) => {
    const { tx, actor } = c.var;
    const { client, enrolment } = await thatEnrolment(c);
    const form = readForm(endForm, c.var.form);
    if (!form.ok) return showEnd(c, client, enrolment, form, 422);
    const answer = await endEnrolment(tx, actor, enrolment.id, form.value.lastOn);
    if (!answer.ok) {
      const day = answer.reason === 'days-after' ? answer.day : enrolment.lastOn;
      const text = answer.reason === 'days-after' ? texts.daysAfter : texts.endOutside;
      const error = said(text, (language) => ({ day: figuresOfDay(language, day) }));
      return showEnd(c, client, enrolment, withError(c.var.form, 'lastOn', error), 422);
    }
    return c.redirect(`/clients/${client.id}/enrolments?saved`, 303);
  });

const thatEnrolment = (c: StaffContext) =>
  enrolmentOfStaff(c.var.tx, c.var.actor, c.req.param('id'), c.req.param('enrolment'));

async function named(tx: Tx, enrolment: Enrolment): Promise<EnrolmentRow> {
  const service = await serviceById(tx, enrolment.serviceId);
  return { ...enrolment, serviceName: service?.name ?? texts.service };
}

/** Whether the service takes clients in and the group is one that the actor may choose. */
async function chosenPlaces(tx: Tx, actor: Actor, serviceId: string, groupId: string | undefined) {
  const open = (await servicesOf(tx)).some((service) => service.id === serviceId);
  if (!open || groupId === undefined) return open;
  return (await groupsLedBy(tx, actor)).some((group) => group.id === groupId);
}

async function showNew(c: StaffContext, client: ClientSeen, form: FormState, status: 200 | 422 = 200) {
  const { tx, actor } = c.var;
  const services = await servicesOf(tx);
  const groups = await groupsLedBy(tx, actor);
  return c.render(<NewEnrolmentPage client={client} form={form} services={services} groups={groups} />, {
    title: texts.newEnrolment,
    kind: 'staff',
    status,
    under,
  });
}

async function showEnd(
  c: StaffContext,
  client: ClientSeen,
  enrolment: Enrolment,
  form: FormState,
  status: 200 | 422 = 200,
) {
  const row = await named(c.var.tx, enrolment);
  return c.render(<EndEnrolmentPage client={client} enrolment={row} form={form} />, {
    title: texts.end,
    kind: 'staff',
    status,
    under,
  });
}

type Refused = Extract<EnrolmentAnswer, { ok: false }>;

function refusal(answer: Refused): { field: string; error: Text } {
  if (answer.reason === 'overlaps') {
    const error = said(texts.overlaps, (language) => ({
      service: say(language, answer.service),
      from: figuresOfDay(language, answer.startsOn),
      to: figuresOfDay(language, answer.lastOn),
    }));
    return { field: 'startsOn', error };
  }
  const { text, rangeIn } = boundText(answer.broken);
  const error = said(text, (language) => ({ range: rangeIn(language), source: answer.source }));
  return { field: answer.broken.what === 'weekdays' ? 'weekdays[]' : 'hours', error };
}

/** A text with its values filled in, still in every language: an error of a form is said by the page, once more. */
function said(text: Text, values: (language: Language) => Record<string, string | number>): Text {
  // What a name or a source holds of ICU's own signs must stay as it is.
  const inOne = (language: Language) =>
    say(language, text, values(language)).replaceAll("'", "''").replace(/[{}]/g, "'$&'");
  return { fi: inOne('fi'), sv: inOne('sv'), en: inOne('en'), selko: inOne('fi-simple') };
}
