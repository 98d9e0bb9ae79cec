// The client's own days: greeting, plan, own work, diary, absence and the day.
import type { Context } from 'hono';
import { emptyForm, readForm, withError } from '../../../platform/forms.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, dayFrom, feature, NotFound, signedIn, type Variables } from '../../../platform/web.ts';
import { type FormState, filledForm } from '../../../ui/form.tsx';
import { fileBodyLimit, refusalTexts } from '../../ground/files/door.ts';
import { objectToDay } from '../confirmation/door.ts';
import {
  addOwnWork,
  type NewOwnWork,
  ownWorksOfDay,
  removeOwnWork,
  sayHello,
  tellAbsence,
  withdrawAbsence,
  wordsOf,
  writeDiary,
  writePlan,
} from '../days/door.ts';
import { type Day, officeToday, ownDay, ownDayToChange } from '../enrolments/door.ts';
import { AbsencePage } from './absence-page.tsx';
import { ownDayHref, placeOf } from './day-place.tsx';
import { DiaryPage } from './diary-page.tsx';
import { absenceForm, diaryForm, objectionForm, ownWorkForm, planForm } from './forms.ts';
import { absenceTerms, isWritable, myDay, suggestedOf } from './my-day.ts';
import { MyDayPage } from './my-day-page.tsx';
import { OwnWorkPage } from './own-work-page.tsx';
import { PlanPage } from './plan-page.tsx';
import { mayTellAbsence } from './rules.ts';
import { texts } from './texts.ts';

type ClientContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;
type PageStatus = { status: 409 | 422 } | Record<string, never>;
/** The day was confirmed in the meantime, or lies too far back; its page says so. */
const closed: PageStatus = { status: 409 };

const client = allow('client');
const withFile = signedIn({ roles: ['client'], bodyLimit: fileBodyLimit });
const under = '/today';

export const routes = feature()
  .get('/my-days/:day', client, async (c) => showDay(c, await thatDay(c)))
  .post('/my-days/:day/hello', client, async (c) => {
    const day = await dayOfToday(c);
    await sayHello(c.var.tx, c.var.actor.personId, day, 'page');
    return c.redirect('/today', 303);
  })
  .post('/my-days/:day/midday', client, async (c) => {
    const day = await dayOfToday(c);
    await sayHello(c.var.tx, c.var.actor.personId, day, 'midday');
    return c.redirect('/today', 303);
  })

  .get('/my-days/:day/plan', client, async (c) => {
    const day = await thatDay(c);
    const { plan } = (await suggestedOf(c.var.tx, day)).facts;
    const words = (await wordsOf(c.var.tx, day)).plan ?? '';
    return showPlan(c, day, filledForm({ 'templates[]': plan?.templates ?? [], words }));
  })
  .post('/my-days/:day/plan', client, async (c) => {
    const day = await dayToChange(c);
    if (!(await isWritable(c.var.tx, day))) return showPlan(c, day, emptyForm, closed);
    const form = readForm(planForm, c.var.form);
    if (!form.ok) return showPlan(c, day, form, { status: 422 });
    await writePlan(c.var.tx, c.var.actor, day, form.value);
    return c.redirect(await wayBack(c, day), 303);
  })

  .get('/my-days/:day/own-work', client, async (c) => showWork(c, await thatDay(c), emptyForm))
  .post('/my-days/:day/own-work', withFile, async (c) => {
    const day = await dayToChange(c);
    if (!(await isWritable(c.var.tx, day))) return showWork(c, day, emptyForm, closed);
    const form = readForm(ownWorkForm, c.var.form);
    if (!form.ok) return showWork(c, day, form, { status: 422 });
    const { what, minutes, proof } = form.value;
    const added = await addOwnWork(c.var.tx, c.var.actor, day, {
      what,
      minutes,
      proofWords: proof,
      files: filesIn(c.var.form),
    });
    if (!added.ok) {
      const refused = withError(c.var.form, added.field, refusalTexts[added.reason]);
      return showWork(c, day, refused, { status: 422 });
    }
    return c.redirect(`${ownDayHref(day.day)}/own-work?added`, 303);
  })
  .post('/my-days/:day/own-work/:work/removal', client, async (c) => {
    const day = await dayToChange(c);
    if (!(await isWritable(c.var.tx, day))) return showWork(c, day, emptyForm, closed);
    await removeOwnWork(c.var.tx, c.var.actor, day, c.req.param('work'));
    return c.redirect(`${ownDayHref(day.day)}/own-work`, 303);
  })

  .get('/my-days/:day/diary', client, async (c) => {
    const day = await thatDay(c);
    const { diary } = (await suggestedOf(c.var.tx, day)).facts;
    const words = (await wordsOf(c.var.tx, day)).diary ?? '';
    return showDiary(c, day, filledForm({ mood: diary?.mood ? String(diary.mood) : '', words }));
  })
  .post('/my-days/:day/diary', client, async (c) => {
    const day = await dayToChange(c);
    if (!(await isWritable(c.var.tx, day))) return showDiary(c, day, emptyForm, closed);
    const form = readForm(diaryForm, c.var.form);
    if (!form.ok) return showDiary(c, day, form, { status: 422 });
    const { mood, words } = form.value;
    // One tap on Today keeps the words that were written before.
    const kept = words ?? (c.var.form.has('words') ? undefined : (await wordsOf(c.var.tx, day)).diary);
    await writeDiary(c.var.tx, c.var.actor, day, { mood, words: kept });
    return c.redirect(await wayBack(c, day), 303);
  })

  .get('/my-days/:day/absence', client, async (c) => showAbsence(c, await dayOfAbsence(c), emptyForm))
  .post('/my-days/:day/absence', client, async (c) => {
    const day = await dayOfAbsence(c);
    const form = readForm(absenceForm, c.var.form);
    if (!form.ok) return showAbsence(c, day, form, { status: 422 });
    await tellAbsence(c.var.tx, c.var.actor, day, form.value);
    return c.redirect(await wayBack(c, day), 303);
  })
  .post('/my-days/:day/absence/withdrawal', client, async (c) => {
    const day = await dayOfAbsence(c);
    await withdrawAbsence(c.var.tx, c.var.actor, day);
    return c.redirect(await wayBack(c, day), 303);
  })

  .post('/my-days/:day/objection', client, async (c) => {
    const day = await thatDay(c);
    const form = readForm(objectionForm, c.var.form);
    if (!form.ok) return showDay(c, day, form, { status: 422 });
    await objectToDay(c.var.tx, c.var.actor, day, form.value.words);
    return c.redirect(`${ownDayHref(day.day)}?sent`, 303);
  });

const dayParam = (c: ClientContext) => dayFrom(c.req.param('day'));

const thatDay = (c: ClientContext): Promise<Day> => ownDay(c.var.tx, c.var.actor, dayParam(c));

/** Greetings are for today only: yesterday cannot be greeted any more. */
async function dayOfToday(c: ClientContext): Promise<Day> {
  const day = dayParam(c);
  if (!day.equals(await officeToday(c.var.tx))) throw new NotFound('day');
  return ownDayToChange(c.var.tx, c.var.actor, day);
}

const dayToChange = (c: ClientContext): Promise<Day> => ownDayToChange(c.var.tx, c.var.actor, dayParam(c));

async function dayOfAbsence(c: ClientContext): Promise<Day> {
  const day = await thatDay(c);
  if (!mayTellAbsence(day, await officeToday(c.var.tx))) throw new NotFound('absence');
  return day;
}

async function wayBack(c: ClientContext, day: Day): Promise<string> {
  return placeOf(c.var.actor, day.day, await officeToday(c.var.tx)).backHref;
}

const place = async (c: ClientContext, day: Day) =>
  placeOf(c.var.actor, day.day, await officeToday(c.var.tx));

const shown = (title: Text, status: PageStatus = {}) => ({
  title,
  kind: 'client' as const,
  under,
  ...status,
});

async function showDay(c: ClientContext, day: Day, form: FormState = emptyForm, status: PageStatus = {}) {
  const of = await myDay(c.var.tx, c.var.actor, day);
  const sent = c.req.query('sent') !== undefined;
  return c.render(<MyDayPage of={of} form={form} sent={sent} />, shown(texts.days, status));
}

async function showPlan(c: ClientContext, day: Day, form: FormState, status: PageStatus = {}) {
  const writable = await isWritable(c.var.tx, day);
  const page = <PlanPage place={await place(c, day)} form={form} writable={writable} />;
  return c.render(page, shown(texts.plan, status));
}

async function showWork(c: ClientContext, day: Day, form: FormState, status: PageStatus = {}) {
  const { tx, actor } = c.var;
  const page = (
    <OwnWorkPage
      place={await place(c, day)}
      form={form}
      works={await ownWorksOfDay(tx, actor, day)}
      writable={await isWritable(tx, day)}
      added={c.req.query('added') !== undefined}
    />
  );
  return c.render(page, shown(texts.work, status));
}

async function showDiary(c: ClientContext, day: Day, form: FormState, status: PageStatus = {}) {
  const writable = await isWritable(c.var.tx, day);
  const page = <DiaryPage place={await place(c, day)} form={form} writable={writable} />;
  return c.render(page, shown(texts.diary, status));
}

async function showAbsence(c: ClientContext, day: Day, form: FormState, status: PageStatus = {}) {
  const terms = await absenceTerms(c.var.tx, day);
  const page = <AbsencePage place={await place(c, day)} form={form} terms={terms} />;
  return c.render(page, shown(texts.absence, status));
}

// An empty file field sends a file of no bytes; the recorder and the plain field share one name.
function filesIn(form: FormData): NewOwnWork['files'] {
  const found: { field: 'picture' | 'recording'; file: File }[] = [];
  for (const field of ['picture', 'recording'] as const) {
    const file = form.getAll(field).find((one): one is File => one instanceof File && one.size > 0);
    if (file) found.push({ field, file });
  }
  return found;
}
