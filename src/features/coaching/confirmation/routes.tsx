// The coach's and manager's side of days: one day with its evidence, many to confirm, and marks.
import type { Context } from 'hono';
import { noteAccess } from '../../../platform/access-log.ts';
import { readForm, valuesOf, withError } from '../../../platform/forms.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, feature, ownPath, type Web } from '../../../platform/web.ts';
import { emptyForm, type FormState } from '../../../ui/form.tsx';
import { thisOffice } from '../../ground/offices/door.ts';
import {
  handleHelp,
  noteContact,
  notePresence,
  sayHello,
  tellAbsence,
  withdrawPresence,
} from '../days/door.ts';
import { type Day, dayOfStaff } from '../enrolments/door.ts';
import { daysToConfirm, dayToMark, helpToAnswer } from './access.ts';
import { type ConfirmRefusal, confirmDay, confirmDays } from './actions.ts';
import { ConfirmationsPage } from './confirmations-page.tsx';
import type { DayFormName } from './day-forms.tsx';
import { ConfirmDayPage, type DayDone } from './day-page.tsx';
import {
  absenceForm,
  answerForm,
  confirmForm,
  contactForm,
  helloForm,
  helpForm,
  presenceForm,
} from './forms.ts';
import { readTicked, refusedIn, saidOutcome } from './many.ts';
import { answerObjection, openObjections } from './objections.ts';
import { daysToOffer, offersFor, waitingDays } from './queries.ts';
import { staffDay } from './staff-day.ts';
import { staffTexts as texts } from './texts.ts';

const staff = allow('coach', 'manager');
type Staff = Context<{ Variables: Web['Variables'] & { tx: Tx; actor: Actor } }>;

export const routes = feature()
  .get('/days/:id', staff, async (c) => {
    const day = await dayOfStaff(c.var.tx, c.var.actor, c.req.param('id'), { act: 'read', subject: 'day' });
    const done = c.req.query('done');
    return showDay(c, day, emptyForm, undefined, isDone(done) ? done : undefined);
  })
  .post('/days/:id/confirmation', staff, async (c) => {
    const { tx, actor } = c.var;
    const day = await dayOfStaff(tx, actor, c.req.param('id'), { act: 'read', subject: 'day' });
    const form = readForm(confirmForm, c.var.form);
    if (!form.ok) return showDay(c, day, form, 'confirm');
    const [offer] = await offersFor(tx, actor, await daysToOffer(tx, [day.id]));
    const { seen: seenSequence, ...wanted } = form.value;
    const suggested = offer?.suggested.suggestion.result ?? 'nothing';
    const result = await confirmDay(tx, actor, { dayId: day.id, seenSequence, suggested, ...wanted });
    if (!result.ok)
      return showDay(c, day, withError(c.var.form, fieldOf(result.reason), texts[result.reason]), 'confirm');
    return c.redirect(backOr(c, `/days/${day.id}?done=confirmed`), 303);
  })
  .post('/days/:id/contacts', staff, async (c) => {
    const day = await markedDay(c);
    const form = readForm(contactForm, c.var.form);
    if (form.ok)
      await noteContact(c.var.tx, c.var.actor, day, {
        way: form.value.way,
        reached: form.value.reached === 'yes',
      });
    return c.redirect(backOr(c, `/days/${day.id}${form.ok ? '?done=marked' : ''}`), 303);
  })
  .post('/days/:id/hellos', staff, async (c) => {
    const { tx, actor } = c.var;
    const day = await dayToMark(tx, actor, c.req.param('id'));
    const form = readForm(helloForm, c.var.form);
    if (form.ok) await sayHello(tx, actor.personId, day, form.value.way);
    return c.redirect(backOr(c, '/board'), 303);
  })
  .post('/days/:id/presences', staff, async (c) => {
    const day = await markedDay(c);
    const form = readForm(presenceForm, c.var.form);
    if (!form.ok) return showDay(c, day, form, 'presence');
    const { timeZone: zone } = await thisOffice(c.var.tx);
    const at = (time: Temporal.PlainTime) =>
      day.day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
    const { way, from, to } = form.value;
    await notePresence(c.var.tx, c.var.actor, day, { way, fromAt: at(from), toAt: at(to) });
    return c.redirect(backOr(c, `/days/${day.id}?done=marked`), 303);
  })
  .post('/days/:id/presences/:presence/withdrawal', staff, async (c) => {
    const day = await markedDay(c);
    await withdrawPresence(c.var.tx, c.var.actor, day, c.req.param('presence'));
    return c.redirect(`/days/${day.id}?done=marked`, 303);
  })
  .post('/days/:id/absence', staff, async (c) => {
    const day = await markedDay(c);
    const form = readForm(absenceForm, c.var.form);
    if (!form.ok) return showDay(c, day, form, 'absence');
    const { absence, words } = form.value;
    await tellAbsence(c.var.tx, c.var.actor, day, { class: absence, words });
    return c.redirect(backOr(c, `/days/${day.id}?done=marked`), 303);
  })
  .post('/days/:id/objections/:objection/answer', staff, async (c) => {
    const { tx, actor } = c.var;
    const day = await dayOfStaff(tx, actor, c.req.param('id'), { act: 'read', subject: 'day' });
    const form = readForm(answerForm, c.var.form);
    if (!form.ok) return showDay(c, day, form, 'answer');
    await answerObjection(tx, actor, day, c.req.param('objection'), form.value.answer);
    return c.redirect(`/days/${day.id}?done=answered`, 303);
  })
  .post('/help/:id/answer', staff, async (c) => {
    const helpId = await helpToAnswer(c.var.tx, c.var.actor, c.req.param('id'));
    const form = readForm(helpForm, c.var.form);
    if (form.ok) await handleHelp(c.var.tx, c.var.actor, helpId, form.value.outcome);
    return c.redirect(backOr(c, '/board'), 303);
  })
  .get('/confirmations', staff, async (c) => {
    return showWaiting(c, emptyForm);
  })
  .post('/confirmations', staff, async (c) => {
    const { tx, actor } = c.var;
    const ticked = readTicked(c.var.form);
    if (!ticked.ok) return showWaiting(c, ticked.form);
    await daysToConfirm(
      tx,
      actor,
      ticked.rows.map((row) => row.dayId),
    );
    const offers = await offersFor(
      tx,
      actor,
      await daysToOffer(
        tx,
        ticked.rows.map((row) => row.dayId),
      ),
    );
    const results = await confirmDays(
      tx,
      actor,
      ticked.rows.map((row) => ({
        ...row,
        seenSequence: 0,
        suggested:
          offers.find((offer) => offer.dayId === row.dayId)?.suggested.suggestion.result ?? 'nothing',
      })),
    );
    return c.redirect(`/confirmations?${saidOutcome(results)}`, 303);
  });

async function showDay(c: Staff, day: Day, form: FormState, wrong?: DayFormName, done?: DayDone) {
  const of = await staffDay(c.var.tx, c.var.actor, day);
  return c.render(<ConfirmDayPage of={of} form={form} wrong={wrong} done={done} />, {
    title: of.client.name,
    kind: 'staff',
    under: '/confirmations',
    ...(wrong ? { status: 422 as const } : {}),
  });
}

async function showWaiting(c: Staff, form: FormState) {
  const { tx, actor } = c.var;
  const waiting = await waitingDays(tx, actor);
  // What the coach must look at comes first, not somewhere among thirty that are clear.
  const offers = (await offersFor(tx, actor, waiting.days)).toSorted((a, b) => +a.clear - +b.clear);
  const objections = await openObjections(tx, actor);
  for (const personId of new Set(objections.map((one) => one.clientId)))
    noteAccess(tx, { actor, personId, act: 'read', subject: 'day', purpose: 'coaching' });
  const { timeZone } = await thisOffice(tx);
  const refused = await refusedIn(tx, actor, c.req.queries('not') ?? []);
  const wrong = Object.keys(form.errors).length > 0;
  const done = /^\d{1,3}$/.test(c.req.query('done') ?? '') ? Number(c.req.query('done')) : undefined;
  return c.render(
    <ConfirmationsPage
      offers={offers}
      count={waiting.count}
      form={form}
      zone={timeZone}
      done={done}
      refused={refused}
      objections={objections}
    />,
    { title: texts.waitingTitle, kind: 'staff', ...(wrong ? { status: 422 as const } : {}) },
  );
}

/** The day of a mark that only the client's own coach or a manager may make. */
function markedDay(c: Staff): Promise<Day> {
  return dayOfStaff(c.var.tx, c.var.actor, c.req.param('id'), { act: 'changed', subject: 'day' });
}

/** Back to the page of ours that the form names, such as the board; else to `usual`. */
function backOr(c: Staff, usual: string): string {
  const { back } = valuesOf(c.var.form);
  return typeof back === 'string' && back !== '' ? ownPath(back) : usual;
}

const isDone = (value: string | undefined): value is DayDone =>
  value === 'confirmed' || value === 'marked' || value === 'answered';

/** The field that an answer of no belongs to. */
function fieldOf(reason: ConfirmRefusal): string {
  if (reason === 'reason-needed') return 'reason';
  if (reason === 'minutes-needed') return 'minutes';
  if (reason.startsWith('swapped')) return 'swappedWith';
  return reason === 'not-yet' ? 'class' : 'form';
}
