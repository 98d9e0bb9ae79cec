// What payers are told: the periods, one period with its figures, closing and reopening, and taking it out.
import type { Context } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { readForm } from '../../../platform/forms.ts';
import { type Language, say, type Text } from '../../../platform/language.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { allow, dayFrom, feature, signedIn, type Web } from '../../../platform/web.ts';
import { emptyForm, type FormState } from '../../../ui/form.tsx';
import { settingInForce, thisOffice } from '../../ground/offices/door.ts';
import { personById } from '../../ground/people/door.ts';
import { classTexts, leadsOffice, officeToday, reachOf } from '../enrolments/door.ts';
import { certificateAfterDays } from '../my-days/door.ts';
import { mayClose, noteShown } from './access.ts';
import { closePeriod, reopenPeriod } from './actions.ts';
import { csvFile } from './csv.ts';
import { reopenForm } from './forms.ts';
import { PayerListPage, type PeriodState, periodHref } from './payer-list-page.tsx';
import { type DayFilter, PayerPeriodPage, type PeriodView } from './period-page.tsx';
import { AbsenceSheetsPage, PayerPrintPage, type Provider } from './print-page.tsx';
import {
  correctionsFor,
  daysOfPeriod,
  missingDays,
  periodLines,
  periodStarting,
  reopeningsOf,
} from './queries.ts';
import { isPayer } from './settings.ts';
import { isDayKind } from './sums.ts';
import { payerNames, payerTexts as texts } from './texts.ts';

const staff = allow('coach', 'manager');
// Telling the payer, taking back what was told and taking many people's days out of the system: proved anew.
const proved = signedIn({ roles: ['coach', 'manager'], stepUp: true });
const provedManager = signedIn({ roles: ['manager'], stepUp: true });
type Staff = Context<{ Variables: Web['Variables'] & { tx: Tx; actor: Actor } }>;
const under = { kind: 'staff', under: '/payer-summaries' } as const;

export const payerRoutes = feature()
  .get('/payer-summaries', staff, async (c) => {
    const { tx, actor } = c.var;
    const scope = await reachOf(tx, actor);
    const wanted = c.req.query('state');
    const only = (['closed', 'running', 'waits', 'ready'] as const).find((state) => state === wanted);
    return c.render(
      <PayerListPage
        lines={await periodLines(tx, scope)}
        today={await officeToday(tx)}
        ownOnly={!leadsOffice(actor)}
        only={only satisfies PeriodState | undefined}
      />,
      { title: texts.title, ...under },
    );
  })
  .get('/payer-summaries/:payer/:start', staff, async (c) => {
    const view = await viewOf(c, 'read');
    const done = c.req.query('done');
    return showPeriod(c, view, emptyForm, done === 'closed' || done === 'reopened' ? done : undefined);
  })
  .post('/payer-summaries/:payer/:start/closing', proved, async (c) => {
    const view = await viewOf(c, 'read');
    if (!view.mayClose) throw new NotFound('closing');
    const result = await closePeriod(c.var.tx, c.var.actor, view.period);
    if (result.ok) return c.redirect(`${periodHref(view.period)}?done=closed`, 303);
    const no: Text = texts[result.reason];
    const words = result.reason === 'days-open' ? withCount(no, result.open) : no;
    return showPeriod(c, await viewOf(c, 'read'), { values: {}, errors: { form: words } }, undefined);
  })
  .post('/payer-summaries/:payer/:start/reopening', provedManager, async (c) => {
    const view = await viewOf(c, 'read');
    if (!view.closed || !view.mayReopen) throw new NotFound('closed period');
    const form = readForm(reopenForm, c.var.form);
    if (!form.ok) return showPeriod(c, view, form, undefined);
    await reopenPeriod(c.var.tx, c.var.actor, view.closed.id, form.value.reason);
    return c.redirect(`${periodHref(view.period)}?done=reopened`, 303);
  })
  .get('/payer-summaries/:payer/:start/print', proved, async (c) => {
    const view = await viewOf(c, 'exported');
    return c.render(<PayerPrintPage view={view} provider={await providerOf(c)} />, {
      title: texts.print,
      ...under,
    });
  })
  .get('/payer-summaries/:payer/:start/sheets', proved, async (c) => {
    const view = await viewOf(c, 'exported');
    return c.render(
      <AbsenceSheetsPage
        view={view}
        provider={await providerOf(c)}
        certificateAfterDays={
          (await settingInForce(c.var.tx, certificateAfterDays, view.period.endsOn)).value
        }
      />,
      {
        title: texts.sheetsTitle,
        ...under,
      },
    );
  })
  .get('/payer-summaries/:payer/:start/csv', proved, async (c) => {
    const view = await viewOf(c, 'exported');
    const name = say(c.var.language, payerNames[view.period.payer]).toLowerCase().replaceAll(' ', '-');
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header(
      'content-disposition',
      `attachment; filename="summary-${view.period.payer}-${view.period.startsOn}.csv"; filename*=UTF-8''${encodeURIComponent(`${name}-${view.period.startsOn}.csv`)}`,
    );
    return c.body(csvFile(csvRows(c.var.language, view)));
  });

async function viewOf(c: Staff, act: 'read' | 'exported'): Promise<PeriodView> {
  const { tx, actor } = c.var;
  const payer = c.req.param('payer');
  if (!isPayer(payer)) throw new NotFound('payer');
  const { period, closed } = await periodStarting(tx, payer, dayFrom(c.req.param('start')));
  const scope = await reachOf(tx, actor);
  const days = await daysOfPeriod(tx, scope, period, closed);
  const corrections = await correctionsFor(tx, scope, period, closed);
  const missing = closed ? [] : await missingDays(tx, scope, period);
  const closes = await mayClose(tx, actor, period);
  noteShown(tx, actor, [...days, ...corrections, ...missing], { act, closed });
  return {
    period,
    closed,
    today: await officeToday(tx),
    zone: (await thisOffice(tx)).timeZone,
    days,
    missing,
    corrections,
    // A reason may name a client: only who may close, with everybody of the period within reach, reads it.
    reopenings: closes ? await reopeningsOf(tx, period) : [],
    mayClose: closes,
    mayReopen: closed !== undefined && hasRole(actor, 'manager') && closes,
    ownOnly: !leadsOffice(actor),
  };
}

function showPeriod(c: Staff, view: PeriodView, form: FormState, done: 'closed' | 'reopened' | undefined) {
  const wrong = Object.keys(form.errors).length > 0;
  return c.render(<PayerPeriodPage view={view} filter={filterOf(c)} form={form} done={done} />, {
    title: payerNames[view.period.payer],
    ...under,
    ...(wrong ? { status: 422 as const } : {}),
  });
}

function filterOf(c: Staff): DayFilter | undefined {
  const [clientId, kind] = [c.req.query('client'), c.req.query('kind')];
  if (!kind) return undefined;
  return {
    clientId: isId(clientId) ? clientId : undefined,
    kind: kind === 'absent' || isDayKind(kind) ? kind : undefined,
  };
}

async function providerOf(c: Staff): Promise<Provider> {
  const { tx, actor } = c.var;
  const person = await personById(tx, actor.personId);
  return {
    office: (await thisOffice(tx)).name,
    contact: person ? `${person.preferredName ?? person.givenName} ${person.familyName}`.trim() : '',
    phone: person?.phone ?? '',
  };
}

function csvRows(language: Language, view: PeriodView): (string | number)[][] {
  const word = (text: Text) => say(language, text);
  const hours = (minutes: number) => {
    const number = (minutes / 60).toFixed(2);
    return language === 'en' ? number : number.replace('.', ',');
  };
  const row = (day: PeriodView['days'][number], correction: boolean) => [
    day.clientName,
    word(day.serviceName),
    day.day.toString(),
    day.class ? word(classTexts[day.class]) : '',
    day.minutes,
    hours(day.minutes),
    day.swappedWith?.toString() ?? '',
    word(correction ? texts.yes : texts.no),
  ];
  return [
    [
      texts.client,
      texts.service,
      texts.day,
      texts.class,
      texts.minutes,
      texts.hoursNumber,
      texts.swappedColumn,
      texts.correctionColumn,
    ].map(word),
    ...view.days.map((day) => row(day, false)),
    ...view.corrections.map((day) => row(day, true)),
  ];
}

/** The text with its number filled in, in every language: an error carries no values of its own. */
function withCount(text: Text, count: number): Text {
  return {
    fi: say('fi', text, { count }),
    sv: say('sv', text, { count }),
    en: say('en', text, { count }),
  };
}
