// One payer's period: sums by client whose figures open their days, what is missing before it can be closed,
// corrections, and the acts of closing, reopening and taking out.
import { figuresOfDay, sayDay, sayMinutes } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { TextArea } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState, hasErrors } from '../../../ui/form.tsx';
import { Card, Counts, Figures, Notice, PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import { classTexts, sayMoment } from '../enrolments/door.ts';
import type { PeriodOf } from './actions.ts';
import { periodHref } from './payer-list-page.tsx';
import type { ClosedPeriod, Correction, Reopening, SummaryDay } from './queries.ts';
import { type ClientSums, type DayKind, kindOf, sumsOf, sumsShown } from './sums.ts';
import { kindTexts, payerNames, payerTexts as texts } from './texts.ts';

export type PeriodView = {
  period: PeriodOf;
  closed: ClosedPeriod | undefined;
  today: Temporal.PlainDate;
  zone: string;
  days: readonly SummaryDay[];
  missing: readonly SummaryDay[];
  corrections: readonly Correction[];
  reopenings: readonly Reopening[];
  mayClose: boolean;
  mayReopen: boolean;
  ownOnly: boolean;
};

/** Which days are listed below: of one client, of one kind, or all. */
export type DayFilter = { clientId: string | undefined; kind: DayKind | 'absent' | undefined };

export function PayerPeriodPage(props: {
  view: PeriodView;
  filter: DayFilter | undefined;
  form: FormState;
  done: 'closed' | 'reopened' | undefined;
}) {
  const { view, form } = props;
  const say = useSay();
  const language = useLanguage();
  const done = props.done === 'closed' ? texts.doneClosed : texts.doneReopened;
  return (
    <>
      <PageTitle
        above={view.ownOnly ? texts.ownOnly : texts.title}
        title={say(texts.oneTitle, {
          payer: say(payerNames[view.period.payer]),
          from: figuresOfDay(language, view.period.startsOn),
          to: figuresOfDay(language, view.period.endsOn),
        })}
      />
      <ErrorSummary form={form} />
      {props.done && !hasErrors(form) && <Notice kind="good" announce title={done} />}
      <PeriodFigures view={view} />
      <Closing view={view} form={form} />
      <Reopened view={view} />
      <Missing view={view} />
      <ByClient view={view} />
      {props.filter && <Days view={view} filter={props.filter} />}
      <Corrections view={view} />
      <TakeOut view={view} />
    </>
  );
}

const filterHref = (view: PeriodView, filter: Partial<DayFilter>) => {
  const query = new URLSearchParams();
  if (filter.clientId) query.set('client', filter.clientId);
  query.set('kind', filter.kind ?? 'all');
  return `${periodHref(view.period)}?${query}#days`;
};

function PeriodFigures({ view }: { view: PeriodView }) {
  const sums = sumsOf(view.days);
  const clients = new Set(view.days.map((day) => day.clientId)).size;
  return (
    <Figures
      figures={[
        { value: clients, label: texts.clients, href: '#clients' },
        { value: sums.attended, label: texts.attendedFigure, href: filterHref(view, { kind: 'attended' }) },
        {
          value: sayHours(sums.minutes),
          label: texts.hoursFigure,
          href: filterHref(view, { kind: 'attended' }),
        },
        {
          value: sums.accepted + sums.other,
          label: texts.absencesFigure,
          href: filterHref(view, { kind: 'absent' }),
        },
        {
          value: sums.open,
          label: texts.openFigure,
          ...(sums.open > 0 ? { href: '#missing', mood: 'warning' as const } : {}),
        },
      ]}
    />
  );
}

/** Full hours for a large figure; the minutes beyond stand in the table. */
const sayHours = (minutes: number) => Math.floor(minutes / 60);

function Closing({ view, form }: { view: PeriodView; form: FormState }) {
  const say = useSay();
  const language = useLanguage();
  if (view.closed)
    return (
      <Counts
        mood="good"
        title={say(texts.closedBy, {
          name: view.closed.closedBy,
          when: sayMoment(language, view.closed.closedAt, view.zone),
        })}
      >
        {view.mayReopen && <ReopeningForm view={view} form={form} />}
      </Counts>
    );
  const running = Temporal.PlainDate.compare(view.period.endsOn, view.today) > 0;
  if (running) {
    const day = sayDay(language, view.period.endsOn);
    return (
      <Counts mood="quiet" title={texts.stateRunning}>
        {say(texts.runningLead, { day })}
      </Counts>
    );
  }
  if (!view.mayClose)
    return (
      <Counts mood="quiet" title={texts.stateReady}>
        {texts.mayNotClose}
      </Counts>
    );
  if (view.missing.length > 0) return null;
  return (
    <Card title={texts.closeTitle}>
      <p>{say(texts.closeLead)}</p>
      <ActForm action={`${periodHref(view.period)}/closing`}>
        <Button kind="main">{texts.close}</Button>
      </ActForm>
    </Card>
  );
}

/** Who opened the period again and why; it stands there also after the next closing. */
function Reopened({ view }: { view: PeriodView }) {
  const say = useSay();
  const language = useLanguage();
  return view.reopenings.map((one) => (
    <p class="small quiet-ink" key={one.id}>
      {say(texts.reopenedBy, {
        name: one.reopenedBy,
        when: sayMoment(language, one.reopenedAt, view.zone),
        reason: one.reason,
      })}
    </p>
  ));
}

function ReopeningForm({ view, form }: { view: PeriodView; form: FormState }) {
  const say = useSay();
  return (
    <Disclosure summary={say(texts.reopen)} open={hasErrors(form)}>
      <p>{say(texts.reopenLead)}</p>
      <Form action={`${periodHref(view.period)}/reopening`}>
        <TextArea form={form} name="reason" label={texts.reason} rows={2} maxLength={1_000} />
        <Buttons>
          <Button kind="danger">{texts.reopen}</Button>
        </Buttons>
      </Form>
    </Disclosure>
  );
}

function Missing({ view }: { view: PeriodView }) {
  const say = useSay();
  const language = useLanguage();
  if (view.closed || view.missing.length === 0) return null;
  return (
    <Section title={texts.missingTitle} id="missing">
      <p>{say(texts.missingLead)}</p>
      <Buttons>
        <LinkButton kind="main" href="/confirmations">
          {texts.toConfirmations}
        </LinkButton>
      </Buttons>
      <DataTable
        caption={texts.missingTitle}
        captionUnseen
        rows={view.missing}
        rowKey={(day) => day.dayId}
        columns={[
          { key: 'clientName', label: texts.client },
          {
            key: 'day',
            label: texts.day,
            cell: (day) => <a href={`/days/${day.dayId}`}>{sayDay(language, day.day, 'short')}</a>,
          },
          { key: 'service', label: texts.service, cell: (day) => day.serviceName },
        ]}
      />
    </Section>
  );
}

function ByClient({ view }: { view: PeriodView }) {
  const say = useSay();
  const { rows, kinds } = sumsShown(view.days, say(texts.total));
  const figure = (row: ClientSums, kind: DayKind, value: number | string, about = kindTexts[kind]) =>
    row[kind] === 0 ? (
      value
    ) : (
      <a
        href={filterHref(view, { clientId: row.clientId || undefined, kind })}
        aria-label={`${say(texts.figureAbout, { name: row.clientName, kind: say(about) })}: ${value}`}
      >
        {value}
      </a>
    );
  return (
    <Section title={texts.byClient} id="clients">
      <DataTable
        caption={texts.byClient}
        captionUnseen
        rows={rows}
        rowKey={(row) => row.clientId || 'total'}
        columns={[
          {
            key: 'clientName',
            label: texts.client,
            cell: (row) =>
              row.clientId ? (
                <a href={filterHref(view, { clientId: row.clientId })}>{row.clientName}</a>
              ) : (
                row.clientName
              ),
          },
          ...kinds.map((kind) => ({
            key: kind,
            label: kindTexts[kind],
            align: 'end' as const,
            cell: (row: ClientSums) => figure(row, kind, row[kind]),
          })),
          {
            key: 'minutes',
            label: texts.hours,
            align: 'end',
            // Only attended days have minutes that the payer is told.
            cell: (row) => figure(row, 'attended', sayMinutes(row.minutes), texts.hours),
          },
        ]}
      />
      <p>
        <a href={`${periodHref(view.period)}?kind=all#days`}>{say(texts.showAll)}</a>
      </p>
    </Section>
  );
}

function Days({ view, filter }: { view: PeriodView; filter: DayFilter }) {
  const say = useSay();
  const days = view.days.filter(
    (day) =>
      (!filter.clientId || day.clientId === filter.clientId) && (!filter.kind || isOfKind(day, filter.kind)),
  );
  const name = filter.clientId ? (days[0]?.clientName ?? '') : say(texts.everybody);
  const kind = say(
    filter.kind ? (filter.kind === 'absent' ? texts.absencesFigure : kindTexts[filter.kind]) : texts.allKinds,
  );
  return (
    <Section title={say(texts.daysOf, { name, kind })} id="days">
      <DaysTable days={days} caption={say(texts.daysTitle)} />
      <p>
        <a href={periodHref(view.period)}>{say(texts.hideDays)}</a>
      </p>
    </Section>
  );
}

const isOfKind = (day: SummaryDay, kind: DayKind | 'absent') =>
  kind === 'absent' ? ['accepted', 'other'].includes(kindOf(day)) : kindOf(day) === kind;

/** The days themselves, each opening the day behind it. */
export function DaysTable({ days, caption }: { days: readonly SummaryDay[]; caption: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      captionUnseen
      rows={days}
      rowKey={(day) => day.dayId}
      columns={[
        { key: 'clientName', label: texts.client },
        {
          key: 'day',
          label: texts.day,
          cell: (day) => <a href={`/days/${day.dayId}`}>{sayDay(language, day.day, 'short')}</a>,
        },
        { key: 'class', label: texts.class, cell: (day) => sayClass(say, language, day) },
        {
          key: 'minutes',
          label: texts.hours,
          align: 'end',
          cell: (day) => (day.minutes > 0 ? sayMinutes(day.minutes) : '–'),
        },
      ]}
    />
  );
}

export function sayClass(
  say: ReturnType<typeof useSay>,
  language: ReturnType<typeof useLanguage>,
  day: Pick<SummaryDay, 'class' | 'swappedWith'>,
): string {
  if (day.class === null) return say(kindTexts.open);
  const name = say(classTexts[day.class]);
  return day.swappedWith ? `${name} → ${sayDay(language, day.swappedWith, 'short')}` : name;
}

export function Corrections({ view }: { view: Pick<PeriodView, 'corrections' | 'closed'> }) {
  const say = useSay();
  const language = useLanguage();
  if (view.corrections.length === 0) return null;
  return (
    <Section title={texts.corrections} id="corrections">
      {!view.closed && <p>{say(texts.correctionsWait)}</p>}
      <DataTable
        caption={texts.corrections}
        captionUnseen
        rows={view.corrections}
        rowKey={(correction) => correction.dayId}
        columns={[
          { key: 'clientName', label: texts.client },
          {
            key: 'day',
            label: texts.day,
            cell: (one) => <a href={`/days/${one.dayId}#history`}>{sayDay(language, one.day, 'short')}</a>,
          },
          {
            key: 'before',
            label: texts.before,
            cell: (one) =>
              one.before
                ? withTime(sayClass(say, language, one.before), one.before.minutes)
                : texts.neverTold,
          },
          {
            key: 'after',
            label: texts.after,
            cell: (one) => withTime(sayClass(say, language, one), one.minutes),
          },
          { key: 'why', label: texts.why, cell: (one) => one.reason ?? '' },
        ]}
      />
    </Section>
  );
}

const withTime = (name: string, minutes: number) => (minutes > 0 ? `${name}, ${sayMinutes(minutes)}` : name);

function TakeOut({ view }: { view: PeriodView }) {
  const at = periodHref(view.period);
  return (
    <Section title={texts.takeOut}>
      <Buttons>
        <LinkButton icon="file" href={`${at}/print`}>
          {texts.print}
        </LinkButton>
        <LinkButton icon="file" href={`${at}/sheets`}>
          {texts.sheets}
        </LinkButton>
        <LinkButton icon="file" href={`${at}/csv`} download>
          {texts.csv}
        </LinkButton>
      </Buttons>
    </Section>
  );
}
