// A client's month, for the client and for staff: each day's arc, class and money, and the ways of taking part.
import { type Language, localeOf, sayDay } from '../../../platform/language.ts';
import { Arc } from '../../../ui/arc.tsx';
import { BarChart } from '../../../ui/bar-chart.tsx';
import { LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, Figures, type Mood, PageTitle, Status } from '../../../ui/parts.tsx';
import { type Content, useLanguage, useSay, type Words } from '../../../ui/speech.tsx';
import { euros } from './confirm-outcome.ts';
import type { Month, MonthDay } from './month.ts';
import type { DayClass } from './rules.ts';
import { texts } from './texts.ts';
import { monthTexts } from './texts-month.ts';
import { classTexts } from './texts-reasons.ts';

export function MonthPage(props: {
  /** "Omat päivät", or whose days they are. */
  title: Content;
  month: Month;
  /** The address of a day's page. */
  dayHref: (day: MonthDay) => string;
  /** The address of another month's page. */
  monthHref: (month: Temporal.PlainYearMonth) => string;
}) {
  const { month } = props;
  const language = useLanguage();
  return (
    <>
      <PageTitle title={props.title} above={sayMonth(language, month.month)} />
      <Sums month={month} />
      <DataTable
        caption={sayMonth(language, month.month)}
        captionUnseen
        rows={month.days}
        rowKey={(row) => row.day.id}
        columns={[
          {
            key: 'day',
            label: monthTexts.day,
            cell: (row) => <a href={props.dayHref(row)}>{sayDay(language, row.day.day, 'short')}</a>,
          },
          { key: 'arc', label: monthTexts.arc, cell: (row) => <Arc size="tiny" {...row.arc} /> },
          { key: 'class', label: monthTexts.state, cell: (row) => <DayStatus of={row} /> },
          { key: 'minutes', label: monthTexts.minutes, align: 'end', cell: (row) => minutesOf(row) },
          {
            key: 'money',
            label: monthTexts.money,
            align: 'end',
            cell: (row) => (row.allowanceCents === undefined ? '–' : euros(language, row.allowanceCents)),
          },
        ]}
        empty={<EmptyState title={monthTexts.noDays} text={monthTexts.noDaysText} />}
      />
      <Ways month={month} />
      <OtherMonths month={month.month} href={props.monthHref} />
    </>
  );
}

function Sums({ month: { days, sums } }: { month: Month }) {
  const language = useLanguage();
  if (days.length === 0) return null;
  return (
    <Figures
      label={monthTexts.sums}
      figures={[
        { value: sums.attended, label: monthTexts.attended, mood: sums.attended > 0 ? 'good' : undefined },
        { value: sums.open, label: monthTexts.open },
        { value: sums.absent, label: monthTexts.absent },
        ...(sums.allowanceCents > 0
          ? [{ value: euros(language, sums.allowanceCents), label: monthTexts.allowance }]
          : []),
      ]}
    />
  );
}

const minutesOf = (row: MonthDay) => (row.minutes === 0 ? '–' : String(row.minutes));

const classMoods: Record<DayClass, Mood> = {
  attended: 'good',
  swapped: 'quiet',
  'not-arranged': 'quiet',
  'own-illness': 'quiet',
  'child-ill': 'quiet',
  interview: 'quiet',
  'public-duty': 'quiet',
  'other-absence': 'warning',
};

/** The confirmed class of a day, or how it stands while nobody has confirmed it. */
export function DayStatus({ of }: { of: Pick<MonthDay, 'class' | 'suggested' | 'absenceTold'> }) {
  if (of.class) return <Status mood={classMoods[of.class]}>{classTexts[of.class]}</Status>;
  if (of.absenceTold) return <Status mood="quiet">{monthTexts.absenceTold}</Status>;
  if (of.suggested === undefined) return <Status mood="quiet">{monthTexts.ahead}</Status>;
  return <Status mood={of.suggested === 'counts' ? 'now' : 'quiet'}>{openTexts[of.suggested]}</Status>;
}

const openTexts = {
  counts: monthTexts.waitsFull,
  'on-the-way': monthTexts.waitsPartly,
  nothing: monthTexts.waitsEmpty,
} as const;

const wayTexts: Record<keyof Month['sums']['ways'], Words> = {
  video: monthTexts.byVideo,
  voice: monthTexts.byVoice,
  text: monthTexts.byText,
  phone: monthTexts.byPhone,
  'on-site': monthTexts.onSite,
  'own-work': texts.work,
};

function Ways({ month: { sums } }: { month: Month }) {
  const bars = (Object.keys(wayTexts) as (keyof typeof wayTexts)[])
    .filter((way) => sums.ways[way] > 0)
    .map((way) => ({ label: wayTexts[way], value: sums.ways[way] }));
  if (bars.length === 0) return null;
  return (
    <BarChart caption={monthTexts.ways} thing={monthTexts.way} unit={monthTexts.minuteUnit} bars={bars} />
  );
}

function OtherMonths(props: {
  month: Temporal.PlainYearMonth;
  href: (month: Temporal.PlainYearMonth) => string;
}) {
  const language = useLanguage();
  const say = useSay();
  const [before, after] = [props.month.subtract({ months: 1 }), props.month.add({ months: 1 })];
  return (
    <nav class="buttons" aria-label={say(monthTexts.otherMonths)}>
      <LinkButton href={props.href(before)}>{sayMonth(language, before)}</LinkButton>
      <LinkButton href={props.href(after)}>{sayMonth(language, after)}</LinkButton>
    </nav>
  );
}

/** "marraskuu 2026" */
export function sayMonth(language: Language, month: Temporal.PlainYearMonth): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(month.year, month.month - 1, 1)));
}
